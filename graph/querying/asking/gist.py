"""The gist of a question that fits no way of asking: what it names and which words it has, in whatever order.

Nothing is passed over: each word has to be part of a name, of a time, plain, or a word of the query that is taken.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from graph.querying.asking.choices import phrases
from graph.querying.asking.naming import EXACT, PART, Named, Names, content, plain
from graph.querying.asking.paraphrases import nation
from graph.querying.asking.suggesting import Found, recognised
from graph.querying.asking.words import Word, stem, table
from graph.querying.names import Thing
from graph.querying.seats import country_of

# which mean too much else
_NO_CHOICE = frozenset((word,) for word in ("for", "question", "like", "and", "person", "with"))
_WITH_STANCE = ("who-stands-where", "stance-of", "positions-of", "first-to-say", "changes-of-mind")
_OF = "of"  # the kind of an actor that is asked for who belongs there, as the parameter of a query is called
_WITHIN = ("in", "at", "from", "of", "within", "inside")


class Gist(NamedTuple):
    """A saved query by its name, what it is asked for, and the values that words chose."""

    query: str
    things: tuple[tuple[str, Thing], ...]
    chosen: Mapping[str, str]


class _Rule(NamedTuple):
    """A line of `tables/gists.tsv`."""

    query: str
    named: tuple[str, ...]
    groups: tuple[frozenset[str], ...]
    without: frozenset[str]
    more: frozenset[str]
    fixed: Mapping[str, str]


class _Told(NamedTuple):
    """What a question names and chooses, and its other words."""

    things: tuple[Thing, ...]
    stances: frozenset[str]
    kinds: frozenset[str]
    rest: frozenset[str]


def gist_of(question: str, words: Sequence[Word], names: Names) -> Gist | None:
    """The gist of a question, or None where a word of it is not understood or no line of the table fits."""
    if any(word.stem in _refused() for word in words):
        return None
    for paraphrased in (True, False):  # a name may be one of its own, or a word of what paraphrases a proposal
        told = _told(question, words, names, paraphrased=paraphrased)
        rule = next((rule for rule in _rules() if told and _fits(rule, told)), None)
        if told and rule:
            things = tuple((thing.kind, thing) for thing in told.things)
            return Gist(rule.query, things, {**_chosen(told), **rule.fixed})
    return None


def _told(question: str, words: Sequence[Word], names: Names, *, paraphrased: bool) -> _Told | None:
    named: dict[int, Thing] = {}  # by the first word; what is "of" is asked for those who belong to it
    taken: set[int] = set()
    for one in recognised(question, words, names, _known(), paraphrased=paraphrased):
        start = next((place for place in range(one.start, one.end) if _says(question, words[place])), one.start)
        named[start] = one.thing
        taken |= set(range(start, one.end))
    for index, word in enumerate(words):
        if index not in taken and _is_like_a_name(question, word, names):
            named[index] = Thing("actor", "", "", True)
            taken.add(index)
    spans = list(_spans(named, taken))
    if any(span.thing.kind == "proposal" for span in spans):
        for place, span in enumerate(spans):
            if belonging := _belonging(question, words, span):
                spans[place] = span._replace(thing=span.thing._replace(kind=_OF))
                taken |= belonging
    things = _things(question, words, names, spans)
    if things is None or any(word.stem == "" for index, word in enumerate(words) if index not in taken):
        return None  # a phrase in marks, or an IRI
    free = [word.stem if index not in taken else "" for index, word in enumerate(words)]
    stances = frozenset(_choices("stance", free)) if things else frozenset[str]()
    kinds = frozenset(_choices("kind", free))
    return _Told(things, stances, kinds, frozenset(word for word in free if word))


def _spans(named: Mapping[int, Thing], taken: set[int]) -> Iterator[Found]:
    """Each thing with all its words, up to the next name or free word."""
    for start in sorted(named):
        end = start + 1
        while end in taken and end not in named:
            end += 1
        yield Found(named[start], start, end)


def _belonging(question: str, words: Sequence[Word], span: Found) -> set[int]:
    """The words that ask not for an actor but for those who belong there: "which X", "X experts", "anybody at X"."""
    said = ["", "", *(question[word.start : word.end].lower() for word in words), ""]  # two words before the first
    who = [one in members() or (stem(one),) in phrases()["kind"] for one in said]
    before, after = span.start + 1, span.end + 2
    if span.thing.kind != "actor" or who[after - 1]:  # "US officials" are an actor
        return set()
    found = {span.start - 1} if said[before] == "which" else set[int]()
    found |= {span.end} if who[after] else set()
    if said[before] in _WITHIN and who[before - 1]:
        found |= {span.start - 2, span.start - 1}
    return found


def _things(question: str, words: Sequence[Word], names: Names, spans: Sequence[Found]) -> tuple[Thing, ...] | None:
    """What the names mean in the order of the question; None where one means nothing, or may mean several."""
    things: list[Thing] = []
    for span in spans:
        text = " ".join(question[words[span.start].start : words[span.end - 1].end].split()).removesuffix("'s")
        found = _whole(text, names) if span.thing.kind == _OF else names.find(text, span.thing.kind)
        if not isinstance(found, Named):
            return None
        thing = found.thing._replace(kind=span.thing.kind)
        if thing.iri not in [other.iri for other in things[-1:]]:  # "Erin Murphy" may be two of her names
            things.append(thing)
    return tuple(things)


def _whole(text: str, names: Names) -> Named | None:
    """What a text names by a whole name, or as those of a country do: "senators" are not the Senate."""
    for name in (text, nation(text)):
        found = names.find(name, "actor") if name else None
        if isinstance(found, Named) and found.sure == EXACT:
            return found
    return None


def _says(question: str, word: Word) -> bool:
    """Whether a word means something within a name: "in the Gazette" is named by its last one."""
    return word.stem == "" or bool(content(question[word.start : word.end]))


def _is_like_a_name(question: str, word: Word, names: Names) -> bool:
    """Whether a word that nothing knows is written like a name, or is one: a surname, a seat of government."""
    if word.stem == "" or word.stem in _known():
        return False
    if question[word.start].isupper():
        return True
    found = names.find(text := question[word.start : word.end], "actor")
    return isinstance(found, Named) and (found.sure >= PART or country_of(text) is not None)


def _choices(kind: str, free: list[str]) -> Iterator[str]:
    """The values that phrases of the free words choose, the longest phrases first; their words are taken out."""
    for phrase, value in sorted(phrases()[kind].items(), key=lambda one: -len(one[0])):
        for start in range(len(free) - len(phrase) + 1):
            if phrase not in _NO_CHOICE and tuple(free[start : start + len(phrase)]) == phrase:
                free[start : start + len(phrase)] = [""] * len(phrase)
                yield value


def _fits(rule: _Rule, told: _Told) -> bool:
    named = sorted(name for name in rule.named if name != "stance")
    if named != sorted(thing.kind for thing in told.things if (rule.query, thing.kind) != ("who-stands-where", _OF)):
        return False
    if "stance" in rule.named and not told.stances:
        return False
    if told.stances and rule.query not in _WITH_STANCE:
        return False
    if told.kinds and rule.query not in ("who-stands-where", "most-quoted"):
        return False
    if told.rest & rule.without or not all(group & told.rest for group in rule.groups):
        return False
    return told.rest <= plain() | rule.more | frozenset().union(*rule.groups)


def _chosen(told: _Told) -> dict[str, str]:
    """A stance where one alone was named, and a kind of actor."""
    chosen = {"stance": next(iter(told.stances))} if len(told.stances) == 1 else {}
    return chosen | ({"kind": next(iter(told.kinds))} if len(told.kinds) == 1 else {})


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(_rule(*(line.split("\t") + [""] * 4)[:5]) for line in table("gists.tsv"))


def _rule(query: str, named: str, groups: str, more: str, fixed: str) -> _Rule:
    values = (pair.partition("=") for pair in fixed.split())
    return _Rule(
        query,
        tuple(named.split()),
        tuple(frozenset(map(stem, group.split("|"))) for group in groups.split() if not group.startswith("-")),
        frozenset(stem(group[1:]) for group in groups.split() if group.startswith("-")),
        frozenset(map(stem, more.split())),
        {name: value for name, _, value in values},
    )


@cache
def _known() -> frozenset[str]:
    """Words that name nothing when they stand alone."""
    return plain().union(map(stem, members()), *(rule.more.union(*rule.groups) for rule in _rules()))


@cache
def members() -> frozenset[str]:
    """Words for those who belong somewhere."""
    return frozenset(table("members.txt"))


@cache
def _refused() -> frozenset[str]:
    return frozenset(map(stem, table("refused.txt")))
