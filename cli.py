"""The command line: each command parses, calls one function of `graph`, and prints."""

import errno
import os
import re
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, suppress
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from graph import __version__
from graph.errors import ClaimgraphError
from graph.terminal.process import call_own
from graph.terminal.streams import end_by_pipe, finish_output, make_ready, put, say, text_output
from graph.vocabulary import BASE


class App(typer.Typer):
    """A Typer app whose errors, slips of usage and stops are one sentence on standard error, and an exit code."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - the signature is Typer's
        if "_CLAIMGRAPH_COMPLETE" in os.environ:
            self._complete()
        make_ready()
        if not args and not kwargs:
            call_own()
            self._keep_only(sys.argv[1:2])
        try:
            code = super().__call__(*args, standalone_mode=False, **kwargs)
            sys.stdout.flush()
        except SystemExit as left:  # Typer leaves so when the reader of the output has gone
            if isinstance(left.__context__, BrokenPipeError):
                end_by_pipe()
            raise
        except Exception as error:
            end_with(error)
        if code == STOPPED:
            say("claimgraph: Stopped.")
        sys.exit(code if isinstance(code, int) else 0)

    def _complete(self) -> NoReturn:
        """Answer a shell that completes a line; whatever goes wrong, nothing is written into that line."""
        with suppress(Exception), Path(os.devnull).open("w") as nowhere, redirect_stderr(nowhere):
            from graph.completion.shells import prepare

            prepare(os.environ)
            super().__call__(standalone_mode=False)
        sys.exit(0)

    def _keep_only(self, asked: list[str]) -> None:
        """Drop all commands but the one that is asked for: Typer makes up each of them anew in 0.7 ms."""
        wanted = [c for c in self.registered_commands if asked == [c.name or getattr(c.callback, "__name__", "")]]
        if wanted:
            self.registered_commands, self.registered_groups = wanted, []


STOPPED = 130  # what Typer makes of Ctrl-C
_NUMBERS = {"float": "number", "int": "whole number"}  # of Typer's words
_CANNOT_BE_WRITTEN = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def end_with(error: Exception) -> NoReturn:
    """Say what went wrong, in a sentence where a user can mend it, and end."""
    if isinstance(error, BrokenPipeError):
        end_by_pipe()
    finish_output()
    said = sentence(error)
    if said is None or os.environ.get("CLAIMGRAPH_DEBUG"):
        import traceback

        say("".join(traceback.format_exception(error)).rstrip())
    elif said:
        say(f"claimgraph: {said}")
    sys.exit(getattr(error, "exit_code", 2))


def sentence(error: Exception) -> str | None:
    """What to say of an error that a user can mend: one sentence, or nothing where help was; None for our own fault."""
    if isinstance(error, ClaimgraphError):
        return str(error)
    if isinstance(error, OSError):
        return _of_the_system(error)
    if hasattr(error, "format_message"):  # a slip of usage, by whatever class this version of Typer has for it
        if type(error).__name__ == "NoArgsIsHelpError":
            return ""
        command = getattr(getattr(error, "ctx", None), "command_path", "claimgraph")
        said = re.sub("valid (float|int)( range)?", lambda m: _NUMBERS[m[1]], " ".join(error.format_message().split()))
        if command.endswith(" query") and (option := getattr(error, "option_name", None)):
            from graph.querying.usage import meant_by_option

            if meant := meant_by_option(option, sys.argv[2:]):
                return meant
        return f"{said.rstrip('.')}: see {command} --help."
    return None


def _of_the_system(error: OSError) -> str:
    reason = error.strerror or error
    if error.filename is not None:
        return f"{error.filename} cannot be used ({reason}): check the path and its disk."
    if error.errno == errno.EBADF:
        return "Standard input or output is closed and was needed: open it, or send the output to /dev/null."
    if error.errno in _CANNOT_BE_WRITTEN:
        return f"Standard output cannot be written ({reason}): make room where it goes, or send it elsewhere."
    return f"The system does not let it be done ({reason}): see what keeps it, and try again."


def _offer(what: str) -> Callable[[typer.Context, str], list[str]]:
    """A function that tells a shell what it may complete an argument to; `what` is a key of `OFFERS`."""

    def offer(ctx: typer.Context, incomplete: str) -> list[str]:
        from graph.completion.offers import offered

        return offered(what, {**ctx.params, "words": ctx.args}, incomplete)

    return offer


def _words(*known: str) -> Callable[[str], list[str]]:
    """A function that offers these words."""
    return lambda incomplete: [word for word in known if word.startswith(incomplete)]


def _path(text: str | Path) -> Path:
    """A path; an empty one would be the folder where one happens to be."""
    if not str(text).strip():
        raise typer.BadParameter("an empty path names nothing: name a folder, or leave the option out")
    return Path(text)


_path.__name__ = "path"  # what help calls a value of it


def _number(value: float | None) -> float | None:
    """Let pass what can be counted up to; infinity is written as 0 where it may be."""
    if value is not None and not value <= _MOST:  # which is so of what is no number at all
        raise typer.BadParameter(f"{value:g} is not a number up to {_MOST:,}.")
    return value


_MOST = 1_000_000
IMPORT_FORMATS = ("csv", "dna-csv", "dna", "brat", "webanno")
DEFAULT_STORE = Path("claimgraph-store")
Paths = Annotated[list[str], typer.Argument(help="Files, folders or URLs of articles.", show_default=False)]
StoreOption = Annotated[
    Path,
    typer.Option(
        "--store",
        envvar="CLAIMGRAPH_STORE",
        parser=_path,
        help="The folder of the store, or the address of a SPARQL endpoint.",
    ),
]
CodebookOption = Annotated[
    list[Path] | None, typer.Option("--codebook", help="Proposals to look for (SKOS); may be given more than once.")
]
ActorsOption = Annotated[
    list[Path] | None, typer.Option("--actors", help="Known actors (Turtle) besides those that come with the program.")
]
ExtractorOption = Annotated[
    str,
    typer.Option(
        "--extractor",
        help="learned, quick (fewer positions), rules (no learnt models), or annotated for codings by hand.",
        autocompletion=_words("learned", "quick", "rules", "annotated"),
    ),
]
AnnotationsOption = Annotated[
    Path | None, typer.Option("--annotations", help="The folder of codings for --extractor annotated.")
]
ModelOption = Annotated[str, typer.Option("--model", help="The spaCy model that parses.")]
QUERY_FORMATS = ("table", "json", "jsonl", "csv", "tsv", "xml", "md", "turtle", "ntriples", "jsonld")
QueryFormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"One of {', '.join(QUERY_FORMATS)}.",
        autocompletion=_words(*QUERY_FORMATS),
    ),
]
FederationOption = Annotated[
    bool, typer.Option("--allow-federation", help="Let SPARQL ask other servers (SERVICE, LOAD).")
]
TimeoutOption = Annotated[
    float, typer.Option("--timeout", min=0, callback=_number, help="Seconds until it is stopped; 0 for never.")
]
LimitOption = Annotated[int | None, typer.Option("--limit", min=0, help="At most so many rows.")]
MemoryOption = Annotated[
    float,
    typer.Option("--memory", min=0, callback=_number, help="Gigabytes that it may use; 0 for as many as there are."),
]
NamedOption = Annotated[bool, typer.Option("--named", help="See named graphs by GRAPH only, not their union.")]
MaxOption = Annotated[
    float, typer.Option("--max-mb", min=0.001, callback=_number, help="The largest article that is read, in megabytes.")
]
SureOption = Annotated[
    float,
    typer.Option(
        "--min-confidence", min=0, max=1, callback=_number, help="Leave out claims and positions less sure than this."
    ),
]
BaseOption = Annotated[str, typer.Option("--base", help="Where the IRIs that are made begin.")]


def _many(option: str, text: str, offer: Callable[..., list[str]] | None = None) -> Any:  # noqa: ANN401 - a type
    said = f"{text} May be given more than once."
    return Annotated[list[str] | None, typer.Option(option, help=said, autocompletion=offer)]


app = App(no_args_is_help=True, pretty_exceptions_enable=False, help="Who holds which position, in which words.")


def _say_version(wanted: bool) -> None:
    if wanted:
        put(f"claimgraph {__version__}\n")
        raise typer.Exit


@app.callback()
def main(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Map articles into a graph of who supports, doubts or opposes which proposal, each triple with its quotation."""
    if debug:
        os.environ["CLAIMGRAPH_DEBUG"] = "1"


