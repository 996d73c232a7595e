"""What must be told to whom our prefixes are not built in: those that a query uses and does not declare."""

from itertools import pairwise

from graph.sparql.tokens import tokens
from graph.vocabulary import PREFIXES


def with_prefixes(query: str) -> str:
    r"""The query with what it needs declared before it, on its first line, so that lines keep their numbers.

    >>> with_prefixes("ASK { ?s cg:of 'owl:' }")
    "PREFIX cg: <https://w3id.org/claimgraph/ontology#> ASK { ?s cg:of 'owl:' }"
    """
    found = list(tokens(query))
    used = {token.text.partition(":")[0] for token in found if token.kind == "name"}
    own = {name.text[:-1] for word, name in pairwise(found) if word.is_word("PREFIX")}
    needed = [f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in PREFIXES if prefix in used - own]
    return "".join(needed) + query
