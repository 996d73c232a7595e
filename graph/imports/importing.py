"""An import from the command line: files to documents, documents to readings, each committed by itself."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import Literal

from graph import __version__
from graph.actors import load_authority
from graph.articles import signature
from graph.articles.draft import Draft, Known
from graph.articles.metadata.languages import language_of
from graph.articles.naming import Namer
from graph.articles.raw import printable
from graph.articles.reading import finished
from graph.build.corpus import IMPORTED
from graph.build.reader import Settings, appearance
from graph.build.session import Skipped
from graph.build.shared import share
from graph.build.stopping import held_back
from graph.claims import Tools, load_codebook
from graph.errors import ClaimgraphError, InputError, Stopped
from graph.imports import ENDINGS, format_of, importer_of
from graph.imports.actors import Names
from graph.imports.coding import Coder
from graph.imports.documents import Coded, Document, coders_of
from graph.imports.mapping import Words
from graph.imports.proposals import Proposals
from graph.imports.texts import Texts
from graph.mapping import proposals_from, quads
from graph.model import Article, Coding, Extraction, Reading, Region, Span
from graph.store import Solutions, Store, open_store
from graph.terminal.streams import say
from graph.terminal.visible import in_one_line
from graph.vocabulary import Minter

_BETWEEN = "\n\n"  # the quotations of a text that is not at hand


@dataclass(frozen=True, slots=True)
class How:
    """How files are imported: their format where their names do not tell it, what words mean, the texts.

    `coder` coded what names no coder; with `replacing` a coding takes the place of another, or of a reading.
    """

    form: str | None = None
    words: Words = field(default=Words())
    texts: tuple[str, ...] = ()
    coder: str | None = None
    replacing: bool = False
    max_bytes: int = 20_000_000


@dataclass(slots=True)
class Report:
    """What an import did, in documents, and what is in those that were imported."""

    imported: int = 0
    unchanged: int = 0
    unproved: int = 0
    claims: int = 0
    positions: int = 0

    def __str__(self) -> str:
        parts = [_counted(self.imported, "document") + " imported"]
        if self.unchanged:
            parts.append(f"{self.unchanged} unchanged")
        counts = f"{_counted(self.claims, 'claim')}, {_counted(self.positions, 'position')}"
        unproved = (
            f"; of {_counted(self.unproved, 'document')} the text is not at hand (--texts)" if self.unproved else ""
        )
        return f"{', '.join(parts)}: {counts}{unproved}."


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was read: what it is, and what it holds."""

    coding: Coding
    form: str
    coded: Coded


def import_paths(paths: Sequence[Path], store: str | Path, settings: Settings, how: How) -> int:
    """Import files and folders of codings into a store, saying on standard error what was done; gives the exit code.

    :raises InputError: where a codebook, an authority file or the format is not to be had.
    :raises Stopped: where Ctrl-C ended it.
    """
    tools = Tools(
        load_authority(list(settings.actors), settings.base),
        load_codebook(settings.codebooks),
        Minter(settings.base),
        "",
    )
    report = Report()
    try:
        with open_store(store, write=True) as opened:
            return import_files(paths, opened, tools, how, report)
    except KeyboardInterrupt:
        raise Stopped(f"Stopped; what was imported is kept ({str(report).rstrip('.')}).") from None


def import_files(paths: Sequence[Path], store: Store, tools: Tools, how: How, report: Report) -> int:
    """Import into a store that is open for writing; gives the exit code.

    What is wrong with a file or a document is said on standard error, and the others go on.
    """
    if how.form:
        importer_of(how.form)
    skipped = Skipped()
    files = [file for path in paths for file in _files(path, how, skipped)]
    for note in (note for file in files for note in file.coded.notes):
        say(in_one_line(f"claimgraph: {note}"))
    documents = [document for file in files for document in file.coded.documents]
    texts = Texts(how.texts, documents, skipped, how.max_bytes) if how.texts else None
    if documents:
        outdated = share(store, tools)
        run = _Run(store, tools, how, report)
        for file in files:
            for document in file.coded.documents:
                try:
                    run.take(file, document, texts.of(document) if texts else None)
                except ClaimgraphError as error:
                    skipped(document.id, error)
        if outdated:
            share(store, tools)
        say(str(report))
    return InputError.exit_code if skipped.bad else 0


