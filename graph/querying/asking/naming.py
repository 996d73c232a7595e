"""What the words of a slot name: found as `labels.meant` finds it, else by its words in any order, with few slips."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from graph.errors import InputError
from graph.querying.asking.choices import phrases
from graph.querying.asking.paraphrases import Paraphrases
from graph.querying.asking.words import stem, stemmer, table
from graph.querying.labels import ambiguous, clearest, meant
from graph.querying.names import Thing, names, one_each
from graph.querying.seats import country_of
from graph.querying.terms import as_iri
from graph.store import Store

EXACT, PART, WORDS, SLIPS = 3, 2, 1, 0  # how sure it is that a name is meant
_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+")
_NAME = re.compile(r"\b[A-Z][^\W\d_]{2,}")  # a word that is written like a name
# a word of so many letters may hold one slip, or two; a short one only beside another word of the name
_SHORT, _SHORTEST, _LONG = 3, 5, 8
_SHORTLIST = 50


class Named(NamedTuple):
    """The thing that a slot names, and how sure that is."""

    thing: Thing
    sure: int


# None where nothing is called so; an error where it may be several things, or is no name at all
Meant: TypeAlias = Named | InputError | None


class Names:
    """The names of one store, each looked up once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._known: dict[tuple[str, str], Meant] = {}
        self._all: dict[str, list[Thing]] = {}
        self._by_content: dict[str, Mapping[frozenset[str], Thing]] = {}
        self._paraphrases: Paraphrases | None = None
        self._publishers: list[str] | None = None

    def find(self, text: str, kind: str) -> Meant:
        """What a text names in a kind of things."""
        if (text, kind) not in self._known:
            self._known[text, kind] = self._find(" ".join(text.split()), kind)
        return self._known[text, kind]

    def called(self, thing: Thing) -> str:
        """The thing's own name, by whatever it was found."""
        property = "schema:headline" if thing.kind == "article" else "skos:prefLabel"
        rows = self.store.query(f"SELECT (MIN(?name) AS ?own) WHERE {{ <{thing.iri}> {property} ?name }}")
        own = next((row["own"] for row in rows), None)  # type: ignore[union-attr]
        return own.value if own is not None else thing.label

    def all(self, kind: str) -> list[Thing]:
        """Every name of the things of a kind."""
        if kind not in self._all:
            self._all[kind] = names(self.store, (kind,))
        return self._all[kind]

    def by_words(self, kind: str) -> Mapping[frozenset[str], Thing]:
        """Things by all words of a name; actors also by a word, such as a surname, that no other has in its name."""
        if kind not in self._by_content:
            self._by_content[kind] = _by_all_words(self.all(kind))
        return self._by_content[kind]

    def words(self) -> frozenset[str]:
        """The stems of the words in the names of actors and proposals."""
        things = (thing for kind in ("actor", "proposal") for thing in self.all(kind))
        return frozenset(word for thing in things for word in content(thing.label))

    def publishers(self) -> list[str]:
        """Who published the articles, as these say it."""
        if self._publishers is None:
            rows = self.store.query("SELECT DISTINCT ?name WHERE { ?article a cg:Article ; schema:publisher ?name }")
            self._publishers = [row["name"].value for row in rows]  # type: ignore[union-attr]
        return self._publishers

    def paraphrased(self, text: str) -> Thing | None:
        """The proposal that a text means in other words than its names."""
        return self._in_other_words().find(text)

    def _in_other_words(self) -> Paraphrases:
        if self._paraphrases is None:
            self._paraphrases = Paraphrases(self.all("proposal"), _definitions(self.store))
        return self._paraphrases

    def _find(self, text: str, kind: str) -> Meant:
        if text.casefold() in pronouns():
            return InputError(f"{text!r} names nothing by itself: say which {kind} is meant.")
        try:
            things = meant(self.store, text, (kind,))
        except InputError as error:
            return error
        if as_iri(text):
            return Named(things[0], EXACT)
        exact = [thing for thing in things if thing.label.casefold() == text.casefold()]
        if not exact and things and things[0].iri == country_of(text):  # by its seat of government
            return Named(things[0], WORDS) if len(things) == 1 else ambiguous(text, things)
        if not exact and all(_says_nothing(word) for word in text.split()):
            return None
        if kind == "proposal":  # a part of its name may be the contrary: "tariff" of "cut the tariff"
            return self._one(text, kind, exact, EXACT) if exact else self._proposal(text)
        if whole := [thing for thing in things if _begins(thing.label, text)]:
            return self._one(text, kind, whole, EXACT if exact else PART)
        return self._by_words(text, kind) or self._without_title(text, kind)

    def _by_words(self, text: str, kind: str) -> Meant:
        wanted = content(text)
        if not wanted:
            return None
        likely = (thing for thing in self.all(kind) if _may_have(thing.label, wanted))
        if found := [thing for thing in likely if wanted <= content(thing.label)]:
            same = one_each(thing for thing in found if wanted == content(thing.label))
            return Named(same[0], PART) if len(same) == 1 else self._one(text, kind, found, WORDS)
        found = [thing for thing in _like(text, self.all(kind)) if _covers(thing.label, wanted)]
        return self._one(text, kind, found, SLIPS) if found else None

    def _proposal(self, text: str) -> Meant:
        """By some words of a name, unless others have words of one meaning with these in theirs; else paraphrased."""
        if found := self._by_words(text, "proposal"):
            several = self._in_other_words().sharing(text) if isinstance(found, Named) and found.sure == WORDS else []
            return ambiguous(text, several) if len(several) > 1 else found
        proposal = self.paraphrased(text)
        return Named(proposal, SLIPS) if proposal else None

    def _one(self, text: str, kind: str, found: Sequence[Thing], sure: int) -> Meant:
        """The only one; of several people the one in the news, since a part of a person's name is a name of theirs."""
        every = one_each(found)
        things = every if kind == "proposal" else clearest(self.store, every[:_SHORTLIST])
        if len(things) > 1:
            return ambiguous(text, every)
        if sure == EXACT or (sure == PART and self._is_person(things[0])):
            return Named(things[0], sure)
        if len(every) > 1 and not self._is_person(things[0]):
            return ambiguous(text, every)
        if kind == "proposal" and all(_turned(thing.label, text) for thing in found):
            return InputError(
                f"{text!r} may be the contrary of {things[0].label!r}: give more of the name, or the IRI."
            )
        return Named(things[0], min(sure, WORDS))

    def _is_person(self, thing: Thing) -> bool:
        return bool(self.store.query(f"ASK {{ <{thing.iri}> a cg:Person }}"))

    def _without_title(self, text: str, kind: str) -> Meant:
        """A person may be called by a title that is no part of the name."""
        title, _, rest = text.partition(" ")
        if kind != "actor" or not rest or title.casefold().rstrip(".") not in titles():
            return None
        found = self.find(rest, kind)
        return found._replace(sure=min(found.sure, WORDS)) if isinstance(found, Named) else found


