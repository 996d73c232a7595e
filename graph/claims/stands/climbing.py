"""From the words of a proposal up the sentence: what is thought of it there, and by whom."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.claims.matching import Match
from graph.claims.stands.absence import asks_whether, is_absent, is_asked
from graph.claims.stands.acting import by_deed
from graph.claims.stands.equating import by_subject
from graph.claims.stands.governing import by_governor
from graph.claims.stands.judging import by_fear, by_predicate
from graph.claims.stands.relative import by_relative
from graph.claims.stands.turning import as_overruled, as_reported, by_others
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import auxiliary
from graph.claims.syntax.governors import HIGHEST, governor_of
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def verdicts(match: Match, downward: bool) -> Iterator[Verdict]:
    """The stands taken on a proposal on the way from its words to the root; nothing for a mere mention.

    `downward`: the proposal is that something be less, so that words of lessening agree with it.
    """
    climb = Climb(downward and not match.turned, -1 if is_absent(match) != match.turned else 1)
    own = {t.i for t in match.tokens}
    for token in match.tokens:
        yield from by_relative(token, own, climb)
    yield from _upward(match.anchor, own, climb)


def _upward(node: "Token", own: set[int], climb: Climb) -> Iterator[Verdict]:
    """What is thought of it on the way up; then what is thought of that, where a noun says it ("the protest")."""
    found = by_deed(node, own, climb)
    for _ in range(HIGHEST):
        if found is not None:
            yield from _settled(found, node, climb)
            if found.spoken.pos_ != "NOUN" or found.holder is None:
                return
            climb = Climb(climb.downward, 1 if found.polarity >= 0 else -1)
            node = found.spoken
        if node.head == node or climb.ended:
            return
        found, node = _step(node, own, climb)
        if found is not None and is_asked(found.spoken):
            return


def _settled(found: Verdict, node: "Token", climb: Climb) -> Iterator[Verdict]:
    """A verdict after what stands over it, with what others do to the same subject."""
    said = as_overruled(as_reported(found) if found.holder is None else found)
    if said.strength > 0:
        yield replace(said, polarity=0.0) if climb.open else said
    yield from by_others(node, found)


def _step(node: "Token", own: set[int], climb: Climb) -> tuple[Verdict | None, "Token"]:
    """One step up: what the governor says of the word below it."""
    parent, argument = governor_of(node)
    climb.open = climb.open or asks_whether(node)
    if argument == "to" and node.lemma_ in words("answering_verbs") and parent.lemma_ in ("decline", "refuse"):
        climb.ended = True
        return None, parent
    if parent.i in own:
        return by_deed(parent, own, climb), parent
    if argument == "subj":
        climb.ended = auxiliary(parent, "to") is None
        return by_predicate(parent, climb) or by_fear(parent, climb), parent
    if parent.lemma_ == "be" and argument in ("to", "that", "obj"):
        return by_subject(parent, climb), parent
    return by_governor(parent, argument, own, climb), parent
