"""From the words of a proposal up the sentence: what is thought of it there, and by whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.claims.frames import subject
from graph.claims.matching import Match
from graph.claims.stances import Stand, stand

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_DEONTIC = frozenset(("should", "must", "ought", "need"))
_HEDGES = frozenset(("may", "might", "could"))
_WITHIN = ("xcomp", "acomp", "attr", "oprd", "conj", "dobj", "pobj", "prep", "pcomp", "acl", "amod")
_WILLING = ("obj", "to", "that", "for", "on", "with", "into")
_STEPS = 12
_ONLY = ("only", "just", "merely", "simply")
_PARTICLES = frozenset(
    ("out", "down", "up", "back", "off", "aside", "away", "on", "over", "through", "forward", "ahead")
)
_INSTEAD = (("rather", "than"), ("instead", "of"), ("as", "opposed", "to"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence makes of a proposal.

    `polarity` is -1.0 to 1.0; `holder` the head word of who holds it, or None where it is whoever says the sentence
    (`spoken`: the word that carries the judgement, to find out who says it); `why` names the word that decided.
    """

    polarity: float
    holder: "Token | None"
    spoken: "Token"
    why: str
    strength: float


@dataclass(slots=True)
class _Climb:
    """What has been met on the way up so far."""

    downward: bool
    sign: int = 1
    ended: bool = False


def verdicts(match: Match, downward: bool) -> Iterator[Verdict]:
    """The stands taken on a proposal on the way from its words to the root; nothing for a mere mention.

    `downward`: the proposal is that something be less, so that words of lessening agree with it.
    """
    absent = _instead(match) or _none_of(match)
    climb = _Climb(downward and not match.turned, -1 if absent != match.turned else 1)
    own = {t.i for t in match.tokens}
    yield from _by_relative(match.anchor, own, climb)
    node = match.anchor
    found = _enacted(node, own, climb)
    for _ in range(_STEPS):
        if found is not None:
            said = _reported(found) if found.holder is None else found
            if said.strength > 0:
                yield said
            if found.spoken.pos_ != "NOUN" or found.holder is None:
                return
            climb = _Climb(
                climb.downward, 1 if found.polarity >= 0 else -1
            )  # what is thought of the plan or the protest itself
            node = found.spoken
        if node.head == node or climb.ended:
            return
        found, node = _step(node, own, climb)
        if found is not None and _asked(found.spoken):
            return


def _by_relative(anchor: "Token", own: set[int], climb: _Climb) -> Iterator[Verdict]:
    """What a relative clause says of it: "a plan which the cabinet resisted", "a figure that Oslo seeks to cut"."""
    for noun in (anchor, *(c for c in anchor.children if c.dep_ == "appos")):
        for clause in (c for c in noun.children if c.dep_ == "relcl"):
            verb = clause
            while (inner := next((c for c in verb.children if c.dep_ == "xcomp"), None)) is not None:
                verb = inner
            if not _lacks_object(verb) or _relative_subject(clause):
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


def _relative_subject(clause: "Token") -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("WDT", "WP") for c in clause.children)


def _asked(word: "Token") -> bool:
    """Whether a clause asks whether something is so, and so takes no stand."""
    if word.sent[-1].text == "?" or (len(word.sent) > 1 and word.sent[-2].text == "?"):
        return True
    for _ in range(_STEPS):
        if any(c.dep_ == "mark" and c.lower_ == "whether" for c in word.children):
            return True
        if word.dep_ not in _WITHIN or word.head == word:
            return False
        word = word.head
    return False


def _reported(found: Verdict) -> Verdict:
    """A judgement that somebody doubts, denies or demands: "doubt that a cap would help"."""
    clause = found.spoken
    while clause.dep_ in ("acomp", "attr", "oprd", "dobj", "conj", "xcomp") and clause.head != clause:
        clause = clause.head
    governor = clause.head
    if clause.dep_ != "ccomp" or governor.pos_ != "VERB":
        return found
    taken = stand(governor.lemma_.lower(), "verb", "that")
    holder, negated = _holder(governor, "verb")
    if taken is None or taken.polarity is None or holder is None:
        return found
    polarity = found.polarity * (-0.5 if abs(taken.polarity) < 1 else taken.polarity) * (-1 if negated else 1)
    return Verdict(polarity, holder, governor, f'"{governor.text}" over {found.why}', 0.75)


