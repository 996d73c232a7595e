"""Who takes part in an event: the actors that its phrases name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.actors import Cast
from graph.actors.pronouns import is_first_person
from graph.claims.syntax.children import child
from graph.language import start_of
from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANYBODY = ("you", "it", "this", "that")
_MOST = 8  # in a list of parties
_TIMES = ("DATE", "TIME")

PLACES = ("GPE", "LOC", "FAC")
"""spaCy's labels for names of places."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, the word that stands for it, and the whole of what the text calls it there."""

    actor: str
    word: "Token"
    span: Span
    score: float


class Parties:
    """Finds the actors of one article's phrases."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def at(self, head: "Token | None") -> list[Party]:
        """The actors that a phrase means: its head and those joined to it by "and"."""
        if head is None:
            return []
        return [party for word in joined(head) for party in self._of(word)]

    def kind(self, party: Party) -> str:
        """What sort of actor a party is."""
        return self._cast.actor(party.actor).kind

    def behind(self, words: Iterable["Token"], *prepositions: str) -> list[Party]:
        """The actors behind the prepositions of some words."""
        return [p for noun in objects(words, *prepositions) if noun.ent_type_ not in _TIMES for p in self.at(noun)]

    def before(self, noun: "Token") -> list[Party]:
        """The actors that stand before a noun: "Peru's visit", "Chile-Peru talks"."""
        near = [c for c in noun.children if c.dep_ in ("poss", "compound", "amod", "nmod") and c.i < noun.i]
        owners = [party for c in near if c.tag_ == "PRP$" for party in self._of(c)]
        return [*owners, *(p for c in near for word in (c, *_linked(c)) if (p := self._named(word)))]

    def label(self, actor: str) -> str:
        """The name of an actor."""
        return self._cast.actor(actor).label

    def _of(self, word: "Token") -> list[Party]:
        countries = self._countries(word)
        if len(countries) > 1:
            return countries
        if is_first_person(word) or word.lower_ in _ANYBODY:
            return []
        if word.pos_ not in ("NOUN", "PROPN", "PRON") or word.ent_type_ in _TIMES:
            return []
        found = self._cast.who(word)
        if found is None or self._is_only_place(word, found.actor):
            return []
        return [Party(found.actor, word, found.span, found.score)]

    def _is_only_place(self, word: "Token", actor: str) -> bool:
        """Whether a name is a town's or a building's, where somebody may be but who does nothing."""
        return word.ent_type_ in PLACES and self._cast.actor(actor).kind != "Country"

    def _countries(self, word: "Token") -> list[Party]:
        """The countries that a group is of: "Chilean and Peruvian ministers"."""
        if word.pos_ != "NOUN":
            return []
        named = [p for c in word.children if c.dep_ in ("amod", "compound", "nmod") for one in (c, *_linked(c))
                 if (p := self._named(one)) and self.kind(p) == "Country"]  # fmt: skip
        return list({party.actor: party for party in named}.values())

    def _named(self, word: "Token") -> Party | None:
        named = self._cast.scene.named(word)
        if named is None or word.ent_type_ in _TIMES or self._is_only_place(word, named):
            return None
        return Party(named, word, self._cast.scene.at[start_of(word)].mention.span, 0.9)


def joined(head: "Token") -> Iterator["Token"]:
    """A noun and those joined to it by "and"."""
    for _ in range(_MOST):
        yield head
        after = next((c for c in head.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON")), None)
        if after is None:
            return
        head = after


def objects(words: Iterable["Token"], *prepositions: str) -> Iterator["Token"]:
    """The nouns behind the prepositions of some words."""
    for word in words:
        for preposition in (
            c for c in word.children if c.dep_ in ("prep", "dative", "agent") and c.lower_ in prepositions
        ):
            noun = child(preposition, "pobj")
            if noun is not None:
                yield noun


def _linked(word: "Token") -> Iterator["Token"]:
    """The words hung on a modifier: the other half of "Chile-Peru" or "Chilean and Peruvian"."""
    for c in word.children:
        if c.dep_ in ("conj", "compound", "nmod", "amod", "poss", "punct") and c.text[:1].isupper():
            yield c
