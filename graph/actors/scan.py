"""Every place where an article names an actor: one pass over the text with the authority file's and its own names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.actors.authority import Authority, Meaning
from graph.actors.lexicon import Alias, Lexicon
from graph.actors.trie import Trie
from graph.language import Parsed
from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens
# "TAIPEI (Reuters) - ", where no region says so
_DATELINE = re.compile(
    r"[A-Z][A-Z]{2,}[A-Z .,'’/-]*(?:, [A-Z][\w. ]{1,20})?(?: ?\([\w ./]{2,30}\) ?[-–—―]+| ?[–—―]+| -+) ?"
    r"(?=[A-Z“\"])"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text, what it may mean, and the tokens that it covers."""

    span: Span
    tokens: "Tokens"
    known: tuple[Meaning, ...]
    own: tuple[Alias, ...]
    region: str

    @property
    def head(self) -> "Token":
        """The word of the name that the rest of the sentence hangs on."""
        return self.tokens.root


def names_in(parsed: Parsed, authority: Authority, own: Trie[Alias]) -> Iterator[Found]:
    """The names of an article, in order, the longest where two overlap."""
    kinds = {id(sentence.tokens.doc): sentence.kind for sentence in parsed.sentences}
    for doc in parsed.docs:
        kind = kinds.get(id(doc), "body")
        if kind == "dateline":
            continue
        yield from _in_document(parsed, doc, authority, own, kind)


def dateline_end(doc: "Doc") -> int:
    """Where a dateline that opens a paragraph ends; 0 where there is none. Reckoned once for each paragraph."""
    if "dateline" not in doc.user_data:
        opening = _DATELINE.match(doc.text)
        doc.user_data["dateline"] = opening.end() if opening else 0
    return int(doc.user_data["dateline"])


def _in_document(parsed: Parsed, doc: "Doc", authority: Authority, own: Trie[Alias], kind: str) -> Iterator[Found]:
    hits = [(s, e, known, ()) for s, e, known in authority.names.find(doc.text)]
    hits += [(s, e, (), mine) for s, e, mine in own.find(doc.text)]  # type: ignore[misc]
    offset, opening = int(doc.user_data["start"]), dateline_end(doc)
    hits = [h for h in hits if h[0] >= opening]
    for start, end, known, mine in _longest(hits):
        tokens = doc.char_span(start, end, alignment_mode="expand")
        if tokens is not None and len(tokens) and _as_name(tokens, end - start, parsed.article.text):
            yield Found(parsed.article.span(offset + start, offset + end), tokens, known, mine, kind)


Hit = tuple[int, int, tuple[Meaning, ...], tuple[Alias, ...]]


def _longest(hits: Sequence[Hit]) -> list[Hit]:
    """Hits without those that overlap a longer one; the article's own meaning and the authority's go together."""
    kept: list[Hit] = []
    taken: dict[tuple[int, int], int] = {}
    end_of_last = 0
    for start, end, known, mine in sorted(hits, key=lambda h: (h[0], -h[1])):
        if (start, end) in taken:
            at = taken[start, end]
            kept[at] = (start, end, kept[at][2] + known, kept[at][3] + mine)
        elif start >= end_of_last:
            taken[start, end] = len(kept)
            kept.append((start, end, known, mine))
            end_of_last = end
    return kept


def _as_name(tokens: "Tokens", length: int, text: str) -> bool:
    """Whether words that spell a name are used as one.

    A lone word that opens a sentence must not be a common word: one that the article also writes small.
    """
    if len(tokens) > 1 or tokens.text.isupper() or length < len(tokens.text):
        return True
    token = tokens[0]
    if token.pos_ in ("PROPN", "ADJ") or token.ent_type_ or not token.is_sent_start:
        return not token.is_stop or token.pos_ == "PROPN"
    return not token.is_stop and f" {token.lower_} " not in text


def lexicon_trie(lexicon: Lexicon) -> Trie[Alias]:
    """The article's own names, ready to be searched for; single names also in capitals, as transcripts print them."""
    trie: Trie[Alias] = Trie()
    for name, aliases in lexicon.aliases.items():
        for alias in aliases:
            trie.add(name, alias)
            if len(name) > 3 and name.isalpha() and name.upper() not in lexicon.aliases:
                trie.add(name.upper(), alias)
    return trie
