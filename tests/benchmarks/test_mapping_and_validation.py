"""What mapping, proof and shapes cost for an article of 600 words with 25 claims and 40 mentions."""

import time
from collections.abc import Callable
from dataclasses import replace

from graph.mapping import codebook_quads, quads
from graph.model import Claim, Mention, Proposal, Reading, Span
from graph.store import open_store
from graph.validation import validate
from tests.sample import MINTER, sample

ARTICLES = 10


def long_reading(number: int) -> Reading:
    """The sample blown up to the size of a long article."""
    base, name = sample(), f"long-{number}"
    text = base.article.text * 10

    def piece(start: int, length: int = 40) -> Span:
        return Span(start, start + length, text[start : start + length])

    lind = base.actors[0].id
    claims = [
        Claim(
            MINTER.claim(name, n, n + 40),
            (lind,),
            (piece(n),),
            (piece(n + 41, 4),),
            (piece(n + 46),),
            "direct",
            0.5,
            "why",
        )
        for n in range(0, 1500, 60)
    ]
    positions = [
        replace(p, id=MINTER.digest("position", (name, p.id)), claims=(claims[0].id,), evidence=(piece(46),))
        for p in base.positions
    ]
    return replace(
        base,
        article=replace(base.article, slug=name, text=text),
        claims=tuple(claims),
        positions=tuple(positions),
        mentions=tuple(Mention(piece(n), lind, 1.0, "exact alias") for n in range(0, 1600, 40)),
    )


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def test_cost_of_an_article() -> None:
    """Prints seconds an article; nothing is asserted but that there is something to measure."""
    made = [long_reading(number) for number in range(ARTICLES)]
    store = open_store(":memory:", write=True)
    fee = Proposal(MINTER.proposal("Harbour fee"), "Harbour fee")
    store.replace_graph(MINTER.graph("codebook"), codebook_quads([fee], {}, MINTER))
    written = [list(quads(reading, MINTER)) for reading in made]
    for reading, some in zip(made, written, strict=True):
        store.replace_graph(MINTER.graph(reading.article.slug), some)
    mapping = timed(lambda: [list(quads(reading, MINTER)) for reading in made])
    proof = timed(lambda: list(validate(store, proof_only=True)))
    both = timed(lambda: list(validate(store)))
    print(f"\nan article of {len(written[0])} quads, in seconds:")
    for name, seconds in (("mapping", mapping), ("proof", proof), ("proof and shapes", both)):
        print(f"  {name}: {seconds / ARTICLES:.4f}")
    assert written[0]
