"""The attribution benchmark counts as it says, and its page of results keeps what it does not write."""

import json
from pathlib import Path

import pytest

from graph.language import Parser
from graph.model import Article
from tests.benchmarks.attribution.gold import Marked, cue_kind
from tests.benchmarks.attribution.running import run
from tests.benchmarks.attribution.scoring import Made, believed, compared, cut, recall, score
from tests.benchmarks.attribution.table import merged, rows
from tests.benchmarks.learn_weights import Said

TEXT = 'The harbour master said that the quay would be closed in May. "We need a new crane," Ana Prado said.'


def said(start: int, end: int, source: tuple[int, int] = (0, 3)) -> Said:
    """A content and a source from one place up to another."""
    return Said(frozenset(range(start, end)), frozenset(range(*source)))


def gold(what: Said, words: int = 9, quotation: str = "direct") -> Marked:
    """An annotated attribution."""
    return Marked(what, words, quotation, "verb")


def places(words: str) -> list[list[int]]:
    """Where words stand in the text."""
    return [[TEXT.index(words), TEXT.index(words) + len(words)]]


def test_half_of_the_content_and_one_character_of_the_source_are_enough() -> None:
    """A found content with another source counts only where the source is not asked for."""
    marked = [gold(said(10, 20)), gold(said(30, 40)), gold(said(50, 60))]
    found = [Made(said(10, 15), 3, 0.9), Made(said(30, 40, (4, 6)), 3, 0.5), Made(said(50, 54), 3, 0.2)]
    article = compared(marked, found)
    assert score([article]).right == 1
    assert score([article], source=False).right == 2
    assert recall([article], lambda g: g.quotation == "direct") == (1, 3)
    assert believed([article], 0.5, 2.0) == (1, 2)


def test_an_attribution_is_matched_once() -> None:
    """Two claims of the same words are one that is right and one too many."""
    article = compared([gold(said(10, 20))], [Made(said(10, 20), 3, 0.9)] * 2)
    assert (score([article]).right, score([article]).found) == (1, 2)


def test_short_contents_and_doubtful_claims_are_cut_from_both_sides() -> None:
    """What is left is matched anew."""
    article = compared([gold(said(10, 20)), gold(said(30, 40), words=2)], [Made(said(10, 20), 9, 0.4)])
    assert score(cut([article], words=5)).gold == 1
    assert score(cut([article], confidence=0.5)).found == 0


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("Ana Prado said that the quay is old.", "said", "verb"),
        ("Her warning that the quay is old was heard.", "warning", "noun"),
        ("Ana Prado is adamant that the quay must go.", "is adamant", "adjective"),
        ("According to Ana Prado, the quay is old.", "According to", "preposition"),
        ("ANA PRADO: The quay is old.", ":", "colon or dash"),
        ("The quay is old.", "", "no"),
    ],
)
def test_a_cue_is_of_the_kind_of_its_head(text: str, cue: str, kind: str) -> None:
    """By the parse; of a copula with its predicate, the predicate counts."""
    parsed = Parser().parse(Article("a", "a", text, "", "a"))
    tokens = [token for sentence in parsed.sentences for token in sentence.tokens]
    at = text.index(cue)
    assert cue_kind([[at, at + len(cue)]] if cue else [], tokens) == kind


def test_a_corpus_is_measured_from_its_texts_to_the_figures(tmp_path: Path) -> None:
    """Both sentences are found by the rules, each is counted under its kind, and no text comes out."""
    attributions = [
        {"source": places(s), "cue": places(c), "content": places(t)}
        for s, c, t in (
            ("The harbour master", "said that", "the quay would be closed in May"),
            ("Ana Prado", "said.", '"We need a new crane,"'),
        )
    ]
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"doc_id": "quay", "text": TEXT, "attributions": attributions}), encoding="utf-8")
    figures = dict(rows(run(corpus, "rules")))
    assert figures["**content and source**"] == "**100.0 / 100.0 / 100.0**"
    assert (figures["recall: direct"], figures["recall: indirect"]) == ("100.0 (of 1)", "100.0 (of 1)")
    assert "recall: mixed" not in figures
    assert "crane" not in " ".join(figures.values())


def test_the_column_of_one_extractor_is_written_and_the_other_kept() -> None:
    """Rows that only one of them has are empty in the other's column."""
    page = merged(merged("", "rules", {"content": "1", "old": "2"}), "learned", {"content": "3"})
    page = merged(page, "learned", {"content": "4"})
    assert "|  | learned | rules |\n| --- | --- | --- |\n| content | 4 | 1 |\n| old |  | 2 |\n" in page
    assert page.count("# Attribution") == 1