@app.command()
def demo(
    out: Annotated[Path, typer.Option("--out", help="The folder to make.")] = Path("claimgraph-demo"),
    extractor: ExtractorOption = "learned",
) -> None:
    """Build the sample articles into a fresh folder, check them, ask one question, draw the network."""
    from graph.build.demo import demo as run

    run(out, extractor)


@app.command()
def build(
    paths: Paths,
    store: StoreOption = DEFAULT_STORE,
    codebook: CodebookOption = None,
    actors: ActorsOption = None,
    extractor: ExtractorOption = "learned",
    annotations: AnnotationsOption = None,
    model: ModelOption = "en_core_web_sm",
    base: BaseOption = BASE,
    workers: Annotated[int, typer.Option(min=1, help="How many processes read at once.")] = 1,
    again: Annotated[bool, typer.Option("--again", help="Read unchanged articles again.")] = False,
    min_confidence: SureOption = 0.0,
    max_mb: MaxOption = 20.0,
) -> None:
    """Read articles (files, folders, URLs, JSONL) into the store; what is there unchanged is passed over."""
    from graph.build import build_paths, settings_of

    settings = settings_of(codebook, actors, extractor, model, base, annotations, min_confidence)
    raise typer.Exit(build_paths(paths, store, settings, workers=workers, again=again, max_mb=max_mb))


