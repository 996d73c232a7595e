"""The terms that usually stand after each prefix: to be offered, and to tell what a slip means."""

from collections.abc import Sequence
from functools import cache

from graph.querying.saved import saved_queries
from graph.sparql.tokens import tokens
from graph.vocabulary import PREFIXES, TERMS


@cache
def usual_terms() -> dict[str, Sequence[str]]:
    """All terms of ours, and of other vocabularies what the saved queries use.

    >>> "prefLabel" in usual_terms()["skos"], "opposes" in usual_terms()["cg"]
    (True, True)
    """
    found: dict[str, set[str]] = {prefix: set() for prefix in PREFIXES}
    for query in saved_queries():
        for token in tokens(query.text):
            prefix, _, local = token.text.partition(":")
            if token.kind == "name" and local:
                found.setdefault(prefix, set()).add(local)
    return {prefix: sorted(terms) for prefix, terms in {**found, **TERMS}.items()}
