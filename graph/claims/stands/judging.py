"""What is said of a proposal as a subject: "... is a mistake", "... would hurt exports", "... angers drivers"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.claims.stances import polarity_of, stand
from graph.claims.stands.equating import by_subject
from graph.claims.stands.evaluating import evaluation
from graph.claims.stands.holding import holder_of
from graph.claims.stands.results import by_result
from graph.claims.stands.verdict import Climb, Verdict
from graph.claims.syntax.children import VERBAL, auxiliary, child, has_child
from graph.claims.syntax.subjects import relative_subject, subject
from graph.claims.syntax.words import DEONTIC, PARTICLES, is_negated, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_HAVING = ("have", "bring", "pose", "represent", "constitute", "amount", "become", "remain", "offer")
_DUE = ("have", "need", "deserve")


def by_predicate(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of a verb over the proposal as its subject."""
    return (
        _by_quality(verb, climb)
        or _by_feeling(verb, climb)
        or _by_whom_it_suits(verb, climb)
        or _as_somebodys(verb, climb)
        or _by_duty(verb, climb)
    )


def _by_quality(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of what it is or does: "... is a mistake", "... would hurt exports"."""
    for each in (verb, *_joined(verb)):
        found = _quality(each)
        if found is not None:
            polarity, word = found
            return Verdict(climb.turned(polarity, negated=is_negated(each)), None, word, f'"{word.text}"', 0.65)
    return None


def _quality(verb: "Token") -> tuple[float, "Token"] | None:
    """The polarity of what something is or does, and the word that decides."""
    if verb.pos_ not in VERBAL:
        return evaluation(verb)
    return _by_idiom(verb) or _last_wanted(verb) or by_result(verb) or _by_verb(verb) or _by_complement(verb)


def _last_wanted(verb: "Token") -> tuple[float, "Token"] | None:
    """The judgement of "... is the last thing that nurses need"."""
    noun = child(verb, "attr")
    last = noun is not None and any(c.lower_ == "last" and c.dep_ == "amod" for c in noun.children)
    return (-1.0, noun) if noun is not None and last and has_child(noun, "relcl") else None


def _by_verb(verb: "Token") -> tuple[float, "Token"] | None:
    polarity = polarity_of(lemma_of(verb), "verb", "subj")
    return (polarity, verb) if polarity is not None else None


def _by_idiom(verb: "Token") -> tuple[float, "Token"] | None:
    """The polarity of a verb with its object or adverb: "makes no sense", "does more harm than good"."""
    for part in verb.children:
        polarity = polarity_of(f"{lemma_of(verb)}+{part.lemma_.lower()}", "verb", "subj")
        if polarity is not None:
            denied = any(c.lower_ in ("no", "little", "hardly") for c in part.children)
            return (-polarity if denied else polarity), part
    return None


def _by_complement(verb: "Token") -> tuple[float, "Token"] | None:
    """The polarity of the adjective or noun that something is said to be."""
    for word in verb.children:
        named = word.dep_ in ("acomp", "attr", "xcomp", "oprd") or (word.dep_ == "ccomp" and word.pos_ == "ADJ")
        if named or (word.dep_ == "dobj" and verb.lemma_ in _HAVING):
            found = _quality(word) if word.dep_ == "xcomp" and word.pos_ == "VERB" else evaluation(word)
            if found is not None:
                return found
        elif word.dep_ == "prep" and word.lower_ in ("in", "to", "of", "as"):
            inner = child(word, "pobj")
            found = evaluation(inner) if inner is not None and verb.lemma_ in ("be", "come", "amount") else None
            if found is not None:
                return found
    return None


def _joined(verb: "Token") -> Iterator["Token"]:
    """The verbs that go on with the same subject, over an interposed "he said" too."""
    yield from (c for c in verb.conjuncts if c.i > verb.i)
    if verb.dep_ == "ccomp" and verb.i < verb.head.i:
        yield from (c for c in verb.head.conjuncts if not has_child(c, "nsubj", "nsubjpass"))


def _by_feeling(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of whom it moves: "the ban angered drivers"."""
    polarity = polarity_of(verb.lemma_, "verb", "stirs")
    holder = child(verb, "dobj")
    if polarity is None or holder is None:
        return None
    return Verdict(climb.turned(polarity, negated=is_negated(verb)), holder, verb, f'"{verb.text}"', 0.75)


def _by_whom_it_suits(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of "... is not something (that) Oslo would agree to"."""
    for clause in (c for noun in verb.children if noun.dep_ == "attr" for c in noun.children if c.dep_ == "relcl"):
        prepositions = (c.lower_ for c in clause.children if c.dep_ == "prep")
        polarity = polarity_of(clause.lemma_, "verb", *prepositions, "obj")
        if polarity is not None and not relative_subject(clause):
            judged = climb.turned(polarity, negated=is_negated(verb) != is_negated(clause))
            return Verdict(judged, subject(clause)[0], clause, f'"{clause.text}"', 0.75)
    return None


def _as_somebodys(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of "... is a demand of the unions", "... is the bishop's idea"."""
    found = by_subject(verb, climb, "attr") if verb.lemma_ == "be" else None
    return found if found is not None and found.holder is not None else None


def _by_duty(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of what must or should become of it: "the tax must go", "private prisons have to go"."""
    inner = child(verb, "xcomp") if verb.lemma_ in _DUE else None
    done, must = (inner, verb) if inner is not None else (verb, auxiliary(verb, *DEONTIC))
    if must is None:
        return _barred(verb, climb)
    moved = any(c.lower_ in PARTICLES for c in done.children)
    end = None if moved else stand(done.lemma_.lower(), "verb", "subj") or stand(lemma_of(done), "verb", "obj")
    ends = end is not None and not climb.downward and (end.direction < 0 or (end.polarity or 0) < 0)
    return Verdict(climb.turned(1.0, negated=is_negated(verb) != ends), None, verb, f'"{must.text}"', 0.6)


def _barred(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of what cannot be put up with: "it cannot be allowed to happen"."""
    welcome = stand(lemma_of(verb), "verb", "obj")
    barred = is_negated(verb) and auxiliary(verb, "can", "ca") is not None
    if not barred or welcome is None or (welcome.polarity or 0) <= 0:
        return None
    return Verdict(climb.turned(-1.0), None, verb, f'"cannot {verb.text}"', 0.65)


def by_fear(verb: "Token", climb: Climb) -> Verdict | None:
    """The verdict of somebody who fears or warns of what a proposal would do, whatever that is."""
    governor = verb.head
    polarity = polarity_of(governor.lemma_, "verb", "that") if verb.dep_ == "ccomp" else None
    if polarity is None or polarity >= 0:
        return None
    holder, negated = holder_of(governor, "verb")
    judged = climb.turned(polarity, negated=negated)
    return Verdict(judged, holder, governor, f'"{governor.text}"', 0.7) if holder is not None else None
