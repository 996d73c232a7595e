"""Sentences, names and dependencies of an article by spaCy, with offsets into its unaltered text."""

from graph.language.parser import Parsed, Parser, Sentence, end_of, span_of, start_of
from graph.language.passages import Passage, passages
from graph.language.tagger import Tagged, Tagger

__all__ = [
    "Parsed",
    "Parser",
    "Passage",
    "Sentence",
    "Tagged",
    "Tagger",
    "end_of",
    "passages",
    "span_of",
    "start_of",
]
