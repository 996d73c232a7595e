"""A parsed article for the tests of actors: one language model for all of them."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from graph.actors import Cast, find_actors, load_authority
from graph.language import Parser
from graph.model import Article
from graph.vocabulary import Minter

Reader = Callable[..., Cast]


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The language model, loaded once."""
    return Parser()


@pytest.fixture(scope="session")
def read(parser: Parser) -> Reader:
    """Find the actors of a text; the actors that come with the program are loaded once, which takes 40 ms."""
    shipped = load_authority()

    def reading(
        text: str,
        authority: Sequence[Path] = (),
        authors: tuple[str, ...] = (),
        published: date | None = None,
    ) -> Cast:
        digest = hashlib.sha256(text.encode()).hexdigest()
        article = Article("test", "test", text, digest, "test.txt", authors=authors, published=published)
        return find_actors(parser.parse(article), load_authority(authority) if authority else shipped, Minter())

    return reading
