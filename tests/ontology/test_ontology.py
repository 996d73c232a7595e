"""The ontology, its shapes, its context and `vocabulary.py` say the same."""

import json
from typing import get_args

import pytest
from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, XSD, Graph, Namespace, URIRef
from rdflib.collection import Collection

from graph.mapping import ontology_quads, quads
from graph.model import POLARITY, Quotation, RegionKind
from graph.resources import resource
from graph.vocabulary import BASE, CG, CLASSES, PREFIXES, PROPERTIES, SHORTCUTS, STANCE
from tests.sample import MINTER, sample

ONTOLOGY = Graph().parse(resource("ontology", "claimgraph.ttl"))
STANCES = Graph().parse(resource("ontology", "stances.ttl"))
SHAPES = Graph().parse(resource("ontology", "shapes.ttl"))
CONTEXT = json.loads(resource("ontology", "context.jsonld").read_text(encoding="utf-8"))["@context"]
CGN, STANCEN = Namespace(CG), Namespace(STANCE)
HEAD = URIRef(CG.rstrip("#"))
# said of whatever holds graphs, which is no node of a graph
UNSHAPED = {"format"}


def ours(graph: Graph) -> set[str]:
    """The local names of all our terms that a graph speaks of."""
    return {str(t).removeprefix(CG) for triple in graph for t in triple if isinstance(t, URIRef) and t.startswith(CG)}


def test_the_ontology_has_the_terms_of_the_vocabulary_and_no_others() -> None:
    """A term is in `claimgraph.ttl` exactly if it is in `vocabulary.py`."""
    defined = {str(s).removeprefix(CG) for s in ONTOLOGY.subjects(RDFS.isDefinedBy, HEAD)}
    assert defined == set(CLASSES) | set(PROPERTIES)
    assert ours(ONTOLOGY) | ours(STANCES) == defined
    assert {str(s).removeprefix(CG) for s in ONTOLOGY.subjects(RDF.type, OWL.Class)} == set(CLASSES)


@pytest.mark.parametrize("name", (*CLASSES, *PROPERTIES))
def test_a_term_is_explained(name: str) -> None:
    """Every term has one label, one comment that is a sentence, and an example."""
    labels, comments = (list(ONTOLOGY.objects(CGN[name], p)) for p in (RDFS.label, RDFS.comment))
    assert [label.language for label in labels] == ["en"]
    assert [comment.language for comment in comments] == ["en"]
    assert str(comments[0])[0].isupper()
    assert str(comments[0]).endswith(".")
    assert ONTOLOGY.value(CGN[name], SKOS.example)