@app.command()
def load(
    files: Annotated[
        list[Path], typer.Argument(help="RDF files: ttl, nt, nq, trig, rdf, jsonld; .gz, .zst, .bz2, .xz.")
    ],
    store: StoreOption = DEFAULT_STORE,
    graph: Annotated[
        str | None, typer.Option("--graph", help="Where statements without a graph go; else one named after the file.")
    ] = None,
    memory: MemoryOption = 8.0,
    timeout: TimeoutOption = 0.0,
) -> None:
    """Load RDF files into the store, each all or not at all; what is there stays."""
    from graph.build.loading import load_apart

    load_apart(files, store, graph, memory, timeout)


@app.command("import")
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Files of codings, or folders of them: CSV, .dna, brat's .ann, INCEpTION's .tsv.", show_default=False
        ),
    ],
    store: StoreOption = DEFAULT_STORE,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            help=f"{', '.join(IMPORT_FORMATS[:-1])} or {IMPORT_FORMATS[-1]}; by the file's name and start if left out.",
            autocompletion=_words(*IMPORT_FORMATS),
        ),
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", help="What columns, stance words and types mean (TOML).")
    ] = None,
    texts: Annotated[
        list[str] | None,
        typer.Option(
            "--texts", help="Files or folders of the texts that were coded, to prove quotations; may be given again."
        ),
    ] = None,
    coder: Annotated[str | None, typer.Option("--coder", help="Who coded, where the file does not say.")] = None,
    codebook: CodebookOption = None,
    actors: ActorsOption = None,
    base: BaseOption = BASE,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put a coding in the place of another, or of what a build read.")
    ] = False,
    max_mb: MaxOption = 20.0,
) -> None:
    """Import codings of other tools as claims and positions; quotations are proved where the text is at hand."""
    from graph.build import settings_of
    from graph.imports.importing import How, import_paths
    from graph.imports.mapping import read_mapping

    settings = settings_of(codebook, actors, "annotated", "", base, None)
    how = How(form, read_mapping(mapping), tuple(texts or ()), coder, replace, int(max_mb * 1_000_000))
    raise typer.Exit(import_paths(files, store, settings, how))


