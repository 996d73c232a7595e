"""From the words of a proposal up the sentence: what is thought of it there, and by whom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
_WILLING = ("obj", "to", "that")
_SILENT = frozenset(("comment", "say", "answer", "respond", "discuss", "speak", "elaborate", "name", "identify", "be"))
_ENDS = frozenset(("stop", "cease", "drop", "abandon", "give_up", "withdraw", "quit", "end", "soften", "lose"))
_DENIES = frozenset(("doubt", "deny", "question", "dispute", "reject"))
_MEETS = frozenset(("have", "draw", "win", "get", "enjoy", "receive", "find", "attract", "provoke", "spark", "face"))
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
    open: bool = False


def verdicts(match: Match, downward: bool) -> Iterator[Verdict]:
    """The stands taken on a proposal on the way from its words to the root; nothing for a mere mention.

    `downward`: the proposal is that something be less, so that words of lessening agree with it.
    """
    absent = _instead(match) or _none_of(match)
    climb = _Climb(downward and not match.turned, -1 if absent != match.turned else 1)
    own = {t.i for t in match.tokens}
    for token in match.tokens:
        yield from _by_relative(token, own, climb)
    node = match.anchor
    found = _enacted(node, own, climb)
    for _ in range(_STEPS):
        if found is not None:
            said = _overruled(_reported(found) if found.holder is None else found)
            if said.strength > 0:
                yield replace(said, polarity=0.0) if climb.open else said
            yield from _others(node, found)
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
    turn = (-0.5 if abs(taken.polarity) < 1 else taken.polarity) if governor.lemma_ in _DENIES else 1.0
    polarity = found.polarity * turn * (-1 if negated else 1)
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
    climb.open = climb.open or any(c.dep_ == "mark" and c.lower_ == "whether" for c in node.children)
    if argument == "to" and node.lemma_ in _SILENT and parent.lemma_ in ("decline", "refuse"):
        climb.ended = True
        return None, parent
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
    kind = "adj" if parent.dep_ == "acomp" else _KINDS.get(parent.pos_)
    if kind is None or parent.i in own:
        return None
    taken = stand(_lemma(parent), kind, argument)
    if taken is None and argument == "to" and kind in ("adj", "noun"):
        return _it_is(parent, kind, climb)
    if taken is None and kind == "noun" and argument in ("compound", "poss", "nmod", "amod"):
        taken = _by_noun(parent)
    if taken is not None and taken.polarity is not None:
        return _taken(parent, kind, taken, climb)
    turns = taken is not None and not taken.light
    if turns and taken is not None and taken.direction < 0 and not climb.downward:
        climb.sign = -climb.sign
    if kind != "verb" or argument not in _WILLING:
        return None
    return _willed(parent, climb) or (_doing(parent, climb) if taken is not None and taken.enacts else None)


def _it_is(word: "Token", kind: str, climb: _Climb) -> Verdict | None:
    """The verdict of "it would be wrong to ...", "it is a mistake to ...": whoever says it holds it."""
    verb = word.head
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "expl")]
    if verb.lemma_ != "be" or not subjects or subjects[0].lower_ != "it":
        return None
    taken = stand(word.lemma_.lower(), kind, "subj")
    if taken is None or taken.polarity is None:
        return None
    sign = -climb.sign if _negated(verb) or _negated(word) else climb.sign
    return Verdict(taken.polarity * sign, None, word, f'"{word.text}"', 0.65)


def _overruled(found: Verdict) -> Verdict:
    """A stand that its governor takes back: "refused to exclude", "has stopped demanding", "dropped its resistance"."""
    word, governor = found.spoken, found.spoken.head
    if word.dep_ == "xcomp":
        taken = stand(_lemma(governor), "verb", "to")
        if taken is not None and taken.polarity == -1.0:
            return replace(found, polarity=-found.polarity if found.polarity > 0 else 0.5, why=f'"{governor.text}"')
    if word.dep_ in ("xcomp", "dobj") and _lemma(governor) in _ENDS:
        return replace(found, polarity=0.0, why=f'"{governor.text}" {found.why}')
    return found


def _others(node: "Token", found: Verdict) -> Iterator[Verdict]:
    """What others do to the same subject: "is opposed by landlords and feared by builders"."""
    verb = found.spoken
    if node != verb or verb.pos_ != "VERB":
        return
    for other in verb.conjuncts:
        taken = stand(_lemma(other), "verb", "obj")
        holder, how = subject(other)
        if how == "agent" and taken is not None and taken.polarity is not None and other.i > verb.i:
            yield Verdict(taken.polarity, holder, other, f'"{other.text}"', 0.8)


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
    if (dep == "nsubj" and parent.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in parent.children)) or (
        dep == "npadvmod" and parent.pos_ == "VERB" and not any(c.dep_ == "dobj" for c in parent.children)
    ):
        return parent, "obj"
    if dep in ("nsubj", "csubj") or (dep == "nsubjpass" and parent.pos_ in ("VERB", "AUX") and not _done_to(parent)):
        return parent, "subj"
    if dep in ("dobj", "nsubjpass", "attr", "oprd", "dative"):
        return parent, "obj"
    if dep in ("xcomp", "acl") or (dep == "ccomp" and _bare(node)):
        return parent, "to"
    if dep in ("ccomp", "relcl"):
        return parent, "that"
    return parent, dep


def _bare(verb: "Token") -> bool:
    """Whether a clause has no finite verb: "wants it to end", "wants the ban lifted"."""
    aux = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return any(c.lower_ == "to" for c in aux) or (verb.tag_ == "VBN" and not aux)


def _lemma(word: "Token") -> str:
    """The lemma with its particle: "rule out"."""
    particle = next((c.lower_ for c in word.children if c.dep_ == "prt" and c.lower_ in _PARTICLES), None)
    return f"{word.lemma_.lower()}_{particle}" if particle else word.lemma_.lower()


def _negated(word: "Token") -> bool:
    """Whether a word is denied; "not only" denies nothing."""
    if any(c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in word.children):
        return True
    if any(_nobody(c) for c in word.children if c.dep_ in ("nsubj", "nsubjpass")):
        return True
    return any(
        (c.dep_ == "neg" or c.lower_ in ("neither", "nor", "hardly"))
        and not (c.i + 1 < len(c.doc) and c.nbor(1).lower_ in _ONLY)
        for c in word.children
    )


def _nobody(subject: "Token") -> bool:
    """Whether a subject denies its verb: "none of the clubs", "neither side", "no party"."""
    denies = ("no", "neither", "none", "nobody", "nor")
    return subject.lower_ in denies or any(
        c.lower_ in denies and c.dep_ in ("det", "preconj", "cc", "advmod") for c in subject.children
    )


def _done_to(verb: "Token") -> bool:
    """Whether a passive verb says what is done to its subject (not "is expected to ...")."""
    return not any(c.dep_ == "xcomp" for c in verb.children)


def _taken(parent: "Token", kind: str, taken: Stand, climb: _Climb) -> Verdict | None:
    """The verdict of a word that takes a stand on what it governs."""
    holder, negated = _holder(parent, kind)
    polarity = taken.polarity if taken.polarity is not None else 0.0
    if negated:
        polarity = {1.0: -1.0, -1.0: 0.5}.get(polarity, 0.0)
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
        if child.dep_ == "prep" and child.lower_ == "among" and kind == "noun":
            return next((c for c in child.children if c.dep_ == "pobj"), None), negated
        if child.dep_ == "acl" and kind == "noun":
            agent = subject(child)
            if agent[1] == "agent":
                return agent[0], negated
    if parent.dep_ == "appos":
        return parent.head, negated
    if parent.dep_ == "nsubj":
        around = (
            p for c in parent.head.children if c.dep_ == "prep" and c.lower_ in ("among", "from") for p in c.children
        )
        return next((p for p in around if p.dep_ == "pobj"), None), negated
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
    agreed = _something(parent, negated, climb) or _met_with(parent, climb)
    if agreed is not None:
        return agreed
    deontic = next((c for c in parent.children if c.dep_ == "aux" and c.lower_ in _DEONTIC), None)
    if deontic is None:
        return None
    moved = any(c.lower_ in _PARTICLES for c in parent.children)
    done = None if moved else stand(parent.lemma_.lower(), "verb", "subj")
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


def _met_with(verb: "Token", climb: _Climb) -> Verdict | None:
    """The verdict of "... has the support of nurses", "... drew anger from drivers"."""
    for noun in (c for c in verb.children if c.dep_ == "dobj" and verb.lemma_ in _MEETS):
        taken = next((t for a in ("for", "of", "to", "at") if (t := stand(noun.lemma_.lower(), "noun", a))), None)
        source = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "from", "among")), None)
        holder = next((c for c in source.children if c.dep_ == "pobj"), None) if source is not None else None
        if taken is not None and taken.polarity is not None and holder is not None:
            return Verdict(taken.polarity * climb.sign, holder, noun, f'"{noun.text}"', 0.75)
    return None


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
    holder, how = subject(verb)
    if not _happens(verb) or holder is None or holder.i in own or how not in ("own", "agent", "relative", "by conj"):
        return None
    negated = _negated(verb)
    return Verdict(-1.0 if negated else 1.0, holder, verb, f'"{verb.text}" is what it does', 0.55)


def _doing(verb: "Token", climb: _Climb) -> Verdict | None:
    """The verdict of somebody who brings more or less of it about: "has set up a market", "ended the exemption"."""
    holder, how = subject(verb)
    if holder is None or how not in ("own", "agent", "by conj") or not _happens(verb):
        return None
    return Verdict((-1.0 if _negated(verb) else 1.0) * climb.sign, holder, verb, f'"{verb.text}"', 0.5)


def _happens(verb: "Token") -> bool:
    """Whether a verb says what is or was done, not what may be, might have been or is to be done."""
    finite = verb.dep_ in ("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis")
    return finite and not any(c.lower_ in _HEDGES | {"would", "to", "can"} for c in verb.children if c.dep_ == "aux")


def _if_only(verb: "Token") -> bool:
    """Whether a stand holds on a condition: "would back it if ..."."""
    return any(
        c.dep_ == "advcl" and any(m.lower_ in ("if", "provided", "unless") for m in c.children) for c in verb.children
    )
