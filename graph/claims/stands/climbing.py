"""From the words of a proposal up the sentence: what is thought of it there, and by whom."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.claims.matching import Match
from graph.claims.stances import downward_words
from graph.claims.stands.absence import asks_whether, is_absent, is_asked
from graph.claims.stands.acting import by_deed
from graph.claims.stands.bearing import borne, is_borne
from graph.claims.stands.deciding import by_whether
from graph.claims.stands.equating import by_subject
from graph.claims.stands.governing import by_governor, supposed
from graph.claims.stands.judging import by_fear, by_predicate
from graph.claims.stands.meeting import around, met_with
from graph.claims.stands.relative import by_relative
from graph.claims.stands.turning import as_overruled, as_reported, by_others
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import SUBJECTS, VERBAL, auxiliary, has_child
from graph.claims.syntax.governors import HIGHEST, governor_of, is_supposed
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def verdicts(match: Match, downward: bool) -> Iterator[Verdict]:
    """The stands taken on a proposal on the way from its words to the root; nothing for a mere mention.

    `downward`: the proposal is that something be less, so that words of lessening agree with it.
    """
    own = {t.i for t in match.tokens}
    lessens = any(t.lemma_.lower() in downward_words() for t in match.tokens)
    absent = is_absent(match)
    climb = Climb(downward and not match.turned and not lessens, -1 if absent != match.turned else 1, absent)
    for token in match.tokens:
        yield from by_relative(token, own, replace(climb))
    for start in (match.anchor, *(t for t in match.tokens if t.head.i not in own and t != match.anchor)):
        found = list(_upward(start, own, replace(climb)))
        yield from found
        if not all(each.aside for each in found):
            return


def _upward(node: "Token", own: set[int], climb: Climb) -> Iterator[Verdict]:
    """What is thought of it on the way up; then what is thought of that, where it is a thing ("the protest")."""
    found, pending = by_deed(node, own, climb), None
    for _ in range(HIGHEST):
        if found is not None and _is_nobodys(found):
            climb.sign, found = (1 if found.polarity >= 0 else -1), None
        if found is not None:
            if pending is not None and pending.holder is not None and pending.spoken.pos_ == "NOUN":
                yield from _settled(pending, node, climb)
            if not is_borne(found):
                yield from _settled(found, node, climb)
                return
            pending, node = found, found.spoken
        if node.head == node or climb.ended:
            break
        yield from _met(node, own, climb)
        found, node = _over(node, pending) if pending is not None else _step(node, own, climb)
        if found is not None and is_asked(found.spoken):
            yield from _left_open(found.spoken)
            return
        if pending is not None and found is None:
            break
    if pending is not None:
        asked = is_asked(pending.spoken)
        yield from _left_open(pending.spoken) if asked else _settled(pending, pending.spoken, climb)
    elif climb.open:
        yield from _left_open(node)


def _is_nobodys(found: Verdict) -> bool:
    """Whether a stand is said of nobody, so that somebody may take one on it: "regrets that it was rejected"."""
    said = found.holder is None and found.strength == 0 and not is_borne(found)
    return said and found.spoken.pos_ in VERBAL and as_reported(found) == found


def _left_open(word: "Token") -> Iterator[Verdict]:
    """The verdict of who leaves open whether, where somebody does."""
    found = by_whether(word)
    if found is not None and found.strength > 0:
        yield found


def _settled(found: Verdict, node: "Token", climb: Climb) -> Iterator[Verdict]:
    """A verdict after what stands over it, with what others do to the same subject."""
    said = as_overruled(as_reported(found) if found.holder is None else found)
    if said.strength > 0:
        yield said
    yield from by_others(node, found)


def _met(node: "Token", own: set[int], climb: Climb) -> Iterator[Verdict]:
    """What those think of it who are named beside what happens to it."""
    parent, argument = governor_of(node)
    if parent.pos_ in VERBAL and parent.i not in own and argument in ("subj", "obj"):
        yield from met_with(parent, climb)
        yield from around(parent, climb)


def _over(node: "Token", pending: Verdict) -> tuple[Verdict | None, "Token"]:
    """One step up from a stand that is spoken of."""
    parent, argument = governor_of(node)
    if asks_whether(node):
        return None, node
    if argument == "subj" and parent.pos_ in VERBAL:
        return by_predicate(parent, Climb(downward=False, sign=1 if pending.polarity >= 0 else -1)), parent
    return borne(parent, argument, node, pending), parent


def _step(node: "Token", own: set[int], climb: Climb) -> tuple[Verdict | None, "Token"]:
    """One step up: what the governor says of the word below it."""
    parent, argument = governor_of(node)
    if asks_whether(node):
        climb.open = climb.ended = True
        return None, node
    if is_supposed(parent):
        supposed(parent, argument, node, climb)
        return None, parent
    if argument == "advcl" and node.tag_ == "VBG" and not has_child(parent, *SUBJECTS):
        argument = "subj"
    if argument == "to" and node.lemma_ in words("answering_verbs") and parent.lemma_ in ("decline", "refuse"):
        climb.ended = True
        return None, parent
    if parent.i in own:
        return by_deed(parent, own, climb), parent
    if argument == "subj":
        found = by_predicate(parent, climb) or by_governor(parent, argument, node, own, climb) or by_fear(parent, climb)
        climb.ended = auxiliary(parent, "to") is None and parent.pos_ in VERBAL
        return found, parent
    if parent.lemma_ == "be" and argument in ("to", "that", "obj"):
        return by_subject(parent, climb) or by_governor(parent, argument, node, own, climb), parent
    return by_governor(parent, argument, node, own, climb), parent