@app.command()
def extract(
    paths: Paths,
    codebook: CodebookOption = None,
    actors: ActorsOption = None,
    extractor: ExtractorOption = "learned",
    annotations: AnnotationsOption = None,
    model: ModelOption = "en_core_web_sm",
    base: BaseOption = BASE,
    min_confidence: SureOption = 0.0,
    max_mb: MaxOption = 20.0,
) -> None:
    """Read articles without a store: one JSON record a line on standard output."""
    from graph.build import extract_paths, settings_of

    settings = settings_of(codebook, actors, extractor, model, base, annotations, min_confidence)
    raise typer.Exit(extract_paths(paths, settings, text_output(), max_mb=max_mb))


@app.command()
def explain(
    article: Annotated[
        str,
        typer.Argument(
            help="A file or URL, or an article of the store: its title, slug or IRI.",
            show_default=False,
            autocompletion=_offer("articles"),
        ),
    ],
    store: StoreOption = DEFAULT_STORE,
    codebook: CodebookOption = None,
    actors: ActorsOption = None,
    extractor: ExtractorOption = "learned",
    annotations: AnnotationsOption = None,
    model: ModelOption = "en_core_web_sm",
    base: BaseOption = BASE,
    min_confidence: SureOption = 0.0,
    max_mb: MaxOption = 20.0,
) -> None:
    """Show an article with its speakers, cues, contents and stances marked, and why each was found."""
    from graph.build import settings_of
    from graph.explaining import explain as run

    settings = settings_of(codebook, actors, extractor, model, base, annotations, min_confidence)
    raise typer.Exit(run(article, store, settings, sys.stdout, max_mb=max_mb))


@app.command()
def validate(
    store: StoreOption = DEFAULT_STORE,
    proof_only: Annotated[
        bool, typer.Option("--proof-only", help="Prove the quotations, leave out the shapes: many times quicker.")
    ] = False,
) -> None:
    """Check every node against its shape (SHACL) and prove every quotation; exit 1 with the list of what fails."""
    from graph.store import open_store
    from graph.validation.report import report

    with open_store(store) as opened:
        problems = report(opened, sys.stdout, sys.stderr, proof_only=proof_only)
    raise typer.Exit(1 if problems else 0)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="A coding by hand (YAML), or a folder of them.", show_default=False)],
    articles: Annotated[
        Path | None,
        typer.Option("--articles", help="Where the coded articles are; ../articles beside GOLD if left out."),
    ] = None,
    codebook: CodebookOption = None,
    actors: ActorsOption = None,
    extractor: ExtractorOption = "learned",
    annotations: AnnotationsOption = None,
    model: ModelOption = "en_core_web_sm",
    base: BaseOption = BASE,
    marks: Annotated[
        list[str] | None,
        typer.Option("--min", help="Exit 1 below this F1: 0.5, positions=0.5 for one role, claims/direct=0.5."),
    ] = None,
    misses: Annotated[
        bool,
        typer.Option("--misses", help="List what was missed and what is not in the coding: file, place, words."),
    ] = False,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="table or json; a table on a terminal and JSON elsewhere if left out.",
            autocompletion=_words("table", "json"),
        ),
    ] = None,
) -> None:
    """Measure an extractor against codings by hand: precision, recall and F1 by role and kind of quotation."""
    from graph.build import settings_of
    from graph.evaluation import evaluate_paths

    settings = settings_of(codebook, actors, extractor, model, base, annotations)
    raise typer.Exit(
        evaluate_paths(gold, articles, settings, text_output(), marks=marks or (), misses=misses, form=form)
    )