@pytest.mark.parametrize("name", (*CLASSES, *PROPERTIES))
def test_an_example_is_turtle_about_its_term(name: str) -> None:
    """Every example parses, uses its term, and uses no term of ours that does not exist."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    for example in ONTOLOGY.objects(CGN[name], SKOS.example):
        parsed = Graph().parse(data=f"@base <{BASE}> .\n{prefixes}{example}", format="turtle")
        assert name in ours(parsed)
        assert ours(parsed) <= set(CLASSES) | set(PROPERTIES)


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_property_has_domain_and_range_or_says_why_not(name: str) -> None:
    """Where there is no one class, a note gives the reason and the classes are listed."""
    notes = " ".join(str(note) for note in ONTOLOGY.objects(CGN[name], SKOS.note))
    for end, listed in ((RDFS.domain, "domain"), (RDFS.range, "range")):
        has = ONTOLOGY.value(CGN[name], end) is not None
        assert has != (f"No {listed}: " in notes)


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_is_mapped_to_another_vocabulary(name: str) -> None:
    """Every class is a subclass of, or close to, one that others know."""
    mapped = [*ONTOLOGY.objects(CGN[name], RDFS.subClassOf), *ONTOLOGY.objects(CGN[name], SKOS.closeMatch)]
    assert any(not term.startswith(CG) for term in mapped)


def test_all_seven_vocabularies_are_mapped() -> None:
    """schema.org, PROV-O, Web Annotation, ORG, FOAF, SKOS and SEM each have a term of ours beside theirs."""
    predicates = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.relatedMatch)
    mapped = {str(o) for predicate in predicates for o in ONTOLOGY.objects(None, predicate)}
    for prefix in ("schema", "prov", "oa", "org", "foaf", "skos", "sem"):
        assert any(term.startswith(PREFIXES[prefix]) for term in mapped), prefix


def test_terms_of_other_vocabularies_exist() -> None:
    """What we map to, or write, is really a term of schema.org, PROV-O, ORG, FOAF, SKOS, Dublin Core or OWL."""
    written = {
        str(t) for q in quads(sample(), MINTER) for t in (q.predicate, q.object) if t.__class__.__name__ == "NamedNode"
    }
    terms = {t.strip("<>") for t in written} | {
        str(t) for g in (ONTOLOGY, STANCES, SHAPES) for triple in g for t in triple
    }
    for namespace in (SDO, PROV, ORG, FOAF, SKOS, DCTERMS, OWL, RDF, RDFS, XSD, SH):
        for term in sorted(terms):
            local = term.removeprefix(str(namespace))
            if local not in (term, "") and not local.startswith("_"):
                assert local in namespace, term


def test_the_header_says_version_licence_and_prefix() -> None:
    """The ontology can be cited and reused."""
    assert str(ONTOLOGY.value(HEAD, OWL.versionInfo))
    assert str(ONTOLOGY.value(HEAD, DCTERMS.license)) == "https://www.apache.org/licenses/LICENSE-2.0"
    assert str(ONTOLOGY.value(HEAD, URIRef("http://purl.org/vocab/vann/preferredNamespacePrefix"))) == "cg"


def test_the_stances_are_those_of_the_model() -> None:
    """Five stances with their polarity, ordered from support to opposition, each defined."""
    assert {str(s).removeprefix(STANCE): float(o) for s, o in STANCES.subject_objects(CGN.polarity)} == POLARITY
    ordered = Collection(STANCES, STANCES.value(STANCEN.order, SKOS.memberList))
    assert [str(stance).removeprefix(STANCE) for stance in ordered] == list(POLARITY)
    for stance in POLARITY:
        assert STANCES.value(STANCEN[stance], SKOS.definition)
        assert str(STANCES.value(STANCEN[stance], SKOS.notation)) == stance
        assert (CGN[SHORTCUTS[stance]], SKOS.relatedMatch, STANCEN[stance]) in ONTOLOGY


def test_the_ontology_in_the_store_has_no_blank_nodes() -> None:
    """What is written is the same each time."""
    assert not [q for q in ontology_quads(MINTER) if "_:" in (str(q.subject)[:2], str(q.object)[:2])]


def paths(shapes: Graph) -> set[URIRef]:
    """All properties that shapes speak of, in whatever path."""
    found: set[URIRef] = set()
    for path in shapes.objects(None, SH.path):
        found |= {path} if isinstance(path, URIRef) else set(shapes.transitive_objects(path, None))
        alternatives = shapes.value(path, SH.alternativePath)
        found |= set(Collection(shapes, alternatives)) if alternatives else set()
        found |= set(Collection(shapes, path)) if (path, RDF.first, None) in shapes else set()
    found |= set(shapes.objects(None, SH.targetObjectsOf)) | set(shapes.objects(None, SH.targetSubjectsOf))
    return found


def test_every_class_and_property_has_a_shape() -> None:
    """No class goes unchecked, and no property but those said of no node; shapes use no unknown term."""
    assert {CGN[name] for name in CLASSES} <= set(SHAPES.objects(None, SH.targetClass))
    assert {CGN[name] for name in set(PROPERTIES) - UNSHAPED} <= paths(SHAPES)
    assert ours(SHAPES) <= set(CLASSES) | set(PROPERTIES)


def test_every_message_names_its_property() -> None:
    """A person who reads a message knows which property to look at."""
    names = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    for shape, path in SHAPES.subject_objects(SH.path):
        messages = list(SHAPES.objects(shape, SH.message))
        assert len(messages) == 1, path
        if isinstance(path, URIRef) and path != RDF.type:
            namespace = next(n for n in names if path.startswith(n) and len(n) > len(BASE) - 40)
            assert f"({names[namespace]}:{path.removeprefix(namespace)})" in str(messages[0])


def test_the_shapes_are_shapes() -> None:
    """The shapes conform to the SHACL of SHACL."""
    from pyshacl import validate

    conforms, _, text = validate(Graph(), shacl_graph=SHAPES, meta_shacl=True)
    assert conforms, text


def test_lists_of_words_are_those_of_the_model() -> None:
    """Kinds of region, of quotation and of stance are the same in shapes and model."""
    lists = {
        SHAPES.value(shape, SH.path): [str(word) for word in Collection(SHAPES, words)]
        for shape, words in SHAPES.subject_objects(SH["in"])
    }
    assert lists[CGN.regionKind] == list(get_args(RegionKind))
    assert lists[CGN.quotation] == list(get_args(Quotation))
    assert [word.removeprefix(STANCE) for word in lists[CGN.stance]] == list(POLARITY)


@pytest.mark.parametrize("name", (*CLASSES, *PROPERTIES))
def test_the_context_has_every_term_with_its_type(name: str) -> None:
    """In JSON-LD each term has its own name, and its values the type of its range."""
    rule = CONTEXT[name] if isinstance(CONTEXT[name], dict) else {"@id": CONTEXT[name]}
    assert rule["@id"] == f"cg:{name}"
    kind, target = ONTOLOGY.value(CGN[name], RDF.type), ONTOLOGY.value(CGN[name], RDFS.range)
    if kind == OWL.ObjectProperty or name == "reportedBy":
        assert rule["@type"] in ("@id", "@vocab")
    elif target not in (None, XSD.string, RDF.langString):
        assert rule["@type"] == f"xsd:{target.removeprefix(str(XSD))}"
    else:
        assert "@type" not in rule


def test_the_context_has_the_prefixes() -> None:
    """Prefixes are those of SPARQL, but for "stance", which in JSON is the property."""
    for prefix in set(PREFIXES) - {"stance"}:
        assert CONTEXT[prefix] == PREFIXES[prefix]
    assert CONTEXT["stances"] == STANCE
    assert all(CONTEXT[stance] == f"stances:{stance}" for stance in POLARITY)
