"""Content as a clause of its own: "she said (that) ...", "..., he said", "..., officials said, ..."."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.attributions.frames.draft import Draft
from graph.claims.syntax.children import CLAUSES, SUBJECTS, VERBAL, child, has_child
from graph.claims.syntax.clauses import opener
from graph.claims.syntax.phrases import cue_of, noun_phrase
from graph.claims.syntax.subjects import subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_LOOSE = 14  # tokens
_ADDED = ("advcl", "prep", "npadvmod", "advmod")


def clause(verb: "Token") -> Iterator[Draft]:
    """Somebody says, thinks, knows (that) something; also "..., he said" after and inside the content."""
    for said in (c for c in verb.children if c.dep_ == "ccomp"):
        holder, how = subject(verb)
        cue = cue_of(verb)
        source = noun_phrase(holder, cue)
        fronted = said.i < verb.i
        body = _fronted(verb, said, (*cue, *source)) if fronted else list(said.subtree)
        features = ("fronted" if fronted else "after", "mark=" + opener(said))
        for extent, kept in _extents(said, body):
            yield Draft(verb, cue, holder, how, source, kept, (*cue, *source), (*features, extent))


def _fronted(verb: "Token", said: "Token", saying: tuple["Token", ...]) -> list["Token"]:
    """The content before and around its verb: the clause, and what the verb's own children add to it after a comma."""
    body = list(said.subtree)
    if verb.dep_ == "ROOT":
        first = min(t.i for t in saying)
        body = [*(t for t in verb.sent if t.i < first), *(t for t in body if t.i > first)]
    return body


def _extents(said: "Token", body: list["Token"]) -> Iterator[tuple[str, list["Token"]]]:
    """A clause as the parser has it, and without what follows a comma and may belong to the verb of saying."""
    yield "whole", body
    for part in said.children:
        joined = part.dep_ == "conj" and part.pos_ in VERBAL
        if joined or (part.dep_ in _ADDED and part.i > said.i and _is_after_comma(part)):
            left_out = set(part.subtree)
            yield "cut=" + part.dep_, [t for t in body if t not in left_out and t.i < part.left_edge.i]
            return


def _is_after_comma(part: "Token") -> bool:
    """Whether a comma or a dash parts what hangs on a verb from what stands before it."""
    return part.left_edge.i > 0 and part.left_edge.nbor(-1).text in (",", "–", "—")


def interposed(verb: "Token") -> Iterator[Draft]:
    """The content is the sentence, the saying is hung on it: "..., officials said, ..."; "..., as he put it"."""
    adverbial = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    holder = child(verb, *SUBJECTS)
    if holder is None or not (adverbial or _is_loose(verb)) or has_child(verb, *CLAUSES):
        return
    cue = cue_of(verb)
    inside = set(verb.subtree)
    body = [t for t in verb.head.subtree if t not in inside]
    yield Draft(verb, cue, holder, "own", noun_phrase(holder, cue), body, features=("as" if adverbial else verb.dep_,))


def _is_loose(verb: "Token") -> bool:
    """Whether a clause hangs on another one unbound, and is no more than subject, verb and what goes with them."""
    hung = verb.dep_ in ("parataxis", "ccomp", "dep") and verb.head.pos_ in VERBAL
    return hung and sum(1 for _ in verb.subtree) <= _LONGEST_LOOSE
