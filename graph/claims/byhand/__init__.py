"""The files of hand-made coding: their fields, their quotes, their records."""

from graph.claims.byhand.reading import read_annotation, read_annotations
from graph.claims.byhand.records import Annotation

__all__ = ["Annotation", "read_annotation", "read_annotations"]
