"""Who may take a stand where: every place of an article at which somebody says, does or is said something."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph.claims.positions.context import Context
from graph.claims.spans import bounds, trimmed
from graph.claims.speech import Spoken
from graph.claims.speech.authorial import DEMANDING
from graph.claims.syntax.children import auxiliary
from graph.language import Sentence, end_of, start_of
from graph.model import Claim, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

Way = Literal["says", "named", "before", "author"]
Stretch = tuple[int, int]

_ACTING = ("nsubj", "nsubjpass", "poss")
_DOING = ("nsubj", "nsubjpass", "dobj", "dative")
_FROM = ("by", "from", "among", "of", "for", "to", "with", "between", "within")
_NOUNS = ("NOUN", "PROPN", "PRON")
_OFTEN, _QUESTIONS = 4, 2  # of so many turns one at least is a question; so many questions in all


@dataclass(frozen=True, slots=True)
class Unit:
    """A holder at one place: `holder` the actor, `named` where the text names it there, `words` what is judged.

    `way`: it is made to say the words, is named in their sentence, spoke before, or is the author. `acts`: where it is
    named, it does something or something is done to it; else it only stands there, or is told what it should do.
    """

    holder: str
    named: Stretch | None
    words: tuple[Stretch, ...]
    sentence: Sentence
    evidence: Span
    claims: tuple[Claim, ...]
    way: Way
    acts: bool = True


def units(context: Context) -> Iterator[Unit]:
    """All places of an article, sentence by sentence; who only asks in an interview holds nothing."""
    asking = _asking(context)
    yield from (unit for unit in _all(context) if unit.holder not in asking)


def _asking(context: Context) -> frozenset[str]:
    """Who asks where turns are taken and one alone answers: the questions are put for others."""
    turns: dict[str, list[bool]] = {}
    for spoken in context.speech.said:
        if spoken.attribution.frame == "line":
            for speaker in spoken.claim.speakers[:1]:
                turns.setdefault(speaker, []).append(spoken.claim.content[-1].text.rstrip("”\"’'").endswith("?"))
    asking = frozenset(speaker for speaker, asks in turns.items() if sum(asks) * _OFTEN >= len(asks))
    asked = sum(sum(turns[speaker]) for speaker in asking)
    return asking if len(turns) - len(asking) == 1 and asked >= _QUESTIONS else frozenset()


def _all(context: Context) -> Iterator[Unit]:
    for sentence in context.parsed.sentences:
        evidence = trimmed(context.article, *bounds(sentence)) if sentence.kind != "dateline" else None
        if evidence is None:
            continue
        covering = context.speech.touching(evidence.start, evidence.end)
        said = [s for s in covering if evidence.start <= s.claim.content[0].start < evidence.end]
        yield from (unit for s in said for unit in _said(s, sentence, evidence))
        yield from _named(context, sentence, evidence, covering)
        if not covering:
            yield from _unattributed(context, sentence, evidence)


def _said(spoken: Spoken, sentence: Sentence, evidence: Span) -> Iterator[Unit]:
    """What somebody is made to say."""
    claim = spoken.claim
    words = tuple((c.start, c.end) for c in claim.content)
    named = (claim.source[0].start, claim.source[-1].end) if claim.source else None
    for speaker in claim.speakers:
        yield Unit(speaker, named, words, sentence, evidence, (claim,), "says")


def _named(context: Context, sentence: Sentence, evidence: Span, covering: list[Spoken]) -> Iterator[Unit]:
    """Who is named in a sentence, each once, where it does something if it does anywhere."""
    met: set[str] = set()
    for token in sorted(sentence.tokens, key=lambda t: (t.dep_ not in _ACTING, t.i)):
        if not _may_hold(token) or (token.dep_ == "poss" and context.speech.whom(token.head)):
            continue  # of "the growers' federation" it is the federation that acts
        for mention in context.speech.whom(token):
            if mention.actor not in met:
                met.add(mention.actor)
                claims = tuple(s.claim for s in covering if mention.actor in s.claim.speakers)
                named = (start_of(token), end_of(token))
                words = (_stretch(evidence),)
                yield Unit(mention.actor, named, words, sentence, evidence, claims, "named", _acts(token))


def _acts(token: "Token") -> bool:
    """Whether a word is what a verb is about, unless that says what it should do."""
    first = _first_of_joined(token)
    if first.dep_ == "pobj":
        return first.head.dep_ == "agent"
    return first.dep_ in _DOING and auxiliary(first.head, *DEMANDING) is None


def _first_of_joined(token: "Token") -> "Token":
    """The first of what "and" joins."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def _may_hold(token: "Token") -> bool:
    """Whether a word stands where a sentence names those who hold something."""
    if token.pos_ not in _NOUNS or _is_in_name(token):
        return False
    first = _first_of_joined(token)
    if first.dep_ in _ACTING:
        return True
    if first.dep_ == "pobj":
        return first.head.lower_ in _FROM
    return first.pos_ == "PROPN" or first.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")


def _is_in_name(token: "Token") -> bool:
    """Whether a word is part of a longer name: neither the title before it nor the place in it holds anything."""
    return token.dep_ == "compound" and all(t.pos_ == "PROPN" for t in token.doc[token.i : token.head.i + 1])


def _unattributed(context: Context, sentence: Sentence, evidence: Span) -> Iterator[Unit]:
    """What nobody in a sentence is made to say: by who spoke before, or the author."""
    earlier = context.speech.speaker_before(sentence.tokens.root)
    if earlier is not None:
        yield Unit(earlier, None, (_stretch(evidence),), sentence, evidence, (), "before")
    for author in context.authors:
        yield Unit(author.actor, None, (_stretch(evidence),), sentence, evidence, (), "author")


def _stretch(span: Span) -> Stretch:
    return span.start, span.end