def _by_all_words(things: Sequence[Thing]) -> dict[frozenset[str], Thing]:
    having: dict[str, dict[str, Thing]] = {}
    for thing in things:
        for word in _NAME.findall(thing.label) if thing.kind == "actor" else ():
            for part in content(word):
                having.setdefault(part, {}).setdefault(thing.iri, thing)
    alone = {frozenset((word,)): next(iter(some.values())) for word, some in having.items() if len(some) == 1}
    return {**alone, **{content(thing.label): thing for thing in reversed(things)}}


def _definitions(store: Store) -> dict[str, str]:
    rows = store.query("SELECT ?thing ?text { ?thing a cg:Proposal ; skos:definition ?text }")
    return {row["thing"].value: row["text"].value for row in rows}  # type: ignore[union-attr]


@lru_cache(maxsize=50_000)
def content(text: str) -> frozenset[str]:
    """The stems of the words of a name that mean something.

    >>> sorted(content("US–Korea cooperation on energy"))
    ['cooper', 'energi', 'korea', 'us']
    """
    return frozenset(stemmer()(word) for word in _WORD.findall(text.lower()) if word not in _empty())


def _says_nothing(word: str) -> bool:
    """Whether a word names nothing by itself: "there" is not Theresa, and "countries" is not the OPEC."""
    return stem(word) in plain() or (word.islower() and (stem(word),) in phrases()["kind"])


def _may_have(label: str, wanted: frozenset[str]) -> bool:
    """Whether a name has the beginning of each wanted stem in it: to look at its words one by one takes far longer."""
    plain = label.casefold()
    return all(stem[:2] in plain for stem in wanted)


def _turned(label: str, text: str) -> bool:
    """Whether what a name has beside the text may turn it round."""
    return not turning().isdisjoint(content(label) - content(text))


def _begins(label: str, text: str) -> bool:
    """Whether a name holds the text from the beginning of one of its words, and to an end where the text is short."""
    end = r"(?!\w)" if len(text) < _SHORTEST - 1 else ""
    return re.search(rf"(?<!\w){re.escape(text.casefold())}{end}", label.casefold()) is not None


def _like(text: str, things: Sequence[Thing]) -> list[Thing]:
    """Those whose names look most like the text, before its words are compared one by one."""
    from rapidfuzz import fuzz, process

    labels = [thing.label.casefold() for thing in things]
    return [things[found[2]] for found in process.extract(
        text.casefold(), labels, scorer=fuzz.token_set_ratio, limit=_SHORTLIST, score_cutoff=60
    )]  # fmt: skip


def _covers(label: str, wanted: frozenset[str]) -> bool:
    """Whether each wanted word is one of the name's, but for slips in half of them; a number has to be the same."""
    known = content(label)
    strange = wanted - known
    if 2 * len(strange) > len(wanted) + 1:
        return False
    shortest = _SHORT if wanted & known else _SHORTEST
    return all(any(_slip(word, other, shortest) for other in known - wanted) for word in strange)


def _slip(word: str, other: str, shortest: int) -> bool:
    from rapidfuzz.distance import OSA

    if not word.isalpha() or len(word) < shortest or word[0] != other[0]:
        return False
    return OSA.distance(word, other, score_cutoff=2) <= (2 if len(word) >= _LONG else 1)


@cache
def _empty() -> frozenset[str]:
    return frozenset(table("empty.txt"))


@cache
def turning() -> frozenset[str]:
    """The stems of words that may turn a proposal into its contrary."""
    return frozenset(stemmer()(word) for word in table("turning.txt"))


@cache
def titles() -> frozenset[str]:
    """Titles that may stand before the name of a person."""
    return frozenset(table("titles.txt"))


@cache
def pronouns() -> frozenset[str]:
    """Words that stand for a name that was said before."""
    return frozenset(table("pronouns.txt"))


@cache
def plain() -> frozenset[str]:
    """The stems of words that name nothing, and which a question may have anywhere."""
    return frozenset(map(stem, table("plain.txt")))
