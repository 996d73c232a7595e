"""The collector of dead objects is put off for as long as a page is made, and no longer."""

import gc

import pytest

from graph.page.collecting import uncollected


@pytest.mark.parametrize("before", [True, False])
def test_the_collector_is_afterwards_as_it_was(before: bool) -> None:
    """Whether it ran before or not, and where something goes wrong, too."""
    (gc.enable if before else gc.disable)()
    try:
        with pytest.raises(KeyError), uncollected():
            assert not gc.isenabled()
            raise KeyError
        assert gc.isenabled() == before
    finally:
        gc.enable()
