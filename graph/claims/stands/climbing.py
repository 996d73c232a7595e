"""From the words of a proposal up the sentence: what is thought of it there, and by whom."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.claims.matching import Match
from graph.claims.stances import stand
from graph.claims.stands.acting import by_deed, by_doing, by_noun, by_will, by_word
from graph.claims.stands.grammar import KINDS, STEPS, governor_of, lemma_of, relative_subject
from graph.claims.stands.judging import by_fear, by_it_is, by_predicate, by_subject
from graph.claims.stands.turning import as_overruled, as_reported, by_others, is_asked, is_instead, is_none_of
from graph.claims.stands.verdict import Climb, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILLING = ("obj", "to", "that")
_SILENT = frozenset(("comment", "say", "answer", "respond", "discuss", "speak", "elaborate", "name", "identify", "be"))


def verdicts(match: Match, downward: bool) -> Iterator[Verdict]:
    """The stands taken on a proposal on the way from its words to the root; nothing for a mere mention.

    `downward`: the proposal is that something be less, so that words of lessening agree with it.
    """
    absent = is_instead(match) or is_none_of(match)
    climb = Climb(downward and not match.turned, -1 if absent != match.turned else 1)
    own = {t.i for t in match.tokens}
    for token in match.tokens:
        yield from _by_relative(token, own, climb)
    node = match.anchor
    found = by_deed(node, own, climb)
    for _ in range(STEPS):
        if found is not None:
            said = as_overruled(as_reported(found) if found.holder is None else found)
            if said.strength > 0:
                yield replace(said, polarity=0.0) if climb.open else said
            yield from by_others(node, found)
            if found.spoken.pos_ != "NOUN" or found.holder is None:
                return
            climb = Climb(
                climb.downward, 1 if found.polarity >= 0 else -1
            )  # what is thought of the plan or the protest itself
            node = found.spoken
        if node.head == node or climb.ended:
            return
        found, node = _step(node, own, climb)
        if found is not None and is_asked(found.spoken):
            return


def _by_relative(anchor: "Token", own: set[int], climb: Climb) -> Iterator[Verdict]:
    """What a relative clause says of it: "a plan which the cabinet resisted", "a figure that Oslo seeks to cut"."""
    for noun in (anchor, *(c for c in anchor.children if c.dep_ == "appos")):
        for clause in (c for c in noun.children if c.dep_ == "relcl"):
            verb = clause
            while (inner := next((c for c in verb.children if c.dep_ == "xcomp"), None)) is not None:
                verb = inner
            if not _lacks_object(verb) or relative_subject(clause):
                continue
            found = _taken_at(verb, "obj", own, climb)
            while found is None and verb != clause:
                found = _taken_at(verb.head, "to", own, climb)
                verb = verb.head
            if found is not None:
                yield found
                return


def _lacks_object(verb: "Token") -> bool:
    """Whether what a verb does is done to the noun that its clause describes."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return not objects or all(c.tag_ in ("WDT", "WP") for c in objects)


def _step(node: "Token", own: set[int], climb: Climb) -> tuple[Verdict | None, "Token"]:
    """One step up: what the governor says of the word below it."""
    parent, argument = governor_of(node)
    climb.open = climb.open or any(c.dep_ == "mark" and c.lower_ == "whether" for c in node.children)
    if argument == "to" and node.lemma_ in _SILENT and parent.lemma_ in ("decline", "refuse"):
        climb.ended = True
        return None, parent
    if parent.i in own:
        return by_deed(parent, own, climb), parent
    if argument == "subj":
        climb.ended = not any(c.dep_ == "aux" and c.lower_ == "to" for c in parent.children)
        return by_predicate(parent, climb) or by_fear(parent, climb), parent
    if parent.lemma_ == "be" and argument in ("to", "that", "obj"):
        return by_subject(parent, climb), parent
    return _taken_at(parent, argument, own, climb), parent


def _taken_at(parent: "Token", argument: str, own: set[int], climb: Climb) -> Verdict | None:
    """The verdict of a word on its argument: by the table, else by what it is said must or will be done."""
    kind = "adj" if parent.dep_ == "acomp" else KINDS.get(parent.pos_)
    if kind is None or parent.i in own:
        return None
    taken = stand(lemma_of(parent), kind, argument)
    if taken is None and argument == "to" and kind in ("adj", "noun"):
        return by_it_is(parent, kind, climb)
    if taken is None and kind == "noun" and argument in ("compound", "poss", "nmod", "amod"):
        taken = by_noun(parent)
    if taken is not None and taken.polarity is not None:
        return by_word(parent, kind, taken, climb)
    turns = taken is not None and not taken.light
    if turns and taken is not None and taken.direction < 0 and not climb.downward:
        climb.sign = -climb.sign
    if kind != "verb" or argument not in _WILLING:
        return None
    return by_will(parent, climb) or (by_doing(parent, climb) if taken is not None and taken.enacts else None)
