"""RDF/XML: the merge of all graphs, for tools that read nothing else.

Written here, as the engine's own writer puts control characters into the file, which no XML may hold.
Specification: RDF 1.1 XML Syntax, W3C 2014; XML 1.0, section 2.2 (characters).
"""

import re
from itertools import groupby
from typing import Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import Literal, NamedNode, Triple

from graph.errors import InputError
from graph.exports.graphml import writable
from graph.exports.ordered import merged
from graph.store import Store
from graph.vocabulary import PREFIXES, iri

_RDF, _STRING = iri("rdf:type").removesuffix("type"), iri("xsd:string")
_NAME = re.compile(r"[^\W\d][\w.-]*\Z")
_LINES = {"\r": "&#13;"}  # which a reader would take for a line feed


def write_rdfxml(store: Store, out: BinaryIO) -> None:
    """Write each triple once, one description a subject and graph.

    :raises InputError: where a text or a property cannot be said in XML; names the subject.
    """
    spaces = "".join(f"\n  xmlns:{prefix}={quoteattr(space)}" for prefix, space in sorted(_prefixes().items()))
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'.encode())
    for triples in merged(store):
        for subject, said in groupby(triples, key=lambda triple: triple.subject):
            lines = "".join(f"  {line}\n" for line in map(_property, said))
            about = quoteattr(_value(subject))
            out.write(f"<rdf:Description rdf:about={about}>\n{lines}</rdf:Description>\n".encode())
    out.write(b"</rdf:RDF>\n")


def _prefixes() -> dict[str, str]:
    return {**PREFIXES, "rdf": _RDF}


def _property(triple: Triple) -> str:
    name, space = _qualified(triple)
    value = triple.object
    if isinstance(value, NamedNode):
        return f"<{name}{space} rdf:resource={quoteattr(value.value)}/>"
    assert isinstance(value, Literal)
    if writable(value.value).replace("\n", "") != value.value.replace("\r", "").replace("\n", ""):
        raise InputError(
            f"{_value(triple.subject)} has a text with a character that XML cannot hold: write Turtle instead."
        )
    kind = f" rdf:datatype={quoteattr(value.datatype.value)}" if value.datatype.value != _STRING else ""
    kind = f' xml:lang="{value.language}"' if value.language else kind
    return f"<{name}{space}{kind}>{escape(value.value, _LINES)}</{name}>"


def _qualified(triple: Triple) -> tuple[str, str]:
    """A property as XML names it, and the declaration that it needs where its prefix is not built in."""
    address = triple.predicate.value
    for prefix, space in _prefixes().items():
        if address.startswith(space) and _NAME.match(address[len(space) :]):
            return f"{prefix}:{address[len(space) :]}", ""
    parts = re.search(r"[^\W\d][\w.-]*\Z", address)
    if parts is None or parts.start() == 0:
        raise InputError(
            f"{_value(triple.subject)} has the property {address}, which XML cannot name: write Turtle instead."
        )
    return f"p:{parts[0]}", f" xmlns:p={quoteattr(address[: parts.start()])}"


def _value(term: Any) -> str:  # noqa: ANN401 - any term
    return str(term.value)
