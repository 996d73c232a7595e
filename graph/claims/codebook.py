"""The codebook: the proposals that an analyst looks for, read from SKOS in any RDF syntax."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import CodebookError
from graph.model import Proposal
from graph.vocabulary import iri

_TYPE = iri("rdf:type")
_CONCEPTS = (iri("skos:Concept"), iri("cg:Proposal"))
_TOPIC = iri("cg:Topic")


@dataclass(frozen=True, slots=True)
class Codebook:
    """Proposals in the order of their IRIs, and the labels of their topics."""

    proposals: tuple[Proposal, ...] = ()
    topics: Mapping[str, str] | None = None


def load_codebook(paths: Sequence[Path]) -> Codebook:
    """Read codebooks into one; every `cg:Proposal` or `skos:Concept` that is no topic is a proposal.

    :raises CodebookError: where a file is not RDF, holds no proposal, or a proposal has no label.
    """
    proposals: dict[str, Proposal] = {}
    topics: dict[str, str] = {}
    for path in paths:
        facts = _facts(path)
        found = list(_proposals(path, facts))
        if not found:
            raise CodebookError(
                f"{path.name} holds no proposal: a codebook is SKOS, each proposal a cg:Proposal with a skos:prefLabel."
            )
        proposals |= {p.id: p for p in found}
        topics |= {t: _english(facts[t].get(iri("skos:prefLabel"), [])) or t for t in _typed(facts, (_TOPIC,))}
    return Codebook(tuple(proposals[name] for name in sorted(proposals)), topics)


Facts = Mapping[str, Mapping[str, list[tuple[str, str]]]]


def _facts(path: Path) -> Facts:
    """Subject -> predicate -> (value, language) of a file."""
    import pyoxigraph as ox

    facts: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    form = ox.RdfFormat.from_extension(path.suffix.lstrip(".")) or ox.RdfFormat.TURTLE
    try:
        for quad in ox.parse(path.read_bytes(), format=form):
            language = getattr(quad.object, "language", None) or ""
            facts[_text(quad.subject)][_text(quad.predicate)].append((_text(quad.object), language))
    except IsADirectoryError as error:
        raise CodebookError(f"The codebook {path.name} is a folder: give each of its files by --codebook.") from error
    except OSError as error:
        raise CodebookError(f"The codebook {path.name} cannot be read ({error.strerror}): check the path.") from error
    except (SyntaxError, ValueError) as error:
        raise CodebookError(f"The codebook {path.name} is not {form.name} ({error}): mend that place.") from error
    return facts


def _text(term: object) -> str:
    return str(getattr(term, "value", term))


def _typed(facts: Facts, classes: Iterable[str]) -> list[str]:
    return [s for s, about in facts.items() if any(o in classes for o, _ in about.get(_TYPE, ()))]


def _proposals(path: Path, facts: Facts) -> Iterable[Proposal]:
    topics = set(_typed(facts, (_TOPIC,)))
    for name in _typed(facts, _CONCEPTS):
        if name in topics:
            continue
        about = facts[name]
        label = _english(about.get(iri("skos:prefLabel"), []))
        if label is None:
            raise CodebookError(f"{path.name}: the proposal {name} has no skos:prefLabel: give it one.")
        yield Proposal(
            name,
            label,
            tuple(sorted({text for text, _ in about.get(iri("skos:altLabel"), [])})),
            _english(about.get(iri("skos:definition"), [])),
            tuple(sorted(text for text, _ in about.get(iri("cg:topic"), []))),
        )


def _english(values: list[tuple[str, str]]) -> str | None:
    """The English value where there is one, else the first."""
    ranked = sorted(values, key=lambda v: (not v[1].startswith("en"), v[1] != "", v[0]))
    return ranked[0][0] if ranked else None
