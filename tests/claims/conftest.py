"""One language model for all tests of claims."""

import pytest

from tests.claims.coded import Coder
from tests.claims.tagging import Reader


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The extractor "rules", its language model loaded once."""
    return Coder()


@pytest.fixture(scope="session")
def learner() -> Coder:
    """The extractor "learned", its models loaded once."""
    return Coder(learned=True)


@pytest.fixture(scope="session")
def quick_learner() -> Coder:
    """The extractor "quick": all learnt models but the one that takes most of the time and weighs stances alone."""
    return Coder(learned=True, entailing=False)


@pytest.fixture(params=["coder", "learner"])
def either(request: pytest.FixtureRequest) -> Coder:
    """One extractor after the other, for what must hold of both."""
    made: Coder = request.getfixturevalue(request.param)
    return made


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The language model and the tagger, loaded once."""
    return Reader()
