"""What a word makes of what it governs: by the table of stances, else by what is said must or will be done."""

from typing import TYPE_CHECKING

from graph.claims.stances import polarity_of, stand
from graph.claims.stands.acting import by_doing, by_will, by_word
from graph.claims.stands.deciding import put_off
from graph.claims.stands.equating import by_it_is
from graph.claims.stands.naming import by_name
from graph.claims.stands.reading import Reading, reading
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import auxiliary, child, has_child
from graph.claims.syntax.clauses import is_infinitive
from graph.claims.syntax.subjects import subject
from graph.claims.syntax.words import KINDS, is_negated, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILLED = ("obj", "to", "that")


def by_governor(parent: "Token", argument: str, node: "Token", own: set[int], climb: Climb) -> Verdict | None:
    """The verdict of a word on its argument; a word of lessening, which takes no side, turns the climb round."""
    if parent.i in own:
        return None
    read = reading(parent, argument, node)
    judged = (
        put_off(parent, argument, node, read)
        or by_name(parent, argument, node, own, climb)
        or by_it_is(parent, argument, climb)
    )
    if judged is not None:
        return judged
    if read is not None and read.stand.polarity is not None:
        climb.sign *= _way_of_deed(parent, argument)
        return by_word(read, climb)
    return _by_turn(parent, argument, node, own, read, climb)


def supposed(verb: "Token", argument: str, node: "Token", climb: Climb) -> None:
    """Note what a clause of "if" or "unless" supposes to become of it; nobody wants it there yet."""
    read = reading(verb, argument, node)
    ends = read is not None and (read.stand.direction < 0 or (read.stand.polarity or 0) < 0)
    climb.sign *= -1 if ends != any(c.lower_ == "unless" for c in verb.children) else 1


def _way_of_deed(verb: "Token", argument: str) -> int:
    """-1 where what is asked to be done to it ends it: "called for it to be scrapped"."""
    deed = child(verb, "xcomp", "advcl") if argument == "for" else None
    if deed is None or not is_infinitive(deed) or not has_child(deed, "auxpass"):
        return 1
    done = stand(lemma_of(deed), "verb", "obj")
    return -1 if done is not None and (done.direction < 0 or (done.polarity or 0) < 0) else 1


def _by_turn(
    parent: "Token", argument: str, node: "Token", own: set[int], read: Reading | None, climb: Climb
) -> Verdict | None:
    """The verdict of a word that takes no side by itself, but brings more or less of it about."""
    if read is not None and not read.stand.light and read.stand.direction < 0 and not climb.downward:
        climb.sign = -climb.sign
    if argument == "without":
        return _by_lack(parent, climb)
    if argument == "advcl" and is_infinitive(node) and climb.sign < 0:
        return _by_purpose(parent, node, climb)
    if KINDS.get(parent.pos_) != "verb" or argument not in _WILLED:
        return None
    enacts = read is not None and read.stand.enacts
    return by_will(parent, own, climb, enacts=enacts) or (by_doing(parent, climb) if enacts else None)


def _by_lack(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of what cannot be, or comes to harm, without it; whoever says so wants it."""
    barred = is_negated(verb) and auxiliary(verb, "can", "ca", "could") is not None
    harmed = polarity_of(lemma_of(verb), "verb", "subj") == -1.0
    wanted = climb.turned(-1.0 if climb.absent else 1.0)
    return Verdict(wanted, None, verb, f'"{verb.text}" without it', 0.6) if barred or harmed else None


def _by_purpose(verb: "Token", aim: "Token", climb: Climb) -> Verdict | None:
    """The verdict of somebody who does something in order to bring it about: "went to court to stop ..."."""
    holder, how = subject(verb)
    if holder is None or how not in ("own", "by conj", "relative") or is_negated(verb):
        return None
    return Verdict(climb.turned(1.0), holder, aim, f'"to {aim.text}"', 0.55)
