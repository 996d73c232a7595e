"""A town that argues about its quay and its school meals: three made-up articles, coded by hand."""

import hashlib
from datetime import UTC, date, datetime

from graph.mapping import actor_quads, codebook_quads, quads
from graph.model import (
    Actor,
    Article,
    Claim,
    Event,
    Extraction,
    Kind,
    Membership,
    Mention,
    Position,
    Proposal,
    Quantity,
    Quotation,
    Reading,
    Span,
    Stance,
)  # fmt: skip
from graph.store import Store
from graph.vocabulary import Minter

MINT = Minter()


def actor(kind: Kind, label: str, *aliases: str, member_of: str | None = None) -> Actor:
    """An actor of the town."""
    return Actor(MINT.actor(kind, label), label, kind, aliases, member_of=member_of)


TERN = actor("Organization", "Tern Institute", "TI")
COUNCIL = actor("Organization", "Harbour Council")
OKOYE = actor("Person", "Mara Okoye", "Okoye")
BRANDT = actor("Person", "Jonas Brandt", "Brandt")
BRANDT_ELDER = actor("Person", "Ida Brandt", "Brandt")
DOCKERS = actor("Group", "dock workers")
INSIDERS = actor("Group", "people close to the talks", member_of=COUNCIL.id)
GAZETTE = actor("Organization", "Northern Gazette")
EVERYBODY = (TERN, COUNCIL, OKOYE, BRANDT, BRANDT_ELDER, DOCKERS, INSIDERS, GAZETTE)

QUAY = Proposal(MINT.proposal("Second quay"), "Second quay", ("a new quay",), "Build a second quay in the old harbour.")
MEALS = Proposal(MINT.proposal("Free school meals"), "Free school meals", ("meals at no charge",))
FERRY = Proposal(MINT.proposal("Night ferry"), "Night ferry", candidate=True)

TEXTS = {
    "quay-vote": (
        "Council splits over the quay",
        "Shore Post",
        date(2025, 3, 2),
        "Mara Okoye, director of the Tern Institute, warned that a second quay would “drown the eelgrass”. "
        "Jonas Brandt, chair of the Harbour Council, said the town needs the quay, and will build it. "
        "The Northern Gazette reports that dock workers welcome a second quay. "
        "People close to the talks said the vote may slip.",
    ),
    "school-meals": (
        "Meals at no charge | a plan with *friends* <only>",
        "Valley Times",
        date(2025, 4, 10),
        "Jonas Brandt backs free school meals. Mara Okoye praised free school meals as “cheap at any price”. "
        "A night ferry would help too, Okoye said.",
    ),
    "quay-again": (
        "Okoye comes round to the quay",
        "Shore Post",
        date(2025, 6, 20),
        "After new surveys Mara Okoye now supports the second quay if the eelgrass is moved. "
        "It was said that money is short. "
        "Mara Okoye met dock workers at the lighthouse on 14 June. A second quay costs more than £3 million.",
    ),
}


class Coding:
    """One article's coding: spans are given by their words."""

    def __init__(self, slug: str) -> None:
        title, publisher, day, self.text = TEXTS[slug]
        self.slug, self.day = slug, day
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        self.article = Article(slug, slug, self.text, digest, f"{slug}.txt", title, publisher, published=day)
        self.claims: list[Claim] = []
        self.positions: list[Position] = []
        self.memberships: list[Membership] = []
        self.events: list[Event] = []
        self.quantities: list[Quantity] = []

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words), words)

    def claim(
        self,
        speaker: Actor | None,
        source: str,
        cue: str,
        *content: str,
        form: Quotation = "indirect",
        by: str | None = None,
    ) -> str:
        spans = tuple(self.span(words) for words in content)
        name = MINT.claim(self.slug, spans[0].start, spans[-1].end)
        who = (speaker.id,) if speaker else ()
        written = (self.span(source),) if source else ()
        sure = 0.9 if speaker else 0.4
        self.claims.append(Claim(name, who, written, (self.span(cue),), spans, form, sure, "coded by hand", by))
        return name

    def position(self, holder: Actor, proposal: Proposal, stance: Stance, *claims: str, words: str = "") -> None:
        spoken = [span for claim in self.claims if claim.id in claims for span in claim.content]
        evidence = (self.span(words),) if words else tuple(spoken)
        name = MINT.position(self.slug, holder.id, proposal.id, stance)
        self.positions.append(
            Position(name, holder.id, proposal.id, stance, claims, evidence, 0.8, "coded by hand", self.day)
        )

    def reading(self, *candidates: Proposal) -> Reading:
        named = [a for a in EVERYBODY if a.label.casefold() in self.text.casefold()]
        mentions = [Mention(self.span(a.label), a.id, 1.0, "exact alias") for a in named if a.label in self.text]
        run = Extraction("annotated", "1", "none", f"print of {self.slug}", datetime(2025, 7, 1, tzinfo=UTC))
        return Reading(
            self.article, run, tuple(named), tuple(mentions), tuple(self.memberships), tuple(self.claims),
            tuple(self.positions), candidates, tuple(self.events), tuple(self.quantities),
        )  # fmt: skip


