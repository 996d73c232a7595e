"""The grammar of attribution: which constructions carry a source, a cue and a content (dependency frames).

Labels are spaCy's (ClearNLP). Each frame finds candidates generously; `weights` decides which of them are kept.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from graph.claims.attribution import Attribution, noun_phrase, pieces
from graph.language import Parsed, Sentence
from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_CUE_PARTS = ("aux", "auxpass", "neg", "prt", "advmod")
_VERBAL = ("VERB", "AUX")
_ADDRESSEE = ("dobj", "dative")


def frame_candidates(parsed: Parsed, sentence: Sentence) -> Iterator[Attribution]:
    """All that the frames find in a sentence."""
    for token in sentence.tokens:
        for part_of_speech, frames in FRAMES:
            if token.pos_ in part_of_speech:
                for frame in frames:
                    yield from frame(parsed, sentence, token)


def clause(parsed: Parsed, sentence: Sentence, verb: "Token") -> Iterator[Attribution]:
    """Somebody says, thinks, knows (that) something; also "..., he said" after and inside the content."""
    for child in verb.children:
        if child.dep_ != "ccomp" or child.i == verb.i:
            continue
        holder, how = subject(verb)
        cue = cue_of(verb)
        source = noun_phrase(holder, cue) if holder is not None else ()
        body = list(child.subtree)
        if child.i < verb.i:
            body = _fronted(sentence, verb, child, cue, source)
        features = ("fronted" if child.i < verb.i else "after", "mark=" + _mark(child))
        for extent, kept in _extents(child, body):
            content = pieces(parsed.article, kept, (*cue, *source))
            yield from _made("clause", sentence, verb, cue, holder, source, content, how, (*features, extent))


def _extents(clause: "Token", body: list["Token"]) -> Iterator[tuple[str, list["Token"]]]:
    """A clause as the parser has it, and without what follows a comma and may belong to the verb of saying."""
    yield "whole", body
    for child in clause.children:
        after_comma = child.i > clause.i and child.left_edge.i > 0 and child.left_edge.nbor(-1).text in (",", "–", "—")
        joined = child.dep_ == "conj" and child.pos_ in _VERBAL
        if (after_comma and child.dep_ in ("advcl", "prep", "npadvmod", "advmod")) or joined:
            left_out = set(child.subtree)
            yield "cut=" + child.dep_, [t for t in body if t not in left_out and t.i < child.left_edge.i]
            return


def interposed(parsed: Parsed, sentence: Sentence, verb: "Token") -> Iterator[Attribution]:
    """The content is the sentence, the saying is hung on it: "..., officials said, ..."; "..., as he put it"."""
    adverbial = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    loose = verb.dep_ in ("parataxis", "ccomp", "dep") and verb.head.pos_ in _VERBAL and _short(verb)
    if not (adverbial or loose) or any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
        return
    holder = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if holder is None:
        return
    cue = cue_of(verb)
    source = noun_phrase(holder, cue)
    inside = set(verb.subtree)
    content = pieces(parsed.article, [t for t in verb.head.subtree if t not in inside])
    yield from _made("interposed", sentence, verb, cue, holder, source, content, "own",
                     ("as" if adverbial else verb.dep_,))  # fmt: skip


def infinitive(parsed: Parsed, sentence: Sentence, verb: "Token") -> Iterator[Attribution]:
    """Somebody wants, plans, refuses to do, or urges somebody to do, something."""
    for child in verb.children:
        if child.dep_ != "xcomp" or child.pos_ not in _VERBAL:
            continue
        holder, how = subject(verb)
        cue = cue_of(verb)
        source = noun_phrase(holder, cue) if holder is not None else ()
        told = [c for c in verb.children if c.dep_ in _ADDRESSEE and verb.i < c.i < child.i]
        body = [*(t for c in told for t in c.subtree), *child.subtree]
        to = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        yield from _made("infinitive", sentence, verb, cue, holder, source, pieces(parsed.article, body, cue), how,
                         ("told" if told else "self", "to" if to else "ing"))  # fmt: skip


def thing(parsed: Parsed, sentence: Sentence, verb: "Token") -> Iterator[Attribution]:
    """Somebody rejects, supports, announces, questions something."""
    for child in verb.children:
        if child.dep_ != "dobj" or any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
            continue
        holder, how = subject(verb)
        if holder is None:
            continue
        cue = cue_of(verb)
        source = noun_phrase(holder, cue)
        for extent, body in _with_what_follows(verb, child):
            content = pieces(parsed.article, body, cue)
            yield from _made(
                "thing", sentence, verb, cue, holder, source, content, how, ("object=" + child.pos_, extent)
            )


def done_to(parsed: Parsed, sentence: Sentence, verb: "Token") -> Iterator[Attribution]:
    """Something is rejected, endorsed, reported by somebody: the subject is the content, the agent the source."""
    subjects = [c for c in verb.children if c.dep_ == "nsubjpass" or (c.dep_ == "nsubj" and verb.tag_ == "VBN")]
    holder, how = subject(verb)
    if not subjects or how not in ("agent", "passive") or any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
        return
    noun = subjects[0]
    if noun.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        noun = verb.head
    inside = set(verb.subtree) if noun == verb.head else set()
    source = noun_phrase(holder) if holder is not None else ()
    agent = tuple(c for c in verb.children if c.dep_ == "agent")
    content = pieces(parsed.article, (t for t in noun.subtree if t not in inside), source)
    yield from _made("done", sentence, verb, (*cue_of(verb), *agent), holder, source, content, how,
                     ("object=" + noun.pos_,))  # fmt: skip


def _with_what_follows(verb: "Token", thing: "Token") -> Iterator[tuple[str, list["Token"]]]:
    """An object alone, and with the phrase behind it: "mocked the senator for his vote", "called it a mistake"."""
    body = list(thing.subtree)
    yield "alone", body
    behind = [c for c in verb.children if c.i > thing.i and c.dep_ in ("prep", "oprd", "acomp", "advcl", "dative")]
    if behind and behind[0].left_edge.i <= body[-1].i + 2:
        yield "and=" + behind[0].dep_, [*body, *behind[0].subtree]


def about(parsed: Parsed, sentence: Sentence, verb: "Token") -> Iterator[Attribution]:
    """Somebody calls for, warns of, insists on something."""
    for prep in verb.children:
        if prep.dep_ != "prep" or prep.i < verb.i:
            continue
        holder, how = subject(verb)
        if holder is None:
            continue
        cue = (*cue_of(verb), prep) if prep.i - verb.i < 3 else cue_of(verb)
        body = [t for c in prep.children if c.dep_ in ("pobj", "pcomp") for t in c.subtree]
        yield from _made("about", sentence, verb, cue, holder, noun_phrase(holder, cue),
                         pieces(parsed.article, body, cue), how, ("prep=" + prep.lower_,))  # fmt: skip


def according(parsed: Parsed, sentence: Sentence, token: "Token") -> Iterator[Attribution]:
    """According to somebody, in somebody's view, for somebody: the rest of the clause is the content."""
    holder = _named_by(token)
    if holder is None:
        yield from _according_by_surface(parsed, sentence, token)
        return
    phrase = set(token.subtree)
    governor = token.head
    while governor.dep_ in ("prep", "advmod", "pcomp", "pobj") and governor.head != governor:
        governor = governor.head
    source = noun_phrase(holder)
    cue = tuple(t for t in sorted(phrase, key=lambda t: t.i) if t not in set(holder.subtree) and not t.is_punct)
    scope = governor if governor.pos_ in _VERBAL else sentence.tokens.root
    content = pieces(parsed.article, [t for t in scope.subtree if t not in phrase and t.sent == token.sent])
    yield from _made("according", sentence, token, cue, holder, source, content, "own", ("of=" + token.lower_,))


