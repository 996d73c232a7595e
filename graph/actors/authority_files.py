"""Reading authority files: Turtle with SKOS labels, memberships, owl:sameAs and owl:differentFrom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from graph.actors.authority import KINDS, Authority, Meaning, NameKind, Post
from graph.actors.spelling import fold
from graph.actors.trie import Trie
from graph.errors import CodebookError
from graph.model import Actor, Kind
from graph.resources import resource
from graph.vocabulary import BASE, PREFIXES, iri


@dataclass(slots=True)
class _Reading:
    """What has been gathered from the files so far."""

    types: dict[str, Kind] = field(default_factory=dict)
    texts: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    links: dict[str, dict[str, list[str]]] = field(default_factory=dict)


def load_authority(paths: Sequence[Path] | None = None, base: str = BASE) -> Authority:
    """Read the authority files that come with the program, and those of `paths` besides.

    IRIs under the default base are moved under `base`.

    :raises CodebookError: where a file is missing or is no Turtle.
    """
    reading = _Reading()
    for path in (*sorted(resource("data", "actors").glob("*.ttl")), *(paths or ())):
        _read(path, reading, base)
    return _authority(reading)


def _read(path: Path, reading: _Reading, base: str) -> None:
    import pyoxigraph as ox

    try:
        triples = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        for quad in triples:
            _take(quad, reading, base)
    except OSError as error:
        raise CodebookError(f"{path}: the authority file cannot be read ({error.strerror or error}).") from error
    except SyntaxError as error:
        raise CodebookError(f"{path}: not valid Turtle: {error.msg or error}.") from error


def _take(quad: object, reading: _Reading, base: str) -> None:
    """Put one triple where it belongs."""
    import pyoxigraph as ox

    assert isinstance(quad, ox.Quad)
    subject = _name(quad.subject, base)
    predicate, value = quad.predicate.value, quad.object
    if isinstance(value, ox.Literal):
        reading.texts.setdefault(subject, {}).setdefault(predicate, []).append(value.value)
        return
    target = _name(value, base)
    if predicate == iri("rdf:type"):
        kind = next((k for k in KINDS if target == iri(f"cg:{k}")), None)
        if kind:
            reading.types[subject] = kind
    reading.links.setdefault(subject, {}).setdefault(predicate, []).append(target)


def _name(term: object, base: str) -> str:
    import pyoxigraph as ox

    if isinstance(term, ox.NamedNode):
        return base + term.value.removeprefix(BASE) if term.value.startswith(BASE) else term.value
    return str(term)


def _authority(reading: _Reading) -> Authority:
    same, outside = _sameness(reading)
    actors = {actor: _actor(actor, kind, reading, outside.get(actor, ())) for actor, kind in reading.types.items()}
    names: Trie[Meaning] = Trie()
    for actor in actors.values():
        for text, kind in _names(actor, reading.texts.get(actor.id, {})):
            names.add(text, Meaning(actor.id, kind))
    by_word: dict[str, list[str]] = {}
    for actor in actors.values():
        if actor.kind == "Person":
            for word in fold(actor.label).split():
                by_word.setdefault(word, []).append(actor.id)
    return Authority(
        actors=actors,
        by_word=by_word,
        names=names,
        gender={a: t[iri("foaf:gender")][0][0] for a, t in reading.texts.items() if iri("foaf:gender") in t},
        part_of={a: links[iri("cg:affiliatedWith")][0] for a, links in reading.links.items()
                 if iri("cg:affiliatedWith") in links},
        posts=tuple(_posts(reading)),
        same=same,
        apart=frozenset(frozenset((a, b)) for a, links in reading.links.items()
                        for b in links.get(iri("owl:differentFrom"), ())),
    )  # fmt: skip


def _sameness(reading: _Reading) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Which IRIs mean a listed actor, and which IRIs of other datasets an actor has."""
    same: dict[str, str] = {}
    outside: dict[str, list[str]] = {}
    for actor, links in reading.links.items():
        for other in links.get(iri("owl:sameAs"), ()):
            if other in reading.types and actor not in reading.types:
                same[actor] = other
            elif other.startswith(PREFIXES["wd"]) or "/id/" not in other:
                outside.setdefault(actor, []).append(other)
            else:
                same[other] = actor
    return same, outside


def _actor(actor: str, kind: Kind, reading: _Reading, outside: Iterable[str]) -> Actor:
    texts = reading.texts.get(actor, {})
    labels = texts.get(iri("skos:prefLabel"))
    if not labels:
        raise CodebookError(f"{actor}: an actor of an authority file needs a skos:prefLabel.")
    return Actor(
        id=actor,
        label=labels[0],
        kind=kind,
        aliases=tuple(sorted(texts.get(iri("skos:altLabel"), ()))),
        same_as=tuple(sorted(outside)),
        notation=next(iter(texts.get(iri("skos:notation"), ())), None),
    )


def _names(actor: Actor, texts: Mapping[str, list[str]]) -> Iterable[tuple[str, NameKind]]:
    for text in (actor.label, *actor.aliases, *texts.get(iri("skos:hiddenLabel"), ())):
        yield text, "name"
    for text in texts.get(iri("cg:adjective"), ()):
        yield text, "adjective"
        if text.endswith(("an", "i")):
            yield f"{text}s", "adjective"
    for text in texts.get(iri("cg:seat"), ()):
        yield text, "seat"


def _posts(reading: _Reading) -> Iterable[Post]:
    for node, links in reading.links.items():
        if iri("org:member") not in links or iri("org:organization") not in links:
            continue
        texts = reading.texts.get(node, {})
        for role in texts.get(iri("org:role"), ()):
            yield Post(
                person=links[iri("org:member")][0],
                organization=links[iri("org:organization")][0],
                role=role,
                since=_day(texts.get(iri("schema:startDate"))),
                until=_day(texts.get(iri("schema:endDate"))),
            )


def _day(texts: Sequence[str] | None) -> date | None:
    return date.fromisoformat(texts[0]) if texts else None
