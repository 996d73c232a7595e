"""Questions to a store: SPARQL and saved queries, with parameters, limits and formats."""

from graph.querying.formats import FORMATS
from graph.querying.run import How, ask, rows, run
from graph.querying.saved import Param, Query, find_query, saved_queries

__all__ = ["FORMATS", "How", "Param", "Query", "ask", "find_query", "rows", "run", "saved_queries"]