def _according_by_surface(parsed: Parsed, sentence: Sentence, token: "Token") -> Iterator[Attribution]:
    """ "According to X" where the parser did not see it: X goes up to the next punctuation mark."""
    doc = token.doc
    if token.lower_ != "according" or token.i + 2 >= sentence.tokens.end or doc[token.i + 1].lower_ != "to":
        return
    source = []
    for word in doc[token.i + 2 : sentence.tokens.end]:
        if word.is_punct and not word.is_quote:
            break
        source.append(word)
    if not source:
        return
    phrase = {token, doc[token.i + 1], *source}
    holder = next((t for t in source if t.head not in source), source[-1])
    content = pieces(parsed.article, [t for t in sentence.tokens if t not in phrase])
    yield from _made("according", sentence, token, (token, doc[token.i + 1]), holder, tuple(source), content, "surface",
                     ("of=according",))  # fmt: skip


def equated(parsed: Parsed, sentence: Sentence, verb: "Token") -> Iterator[Attribution]:
    """Somebody's view, hope, fear is that ..., is to ...: the noun and the verb are the cue."""
    if verb.lemma_ != "be":
        return
    noun_of = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
    said = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "attr") and c.i > verb.i), None)
    holder, how = _owner(noun_of) if noun_of is not None else (None, "")
    if noun_of is None or said is None or holder is None:
        return
    content = pieces(parsed.article, said.subtree)
    yield from _made("equated", sentence, noun_of, (noun_of, verb), holder, noun_phrase(holder), content, how,
                     (said.dep_, "mark=" + _mark(said)))  # fmt: skip


