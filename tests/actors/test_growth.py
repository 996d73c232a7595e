"""What finding the actors of a long text costs: work that grows with its length."""

import sys
from collections.abc import Callable
from types import FrameType

from graph.actors import Cast

PARAGRAPH = (
    "Mayor Ida Solberg met the Nordic Fisheries Institute and Judge Henrik Aas on Monday. She said the quota was fair. "
    "The institute's director, Per Strand, told reporters that both officials had agreed. The court will decide, the "
    "judge said. Skippers objected. They want a spokesman for the port to speak. The former captain called it a trick."
)


def calls_for(work: Callable[[], object]) -> int:
    """How many functions of the actors' room are called."""
    count = 0

    def each(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and "/actors/" in frame.f_code.co_filename

    sys.setprofile(each)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def ask_all(cast: Cast) -> None:
    """Ask whom every noun and pronoun means, and for all that follows from it."""
    for sentence in cast.parsed.sentences:
        for token in sentence.tokens:
            if token.pos_ in ("NOUN", "PROPN", "PRON"):
                cast.whom(token)
    assert cast.memberships
    assert cast.actors()


def test_the_work_grows_as_the_text_does(read) -> None:
    """Four times the text are hardly more than four times the steps."""
    short, long = read("\n\n".join([PARAGRAPH] * 5)), read("\n\n".join([PARAGRAPH] * 20))
    assert calls_for(lambda: ask_all(long)) < 5 * calls_for(lambda: ask_all(short))
