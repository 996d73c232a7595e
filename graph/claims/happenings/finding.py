"""The events of a parsed article: told once or more, each kept once with all its evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.actors import Cast
from graph.claims.attributions import Page
from graph.claims.happenings.asserting import status
from graph.claims.happenings.circumstances import name_of, place, time
from graph.claims.happenings.draft import Draft
from graph.claims.happenings.nouns import tells, told_by_noun
from graph.claims.happenings.parties import Parties
from graph.claims.happenings.triggers import triggers
from graph.claims.happenings.verbs import told_by_verb
from graph.claims.happenings.wording import evidence, label
from graph.claims.syntax.words import lemma_of
from graph.language import Sentence
from graph.model import Event
from graph.vocabulary import Minter

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEADLINES = ("title", "heading")
_MOST_EVIDENCE = 5


def events(page: Page, cast: Cast, minter: Minter) -> tuple[Event, ...]:
    """What an article says has happened, or is to happen on a day that it names."""
    parties = Parties(cast)
    found: dict[tuple[str, ...], list[tuple[Event, Draft]]] = {}
    for sentence in page.parsed.sentences:
        for draft in _drafts(sentence, page, parties):
            event = _event(draft, page, parties)
            if event is not None:
                key = (draft.code or "", draft.about if draft.code else event.label, *sorted(event.actors))
                _gather(found.setdefault(key, []), event, draft)
    return tuple(_minted(event, key, page, minter) for key, told in found.items() for event, _ in told)


def _drafts(sentence: Sentence, page: Page, parties: Parties) -> Iterator[Draft]:
    """The events of a sentence, in the order of its words; what is quoted or asked is left out."""
    if sentence.tokens.text.rstrip().endswith("?"):
        return
    for word in sentence.tokens:
        draft = _draft(word, sentence, parties) if _may_tell(word) and not page.quotes_word(word) else None
        if draft is not None:
            yield draft


def _may_tell(word: "Token") -> bool:
    return (word.pos_ == "VERB" and lemma_of(word) in triggers()) or (word.pos_ == "NOUN" and tells(word))


def _draft(word: "Token", sentence: Sentence, parties: Parties) -> Draft | None:
    if word.pos_ == "NOUN":
        return told_by_noun(word, parties)
    said = status(word)
    if said == "present" and sentence.kind in _HEADLINES:
        said = "happened"
    return next(told_by_verb(word, said, parties), None) if said else None


def _event(draft: Draft, page: Page, parties: Parties) -> Event | None:
    """A draft as a record without its IRI; one that is to come needs its day."""
    when = time(draft.words, page.article.published, ahead=draft.status == "scheduled")
    if draft.status != "happened" and when is None:
        return None
    whither = draft.theme if draft.theme is not None and draft.theme.ent_type_ in ("GPE", "LOC", "FAC") else None
    actors = tuple(dict.fromkeys(party.actor for party in draft.parties))
    return Event(
        "",
        label(draft, [parties.label(actor) for actor in actors]),
        draft.code,
        actors,
        name_of(whither) if whither is not None else place(draft.words),
        when,
        evidence(draft, page.parsed),
        round(draft.score, 2),
        draft.reason + ("" if draft.status == "happened" else ", to come"),
    )


def _gather(told: list[tuple[Event, Draft]], event: Event, draft: Draft) -> None:
    """Take an event in, or give its evidence to the same one told before."""
    for number, (known, first) in enumerate(told):
        if known.time == event.time or known.time is None or event.time is None:
            told[number] = (_together(known, event), first)
            return
    told.append((event, draft))


def _together(known: Event, event: Event) -> Event:
    spans = tuple(dict.fromkeys((*known.evidence, *event.evidence)))
    return replace(
        known,
        place=known.place or event.place,
        time=known.time or event.time,
        evidence=spans[:_MOST_EVIDENCE],
        confidence=max(known.confidence, event.confidence),
    )


def _minted(event: Event, key: Iterable[str], page: Page, minter: Minter) -> Event:
    return replace(event, id=minter.digest("event", (page.article.slug, *key, event.time or "")))
