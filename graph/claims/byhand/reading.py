"""Annotation files: hand-made coding in YAML, read into records, with each mistake named."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from graph.claims.byhand.entries import Entry, entries
from graph.claims.byhand.records import Annotation, CodedActor, CodedClaim, CodedMembership, CodedPosition
from graph.errors import AnnotationError
from graph.model import Kind, Quotation, Stance

if TYPE_CHECKING:
    from yaml import Node

SUFFIXES = (".yaml", ".yml")


def read_annotations(paths: Sequence[Path]) -> dict[str, Annotation]:
    """The annotations in files and folders, by the id of their article.

    :raises AnnotationError: where a file cannot be read as one, or two code the same article.
    """
    found: dict[str, Annotation] = {}
    for path in paths:
        if not path.exists():
            raise AnnotationError(f"{path} does not exist: name an annotation file or a folder of them.")
        inside = sorted(p for p in path.iterdir() if p.suffix in SUFFIXES) if path.is_dir() else [path]
        for one in map(read_annotation, inside):
            if one.article in found:
                raise AnnotationError(f"{one.path} and {found[one.article].path} code the same article: keep one.")
            found[one.article] = one
    if not found:
        raise AnnotationError(f"{', '.join(map(str, paths))}: no annotation file (*.yaml) is there.")
    return found


def read_annotation(path: Path) -> Annotation:
    """One annotation file.

    :raises AnnotationError: where it is no YAML, lacks something, or holds something that it should not.
    """
    top = Entry(_yaml(path), str(path))
    annotation = Annotation(
        path=path,
        article=top.text("article"),
        sha256=top.text("sha256"),
        actors=tuple(_actor(name, entry) for name, entry in entries(top, "actors")),
        memberships=tuple(_membership(entry) for _, entry in entries(top, "memberships")),
        claims=tuple(_claim(name, entry) for name, entry in entries(top, "claims")),
        positions=tuple(_position(entry) for _, entry in entries(top, "positions")),
        candidates=top.texts("candidates"),
    )
    top.done()
    for problem in _unknown_names(annotation):
        raise AnnotationError(f"{path}: {problem}.")
    return annotation


def _yaml(path: Path) -> Mapping[str, Any]:
    import yaml

    try:
        loader = yaml.SafeLoader(path.read_text(encoding="utf-8"))
        node = loader.get_single_node()
        twice = next(_twice(node), None)
        found = None if node is None else loader.construct_document(node)
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1})" if mark else ""
        fix = "put quotes with a colon or a # in them in quotation marks"
        raise AnnotationError(f"{path} cannot be read as YAML{where}: {fix}.") from error
    if twice:
        raise AnnotationError(f"{path}: {twice} is there twice, and YAML would keep the last only: rename one.")
    if not isinstance(found, dict):
        raise AnnotationError(f"{path} is no annotation: it should begin with article: and sha256:.")
    return found


def _twice(node: "Node | None") -> Iterator[str]:
    """Keys that stand twice in the same mapping."""
    children = node.value if node is not None and isinstance(node.value, list) else []
    pairs = [child for child in children if isinstance(child, tuple)]
    keys = [str(key.value) for key, _ in pairs]
    yield from (key for key in keys if keys.count(key) > 1)
    for child in (value for _, value in pairs) if pairs else children:
        yield from _twice(child)


def _actor(label: str, entry: Entry) -> CodedActor:
    kind: Kind = entry.one_of("kind", get_args(Kind))
    code = entry.maybe("code")
    if kind == "Country" and not code:
        raise AnnotationError(f"{entry.where} is a country without its ISO code: add code: with three letters.")
    coded = CodedActor(label, kind, code, entry.texts("aliases"), entry.maybe("member_of"))
    entry.done()
    return coded


def _membership(entry: Entry) -> CodedMembership:
    coded = CodedMembership(
        entry.text("member"), entry.text("organization"), entry.maybe("role"), entry.quotes("evidence", needed=True)
    )
    entry.done()
    return coded


def _claim(name: str, entry: Entry) -> CodedClaim:
    coded = CodedClaim(
        name=name,
        speakers=entry.texts("speaker"),
        source=entry.quotes("source"),
        cue=entry.quotes("cue"),
        content=entry.quotes("content", needed=True),
        quotation=entry.one_of("quotation", get_args(Quotation)),
        reported_by=entry.maybe("reported_by"),
        negated=entry.flag("negated"),
        modality=entry.maybe("modality"),
    )
    entry.done()
    return coded


def _position(entry: Entry) -> CodedPosition:
    coded = CodedPosition(
        holders=entry.texts("holder", needed=True),
        proposal=entry.text("proposal"),
        stance=entry.one_of("stance", get_args(Stance)),
        claims=entry.texts("claims", needed=True),
        evidence=entry.quotes("evidence"),
    )
    entry.done()
    return coded


def _unknown_names(annotation: Annotation) -> Iterator[str]:
    """What refers to an actor or a claim that the file does not have."""
    actors = {actor.label for actor in annotation.actors}
    claims = {claim.name for claim in annotation.claims}
    used = [(name, f"claim {c.name}") for c in annotation.claims for name in c.speakers]
    used += [(name, f"the position on {p.proposal}") for p in annotation.positions for name in p.holders]
    used += [(name, "a membership") for m in annotation.memberships for name in (m.member, m.organization)]
    used += [(a.member_of, f"actor {a.label}") for a in annotation.actors if a.member_of]
    yield from (
        f"{where} names {name}, who is not under actors: add it there" for name, where in used if name not in actors
    )
    referred = [(name, f"the position on {p.proposal}") for p in annotation.positions for name in p.claims]
    referred += [(c.reported_by, f"claim {c.name}") for c in annotation.claims if c.reported_by]
    yield from (
        f"{where} refers to {name}, which is not under claims: add it there"
        for name, where in referred
        if name not in claims
    )
