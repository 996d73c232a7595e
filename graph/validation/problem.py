"""What validation finds wanting: one problem, as one sentence that a person understands."""

from dataclasses import dataclass
from typing import Literal

from graph.vocabulary import BASE, PREFIXES


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong, with which node, in which named graph; `kind` is the check that found it."""

    graph: str
    focus: str
    message: str
    kind: Literal["shape", "proof"]

    def __str__(self) -> str:
        return f"{short(self.graph)}: {short(self.focus)}: {self.message}"


def short(iri: str) -> str:
    """An IRI as people read it: what is under our base without the base, else a prefixed name where there is one.

    >>> short("https://w3id.org/claimgraph/id/person/mara-lind"), short("https://schema.org/about")
    ('person/mara-lind', 'schema:about')
    """
    if iri.startswith(BASE):
        return iri.removeprefix(BASE)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def excerpt(text: str, length: int = 60) -> str:
    """A piece of text in quotation marks, on one line, cut where it is long.

    >>> excerpt("two\\nlines")
    "'two\\\\nlines'"
    """
    return repr(text if len(text) <= length else f"{text[: length - 1]}…")
