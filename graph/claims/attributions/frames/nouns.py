"""Content at a noun of saying: "her warning that ...", "the union's demand to ...", "his hope is that ..."."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.attributions.frames.draft import Draft
from graph.claims.syntax.children import VERBAL, behind, child
from graph.claims.syntax.clauses import completes_noun, opener
from graph.claims.syntax.phrases import noun_phrase
from graph.claims.syntax.subjects import subject

if TYPE_CHECKING:
    from spacy.tokens import Token


def noun(word: "Token") -> Iterator[Draft]:
    """Somebody's warning that ..., demand to ..., call for ..., criticism of ..."""
    holder, how = _owner(word)
    cue = (*(c for c in word.children if c.dep_ == "case"), word)
    source = noun_phrase(holder)
    for part in word.children:
        if part.i < word.i or (holder is not None and (part == holder or part.is_ancestor(holder))):
            continue
        found = _content(part)
        if found is not None:
            kind, body = found
            yield Draft(word, cue, holder, how, source, body, (word, *source), (kind,))


def _content(part: "Token") -> tuple[str, list["Token"]] | None:
    """How what hangs on a noun says what its content is, and in which words; None where it does not."""
    if part.dep_ in ("acl", "ccomp", "relcl") and part.pos_ in VERBAL and completes_noun(part):
        return "that" if opener(part) else "inf", list(part.subtree)
    if part.dep_ == "prep" and part.lower_ != "by":
        return "prep=" + part.lower_, behind(part)
    return None


def _owner(word: "Token") -> tuple["Token | None", str]:
    """Whose claim, plan or warning a noun is: possessor, "by X", "from X", subject of its verb, a name before it."""
    possessor = child(word, "poss")
    if possessor is not None:
        return possessor, "poss"
    for part in word.children:
        named = child(part, "pobj") if part.dep_ in ("prep", "agent") and part.lower_ in ("by", "from") else None
        if named is not None:
            return named, part.lower_
    if word.dep_ == "dobj" and word.head.pos_ in VERBAL:
        return subject(word.head)[0], "subject"
    if word.dep_ in ("attr", "nsubj", "pobj"):
        modifier = next((c for c in word.children if c.dep_ in ("compound", "amod") and c.ent_type_), None)
        return modifier, "modifier"
    return None, "none"


def equated(verb: "Token") -> Iterator[Draft]:
    """Somebody's view, hope, fear is that ..., is to ...: the noun and the verb are the cue."""
    if verb.lemma_ != "be":
        return
    view = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
    said = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "attr") and c.i > verb.i), None)
    holder, how = _owner(view) if view is not None else (None, "")
    if view is not None and said is not None and holder is not None:
        features = (said.dep_, "mark=" + opener(said))
        yield Draft(view, (view, verb), holder, how, noun_phrase(holder), list(said.subtree), features=features)
