"""The saved queries as a list to read: what each answers, and what it asks for."""

from graph.querying.asking.wording import first_way
from graph.querying.saved import Param, Query, find_query, saved_queries


def listing(name: str | None = None) -> str:
    """All saved queries with their parameters, or the SPARQL of one.

    :raises QueryError: where there is none of that name.
    """
    if name:
        return find_query(name).text
    return "\n".join(_entry(query) for query in saved_queries())


def _entry(query: Query) -> str:
    lines = [f"{query.name}", f"    {query.title}: {query.description}"]
    lines += [f"    -p {param.name}=...  {_said(param)}" for param in query.params]
    lines += [f"    claimgraph ask {first_way(query)}"] if query.asks else []
    return "\n".join(lines) + "\n"


def _said(param: Param) -> str:
    left_out = "" if param.default is None else f" (left out: {param.default or 'any'})"
    return f"{param.description} ({param.type}){left_out}"