def _instead(match: Match) -> bool:
    """Whether the proposal is what something else is preferred to: "a tax rather than a ban"."""
    first = min(match.tokens, key=lambda t: t.i)
    before = [t.lower_ for t in first.doc[max(0, first.i - 5) : first.i]]
    return any(tuple(before[i : i + len(words)]) == words for words in _INSTEAD for i in range(len(before)))


def _none_of(match: Match) -> bool:
    """Whether it is the absence of the proposal that is spoken of: "no cap", "without a ban", "not a ban"."""
    anchor = match.anchor
    if any(c.dep_ in ("det", "neg") and c.lower_ in ("no", "not", "neither") for c in anchor.children):
        return anchor.pos_ not in ("VERB", "AUX")
    return anchor.dep_ in ("pobj", "pcomp") and anchor.head.lower_ in ("without", "except", "besides")


def _step(node: "Token", own: set[int], climb: _Climb) -> tuple[Verdict | None, "Token"]:
    """One step up: what the governor says of the word below it."""
    parent, argument = _governor(node)
    if parent.i in own:
        return _enacted(parent, own, climb), parent
    if argument == "subj":
        climb.ended = not any(c.dep_ == "aux" and c.lower_ == "to" for c in parent.children)
        return _judged(parent, climb) or _feared(parent, climb), parent
    if parent.lemma_ == "be" and argument in ("to", "that", "obj"):
        return _by_subject(parent, climb), parent
    return _taken_at(parent, argument, own, climb), parent


def _taken_at(parent: "Token", argument: str, own: set[int], climb: _Climb) -> Verdict | None:
    """The verdict of a word on its argument: by the table, else by what it is said must or will be done."""
    kind = _KINDS.get(parent.pos_)
    if kind is None or parent.i in own:
        return None
    taken = stand(_lemma(parent), kind, argument) or stand(parent.lemma_.lower(), kind, argument)
    if taken is None and kind == "noun" and argument in ("compound", "poss", "nmod", "amod"):
        taken = _by_noun(parent)
    if taken is not None and taken.polarity is not None:
        return _taken(parent, kind, taken, climb)
    if taken is not None and not taken.light and taken.direction < 0 and not climb.downward:
        climb.sign = -climb.sign
    return _willed(parent, climb) if kind == "verb" and argument in _WILLING else None


def _by_subject(verb: "Token", climb: _Climb) -> Verdict | None:
    """The verdict of a subject that the proposal is equated with: "its hope is to ...", "the union's aim is ..."."""
    noun = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
    if noun is None:
        return None
    for argument in ("to", "that", "for"):
        taken = stand(noun.lemma_.lower(), "noun", argument)
        if taken is not None and taken.polarity is not None:
            holder, _ = _holder(noun, "noun")
            negated = _negated(verb)
            sign = -climb.sign if negated else climb.sign
            return Verdict(taken.polarity * sign, holder, noun, f'"{noun.text}"', 0.75)
    return None


def _governor(node: "Token") -> tuple["Token", str]:
    """The word that a word depends on for its meaning, over prepositions and conjunctions, and as what."""
    parent, dep = node.head, node.dep_
    while dep == "conj" and parent.head != parent:
        node, parent, dep = parent, parent.head, parent.dep_
    if parent.dep_ in ("prep", "agent", "dative") and parent.pos_ in ("ADP", "SCONJ") and dep in ("pobj", "pcomp"):
        return parent.head, parent.lower_
    if dep in ("nsubj", "csubj") or (dep == "nsubjpass" and parent.pos_ in ("VERB", "AUX") and not _done_to(parent)):
        return parent, "subj"
    if dep in ("dobj", "nsubjpass", "attr", "oprd", "dative"):
        return parent, "obj"
    if dep in ("xcomp", "acl") or (dep == "ccomp" and any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)):
        return parent, "to"
    if dep in ("ccomp", "relcl"):
        return parent, "that"
    return parent, dep


def _lemma(word: "Token") -> str:
    """The lemma with its particle: "rule out"."""
    particle = next((c.lower_ for c in word.children if c.dep_ in ("prt", "advmod") and c.lower_ in _PARTICLES), None)
    return f"{word.lemma_.lower()}_{particle}" if particle else word.lemma_.lower()


