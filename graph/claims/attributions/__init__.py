"""Who is said, by which words, to say what: candidates by grammar and by marks, judged, the likely ones kept."""

from graph.claims.attributions.attribution import Attribution
from graph.claims.attributions.features import features
from graph.claims.attributions.gathering import candidates
from graph.claims.attributions.marks import Marks
from graph.claims.attributions.page import Page, page_of
from graph.claims.attributions.selection import Found, attributions
from graph.claims.attributions.weights import probability

__all__ = ["Attribution", "Found", "Marks", "Page", "attributions", "candidates", "features", "page_of", "probability"]
