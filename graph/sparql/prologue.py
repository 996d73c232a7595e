"""What must be told to whom our prefixes are not built in: those that a query may use and does not declare."""

from functools import lru_cache
from itertools import pairwise

from graph.sparql.tokens import tokens
from graph.vocabulary import PREFIXES


def with_prefixes(query: str) -> str:
    r"""The query with what it needs declared before it, on its first line, so that lines keep their numbers.

    >>> with_prefixes("ASK { ?s cg:of 'a' }")
    "PREFIX cg: <https://w3id.org/claimgraph/ontology#> ASK { ?s cg:of 'a' }"
    """
    return "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in prefixes_of(query).items()) + query


@lru_cache(maxsize=128)
def prefixes_of(query: str) -> dict[str, str]:
    """The prefixes that an engine has to be told, which reads each of them in 4 µs, perhaps one too many.

    A name may be a part of what `tokens` reads as an IRI, as in "?a<cg:b&&?c>?d": so it is looked for in the text.
    """
    own = {name.text[:-1] for word, name in pairwise(tokens(query)) if word.is_word("PREFIX")}
    return {prefix: iri for prefix, iri in PREFIXES.items() if prefix not in own and f"{prefix}:" in query}