@app.command(context_settings={"allow_extra_args": True})
def query(
    ctx: typer.Context,
    question: Annotated[
        str,
        typer.Argument(
            help="SPARQL, a file of it, - for standard input, or the name of a saved query.",
            autocompletion=_offer("queries"),
        ),
    ],
    store: StoreOption = DEFAULT_STORE,
    params: Annotated[
        list[str] | None,
        typer.Option(
            "-p",
            "--param",
            metavar="NAME=VALUE",
            help="A parameter: a name, an IRI, a number, a day.",
            autocompletion=_offer("values"),
        ),
    ] = None,
    form: QueryFormatOption = None,
    timeout: TimeoutOption = 60.0,
    limit: LimitOption = None,
    named: NamedOption = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show what is run, its plan, rows and times.")] = False,
    federation: FederationOption = False,
    by_code: Annotated[
        bool, typer.Option("--ask", help="Print nothing: exit 0 for yes or any row, 1 for no or no row.")
    ] = False,
    memory: MemoryOption = 4.0,
) -> None:
    """Answer a question: a table on a terminal, JSON when piped."""
    from graph.querying import How, run
    from graph.querying.texts import from_input

    if ctx.args:
        from graph.querying.usage import refuse_more

        refuse_more(question, ctx.args)
    how = How(form, timeout, limit, named, explain, federation, memory, by_code)
    raise typer.Exit(run(store, from_input(question), params or (), how))


@app.command()
def update(
    text: Annotated[
        str,
        typer.Argument(
            metavar="UPDATE", help="SPARQL Update, a file of it, or - for standard input.", show_default=False
        ),
    ],
    store: StoreOption = DEFAULT_STORE,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before statements are removed.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
    timeout: TimeoutOption = 600.0,
    memory: MemoryOption = 4.0,
    federation: FederationOption = False,
) -> None:
    """Change the store by SPARQL Update; what it would remove is shown and asked about before."""
    from graph.querying.texts import from_input
    from graph.querying.updating import update as run

    run(
        store,
        from_input(text),
        yes=yes,
        dry_run=dry_run,
        federation=federation,
        timeout=timeout,
        memory=memory,
    )


@app.command()
def ask(
    words: Annotated[list[str], typer.Argument(help="The question, in English.", show_default=False)],
    store: StoreOption = DEFAULT_STORE,
    form: QueryFormatOption = None,
    timeout: TimeoutOption = 60.0,
    limit: LimitOption = None,
    show: Annotated[bool, typer.Option("--show", help="Show the SPARQL that is run, too.")] = False,
) -> None:
    """Answer a question in English, such as: who opposes the 50-50 split; it names the `query` that it ran."""
    from graph.querying import How
    from graph.querying.asking.command import ask_in_words

    ask_in_words(store, words, How(form, timeout, limit), show=show)


@app.command()
def shell(
    store: StoreOption = DEFAULT_STORE,
    form: QueryFormatOption = None,
    timeout: TimeoutOption = 60.0,
    limit: LimitOption = None,
    named: NamedOption = False,
) -> None:
    """Ask one question after another, with completion of terms and names; from a pipe, those that come through it."""
    from graph.querying import How
    from graph.shell import shell as run

    raise typer.Exit(run(store, How(form, timeout, limit, named)))


@app.command()
def prefixes(
    form: Annotated[
        str,
        typer.Option("--format", help="sparql, turtle or json.", autocompletion=_words("sparql", "turtle", "json")),
    ] = "sparql",
) -> None:
    """Print the built-in prefixes, to be pasted where they are not built in."""
    from graph.querying.prefixes import prefixes_as

    put(prefixes_as(form))


@app.command()
def queries(
    name: Annotated[
        str | None, typer.Argument(help="Show this one's SPARQL.", autocompletion=_offer("queries"))
    ] = None,
) -> None:
    """List the saved queries and their parameters."""
    from graph.querying.listing import listing

    put(listing(name))


