"""Whom a plural phrase takes up: "the two airlines", "both ministers", "the authors", "the pair", "they"."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from graph.actors.held import Offices
from graph.actors.salience import Memory, Mentioned
from graph.actors.tables import pairs
from graph.language import start_of
from graph.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_BACK = 6  # sentences
_MANY = 40  # roles
_TAKEN_UP = 3  # sentences
_NAMED = 0.3  # weight
_ORDER = ("Person", "Organization", "Country")
_LETTERS = {"P": "Person", "O": "Organization", "C": "Country"}
_DEFINITE = frozenset({"the", "these", "those", "both"})

Fits = Callable[[Mentioned], bool]


@dataclass(frozen=True, slots=True)
class Several:
    """What tells which actors a plural phrase takes up."""

    memory: Memory
    held: Offices
    look: Callable[[str], Actor]

    def resolve(self, head: "Token") -> tuple[tuple[str, ...], str] | None:
        """The actors that a plural phrase takes up where the text has named exactly these, and why."""
        if beside := self._beside(head):
            return beside, f"{head.lower_}: who stand beside it"
        number, kinds = _number(head), _kinds(head)
        if not kinds or not (number or _definite(head)) or _described(head):
            return None
        found = self._in_role(head, number)
        for kind in _ORDER:
            if found is None and kind in kinds:
                found = self._joined(head, number, self._fits(kind))
                if number and not found and head.lower_ not in ("sides", "camps", "parties"):
                    found = self._last(head, number, self._fits(kind))
        return None if found is None else (found, f"{head.lower_}: {self._labels(found)} were named last")

    def _beside(self, head: "Token") -> tuple[str, ...] | None:
        """The names that stand beside a plural noun: "the engineers X and Y"."""
        names = (c for c in head.children if c.dep_ == "appos" and head.tag_ in ("NNS", "NNPS"))
        for name in names:
            found = [self.memory.at(each) for each in (name, *name.conjuncts)]
            actors = tuple(dict.fromkeys(actor for actor in found if actor))
            if len(actors) > 1 and len(actors) == len(found):
                return actors
        return None

    def of_they(self, pronoun: "Token", single: float) -> tuple[tuple[str, ...], str] | None:
        """The actors that were named together and that "they" takes up, where they are more present than any group."""
        place = start_of(pronoun)
        ranked = sorted(((score, names) for score, names in self._together(pronoun, place)), reverse=True)
        if not ranked or ranked[0][0] <= single:
            return None
        return ranked[0][1], f"pronoun {pronoun.lower_}: {self._labels(ranked[0][1])} were named together last"

    def _fits(self, kind: str) -> Fits:
        return lambda m: m.weight > _NAMED and self.look(m.actor).kind == kind

    def _labels(self, actors: Iterable[str]) -> str:
        return ", ".join(self.look(actor).label for actor in actors)

    def _in_role(self, head: "Token", number: int | None) -> tuple[str, ...] | None:
        """All who have the role so far: "both mayors" after two mayors."""
        noun, place = head.lemma_.lower(), start_of(head)
        if noun not in pairs("roles"):
            return None
        nouns = {noun, *pairs("broader").get(noun, "").split()}
        for fitting in ({noun}, nouns):
            people = dict.fromkeys(h.person for h in islice(self.held.before(place, fitting), _MANY))
            if len(people) == number:
                return tuple(people)[::-1]
        return None

    def _joined(self, head: "Token", number: int | None, fits: Fits) -> tuple[str, ...] | None:
        """The last actors that were named together, by "and" or by another such phrase."""
        here, place = self.memory.sentence_of(head), start_of(head)
        for together in self.memory.together(place, here - _TAKEN_UP):
            names = tuple(dict.fromkeys(m.actor for m in together if fits(m)))
            if len(names) == (number or max(2, len(names))):
                return names
        return None

    def _last(self, head: "Token", number: int, fits: Fits) -> tuple[str, ...] | None:
        """The last so many actors of the kind, where no more were named along with them."""
        here, seen = self.memory.sentence_of(head), dict[str, None]()
        for sentence, found in self.memory.sentences_before(start_of(head)):
            if here - sentence > _BACK:
                return None
            seen |= dict.fromkeys(m.actor for m in found if fits(m))
            if len(seen) >= number:
                return tuple(seen) if len(seen) == number else None
        return None

    def _together(self, pronoun: "Token", place: int) -> Iterator[tuple[float, tuple[str, ...]]]:
        for together in self.memory.together(place, self.memory.sentence_of(pronoun) - _BACK):
            score = self.memory.presence(pronoun, together[0])
            if not score:
                return
            kinds = {self.look(m.actor).kind for m in together}
            if len(kinds) == 1:
                yield score, tuple(dict.fromkeys(m.actor for m in together))


def _number(head: "Token") -> int | None:
    """How many a phrase means, where it says so."""
    numbers: Mapping[str, str] = pairs("numbers")
    if head.lower_ in numbers:
        return int(numbers[head.lower_]) if head.lower_ == "both" or _definite(head) else None
    told = next((c.lower_ for c in head.children if c.i < head.i and c.lower_ in numbers), None)
    definite = told == "both" or _definite(head)
    return int(numbers[told]) if told and definite else None


def _definite(head: "Token") -> bool:
    return any(c.dep_ in ("det", "predet", "preconj") and c.lower_ in _DEFINITE for c in head.children)


def _kinds(head: "Token") -> frozenset[str]:
    """The kinds of actors that a plural noun may take up; none where it is no plural or means things."""
    word, noun = head.lower_, head.lemma_.lower()
    if word in pairs("numbers"):
        return frozenset(_LETTERS.values())
    if head.tag_ not in ("NNS", "NNPS"):
        return frozenset()
    letters = pairs("plural_kinds").get(word)
    if letters:
        return frozenset(_LETTERS[letter] for letter in letters)
    if noun in pairs("bodies") or pairs("groups").get(noun) == "body":
        return frozenset({"Organization"})
    return frozenset({"Person"}) if noun in pairs("roles") or pairs("groups").get(word) == "people" else frozenset()


def _described(head: "Token") -> bool:
    """Whether a phrase says by itself which people it means: "the ministers of the coast", "two men who fled"."""
    told = (c for c in head.children if not (c.dep_ == "prep" and c.nbor(1).lower_ in ("them", "us")))
    return any(c.dep_ in ("prep", "relcl", "acl", "poss") for c in told) or any(
        c.ent_type_ and c.dep_ in ("compound", "amod", "nmod") for c in head.children
    )
