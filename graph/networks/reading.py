"""How a debate is read from the store: a few simple queries, joined here."""

from collections import defaultdict
from collections.abc import Iterator
from typing import cast

from graph.model import Actor, Claim, Kind, Membership, Position, Proposal, Quotation, Span
from graph.networks.ahead import asked_ahead
from graph.networks.debate import ArticleCard, Debate, Report, Statement, last_part
from graph.networks.select import Queryable, one_each, parse_day, parse_stance, query_of, rows, several
from graph.store.oxigraph import OxigraphStore

Spans = dict[tuple[str, str], tuple[Span, ...]]
LONG = ("words", "statements", "claims", "expressed", "speakers")  # queries, in the order in which rows are asked for


def read_debate(store: Queryable, *, words: bool = True) -> Debate:
    """Everything that the store knows of who said what of which proposal, in a fixed order.

    Without `words` the claims and the evidence are left out: measures need none, and it is several times quicker.
    """
    if words and isinstance(store, OxigraphStore):
        with asked_ahead(store, map(query_of, LONG)) as ahead:
            return _debate(ahead, words)
    return _debate(store, words)  # a server is asked one thing at a time


def _debate(store: Queryable, words: bool) -> Debate:
    """What is short is read first, so that what is long has time to come."""
    articles = read_articles(store)
    aliases = several(store, "aliases", "label")
    topics, topic_labels = _topics(store)
    actors, proposals = _actors(store, aliases), _proposals(store, aliases, topics)
    memberships = tuple(_memberships(store))
    spans = _words(store) if words else {}
    return Debate(
        statements=tuple(_statements(store, spans, articles)),
        actors=actors,
        proposals=proposals,
        articles=articles,
        claims=_claims(store, spans) if words else {},
        topics=topic_labels,
        memberships=memberships,
    )


def read_texts(store: Queryable) -> dict[str, str]:
    """The text of every article, by its IRI."""
    return {row["id"]: row["text"] for row in rows(store, "texts")}


def _words(store: Queryable) -> Spans:
    """The evidence of each part of a claim, and of each position, in the order of the text."""
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for row in rows(store, "words"):
        span = Span(int(row["start"]), int(row["end"]), row["exact"])
        found[row["id"], row.get("part", "")].append(span)
    return {key: tuple(spans if len(spans) == 1 else sorted(set(spans))) for key, spans in found.items()}


def _statements(store: Queryable, spans: Spans, articles: dict[str, ArticleCard]) -> Iterator[Statement]:
    claims = several(store, "expressed", "claim") if spans else {}
    for row in one_each(rows(store, "statements")):
        article = row.get("article", "")
        held_on = parse_day(row.get("heldOn"))
        position = Position(
            id=row["id"],
            holder=row["holder"],
            proposal=row["target"],
            stance=parse_stance(row["stance"]),
            claims=claims.get(row["id"], ()),
            evidence=spans.get((row["id"], ""), ()),
            confidence=float(row.get("confidence", 1)),
            reason=row.get("reason", ""),
            held_on=held_on,
        )
        published = articles[article].published if article in articles else None
        yield Statement(position, article, held_on or published)


def _claims(store: Queryable, spans: Spans) -> dict[str, Report]:
    speakers = several(store, "speakers", "speaker")
    found = {}
    for row in one_each(rows(store, "claims")):
        key, article, above = row["id"], row.get("article", ""), row.get("reportedBy")
        claim = Claim(
            id=key,
            speakers=speakers.get(key, ()),
            source=spans.get((key, "source"), ()),
            cue=spans.get((key, "cue"), ()),
            content=spans.get((key, "content"), ()),
            quotation=cast(Quotation, row.get("quotation", "indirect")),
            confidence=float(row.get("confidence", 1)),
            reason=row.get("reason", ""),
            reported_by=above if above != article else None,
            negated=row.get("negated") in ("true", "1"),
        )
        found[key] = Report(claim, article)
    return found


def _actors(store: Queryable, aliases: dict[str, tuple[str, ...]]) -> dict[str, Actor]:
    return {
        row["id"]: Actor(
            id=row["id"],
            label=row.get("label") or last_part(row["id"]),
            kind=cast(Kind, last_part(row["kind"])),
            aliases=aliases.get(row["id"], ()),
        )
        for row in one_each(rows(store, "actors"))
    }


def _proposals(
    store: Queryable, aliases: dict[str, tuple[str, ...]], topics: dict[str, tuple[str, ...]]
) -> dict[str, Proposal]:
    return {
        row["id"]: Proposal(
            id=row["id"],
            label=row.get("label") or last_part(row["id"]),
            aliases=aliases.get(row["id"], ()),
            definition=row.get("definition"),
            topics=topics.get(row["id"], ()),
            candidate=row.get("candidate") in ("true", "1"),
        )
        for row in one_each(rows(store, "proposals"))
    }


def _topics(store: Queryable) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    topics: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    for row in sorted(rows(store, "topics"), key=lambda row: tuple(sorted(row.items())), reverse=True):
        topics[row["id"]].add(row["topic"])
        labels[row["topic"]] = row.get("label") or labels.get(row["topic"]) or last_part(row["topic"])
    return {key: tuple(sorted(values)) for key, values in topics.items()}, labels


def read_articles(store: Queryable) -> dict[str, ArticleCard]:
    """Title, publisher, date and address of every article."""
    return {
        row["id"]: ArticleCard(
            id=row["id"],
            title=row.get("title") or last_part(row["id"]),
            publisher=row.get("name") or row.get("publisher"),
            published=parse_day(row.get("published")),
            url=row.get("url"),
        )
        for row in one_each(rows(store, "articles"))
    }


def _memberships(store: Queryable) -> Iterator[Membership]:
    known = {(row["member"], row["organization"], row.get("role")) for row in rows(store, "memberships")}
    for member, organization, role in sorted(known, key=lambda key: (key[0], key[1], key[2] or "")):
        yield Membership(member, organization, role, ())
