"""A reading made by hand and the strategies that make readings of hostile text, for the tests of several rooms."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from graph.mapping import quads
from graph.model import (
    Actor,
    Appearance,
    Article,
    Claim,
    Coding,
    Event,
    Extraction,
    Membership,
    Mention,
    Position,
    Proposal,
    Quantity,
    Reading,
    Region,
    Source,
    Span,
    Topic,
)
from graph.store import Store, open_store
from graph.vocabulary import Minter, slug

MINTER = Minter()
TEXT = (
    "Harbour fee divides the coast\n\n"
    "Mara Lind, director of the Coastal Institute, said the harbour fee is “a mistake”. "
    "She urged ministers to drop it. Union officials told the Gazette that the fee could help.\n\n"
    "Photo: J. Doe\n"
)


def find(piece: str, text: str = TEXT) -> Span:
    """The first place of a piece of the sample's text."""
    start = text.index(piece)
    return Span(start, start + len(piece), piece)


def sample(name: str = "harbour-fee") -> Reading:
    """A reading with one of everything."""
    lind, institute = MINTER.actor("Person", "Mara Lind"), MINTER.actor("Organization", "Coastal Institute")
    union = MINTER.actor("Group", "Union officials")
    fee, fund = MINTER.proposal("Harbour fee"), MINTER.proposal("A fund for ports")
    said, urged, told = find("the harbour fee is “a mistake”"), find("drop it"), find("the fee could help")
    claim = {s: MINTER.claim(name, s.start, s.end) for s in (said, urged, told)}
    body = TEXT.index("Mara")
    return Reading(
        Article(
            id=f"id {name}",
            slug=name,
            text=TEXT,
            sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
            location=f"news/{name}.txt",
            title="Harbour fee divides the coast",
            publisher="The Gazette",
            authors=("Zoë Ames", "Bo Ek"),
            published=date(2025, 3, 2),
            url="https://gazette.example/harbour-fee",
            based_on=Source("Port charges split the shore", "Wire", date(2025, 3, 1)),
            regions=(
                Region("title", 0, 29),
                Region("body", 31, body + 155),
                Region("caption", len(TEXT) - 14, len(TEXT)),
            ),
        ),
        Extraction("rules", "0.1.0", "en_core_web_sm 3.8.0", "f" * 16, datetime(2025, 4, 1, 12, 0, 5, tzinfo=UTC)),
        actors=(
            Actor(lind, "Mara Lind", "Person", ("M. Lind",), ("http://www.wikidata.org/entity/Q0",)),
            Actor(institute, "Coastal Institute", "Organization"),
            Actor(union, "Union officials", "Group", member_of=institute),
            Actor(MINTER.actor("Country", "ISL"), "Iceland", "Country", notation="ISL"),
        ),
        mentions=(
            Mention(find("Mara Lind"), lind, 1.0, "exact alias"),
            Mention(find("Union officials"), union, 0.75, "group"),
        ),
        memberships=(
            Membership(lind, institute, "director", (find("director of the Coastal Institute"),)),
            Membership(union, institute, None, (find("Union officials"),)),
        ),
        claims=(
            Claim(claim[said], (lind,), (find("Mara Lind"),), (find("said"),), (said,), "mixed", 0.93, "said + that"),
            Claim(
                claim[urged],
                (lind,),
                (find("She"),),
                (find("urged"),),
                (urged,),
                "indirect",
                0.8,
                "urged",
                negated=True,
            ),
            Claim(
                claim[told],
                (union,),
                (find("Union officials"),),
                (find("told"),),
                (told,),
                "indirect",
                0.7,
                "told",
                reported_by=claim[said],
                mentions=(institute,),
                modality="could",
            ),
        ),
        positions=(
            Position(
                MINTER.position(name, lind, fee, "oppose"),
                lind,
                fee,
                "oppose",
                (claim[said], claim[urged]),
                (said, urged),
                0.8875,
                "mistake",
                date(2025, 3, 2),
            ),
            Position(
                MINTER.position(name, union, fund, "conditional"),
                union,
                fund,
                "conditional",
                (claim[told],),
                (told,),
                0.5,
                "could help",
            ),
        ),
        candidates=(Proposal(fund, "A fund for ports", ("port fund",), "A fund.", candidate=True, evidence=(told,)),),
        events=(
            Event(
                MINTER.digest("event", (name, "1")),
                "Talks",
                "CONSULT",
                (lind, union),
                "the coast",
                "Monday",
                (find("told"),),
                0.5,
                "verb",
            ),
        ),
        quantities=(
            Quantity(MINTER.digest("quantity", (name, "1")), "25.5", "percent", None, "25.5%", "fee", (find("fee"),)),
        ),
        appearances=(
            Appearance(f"news/{name}.txt", "a" * 64, "The Gazette", date(2025, 3, 2)),
            Appearance("copy.txt", "b" * 64),
        ),
        signature=("0:12", "1:ab"),
    )


