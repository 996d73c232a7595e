"""The records of `extract` and `export jsonl`."""

import json
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given

from graph.mapping import quads, read_back
from graph.model import Reading
from graph.records import line, records, records_of
from tests.sample import MINTER, TEXTS, sample

KEYS = {
    "article": {"type", "id", "title", "publisher", "authors", "published", "language", "text", "regions"},
    "actor": {"type", "id", "label", "aliases", "kind", "same_as", "articles"},
    "membership": {"type", "article", "member", "organization", "role", "evidence"},
    "claim": {"type", "id", "article", "speaker", "source", "cue", "content", "quotation", "reported_by",
              "confidence", "reason"},
    "position": {"type", "id", "article", "holder", "proposal", "candidate", "stance", "polarity", "claims",
                 "evidence", "confidence", "reason"},
    "event": {"type", "id", "article", "label", "code", "actors", "place", "time", "evidence", "confidence", "reason"},
    "quantity": {"type", "id", "article", "value", "unit", "currency", "as_written", "of", "evidence"},
}  # fmt: skip


def test_every_record_has_the_keys_of_the_interface() -> None:
    """Whoever reads the records finds what the interface promises."""
    seen = set()
    for record in records_of([sample()]):
        seen.add(record["type"])
        assert KEYS[record["type"]] <= set(record)
    assert seen == set(KEYS)


def test_the_values_are_those_of_the_reading() -> None:
    """The records say what the article says, with offsets that prove it."""
    found = list(records_of([sample()]))
    text = found[0]["text"]
    position = next(r for r in found if r["type"] == "position")
    assert (position["stance"], position["polarity"], position["candidate"]) == ("oppose", -1.0, False)
    assert all(text[e["start"] : e["end"]] == e["text"] for e in position["evidence"])
    assert [r["candidate_label"] for r in found if r["type"] == "position"] == [None, "A fund for ports"]
    claims = [r for r in found if r["type"] == "claim"]
    assert claims[0]["speaker"].endswith("person/mara-lind")
    assert claims[2]["reported_by"] == claims[0]["id"]
    assert found[0]["published"] == "2025-03-02"


def test_a_claim_without_a_speaker_says_so() -> None:
    """Nobody is put in the place of somebody whom the text does not tell."""
    nobody = replace(sample().claims[0], speakers=())
    claim = next(r for r in records(replace(sample(), claims=(nobody,))) if r["type"] == "claim")
    assert claim["speaker"] is None
    assert claim["speakers"] == []


def test_an_actor_comes_once_with_all_its_articles() -> None:
    """Actors come at the end, with the names that any article gave them."""
    one, two = sample("one"), sample("two")
    renamed = replace(two, actors=(replace(two.actors[0], label="Ms Lind"), *two.actors[1:]))
    found = [r for r in records_of([one, renamed]) if r["type"] == "actor"]
    lind = next(r for r in found if r["id"].endswith("mara-lind"))
    assert len(found) == 4
    assert lind["label"] == "Mara Lind"
    assert lind["aliases"] == ["M. Lind", "Ms Lind"]
    assert lind["articles"] == ["id one", "id two"]


def test_records_stream() -> None:
    """An article's records come before the next article is read."""
    read: list[str] = []

    def readings() -> Iterator[Reading]:
        for name in ("one", "two"):
            read.append(name)
            yield sample(name)

    found = records_of(readings())
    assert next(found)["id"] == "id one"
    assert read == ["one"]


def test_records_are_the_same_before_and_after_the_store() -> None:
    """`extract` and `export jsonl` say the same of an article."""
    reading = sample()
    back = read_back(quads(reading, MINTER))
    assert back is not None
    assert list(records_of([back])) == list(records_of([reading]))


@given(TEXTS)
def test_a_record_is_one_line(text: str) -> None:
    """No character of a text breaks a line, to any reader of lines."""
    written = line({"type": "article", "text": text + "\u2028\u0085\r\n"})
    assert len(written.splitlines()) == 1
    assert json.loads(written)["text"] == text + "\u2028\u0085\r\n"
