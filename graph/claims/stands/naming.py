"""What somebody calls a proposal: "called the cut a disgrace", "sees it as a threat", "find the fee unfair"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.stands.evaluating import evaluation
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import VERBAL, child, has_child
from graph.claims.syntax.subjects import subject
from graph.claims.syntax.words import is_negated
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = ("oprd", "attr", "acomp", "dobj", "ccomp", "xcomp", "amod", "advcl")
_FAR = 3  # tokens from the proposal's last word to an article that opens its name


def by_name(parent: "Token", argument: str, node: "Token", own: set[int], climb: Climb) -> Verdict | None:
    """The verdict of what somebody calls the proposal."""
    verb = parent.head if argument == "subj" else parent
    if verb.lemma_ not in words("naming_verbs") or (argument not in ("obj", "subj") and not has_child(verb, "dobj")):
        return None
    if argument == "subj" and (parent.dep_ not in ("ccomp", "xcomp") or parent.pos_ not in ("NOUN", "ADJ")):
        return None
    names = (parent,) if argument == "subj" else _names(verb, node, own, direct=argument == "obj")
    for name in names:
        found = evaluation(name)
        if found is not None:
            judged, holder = climb.turned(found[0], negated=is_negated(verb)), subject(verb)[0]
            return Verdict(judged, holder, found[1], f'"{verb.text}" it "{found[1].text}"', 0.8 if holder else 0.0)
    return None


def _names(verb: "Token", node: "Token", own: set[int], *, direct: bool) -> Iterator["Token"]:
    """The words that can be the name: an object complement, what "as" leads to, what "a" opens behind the proposal."""
    for part in verb.children if direct else ():
        if part.i in own or part == node:
            continue
        if part.dep_ in _COMPLEMENTS and part.pos_ not in VERBAL:
            yield part
        if part.lower_ == "as" or (part.lower_ == "to" and part.dep_ == "prep"):
            named = child(part, "pobj", "amod", "pcomp", "acomp", "advmod")
            yield from (named,) if named is not None else ()
    last = max((i for i in own if i < verb.sent.end), default=node.i)
    for token in verb.doc[last + 1 : min(last + 1 + _FAR, verb.sent.end)]:
        if token.lower_ in ("a", "an") and token.dep_ == "det":
            yield token.head