def shelf(*readings: Reading) -> Store:
    """A store in memory that holds these readings."""
    store = open_store(":memory:", write=True)
    for reading in readings:
        store.replace_graph(MINTER.graph(reading.article.slug), quads(reading, MINTER))
    return store


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
_LABELS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)
_SCORES = st.integers(0, 10_000).map(lambda n: n / 10_000)
_CODINGS = st.builds(Coding, TEXTS, TEXTS, _LABELS, st.lists(_LABELS, unique=True, max_size=2).map(tuple))
_DAYS = st.none() | st.dates(date(1000, 1, 1))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """The sample with hostile text, labels, places and numbers in it, its parts still agreeing with each other."""
    text = draw(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=200))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda ends: Span(min(ends), max(ends), text[min(ends) : max(ends)])
    )
    some = st.lists(spans, max_size=3).map(tuple)
    base, name = sample(), slug(draw(_LABELS))
    actors = [replace(a, label=draw(_LABELS), aliases=tuple(draw(st.lists(_LABELS, max_size=3)))) for a in base.actors]
    who = st.sampled_from([a.id for a in actors])
    fund = replace(base.candidates[0], label=draw(_LABELS), evidence=draw(some))
    return replace(
        base,
        article=replace(
            base.article,
            id=draw(TEXTS),
            slug=name,
            text=text,
            title=draw(st.none() | TEXTS),
            location=draw(TEXTS),
            publisher=draw(st.none() | TEXTS),
            authors=tuple(draw(st.lists(_LABELS, max_size=3))),
            published=draw(_DAYS),
            url=draw(st.none() | TEXTS),
            language=draw(st.sampled_from(["en", "de-CH", "x", "<", "zh-Hant"])),
            unproved=draw(st.booleans()),
        ),
        extraction=replace(base.extraction, coding=draw(st.none() | _CODINGS)),
        actors=tuple(actors),
        mentions=tuple(
            Mention(draw(spans), draw(who), draw(_SCORES), draw(TEXTS)) for _ in range(draw(st.integers(0, 3)))
        ),
        memberships=(Membership(draw(who), draw(who), draw(st.none() | TEXTS), draw(some)),),
        claims=tuple(
            Claim(
                MINTER.claim(name, n, n + 1),
                tuple(draw(st.lists(who, max_size=3))),
                draw(some),
                draw(some),
                draw(some),
                "direct",
                draw(_SCORES),
                draw(TEXTS),
                negated=draw(st.booleans()),
                modality=draw(st.none() | TEXTS),
            )
            for n in range(draw(st.integers(0, 3)))
        ),
        positions=(
            Position(
                MINTER.digest("position", (name,)),
                draw(who),
                fund.id,
                draw(st.sampled_from(["support", "doubt"])),
                (MINTER.claim(name, 0, 1),),
                draw(some),
                draw(_SCORES),
                draw(TEXTS),
                draw(_DAYS),
            ),
        ),
        candidates=(fund,),
        topics=tuple(Topic(MINTER.topic("Ports"), name) for name in draw(st.lists(_LABELS, max_size=1))),
        events=(),
        quantities=(
            replace(base.quantities[0], value=draw(TEXTS | st.decimals(allow_nan=False).map(str)), evidence=draw(some)),
        ),
    )