def noun(parsed: Parsed, sentence: Sentence, token: "Token") -> Iterator[Attribution]:
    """Somebody's warning that ..., demand to ..., call for ..., criticism of ..."""
    holder, how = _owner(token)
    for child in token.children:
        if child.i < token.i or (holder is not None and child.is_ancestor(holder)) or child == holder:
            continue
        if child.dep_ in ("acl", "ccomp", "relcl") and child.pos_ in _VERBAL and _complement(child):
            body, kind = list(child.subtree), "that" if _mark(child) else "inf"
        elif child.dep_ == "prep" and child.lower_ != "by":
            body = [t for c in child.children if c.dep_ in ("pobj", "pcomp") for t in c.subtree]
            kind = "prep=" + child.lower_
        else:
            continue
        cue = (*tuple(t for t in token.children if t.dep_ in ("case",)), token)
        source = noun_phrase(holder) if holder is not None else ()
        yield from _made("noun", sentence, token, cue, holder, source, pieces(parsed.article, body, (token, *source)),
                         how, (kind,))  # fmt: skip


def adjective(parsed: Parsed, sentence: Sentence, token: "Token") -> Iterator[Attribution]:
    """Somebody is adamant, hopeful, aware that ...; is ready, unwilling to ...; is sceptical of ..."""
    if token.dep_ not in ("acomp", "attr", "oprd", "conj", "advcl", "ROOT"):
        return
    verb = token.head if token.dep_ in ("acomp", "attr", "oprd") else token
    holder, how = subject(verb)
    if holder is None:
        return
    for child in token.children:
        if child.dep_ in ("ccomp", "xcomp"):
            body, kind = list(child.subtree), child.dep_
        elif child.dep_ == "prep":
            body = [t for c in child.children if c.dep_ in ("pobj", "pcomp") for t in c.subtree]
            kind = "prep=" + child.lower_
        else:
            continue
        cue = tuple(sorted({*(cue_of(verb) if verb != token else ()), token}, key=lambda t: t.i))
        yield from _made("adjective", sentence, token, cue, holder, noun_phrase(holder, cue),
                         pieces(parsed.article, body, cue), how, (kind,))  # fmt: skip


Frame = Callable[[Parsed, Sentence, "Token"], Iterator[Attribution]]
FRAMES: tuple[tuple[tuple[str, ...], tuple[Frame, ...]], ...] = (
    (_VERBAL, (clause, interposed, infinitive, thing, done_to, about, according, equated)),
    (("ADP", "SCONJ"), (according,)),
    (("NOUN",), (noun,)),
    (("ADJ",), (adjective,)),
)


def subject(verb: "Token") -> tuple["Token | None", str]:
    """The head of who does the verb, and how it was found; for a passive the agent ("by X")."""
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    passive = any(c.dep_ == "auxpass" for c in verb.children) or (own is not None and own.dep_ == "nsubjpass")
    if passive or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        agent = next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
        return (agent, "agent") if agent is not None else (None, "passive")
    if own is not None:
        if own.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
            return verb.head, "relative"
        return (None, "empty") if own.dep_ == "expl" else (own, "own")
    return _inherited(verb)


def _inherited(verb: "Token") -> tuple["Token | None", str]:
    """The subject of a verb that has none of its own: from its conjunct, its governor, or the noun it describes."""
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") and verb.head != verb:
        governor = verb.head
        while governor.pos_ not in _VERBAL and governor.head != governor:
            governor = governor.head
        if governor == verb or governor.pos_ not in _VERBAL:
            return None, "none"
        if verb.dep_ == "xcomp":
            told = next((c for c in governor.children if c.dep_ in _ADDRESSEE and c.i < verb.i), None)
            if told is not None:
                return told, "told"
        found, how = subject(governor)
        if how in ("passive", "agent") and verb.dep_ in ("pcomp", "advcl"):
            found = next((c for c in governor.children if c.dep_ == "nsubjpass"), None)
        return found, "by " + verb.dep_
    if verb.dep_ in ("acl", "relcl"):
        return verb.head, "noun"
    return None, "none"


