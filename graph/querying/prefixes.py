"""The built-in prefixes as text, to be pasted where they are not built in."""

from collections.abc import Callable, Mapping

from graph.errors import InputError
from graph.vocabulary import PREFIXES


def _sparql(prefixes: Mapping[str, str]) -> str:
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes.items())


def _turtle(prefixes: Mapping[str, str]) -> str:
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())


def _json(prefixes: Mapping[str, str]) -> str:
    import json

    return json.dumps(prefixes, indent=2) + "\n"


PREFIX_FORMS: dict[str, Callable[[Mapping[str, str]], str]] = {"sparql": _sparql, "turtle": _turtle, "json": _json}


def prefixes_as(form: str) -> str:
    """All built-in prefixes, in one of `PREFIX_FORMS`.

    >>> prefixes_as("sparql").splitlines()[0]
    'PREFIX cg: <https://w3id.org/claimgraph/ontology#>'

    :raises InputError: where there is no such form.
    """
    if form not in PREFIX_FORMS:
        raise InputError(f"There is no format {form!r} of prefixes: use {', '.join(PREFIX_FORMS)}.")
    return PREFIX_FORMS[form](PREFIXES)
