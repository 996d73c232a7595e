"""The town on disk."""

from tests.querying.conftest import location

__all__ = ["location"]
