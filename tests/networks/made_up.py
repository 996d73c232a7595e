"""Readings made up for the tests of networks, page and GraphML: a small debate, a hostile one, and large ones."""

import hashlib
import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from graph.model import Actor, Article, Claim, Extraction, Membership, Position, Proposal, Reading, Span
from graph.networks.debate import ArticleCard, Debate, Report, Statement
from graph.vocabulary import Minter, slug

MINT = Minter()
EXTRACTION = Extraction("made-up", "1", "none", "0", datetime(2025, 1, 1, tzinfo=UTC))

KINDS = {
    "Mara Lindqvist": "Person", "Tobias Renn": "Person", "Ilse Okafor": "Person", "Jun Haraldsen": "Person",
    "Night Rail Union": "Organization", "Harbour Chamber": "Organization", "Coast Line AB": "Organization",
    "Institute for Slow Travel": "Organization", "Norvia": "Country", "Estmark": "Country",
    "ferry owners": "Group", "two officials": "Group", "residents of the old port": "Group",
}  # fmt: skip
PROPOSALS = [
    "Bring back the night train between Norvia and Estmark", "Pay for sleepers out of the air passenger duty",
    "Close the old port to cruise ships", "A common ticket for ferry and rail", "Build a second harbour bridge",
    "Ban flights of less than 400 kilometres",
]  # fmt: skip
TABLE = Path(__file__).parents[1] / "data" / "debate.tsv"
FILLER = (
    "The matter has been before the committees for two years.",
    "Figures for the winter were not at hand.",
    "A decision is expected after the holidays.",
)