def _negated(word: "Token") -> bool:
    """Whether a word is denied; "not only" denies nothing."""
    return any(
        (c.dep_ == "neg" or c.lower_ in ("neither", "nor")) and not (c.i + 1 < len(c.doc) and c.nbor(1).lower_ in _ONLY)
        for c in word.children
    )


def _done_to(verb: "Token") -> bool:
    """Whether a passive verb says what is done to its subject (not "is expected to ...")."""
    return not any(c.dep_ == "xcomp" for c in verb.children)


def _taken(parent: "Token", kind: str, taken: Stand, climb: _Climb) -> Verdict | None:
    """The verdict of a word that takes a stand on what it governs."""
    holder, negated = _holder(parent, kind)
    polarity = taken.polarity if taken.polarity is not None else 0.0
    if negated:
        polarity = -polarity if abs(polarity) == 1.0 else 0.0
    if polarity > 0 and _if_only(parent):
        polarity = 0.5
    if any(c.lower_ in _HEDGES for c in parent.children if c.dep_ == "aux") and abs(polarity) == 1.0:
        polarity = 0.0
    return Verdict(polarity * climb.sign, holder, parent, f'"{parent.text}"', _strength(parent, holder))


def _strength(parent: "Token", holder: "Token | None") -> float:
    """How far a stand may be somebody's: one that nobody takes ("was denounced") only where it is said to be due."""
    if holder is not None:
        return 0.85
    return 0.65 if any(c.lower_ in _DEONTIC for c in parent.children if c.dep_ == "aux") else 0.0


def _holder(parent: "Token", kind: str) -> tuple["Token | None", bool]:
    """Who takes the stand that a word expresses, and whether it is negated."""
    negated = _negated(parent)
    if kind == "verb":
        return subject(parent)[0], negated
    verb = parent.head if parent.dep_ in ("acomp", "attr", "dobj", "oprd", "pobj") else None
    for child in parent.children:
        if child.dep_ == "poss":
            return child, negated
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of", "among") and kind == "noun":
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and (child.lower_ != "of" or noun_of_will(parent)):
                return inner, negated
        if child.dep_ == "acl" and kind == "noun":
            agent = subject(child)
            if agent[1] == "agent":
                return agent[0], negated
    while verb is not None and verb.pos_ == "ADP":
        verb = verb.head
    if verb is not None and verb.pos_ in ("VERB", "AUX"):
        return subject(verb)[0], negated or _negated(verb)
    if kind == "adj" and parent.dep_ in ("amod", "advcl", "conj"):
        return subject(parent)[0], negated
    return None, negated


def noun_of_will(noun: "Token") -> bool:
    """Whether "of" names whose hope or aim it is, and not what it is for: "the aim of the union"."""
    return stand(noun.lemma_.lower(), "noun", "of") is None


def _judged(parent: "Token", climb: _Climb) -> Verdict | None:
    """The verdict of a predicate over the proposal as its subject: "... is a mistake", "... would hurt exports"."""
    for verb in (parent, *_joined(parent)):
        negated = _negated(verb)
        for word in _predicate(verb):
            taken = stand(word.lemma_.lower(), _KINDS.get(word.pos_, ""), "subj")
            if taken is not None and taken.polarity is not None:
                polarity = -taken.polarity if negated else taken.polarity
                return Verdict(polarity * climb.sign, None, word, f'"{word.text}"', 0.65)
    negated = _negated(parent)
    agreed = _something(parent, negated, climb)
    if agreed is not None:
        return agreed
    deontic = next((c for c in parent.children if c.dep_ == "aux" and c.lower_ in _DEONTIC), None)
    if deontic is None:
        return None
    done = stand(parent.lemma_.lower(), "verb", "subj")
    ends = done is not None and done.direction < 0 and not climb.downward
    return Verdict((-1.0 if negated != ends else 1.0) * climb.sign, None, parent, f'"{deontic.text}"', 0.6)


def _joined(verb: "Token") -> Iterator["Token"]:
    """The verbs that go on with the same subject, over an interposed "he said" too."""
    yield from (c for c in verb.conjuncts if c.i > verb.i)
    if verb.dep_ == "ccomp" and verb.i < verb.head.i:
        yield from (c for c in verb.head.conjuncts if not any(s.dep_ in ("nsubj", "nsubjpass") for s in c.children))


