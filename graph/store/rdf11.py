"""What RDF 1.2 has beyond RDF 1.1; the store takes none of it, since JSON-LD, SHACL and rdflib know nothing of it."""

from pyoxigraph import Literal, Triple

from graph.store.values import shown

_LONGEST = 100


def beyond(term: object) -> str | None:
    """What a term is that RDF 1.1 has not, in words; None where it has it.

    >>> beyond(Triple(Literal("a").datatype, Literal("a").datatype, Literal("a")))[:22], beyond(Literal("a"))
    ('a triple as a term (<<', None)
    """
    if isinstance(term, Triple):
        return f"a triple as a term ({shown(term)[:_LONGEST]})"
    if isinstance(term, Literal) and getattr(term, "direction", None) is not None:  # since pyoxigraph 0.5
        return f"a text with a direction ({shown(term)[:_LONGEST]})"
    return None