@app.command()
def show(
    name: Annotated[
        list[str],
        typer.Argument(
            help="An actor, a proposal or an article: its name or IRI.",
            show_default=False,
            autocompletion=_offer("things"),
        ),
    ],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Show one actor, proposal or article: roles, positions over time, quotations."""
    from graph.querying.portrait import portrait
    from graph.store import open_store

    with open_store(store) as opened:
        put(portrait(opened, " ".join(name)))


@app.command()
def candidates(
    store: StoreOption = DEFAULT_STORE,
    min_articles: Annotated[int, typer.Option(min=0, help="Only those that so many articles speak of.")] = 1,
    min_statements: Annotated[int, typer.Option(min=0, help="Only those on which so many stands are taken.")] = 1,
    limit: Annotated[int | None, typer.Option(min=0, help="At most so many, the most spoken of first.")] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="list, json, csv or turtle; a list on a terminal and JSON elsewhere.",
            autocompletion=_words("list", "json", "csv", "turtle"),
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Write them into this file: a codebook to edit.")] = None,
) -> None:
    """List the proposals that no codebook holds, those of one meaning put together, with who holds what of them."""
    from graph.candidates.listing import list_candidates

    number = list_candidates(store, min_articles, min_statements, limit, form=form, out=out)
    if out is not None:
        say(f"{out}: {number:,} candidates")


@app.command()
def stats(
    store: StoreOption = DEFAULT_STORE,
    form: QueryFormatOption = None,
) -> None:
    """Say what is in the store: articles, actors, claims, positions."""
    from graph.querying import How, run

    run(store, "overview", how=How(form))


FILTER_OPTIONS: dict[str, tuple[Any, Any]] = {
    "articles": (
        _many("--article", "Only this article: its title, or the last part of its IRI.", _offer("articles")),
        None,
    ),
    "topics": (_many("--topic", "Only proposals of this topic."), None),
    "types": (
        _many(
            "--type",
            "Only this type of actor: Person, Organization, Country or Group.",
            _words("Person", "Organization", "Country", "Group"),
        ),
        None,
    ),
    "stances": (
        _many(
            "--stance",
            "Only this stance: support, conditional, undecided, doubt or oppose.",
            _words("support", "conditional", "undecided", "doubt", "oppose"),
        ),
        None,
    ),
    "since": (Annotated[str | None, typer.Option(help="Only statements from this day on, as 2025-04-23.")], None),
    "until": (Annotated[str | None, typer.Option(help="Only statements up to this day.")], None),
    "min_confidence": (
        Annotated[float, typer.Option(min=0, max=1, callback=_number, help="Only statements at least so sure.")],
        0.0,
    ),
    "focus": (
        Annotated[
            str | None,
            typer.Option(help="Only what is near this actor or proposal.", autocompletion=_offer("things")),
        ],
        None,
    ),
    "depth": (Annotated[int, typer.Option(min=1, help="How many statements away from the focus.")], 2),
}


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a filter; it gets them as one argument, `wanted`."""
    import functools
    import inspect

    @functools.wraps(command)
    def run(**values: Any) -> None:  # noqa: ANN401 - whatever the options hold
        from graph.networks.filters import filter_of

        command(wanted=filter_of(**{name: values.pop(name) for name in FILTER_OPTIONS}), **values)

    own = [parameter for name, parameter in inspect.signature(command).parameters.items() if name != "wanted"]
    more = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in FILTER_OPTIONS.items()
    ]
    run.__signature__ = inspect.Signature([*own, *more])  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in (*own, *more)}
    return run


