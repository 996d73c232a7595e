"""Sentences, names and dependencies of an article by spaCy, with offsets into its unaltered text."""

from graph.language.entailment import Entailment, Question
from graph.language.parser import Parsed, Parser, Sentence, end_of, span_of, start_of
from graph.language.passages import Passage, passages
from graph.language.pieces import Window
from graph.language.stances import Stances, Vectors
from graph.language.tagger import Tagged, Tagger

__all__ = [
    "Entailment",
    "Parsed",
    "Parser",
    "Passage",
    "Question",
    "Sentence",
    "Stances",
    "Tagged",
    "Tagger",
    "Vectors",
    "Window",
    "end_of",
    "passages",
    "span_of",
    "start_of",
]
