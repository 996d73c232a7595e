"""Events that a verb tells: "imposed a duty on", "met", "were arrested"."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from graph.claims.happenings.arguments import doers_of, done_to, draft, is_of, is_specific
from graph.claims.happenings.asserting import Status
from graph.claims.happenings.draft import Draft
from graph.claims.happenings.parties import PLACES, Parties, objects
from graph.claims.happenings.triggers import Trigger, triggers
from graph.claims.syntax.children import child
from graph.claims.syntax.words import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_OTHERS = ("with", "against", "on", "to", "for", "between", "from", "by")
_BY_NAME = 0.8  # the score of a party that is not only described
_WITHDRAWN = ("from", "of", "on", "out")


def told_by_verb(verb: "Token", said: Status, parties: Parties) -> Iterator[Draft]:
    """The event that a verb tells, if what its frame needs is there: one at the most."""
    for trigger in triggers().get(lemma_of(verb), ()):
        found = _FRAMES[trigger.frame](verb, trigger, said, parties)
        if found is not None:
            yield found
            return


def _two(verb: "Token", trigger: Trigger, said: Status, parties: Parties) -> Draft | None:
    """Who does it and another party: its object, or behind "with" or "against"."""
    doers = doers_of(verb, parties)
    if not doers:
        return None
    others = [*parties.at(done_to(verb)), *parties.behind([verb], "with", "against", "between")]
    task = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)  # "urged them to stop"
    return draft(verb, trigger, said, [*doers, *others], task, "its subject and the other party")


def _place(verb: "Token", trigger: Trigger, said: Status, parties: Parties) -> Draft | None:
    """Who goes to a place or to somebody."""
    goal = done_to(verb)
    doers = doers_of(verb, parties)
    if goal is None or not doers:
        return None
    hosts = [party for party in parties.at(goal) if party.score >= _BY_NAME]
    if not hosts and goal.ent_type_ not in PLACES:
        return None
    least = 1 if goal.ent_type_ in PLACES else 2
    return draft(verb, trigger, said, [*doers, *hosts], goal, "its subject and where to", least)


def _act(verb: "Token", trigger: Trigger, said: Status, parties: Parties) -> Draft | None:
    """Who does something to a thing of the right kind, or whom the thing is for."""
    thing = done_to(verb)
    if thing is None or not is_of(thing, trigger.nouns) or child(verb, "oprd") is not None:
        return None  # "called the vote a mistake"
    doers = doers_of(verb, parties)
    near = [verb, thing, *objects([thing], "of")]  # "a tariff of 25 percent on Peru"
    others = [*parties.behind(near, *_OTHERS), *parties.before(thing)]
    if trigger.nouns in ("curb", "aid", "force", "law", "plan") and not doers:
        others = parties.behind(near, "on", "to", "by", "against")
    least = 2 if trigger.code == "CONSULT" and not is_specific(thing) else 1
    return draft(verb, trigger, said, [*doers, *others], thing, f"its object “{thing.lower_}”", least)


def _thing(verb: "Token", trigger: Trigger, said: Status, parties: Parties) -> Draft | None:
    """Who does it to whatever thing."""
    thing, doers = done_to(verb), doers_of(verb, parties)
    if thing is None or not doers or thing.pos_ not in ("NOUN", "PROPN"):
        return None
    return draft(verb, trigger, said, [*doers, *parties.at(thing)], thing, "its subject and object", 1)


def _from(verb: "Token", trigger: Trigger, said: Status, parties: Parties) -> Draft | None:
    """Who leaves an agreement, or goes on strike."""
    near = [verb, *(c for c in verb.children if c.dep_ == "prep")]
    behind = [*objects(near, *_WITHDRAWN), *([direct] if (direct := child(verb, "dobj")) is not None else [])]
    thing = next((noun for noun in behind if is_of(noun, trigger.nouns)), None)
    doers = doers_of(verb, parties)
    if thing is None or not doers:
        return None
    others = parties.behind([thing], "with", "between")
    return draft(verb, trigger, said, [*doers, *others], thing, f"“{thing.lower_}” behind it", 1)


def _one(verb: "Token", trigger: Trigger, said: Status, parties: Parties) -> Draft | None:
    """Who does it, and against whom, if anybody."""
    doers = doers_of(verb, parties)
    if not doers or child(verb, "ccomp", "xcomp") is not None:
        return None  # "protested that ..." is a word of saying
    return draft(verb, trigger, said, [*doers, *parties.behind([verb], "against")], None, "its subject", 1)


def _done(verb: "Token", trigger: Trigger, said: Status, parties: Parties) -> Draft | None:
    """Whom it is done to, and who does it, if the text tells."""
    victims = parties.at(done_to(verb))
    if not victims:
        return None
    return draft(verb, trigger, said, [*doers_of(verb, parties), *victims], None, "whom it is done to", 1)


def _clause(verb: "Token", trigger: Trigger, said: Status, parties: Parties) -> Draft | None:
    """Who agrees to do something, or on something."""
    task = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    thing = task if task is not None else next(_nouns(verb, "on", "to"), None)
    doers = doers_of(verb, parties)
    if thing is None or not doers or verb.tag_ == "VBZ":
        return None
    return draft(verb, trigger, said, [*doers, *parties.behind([verb], "with")], thing, "its subject and what to", 1)


def _money(verb: "Token", trigger: Trigger, said: Status, parties: Parties) -> Draft | None:
    """Who puts an amount into something."""
    doers = doers_of(verb, parties)
    sum_ = child(verb, "dobj")
    into = next(objects([verb, *([sum_] if sum_ is not None else [])], "in", "into"), None)
    if not doers or sum_ is None or sum_.ent_type_ not in ("MONEY", "CARDINAL", "QUANTITY"):
        return None
    named = parties.at(into) if into is not None else []
    return draft(verb, trigger, said, [*doers, *named], sum_, "its subject and an amount", 1)


def _vote(verb: "Token", trigger: Trigger, said: Status, parties: Parties) -> Draft | None:
    """Who votes for or against something, or to do it."""
    task = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    thing = task if task is not None else next(_nouns(verb, "for", "against", "on"), None)
    doers = doers_of(verb, parties)
    if thing is None or not doers:
        return None
    return draft(verb, trigger, said, doers, thing, "its subject and what for", 1)


def _nouns(verb: "Token", *prepositions: str) -> Iterator["Token"]:
    """The nouns behind the prepositions of a verb that are neither pronouns nor days."""
    return (n for n in objects([verb], *prepositions) if n.pos_ in ("NOUN", "PROPN") and n.ent_type_ != "DATE")


_FRAMES: Mapping[str, Callable[["Token", Trigger, Status, Parties], Draft | None]] = {
    "two": _two, "thing": _thing, "place": _place, "act": _act, "from": _from, "one": _one, "done": _done,
    "clause": _clause, "money": _money, "vote": _vote,
}  # fmt: skip