NetworkOption = Annotated[
    str,
    typer.Option(
        "--network",
        help="actors-proposals, actors, proposals, claims or everything.",
        autocompletion=_words("actors-proposals", "actors", "proposals", "claims", "everything"),
    ),
]
TableOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        help="table, json or csv; a table on a terminal and JSON elsewhere if left out.",
        autocompletion=_words("table", "json", "csv"),
    ),
]
KindOption = Annotated[
    str,
    typer.Option(
        "--kind",
        help="congruence, conflict or subtract (congruence less conflict).",
        autocompletion=_words("congruence", "conflict", "subtract"),
    ),
]
NormaliseOption = Annotated[
    str,
    typer.Option(
        "--normalise",
        help="none, average (activity) or jaccard.",
        autocompletion=_words("none", "average", "jaccard"),
    ),
]


@app.command()
@filtered
def view(
    *,
    wanted: Any,  # noqa: ANN401 - a graph.networks.filters.Filter
    store: StoreOption = DEFAULT_STORE,
    out: Annotated[Path, typer.Option("--out", help="The file to write.")] = Path("claimgraph.html"),
    network: NetworkOption = "actors-proposals",
    max_nodes: Annotated[int, typer.Option(min=1, help="Open on so many of the best evidenced nodes.")] = 300,
    title: Annotated[str, typer.Option(help="The heading of the page.")] = "Who stands where",
) -> None:
    """Write the interactive page: one file, which opens offline, with the words behind every line."""
    from graph.page.write import write_page
    from graph.store import open_store

    with open_store(store) as opened:
        page = write_page(opened, out, wanted, network=network, max_nodes=max_nodes, heading=title)
    say(f"{out}: {page.num_nodes():,} nodes, {page.num_edges():,} lines")


EXPORT_FORMATS = (
    "turtle", "ntriples", "nquads", "trig", "rdfxml", "turtle12", "nanopub", "jsonld", "jsonl",
    "graphml", "gexf", "cx2", "cytoscape", "csv",
    "adjacency", "kgx", "node-link", "neo4j", "parquet", "dna", "dna-csv", "markdown", "obsidian",
)  # fmt: skip


@app.command()
@filtered
def export(
    format: Annotated[
        str,
        typer.Argument(
            help=f"{', '.join(EXPORT_FORMATS[:-1])} or {EXPORT_FORMATS[-1]}.",
            show_default=False,
            autocompletion=_words(*EXPORT_FORMATS),
        ),
    ],
    *,
    wanted: Any,  # noqa: ANN401 - a graph.networks.filters.Filter
    store: StoreOption = DEFAULT_STORE,
    out: Annotated[
        Path | None, typer.Option("--out", help="The file or new folder to write; standard output without it.")
    ] = None,
    network: Annotated[
        str | None,
        typer.Option(
            "--network",
            help="Which network, of formats that hold one: actors-proposals (if left out), actors, proposals, claims "
            "or everything.",
            autocompletion=_words("actors-proposals", "actors", "proposals", "claims", "everything"),
        ),
    ] = None,
    tool: Annotated[
        str | None,
        typer.Option(
            "--for",
            help="excel: tables that a spreadsheet opens rightly; a text that it would run as a formula gets an "
            "apostrophe before it.",
            autocompletion=_words("excel"),
        ),
    ] = None,
    shards: Annotated[
        int, typer.Option("--shards", min=0, help="N-Quads in a folder of packed files of about so many statements.")
    ] = 0,
    frame: Annotated[
        str | None,
        typer.Option(
            "--frame",
            help="JSON-LD as a tree for each article, actor or proposal, with all that belongs to it.",
            autocompletion=_words("article", "actor", "proposal"),
        ),
    ] = None,
) -> None:
    """Write the store, or a network of it, in one format and a fixed order; a file is written whole or not at all."""
    from graph.errors import InputError
    from graph.exports.writing import Asked
    from graph.exports.writing import export as write
    from graph.store import open_store

    if tool not in (None, "excel"):
        raise InputError(f"There is nothing to be done for {tool!r}: --for knows excel.")
    with open_store(store) as opened:
        write(opened, format, out, Asked(network, wanted, shards, excel=tool is not None, frame=frame))