def _files(path: Path, how: How, skipped: Skipped) -> Iterator[_File]:
    """The files of a path, each read; what cannot be is said."""
    if path.is_dir():
        inside = sorted(p for p in path.rglob("*") if p.suffix.casefold() in ENDINGS and p.is_file())
        if not inside:
            skipped(str(path), InputError(f"{path} holds no file of codings ({', '.join(ENDINGS)}): name a file."))
    else:
        inside = [path]
    for file in inside:
        try:
            yield _read(file, how)
        except InputError as error:
            skipped(str(file), error)


def _read(path: Path, how: How) -> _File:
    if not path.is_file():
        raise InputError(f"There is no file {path}: check the path.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror or error}): check the file and its disk.") from error
    form = how.form or format_of(path, data)
    importer = importer_of(form)
    coded = importer.read(path, data, how.words)
    if how.coder:
        coded = replace(coded, documents=tuple(_by(document, how.coder) for document in coded.documents))
    name = printable(path.name)
    return _File(Coding(name, hashlib.sha256(data).hexdigest(), importer.tool), form, coded)


def _by(document: Document, coder: str) -> Document:
    """A document whose statements name their coder."""
    return replace(document, statements=tuple(replace(s, coder=s.coder or coder) for s in document.statements))


class _Run:
    """What is done with each document of one run."""

    def __init__(self, store: Store, tools: Tools, how: How, report: Report) -> None:
        self._store, self._tools, self._how, self._report = store, tools, how, report
        held = proposals_from(store.quads(tools.minter.graph("codebook"))).values()
        self._proposals = Proposals((*held, *tools.codebook.proposals), tools.minter)
        self._names = Names(store, tools.authority, tools.minter, how.words)
        self._namer = Namer()
        self._depends = _digest(tools, self._proposals, how.words)
        self._known = frozenset(tools.authority.actors)

    def take(self, file: _File, document: Document, text: Article | None) -> None:
        """Import a document, all or not at all; what is there unchanged is passed over.

        :raises InputError: where it is not in its text, or the store has the text with another coding or reading.
        """
        article, document = self._article(file, document, text)
        fingerprint = self._fingerprint(file, document, article)
        held = self._store.fingerprint(self._tools.minter.article(article.slug))
        if held == fingerprint:
            self._report.unchanged += 1
            return
        if held is not None and not self._how.replacing:
            what = "another coding" if held.startswith(IMPORTED) else "what a build read in it"
            raise InputError(
                f"{file.coding.location}: “{document.id}” is in the store with {what}, as article/{article.slug}: "
                "give --replace to put this coding in its place."
            )
        coder = Coder(article, file.coding.location, self._names, self._proposals, self._tools.minter)
        findings = coder.coding(document)
        extraction = Extraction(
            f"import-{file.form}", __version__, file.coding.tool, fingerprint, _now(),
            replace(file.coding, coders=coders_of(document.statements)),
        )  # fmt: skip
        reading = Reading(
            article,
            extraction,
            findings.actors,
            findings.mentions,
            findings.memberships,
            findings.claims,
            findings.positions,
            findings.candidates,
            appearances=(appearance(article),),
            signature=() if article.unproved else signature(article),
            topics=findings.topics,
        )
        graph = self._tools.minter.graph(article.slug)
        with held_back():
            self._store.replace_graph(graph, quads(reading, self._tools.minter, self._known))
            if not article.unproved:
                self._forget_unproved(_location(file, document))
            self._report.imported += 1
            self._report.unproved += article.unproved
            self._report.claims += len(reading.claims)
            self._report.positions += len(reading.positions)

    def _article(self, file: _File, document: Document, text: Article | None) -> tuple[Article, Document]:
        """The article of a document, and the document as it fits that."""
        if text is not None:
            return self._placed(_with_known(text, document.known)), document
        if document.text is None:
            return self._unproved(file, document)
        draft = Draft(document.name, document.text, _location(file, document), document.known)
        return self._placed(finished(draft, self._namer)), document

    def _unproved(self, file: _File, document: Document) -> tuple[Article, Document]:
        """What is at hand of a text: its quotations one after the other, and the document that points at them."""
        known, location = document.known, _location(file, document)
        starts, length = {}, 0
        for quotation in dict.fromkeys(_quoted(file, document)):
            starts[quotation] = length
            length += len(quotation) + len(_BETWEEN)
        text = _BETWEEN.join(starts)
        statements = tuple(
            replace(s, content=(Span(starts[s.quotation], starts[s.quotation] + len(s.quotation), s.quotation),))
            for s in document.statements
        )
        article = Article(
            id=document.name,
            slug=self._namer.name(document.name, location),
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            location=location,
            title=known.title,
            publisher=known.publisher,
            authors=known.authors,
            published=known.published,
            language=known.language or language_of(text),
            url=known.url,
            regions=(Region("body", 0, len(text)),),
            unproved=True,
        )
        return article, replace(document, statements=statements)

    def _forget_unproved(self, location: str) -> None:
        """Take away what stood for a text before it was at hand."""
        asked = f"SELECT ?a {{ ?a a cg:Article ; cg:unproved true ; cg:location {Literal(location)} }}"
        found = self._store.query(asked)
        minter = self._tools.minter
        for row in list(found) if isinstance(found, Solutions) else ():
            self._store.remove_graph(minter.graph(row[0].value.removeprefix(minter.article(""))))

    def _placed(self, article: Article) -> Article:
        """The article under the name that the store has its text by."""
        asked = (
            f"SELECT ?a ?id ?location {{ ?a a cg:Article ; cg:sha256 {Literal(article.sha256)} ; "
            "dcterms:identifier ?id ; cg:location ?location FILTER NOT EXISTS { ?a cg:unproved true } } ORDER BY ?a"
        )
        found = self._store.query(asked)
        row = next(iter(found), None) if isinstance(found, Solutions) else None
        prefix = self._tools.minter.article("")
        if row is None or not row[0].value.startswith(prefix):
            return article
        name, held, location = (term.value for term in row)
        return replace(article, slug=name.removeprefix(prefix), id=held, location=location)

    def _fingerprint(self, file: _File, document: Document, article: Article) -> str:
        """What a coding depends on: its statements, wherever they stand in the file, its text, codebook and actors."""
        statements = tuple(replace(statement, place="") for statement in document.statements)
        seen = (
            self._depends,
            file.form,
            file.coding.location,
            statements,
            document.known,
            article.slug,
            article.sha256,
        )
        return IMPORTED + hashlib.sha256(repr(seen).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _location(file: _File, document: Document) -> str:
    """Where a text was found that only a file of codings knows."""
    return f"{file.coding.location}: {document.name}"


def _with_known(article: Article, known: Known) -> Article:
    """An article with what the file of codings knows besides."""
    return replace(
        article,
        title=article.title or known.title,
        publisher=article.publisher or known.publisher,
        authors=article.authors or known.authors,
        published=article.published or known.published,
        url=article.url or known.url,
    )


def _quoted(file: _File, document: Document) -> Iterator[str]:
    for statement in document.statements:
        if not statement.quotation:
            raise InputError(
                f"{file.coding.location}, {statement.place} has no quotation: fill it in, or leave the row out."
            )
        yield statement.quotation


def _digest(tools: Tools, proposals: Proposals, words: Words) -> str:
    """A hash of what names are understood by."""
    actors = sorted((actor.id, actor.label, actor.kind) for actor in tools.authority.actors.values())
    seen = (tools.minter.base, sorted(proposals.known), actors, sorted(words.kinds.items()), words.kind)
    return hashlib.sha256(repr(seen).encode()).hexdigest()


def _now() -> datetime:
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now(UTC).replace(microsecond=0)


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s' * (number != 1)}"
