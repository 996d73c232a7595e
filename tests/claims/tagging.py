"""Pages with what the tagger says of them, for the tests of what is made of that."""

from dataclasses import dataclass
from functools import cached_property

from graph.claims.attributions import Marks, Page, page_of
from graph.language import Parser, Tagger
from graph.model import Span
from tests.claims.coded import article

REPORT = (
    "The river agency said on Monday that the flood walls would hold until spring. “They are old,” said Eva Ros, who "
    "keeps the lock. “But they were well built.”\n\n"
    "According to the harbour guild, nobody had asked the fishermen. Mayor Ada Holm rejected a plan to close the old "
    "pier, calling it “a gift to the hotels.” Gulls flew over the bridge."
)
HOSTILE = (
    "“““ said ” said ‘ he said “",
    "said said said said",
    "?!… — “” ‘’ .",
    "He said: \x00\x1b[31m “\x07no\x00”.",
    "x" * 3000 + " said that " + "y" * 3000 + ".",
    "“" + "no, " * 400 + "” she said.",
    "Eva said\u2028that\u200bit was.",
    "E\u0301va said the cafe\u0301 was “tre\u0300s\u0300 bon\u0301”, the cafe\u0301",
    "Эва сказала: «нет». 東京は「はい」と言った。",
    "\U0001f600 said \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\r\n\r\nEva Ros:\r\n\tno\r\n",
    "Q: said?\nA: “said.”\nQ:\nA:",
    "http://example.org/?q=said said http://example.org/“no”",
    "- said\n- she said\n- “\n1. said that",
    "«\xa0Non\xa0», said Eva\xa0Ros\u202f: “It’s 5\u2009%…",
    "don’t said’t can’t’s ’tis said",
    "....said....that....no....",
)


@dataclass
class Reader:
    """The language model and the tagger, loaded once."""

    @cached_property
    def _models(self) -> tuple[Parser, Tagger]:
        return Parser(), Tagger()

    def read(self, text: str, title: str | None = None) -> tuple[Page, Marks]:
        """A text that is all body, or has a title before it, parsed and tagged."""
        parser, tagger = self._models
        read = article(text, title)
        return page_of(parser.parse(read)), Marks(tagger.tag(read))


def proves_itself(text: str, span: Span) -> bool:
    """Whether a span says what stands in the text, with neither blanks nor nothing at its ends."""
    return text[span.start : span.end] == span.text == span.text.strip() != ""


def meet(one: Span, other: Span) -> bool:
    """Whether two spans share a sign."""
    return one.start < other.end and other.start < one.end