def cue_of(verb: "Token") -> tuple["Token", ...]:
    """The verb with what stands beside it: auxiliaries, negation, particle, adverbs."""
    near = [
        c
        for c in verb.children
        if c.dep_ in _CUE_PARTS and not list(c.children) and c.lower_ not in ("when", "how", "why", "where")
    ]
    tokens = sorted([*near, verb], key=lambda t: t.i)
    at = tokens.index(verb)
    first, last = at, at
    while first > 0 and tokens[first].i - tokens[first - 1].i <= 2:
        first -= 1
    while last < len(tokens) - 1 and tokens[last + 1].i - tokens[last].i == 1:
        last += 1
    return tuple(tokens[first : last + 1])


def _made(frame: str, sentence: Sentence, head: "Token", cue: tuple["Token", ...], holder: "Token | None",
          source: tuple["Token", ...], content: tuple[Span, ...], how: str,
          features: tuple[str, ...]) -> Iterator[Attribution]:  # fmt: skip
    """The attribution, unless it has no content."""
    if content:
        yield Attribution(frame, sentence, head, cue, holder, source, content, ("how=" + how, *features))


def _fronted(sentence: Sentence, verb: "Token", child: "Token", cue: tuple["Token", ...],
             source: tuple["Token", ...]) -> list["Token"]:  # fmt: skip
    """The content before and around its verb: the clause, and what the verb's own children add to it after a comma."""
    body = list(child.subtree)
    if verb.dep_ == "ROOT":
        first = min([*cue, *source], key=lambda t: t.i).i
        body = [t for t in sentence.tokens if t.i < first]
        body += [t for t in child.subtree if t.i > first]
    return body


def _mark(token: "Token") -> str:
    """The word that opens a clause: that, whether, if, a wh-word, or nothing."""
    first = next((t for t in token.subtree if not t.is_punct and not t.is_space), token)
    if first.lower_ in ("that", "whether", "if"):
        return first.lower_
    return "wh" if first.tag_ in ("WDT", "WP", "WP$", "WRB") else ""


def _complement(verb: "Token") -> bool:
    """Whether a clause at a noun completes it ("the claim that taxes fall", "a promise to go")."""
    if verb.dep_ == "acl":
        return verb.tag_ not in ("VBN", "VBG")
    return _mark(verb) == "that" and any(
        c.dep_ in SUBJECTS and c.lower_ not in ("that", "who", "which") for c in verb.children
    )


def _short(verb: "Token") -> bool:
    """Whether a loose clause is no more than subject, verb and what goes with them."""
    return sum(1 for _ in verb.subtree) <= _LONGEST_LOOSE


_LONGEST_LOOSE = 14


def _owner(token: "Token") -> tuple["Token | None", str]:
    """Whose claim, plan or warning a noun is: possessor, "of X", "by X", or the subject of the verb it belongs to."""
    for child in token.children:
        if child.dep_ == "poss":
            return child, "poss"
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            found = next((c for c in child.children if c.dep_ == "pobj"), None)
            if found is not None:
                return found, child.lower_
    if token.dep_ == "dobj" and token.head.pos_ in _VERBAL:
        found, _ = subject(token.head)
        return found, "subject"
    if token.dep_ in ("attr", "nsubj", "pobj"):
        modifier = next((c for c in token.children if c.dep_ in ("compound", "amod") and c.ent_type_), None)
        return modifier, "modifier"
    return None, "none"


def _named_by(token: "Token") -> "Token | None":
    """The source of "according to X", "in X's view", "in the words of X", "for X"."""
    if token.lower_ == "according":
        to = next((c for c in token.children if c.lower_ == "to"), None)
        return next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if token.lower_ in ("in", "from", "to", "by") and token.dep_ == "prep":
        view = next((c for c in token.children if c.dep_ == "pobj" and c.lemma_ in _VIEWS), None)
        return next((c for c in view.children if c.dep_ == "poss"), None) if view is not None else None
    return None


_VIEWS = frozenset(
    (
        "view",
        "opinion",
        "word",
        "mind",
        "account",
        "estimate",
        "telling",
        "eye",
        "judgment",
        "judgement",
        "reading",
        "perspective",
    )
)
