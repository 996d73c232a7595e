"""The articles of a made-up corpus, read: their texts, and what a careful reader would find in them."""

import hashlib
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from graph.model import Actor, Article, Extraction, Proposal, Reading, Region
from tests.benchmarks.corpus.draft import Draft
from tests.benchmarks.corpus.statements import add_statement
from tests.benchmarks.corpus.words import Prose, zipf
from tests.benchmarks.corpus.world import World, ranks

_START, _DAYS = date(2016, 1, 1), 3650
_ENDED = datetime(2026, 1, 1, tzinfo=UTC)
T = TypeVar("T")


def readings(world: World, seed: int = 1) -> Iterator[Reading]:
    """Articles until their claims are as many as the world's; lengths are log-normal, half have less than 14 claims."""
    chance, prose = random.Random(seed), Prose(seed)
    actors, proposals, publishers = ranks(world.actors), ranks(world.proposals), zipf(len(world.publishers))
    left, number = world.claims, 0
    while left:
        count = min(left, 120, max(1, round(chance.lognormvariate(2.65, 0.7))))
        number, left = number + 1, left - count
        cast = _drawn(chance, world.actors, actors, 2 + count // 3)
        topics = _drawn(chance, world.proposals, proposals, 1 + count // 8)
        publisher = chance.choices(world.publishers, cum_weights=publishers)[0]
        day = _START + timedelta(days=int(_DAYS * chance.random() ** 0.7))  # more of them in later years
        yield _article(Draft(f"article-{number:06}", day, chance, prose), publisher, count, cast, topics)


def _drawn(chance: random.Random, items: Sequence[T], weights: list[float], number: int) -> list[T]:
    return list(dict.fromkeys(chance.choices(items, cum_weights=weights, k=number)))


def _article(draft: Draft, publisher: str, count: int, cast: Sequence[Actor], topics: Sequence[Proposal]) -> Reading:
    chance = draft.chance
    title = draft.say(draft.prose.some(chance, 1, 2).capitalize())
    draft.say("\n\n")
    for _ in range(count):
        add_statement(draft, chance.choice(cast), chance.choice(topics), cast)
        draft.say(f" {draft.prose.some(chance, 1, 4).capitalize()}. ")
    text = draft.text
    digest = hashlib.sha256(text.encode()).hexdigest()
    regions = (Region("title", title.start, title.end), Region("body", title.end + 2, len(text)))
    article = Article(
        draft.slug, draft.slug, text, digest, f"{draft.slug}.txt", title.text, publisher, published=draft.day,
        regions=regions,
    )  # fmt: skip
    return Reading(
        article, Extraction("made-up", "1", "none", digest[:16], _ENDED), tuple(draft.named.values()),
        tuple(draft.mentions), tuple(draft.memberships), tuple(draft.claims), tuple(draft.positions.values()),
        tuple(draft.candidates.values()), tuple(draft.events), tuple(draft.quantities),
        signature=tuple(digest[place : place + 8] for place in range(0, 64, 8)),
    )  # fmt: skip
