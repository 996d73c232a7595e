"""Files, folders, feeds and pages to articles: text as it was read, what each stretch of it is, what is known of it."""

from graph.articles.duplicates import NEAR, signature, similarity
from graph.articles.formats import FORMATS
from graph.articles.metadata.dates import parse_date
from graph.articles.metadata.days import resolve_day
from graph.articles.raw import MAX_BYTES
from graph.articles.reading import read_articles
from graph.articles.regions import mark

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "NEAR",
    "mark",
    "parse_date",
    "read_articles",
    "resolve_day",
    "signature",
    "similarity",
]