def small() -> list[Reading]:
    """Three articles about trains and ports in two countries that do not exist."""
    articles: list[tuple[str, str, str, list]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[0] == "*":
            articles.append((*cells[1:4], []))
        elif not line.startswith("#"):
            articles[-1][3].append((cells[0], cells[1], int(cells[2]), *cells[3:]))
    readings = [reading_of(*article, number) for number, article in enumerate(articles)]
    role = Membership(actor("Tobias Renn").id, actor("Harbour Chamber").id, "runs", ())
    return [replace(readings[0], memberships=(role,)), *readings[1:]]


def large(nodes: int, seed: int = 1) -> list[Reading]:
    """Articles with about this many actors and proposals, three statements for every one, some far more spoken of."""
    chance = random.Random(seed)
    names = [f"Speaker {n}" for n in range(nodes * 2 // 3)]
    stances = ["support", "conditional", "undecided", "doubt", "oppose"]
    readings = []
    for number in range(max(1, nodes // 20)):
        day = date.fromordinal(date(2024, 1, 1).toordinal() + number % 600).isoformat()
        statements = [
            (
                names[int(len(names) * chance.random() ** 2)], chance.choice(stances),
                int((nodes // 3) * chance.random() ** 2), "a speaker", "said", f"it was time to settle {k}", "indirect",
            )
            for k in range(60)
        ]  # fmt: skip
        readings.append(reading_of(f"Report {number}", "The Daily Made-Up", day, statements, number, "Measure {}"))
    return readings


def camps(count: int, seed: int = 3) -> list[Reading]:
    """Debates that hardly touch: in each some twenty speakers on five plans, one statement in twelve about another."""
    chance = random.Random(seed)
    readings = []
    for number in range(count * 4):
        day = date.fromordinal(date(2024, 1, 1).toordinal() + 37 * number % 700).isoformat()
        statements = []
        for k in range(20):
            about = number % count if chance.random() < 11 / 12 else chance.randrange(count)
            who, what = int(20 * chance.random() ** 1.5), int(5 * chance.random() ** 1.3)
            sides = ["support", "conditional"] if who % 2 == what % 2 else ["oppose", "doubt"]
            statements.append((
                f"Speaker {number % count}-{who}", chance.choice([*sides, *sides, "undecided"]), 10 * about + what,
                "a speaker", "said", f"that the matter {k} was a grave one", "indirect",
            ))  # fmt: skip
        readings.append(reading_of(f"Report {number}", "The Daily Made-Up", day, statements, number, "Plan {}"))
    return readings


def hostile(payloads: Iterable[str]) -> list[Reading]:
    """One article a payload, with the payload as title, publisher, speaker, alias, cue, words, role and proposal."""
    return [
        reading_of(
            text, text, "2025-01-01", [(text, "oppose", number, text, text, text, "direct")], number, text + "{}"
        )
        for number, text in enumerate(payloads)
    ]


def actor(name: str) -> Actor:
    """The actor of this name, with one alias."""
    kind = KINDS.get(name, "Person")
    return Actor(MINT.actor(kind, name), name, kind, (f"{name} (alias)",))


def proposal(number: int, pattern: str = "{}") -> Proposal:
    """The proposal of this number; every fifth is a candidate."""
    label = PROPOSALS[number] if pattern == "{}" else pattern.replace("{}", str(number))
    return Proposal(MINT.proposal(label), label, definition=f"What is meant by: {label}", candidate=number % 5 == 4)


def reading_of(title: str, publisher: str, day: str, statements: list, number: int, pattern: str = "{}") -> Reading:
    """An article with these statements: holder, stance, number of the proposal, source, cue, words, quotation."""
    name = f"{number}-{slug(title)}"[:40]
    text, spans = _compose(title, statements)
    article = Article(
        name, name, text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), f"{name}.md",
        title, publisher, ("A. Writer",), date.fromisoformat(day),
    )  # fmt: skip
    claims, positions, actors, candidates = [], [], {}, {}
    for (holder, stance, wanted, *_, quotation), (source, cue, words) in zip(statements, spans, strict=True):
        who, what = actor(holder), proposal(wanted, pattern)
        actors[who.id], candidates[what.id] = who, what
        before = claims[-1].id if quotation == "mixed" and claims else None
        claims.append(Claim(
            MINT.claim(name, source.start, words.end), (who.id,), (source,), (cue,), (words,), quotation, 0.9,
            f"cue “{cue.text}”", before,
        ))  # fmt: skip
        positions.append(Position(
            MINT.position(name, who.id, what.id, stance + str(len(claims))), who.id, what.id, stance, (claims[-1].id,),
            (words,), round(0.95 - 0.07 * (len(claims) % 6), 2), f"the cue “{cue.text}” says {stance}",
        ))  # fmt: skip
    return Reading(
        article, EXTRACTION, tuple(actors.values()), claims=tuple(claims), positions=tuple(positions),
        candidates=tuple(candidates.values()),
    )  # fmt: skip


def _compose(title: str, statements: list) -> tuple[str, list[tuple[Span, Span, Span]]]:
    """A text that holds every statement as a sentence, two to a paragraph, and where its parts stand in it."""
    text, spans = title + "\n\n", []
    for number, (_, _, _, source, cue, words, _) in enumerate(statements):
        parts = []
        for part in (source, cue, words):
            parts.append(Span(len(text), len(text) + len(part), part))
            text += part + " "
        spans.append(tuple(parts))
        text = text[:-1] + ". " + FILLER[number % 3] + (" " if number % 2 == 0 else "\n\n")
    return text, spans


def debate_of(readings: Iterable[Reading]) -> Debate:
    """The debate that the store should give back for these readings."""
    debate = Debate()
    statements, memberships = [], []
    for reading in readings:
        iri = MINT.article(reading.article.slug)
        published = reading.article.published
        debate.articles[iri] = ArticleCard(iri, reading.article.title or "", reading.article.publisher, published)
        debate.actors.update({a.id: a for a in reading.actors})
        debate.proposals.update({p.id: p for p in reading.candidates})
        debate.claims.update({c.id: Report(c, iri) for c in reading.claims})
        statements += [Statement(p, iri, p.held_on or published) for p in reading.positions]
        memberships += reading.memberships
    ordered = tuple(sorted(statements, key=lambda s: s.id))
    return replace(debate, statements=ordered, memberships=tuple(memberships))


def texts_of(readings: Iterable[Reading]) -> dict[str, str]:
    """The texts of the articles by their IRI."""
    return {MINT.article(r.article.slug): r.article.text for r in readings}