def quay_vote() -> Reading:
    """Okoye doubts, Brandt and the dock workers support; the workers by way of the Gazette."""
    it = Coding("quay-vote")
    warned = it.claim(OKOYE, "Mara Okoye", "warned", "a second quay would “drown the eelgrass”", form="mixed")
    needs = it.claim(BRANDT, "Jonas Brandt", "said", "the town needs the quay", "will build it")
    reports = it.claim(GAZETTE, "The Northern Gazette", "reports", "dock workers welcome a second quay")
    welcome = it.claim(DOCKERS, "dock workers", "welcome", "a second quay. ", by=reports)
    it.claim(INSIDERS, "People close to the talks", "said", "the vote may slip")
    it.position(OKOYE, QUAY, "oppose", warned)
    it.position(BRANDT, QUAY, "support", needs)
    it.position(DOCKERS, QUAY, "support", welcome, words="dock workers welcome a second quay")
    it.memberships = [
        Membership(OKOYE.id, TERN.id, "director", (it.span("director of the Tern Institute"),)),
        Membership(BRANDT.id, COUNCIL.id, "chair", (it.span("chair of the Harbour Council"),)),
    ]
    return it.reading()


def school_meals() -> Reading:
    """All support the meals; Okoye brings up a ferry that no codebook knows."""
    it = Coding("school-meals")
    praised = it.claim(OKOYE, "Mara Okoye", "praised", "“cheap at any price”", form="direct")
    ferry = it.claim(OKOYE, "Okoye said", "said", "A night ferry would help too")
    it.position(BRANDT, MEALS, "support", words="Jonas Brandt backs free school meals")
    it.position(OKOYE, MEALS, "support", praised)
    it.position(OKOYE, FERRY, "conditional", ferry)
    return it.reading(Proposal(FERRY.id, FERRY.label, candidate=True, evidence=(it.span("A night ferry"),)))


def quay_again() -> Reading:
    """Okoye has changed her mind, and met the workers; somebody who is not named speaks of money."""
    it = Coding("quay-again")
    now = it.claim(OKOYE, "Mara Okoye", "supports", "the second quay if the eelgrass is moved")
    it.claim(None, "", "It was said", "money is short")
    it.position(OKOYE, QUAY, "conditional", now)
    met = it.span("Mara Okoye met dock workers at the lighthouse on 14 June")
    it.events = [
        Event(
            MINT.digest("event", ("quay-again",)),
            "Mara Okoye, dock workers: meet",
            "CONSULT",
            (OKOYE.id, DOCKERS.id),
            "lighthouse",
            "2025-06-14",
            (met,),
            0.8,
            "coded by hand",
        )
    ]
    cost = it.span("more than £3 million")
    it.quantities = [
        Quantity(MINT.digest("quantity", ("quay-again",)), "3000000", None, "GBP", "£3 million", "second quay", (cost,))
    ]
    return it.reading()


def fill(store: Store) -> None:
    """Put the town into a store: two shared graphs and three articles."""
    store.replace_graph(MINT.graph("actors"), actor_quads([TERN, COUNCIL, OKOYE, BRANDT, BRANDT_ELDER], MINT))
    store.replace_graph(MINT.graph("codebook"), codebook_quads([QUAY, MEALS], {}, MINT))
    for reading in (quay_vote(), school_meals(), quay_again()):
        store.replace_graph(MINT.graph(reading.article.slug), quads(reading, MINT))
