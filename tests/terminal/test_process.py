"""What the program's own processes leave out."""

import sys

import pytest

from graph.terminal import process


@pytest.mark.parametrize("own", [True, False])
def test_pytorch_is_kept_out_of_our_own_processes_alone(monkeypatch: pytest.MonkeyPatch, own: bool) -> None:
    """While spaCy is imported and no longer; who imports `graph` into something else may want it."""
    monkeypatch.setattr(process, "_own", own)
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    with process.without_torch():
        assert ("torch" in sys.modules) == own
        if own:
            with pytest.raises(ImportError):
                __import__("torch")
    assert "torch" not in sys.modules


def test_pytorch_that_is_there_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody has it already, and it costs nothing more."""
    monkeypatch.setattr(process, "_own", True)
    monkeypatch.setitem(sys.modules, "torch", sys)
    with process.without_torch():
        assert sys.modules["torch"] is sys
    assert sys.modules["torch"] is sys