@app.command()
@filtered
def site(
    *,
    wanted: Any,  # noqa: ANN401 - a graph.networks.filters.Filter
    store: StoreOption = DEFAULT_STORE,
    out: Annotated[Path, typer.Option("--out", help="The folder to write; a site that is there is replaced.")] = Path(
        "claimgraph-site"
    ),
    full_text: Annotated[
        bool, typer.Option("--full-text", help="Show the whole text of each article, if you may, not only quotations.")
    ] = False,
    max_nodes: Annotated[
        int, typer.Option(min=1, help="Open the network on so many of the best evidenced nodes.")
    ] = 300,
    title: Annotated[str, typer.Option(help="The heading of the site.")] = "Who stands where",
) -> None:
    """Write a static site: a page for each actor, proposal and article with the words, and the network."""
    from graph.site.write import Looks, write_site
    from graph.store import open_store

    with open_store(store) as opened:
        pages = write_site(opened, out, wanted, Looks(title, full_text, max_nodes))
    say(
        f"{out / 'index.html'}: pages of {pages.actors:,} actors, {pages.proposals:,} proposals and "
        f"{pages.articles:,} articles"
    )


networks_app = typer.Typer(no_args_is_help=True, help="Discourse networks and measures on them.")
app.add_typer(networks_app, name="networks")


@networks_app.command("affiliation")
@filtered
def networks_affiliation(*, wanted: Any, store: StoreOption = DEFAULT_STORE, form: TableOption = None) -> None:  # noqa: ANN401
    """Actors by proposals: the mean polarity of what each says, and how often."""
    from graph.networks.printing import print_network

    print_network(store, wanted, "affiliation", form)


@networks_app.command("actors")
@filtered
def networks_actors(
    *,
    wanted: Any,  # noqa: ANN401
    store: StoreOption = DEFAULT_STORE,
    kind: KindOption = "congruence",
    normalise: NormaliseOption = "none",
    form: TableOption = None,
) -> None:
    """Which actors agree, or disagree, over shared proposals."""
    from graph.networks.printing import print_network

    print_network(store, wanted, "actors", form, kind=kind, normalise=normalise)


@networks_app.command("proposals")
@filtered
def networks_proposals(
    *,
    wanted: Any,  # noqa: ANN401
    store: StoreOption = DEFAULT_STORE,
    kind: KindOption = "congruence",
    normalise: NormaliseOption = "none",
    form: TableOption = None,
) -> None:
    """Which proposals are held alike, or against each other, by the same actors."""
    from graph.networks.printing import print_network

    print_network(store, wanted, "proposals", form, kind=kind, normalise=normalise)


@networks_app.command("measures")
@filtered
def networks_measures(
    *,
    wanted: Any,  # noqa: ANN401
    measure: Annotated[
        str,
        typer.Argument(help="places, divisions or summary.", autocompletion=_words("places", "divisions", "summary")),
    ] = "summary",
    store: StoreOption = DEFAULT_STORE,
    form: TableOption = None,
) -> None:
    """Who is central (places), what divides (divisions), and the whole debate in numbers (summary)."""
    from graph.networks.printing import print_network

    print_network(store, wanted, measure, form)


@networks_app.command("save")
@filtered
def networks_save(
    *,
    wanted: Any,  # noqa: ANN401
    store: StoreOption = DEFAULT_STORE,
    network: NetworkOption = "actors-proposals",
    out: Annotated[Path, typer.Option("--out", help="The file to write.")] = Path("network.graphml"),
) -> None:
    """Write one network as GraphML, for Gephi, Cytoscape, yEd and networkx."""
    from graph.exports.writing import Asked, export
    from graph.store import open_store

    with open_store(store) as opened:
        export(opened, "graphml", out, Asked(network, wanted))


if __name__ == "__main__":
    app()
