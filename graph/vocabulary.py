"""The names of the graph: prefixes, the terms of our ontology as IRIs, and the minting of IRIs.

A test holds the terms below equal to `ontology/claimgraph.ttl`. Plain strings: no RDF library is needed to name things.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

CG = "https://w3id.org/claimgraph/ontology#"
STANCE = "https://w3id.org/claimgraph/stance/"
BASE = "https://w3id.org/claimgraph/id/"

PREFIXES: dict[str, str] = {
    "cg": CG,
    "stance": STANCE,
    "id": BASE,
    "schema": "https://schema.org/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "wd": "http://www.wikidata.org/entity/",
}

CLASSES = (
    "Article", "Actor", "Person", "Organization", "Country", "Group", "Proposal", "Topic", "Claim", "Position",
    "Evidence", "Event", "Quantity", "Extraction", "Appearance", "Mention",
)  # fmt: skip
PROPERTIES = (
    "sha256", "evidence", "memberOf", "topic", "proposedBy", "candidate", "speaker", "source", "cue", "content",
    "quotation", "reportedBy", "mentions", "negated", "modality", "holder", "target", "stance", "expressedIn",
    "heldOn", "asWritten", "of", "confidence", "reason", "polarity", "supports", "conditionallySupports",
    "isUndecidedOn", "doubts", "opposes", "affiliatedWith", "appearance", "location", "fingerprint", "signature",
    "region", "regionKind", "format", "names", "extractor", "model", "byline", "adjective", "seat", "unproved",
)  # fmt: skip

# graphs that are no article's: no article may have one of these as its slug
RESERVED_GRAPHS = ("actors", "codebook", "curation", "ontology")

SHORTCUTS: dict[str, str] = {
    "support": "supports",
    "conditional": "conditionallySupports",
    "undecided": "isUndecidedOn",
    "doubt": "doubts",
    "oppose": "opposes",
}
TERMS: dict[str, tuple[str, ...]] = {"cg": (*CLASSES, *PROPERTIES), "stance": tuple(SHORTCUTS)}
"""What may stand after those of our prefixes of which every term is known."""
_PATHS = {"Person": "person", "Organization": "org", "Country": "country", "Group": "group"}


def iri(curie: str) -> str:
    """The IRI that a prefixed name stands for.

    >>> iri("cg:holder")
    'https://w3id.org/claimgraph/ontology#holder'
    """
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


def slug(text: str) -> str:
    """A readable, stable part of an IRI: Latin letters without their accents, other scripts kept.

    >>> slug("Da-Nien Liu"), slug("São Tomé & Príncipe"), slug("賴清德")
    ('da-nien-liu', 'sao-tome-principe', '賴清德')
    """
    folded = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    folded = unicodedata.normalize("NFC", re.sub(r"['’]s\b|['’.]", "", folded).casefold())
    words = "-".join(re.findall(r"[^\W_]+", folded))[:120].rstrip("-")
    return words or _hash(text)[:12]


@dataclass(frozen=True, slots=True)
class Minter:
    """Makes the IRIs of one graph; `base` ends in a slash."""

    base: str = BASE

    def actor(self, kind: str, name: str) -> str:
        """`kind` is a class name of `CLASSES`; a country's `name` is its ISO 3166-1 alpha-3 code."""
        return f"{self.base}{_PATHS[kind]}/{name if kind == 'Country' else slug(name)}"

    def article(self, article_slug: str) -> str:
        return f"{self.base}article/{article_slug}"

    def graph(self, name: str) -> str:
        """The named graph of an article's slug, or of "actors", "codebook", "curation", "ontology"."""
        return f"{self.base}graph/{name}"

    def proposal(self, label: str) -> str:
        return f"{self.base}proposal/{slug(label)}"

    def topic(self, label: str) -> str:
        return f"{self.base}topic/{slug(label)}"

    def claim(self, article_slug: str, start: int, end: int) -> str:
        return f"{self.base}claim/{article_slug}/{start}-{end}"

    def evidence(self, article_slug: str, start: int, end: int) -> str:
        return f"{self.base}evidence/{article_slug}/{start}-{end}"

    def digest(self, kind: str, parts: Iterable[str]) -> str:
        """An IRI named by a hash of its parts: positions, events, memberships, appearances."""
        return f"{self.base}{kind}/{_hash(chr(31).join(parts))[:16]}"

    def position(self, article_slug: str, holder: str, proposal: str, stance: str) -> str:
        return self.digest("position", (article_slug, holder, proposal, stance))


def _hash(text: str) -> str:
    import hashlib  # a query needs none, and starts without it

    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
