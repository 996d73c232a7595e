"""One language model for all tests of claims."""

import pytest

from tests.claims.coded import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The extractor under test, its language model loaded once."""
    return Coder()