def _feared(verb: "Token", climb: _Climb) -> Verdict | None:
    """The verdict of somebody who fears or warns of what a proposal would do, whatever that is."""
    governor = verb.head
    taken = stand(governor.lemma_.lower(), "verb", "that") if verb.dep_ == "ccomp" else None
    if taken is None or taken.polarity is None or taken.polarity >= 0:
        return None
    holder, negated = _holder(governor, "verb")
    sign = -climb.sign if negated else climb.sign
    return Verdict(taken.polarity * sign, holder, governor, f'"{governor.text}"', 0.7) if holder is not None else None


def _predicate(verb: "Token") -> Iterator["Token"]:
    """The words that say what something is or does: the verb, its adjective or noun, and what qualifies that."""
    yield verb
    for word in verb.children:
        if word.dep_ in ("acomp", "attr", "xcomp", "oprd") or (word.dep_ == "ccomp" and word.pos_ == "ADJ"):
            yield word
            yield from (c for c in word.children if c.dep_ == "amod")
        elif word.dep_ == "dobj" and verb.lemma_ in ("have", "make", "bring", "pose"):
            yield word


def _something(verb: "Token", negated: bool, climb: _Climb) -> Verdict | None:
    """The verdict of "... is not something (that) Oslo would agree to"."""
    for noun in (c for c in verb.children if c.dep_ == "attr"):
        for clause in (c for c in noun.children if c.dep_ == "relcl"):
            arguments = [c.lower_ for c in clause.children if c.dep_ == "prep"] + ["obj"]
            taken = next((t for a in arguments if (t := stand(clause.lemma_.lower(), "verb", a))), None)
            if taken is not None and taken.polarity is not None and not _relative_subject(clause):
                against = negated != _negated(clause)
                polarity = (-taken.polarity if against else taken.polarity) * climb.sign
                return Verdict(polarity, subject(clause)[0], clause, f'"{clause.text}"', 0.75)
    return None


def _by_noun(noun: "Token") -> Stand | None:
    """The stand of a noun on what stands before it: "tariff opposition", "the ban's critics", "tariff relief"."""
    found = [stand(noun.lemma_.lower(), "noun", argument) for argument in ("to", "for", "of", "from")]
    return next((f for f in found if f is not None and not f.light), None)


def _willed(verb: "Token", climb: _Climb) -> Verdict | None:
    """The verdict of should, must and will over what brings the proposal about."""
    negated = _negated(verb)
    for aux in (c for c in verb.children if c.dep_ == "aux"):
        if aux.lower_ in _DEONTIC:
            return Verdict((-1.0 if negated else 1.0) * climb.sign, None, verb, f'"{aux.text}"', 0.65)
        if aux.lower_ in ("will", "'ll", "’ll", "wo"):
            return Verdict((-1.0 if negated else 1.0) * climb.sign, subject(verb)[0], verb, f'"{aux.text}"', 0.6)
        if aux.lower_ == "would" and negated:
            return Verdict(-1.0 * climb.sign, None, verb, f'"would not {verb.text}"', 0.5)
    return None


def _enacted(verb: "Token", own: set[int], climb: _Climb) -> Verdict | None:
    """The verdict of somebody who does what is proposed: the verb is one of the proposal's own words."""
    if verb.pos_ not in ("VERB", "AUX") or verb.i not in own:
        return None
    willed = _willed(verb, climb)
    if willed is not None:
        return willed
    finite = verb.dep_ in ("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis")
    holder, how = subject(verb)
    if not finite or holder is None or holder.i in own or how not in ("own", "agent", "relative", "by conj"):
        return None
    if any(c.lower_ in _HEDGES | {"would"} for c in verb.children if c.dep_ == "aux"):
        return None
    negated = _negated(verb)
    return Verdict(-1.0 if negated else 1.0, holder, verb, f'"{verb.text}" is what it does', 0.55)


def _if_only(verb: "Token") -> bool:
    """Whether a stand holds on a condition: "would back it if ..."."""
    return any(
        c.dep_ == "advcl" and any(m.lower_ in ("if", "provided", "unless") for m in c.children) for c in verb.children
    )
