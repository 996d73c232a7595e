"""How many questions are understood, of those that were tuned for and of those kept aside: right, wrong or refused."""

from collections import Counter
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.querying.asking import understand
from graph.querying.asking.naming import Names
from graph.store import Store
from graph.vocabulary import BASE

HERE = Path(__file__).parent
Answer = tuple[str, dict[str, str]]


def outcome(names: Names, question: str, right: list[Answer | None]) -> str:
    """Whether a question is answered rightly or wrongly, or refused though it should not be."""
    try:
        asked = understand(names.store, question, names)
    except InputError:
        return "right" if None in right else "refused"
    values = {name: value.strip("<>").removeprefix(BASE) for name, value in asked.values.items()}
    return "right" if (asked.query.name, values) in right else "wrong"


def answer(written: str) -> Answer | None:
    """An answer as the tables have it; None for a refusal.

    >>> answer("allies who=org/cier"), answer("-")
    (('allies', {'who': 'org/cier'}), None)
    """
    name, *values = written.replace(" ", "\t", 1).split("\t")
    pairs: dict[str, str] = {}
    for word in " ".join(values).split():
        key, equals, value = word.partition("=")
        if equals:
            pairs[key] = value
        else:  # a value of several words
            pairs[next(reversed(pairs))] += f" {word}"
    return None if name == "-" else (name, pairs)


@pytest.mark.parametrize(
    ("half", "right", "wrong"),
    [("asked_develop.tsv", 152, 1), ("asked_aside.tsv", 145, 5), ("asked_late.tsv", 50, 1)],
)
def test_most_questions_are_understood_and_hardly_any_wrongly(sample: Store, half: str, right: int, wrong: int) -> None:
    """Of each half at least so many are right, and at most so many are answered wrongly."""
    lines = (HERE / half).read_text(encoding="utf-8").splitlines()
    asked = [line.split("\t") for line in lines if not line.startswith("#")]
    names = Names(sample)
    found = Counter(outcome(names, said, [answer(one) for one in answers.split(" | ")]) for said, answers in asked)
    assert found["right"] >= right, found
    assert found["wrong"] <= wrong, found
