"""The command line: each command parses, calls one function of `graph`, and prints."""

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from graph.errors import ClaimgraphError
from graph.vocabulary import BASE


class App(typer.Typer):
    """A Typer app that turns our own errors into one sentence on standard error and their exit code."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - the signature is Typer's
        try:
            return super().__call__(*args, **kwargs)
        except ClaimgraphError as error:
            if os.environ.get("CLAIMGRAPH_DEBUG"):
                raise
            print(f"claimgraph: {error}", file=sys.stderr)
            sys.exit(error.exit_code)


DEFAULT_STORE = Path("claimgraph-store")
Paths = Annotated[list[str], typer.Argument(help="Files, folders or URLs of articles.", show_default=False)]
StoreOption = Annotated[Path, typer.Option("--store", envvar="CLAIMGRAPH_STORE", help="The folder of the store.")]
CodebookOption = Annotated[
    list[Path] | None, typer.Option("--codebook", help="Proposals to look for (SKOS); may be given more than once.")
]
ActorsOption = Annotated[
    list[Path] | None, typer.Option("--actors", help="Known actors (Turtle) besides those that come with the program.")
]
ExtractorOption = Annotated[str, typer.Option("--extractor", help="rules, or annotated for codings by hand.")]
AnnotationsOption = Annotated[
    Path | None, typer.Option("--annotations", help="The folder of codings for --extractor annotated.")
]
ModelOption = Annotated[str, typer.Option("--model", help="The spaCy model that parses.")]
QUERY_FORMATS = ("table", "json", "jsonl", "csv", "tsv", "xml", "md", "turtle", "ntriples", "jsonld")
BaseOption = Annotated[str, typer.Option("--base", help="Where the IRIs that are made begin.")]

app = App(no_args_is_help=True, pretty_exceptions_enable=False, help="Who holds which position, in which words.")


@app.callback()
def main(debug: bool = typer.Option(False, "--debug", help="Show the traceback of an error.")) -> None:
    """Map articles into a graph of who supports, doubts or opposes which proposal, each triple with its quotation."""
    if debug:
        os.environ["CLAIMGRAPH_DEBUG"] = "1"


@app.command()
def build(
    paths: Paths,
    store: StoreOption = DEFAULT_STORE,
    codebook: CodebookOption = None,
    actors: ActorsOption = None,
    extractor: ExtractorOption = "rules",
    annotations: AnnotationsOption = None,
    model: ModelOption = "en_core_web_sm",
    base: BaseOption = BASE,
    workers: Annotated[int, typer.Option(min=1, help="How many processes read at once.")] = 1,
    again: Annotated[bool, typer.Option("--again", help="Read unchanged articles again.")] = False,
) -> None:
    """Read articles (files, folders, URLs, JSONL) into the store; what is there unchanged is passed over."""
    from graph.build import build_paths, settings_of

    settings = settings_of(codebook, actors, extractor, model, base, annotations)
    raise typer.Exit(build_paths(paths, store, settings, workers=workers, again=again))


@app.command()
def extract(
    paths: Paths,
    codebook: CodebookOption = None,
    actors: ActorsOption = None,
    extractor: ExtractorOption = "rules",
    annotations: AnnotationsOption = None,
    model: ModelOption = "en_core_web_sm",
    base: BaseOption = BASE,
) -> None:
    """Read articles without a store: one JSON record a line on standard output."""
    from graph.build import extract_paths, settings_of

    settings = settings_of(codebook, actors, extractor, model, base, annotations)
    raise typer.Exit(extract_paths(paths, settings, sys.stdout))


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
def export(
    format: Annotated[
        str, typer.Argument(help="turtle, ntriples, nquads, trig, jsonld, jsonl or graphml.", show_default=False)
    ],
    store: StoreOption = DEFAULT_STORE,
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; standard output without it.")] = None,
) -> None:
    """Write the whole store in one format, in a fixed order; a file is written whole or not at all."""
    from graph.exports.writing import export as write
    from graph.store import open_store

    with open_store(store) as opened:
        write(opened, format, out)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="A coding by hand (YAML), or a folder of them.", show_default=False)],
    articles: Annotated[
        Path | None,
        typer.Option("--articles", help="Where the coded articles are; ../articles beside GOLD if left out."),
    ] = None,
    codebook: CodebookOption = None,
    actors: ActorsOption = None,
    extractor: ExtractorOption = "rules",
    annotations: AnnotationsOption = None,
    model: ModelOption = "en_core_web_sm",
    base: BaseOption = BASE,
    marks: Annotated[
        list[str] | None, typer.Option("--min", help="Exit 1 below this F1: 0.5, or positions=0.5 for one role.")
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was missed and what is not in the coding.")
    ] = False,
    form: Annotated[
        str | None,
        typer.Option("--format", help="table or json; a table on a terminal and JSON elsewhere if left out."),
    ] = None,
) -> None:
    """Measure an extractor against codings by hand: precision, recall and F1 by role."""
    from graph.build import settings_of
    from graph.evaluation import evaluate_paths

    settings = settings_of(codebook, actors, extractor, model, base, annotations)
    raise typer.Exit(evaluate_paths(gold, articles, settings, sys.stdout, marks=marks or (), misses=misses, form=form))


@app.command()
def query(
    question: Annotated[str, typer.Argument(help="SPARQL, a file of it, or the name of a saved query.")],
    store: StoreOption = DEFAULT_STORE,
    params: Annotated[
        list[str] | None,
        typer.Option("-p", "--param", metavar="NAME=VALUE", help="A parameter: a name, an IRI, a number, a day."),
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(QUERY_FORMATS)}.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0, help="Seconds until it is stopped; 0 for never.")] = 60.0,
    limit: Annotated[int | None, typer.Option(min=0, help="At most so many rows.")] = None,
    named: Annotated[bool, typer.Option("--named", help="See named graphs by GRAPH only, not their union.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show what is run, and how long each step takes.")] = False,
) -> None:
    """Answer a question: a table on a terminal, JSON when piped."""
    from graph.querying import run

    run(store, question, params or (), form=form, timeout=timeout, limit=limit, named=named, explain=explain)


@app.command()
def queries(name: Annotated[str | None, typer.Argument(help="Show this one's SPARQL.")] = None) -> None:
    """List the saved queries and their parameters."""
    from graph.querying.listing import listing

    typer.echo(listing(name), nl=False)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="An actor, a proposal or an article: its name or IRI.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Show one actor, proposal or article: roles, positions over time, quotations."""
    from graph.querying.portrait import portrait
    from graph.store import open_store

    with open_store(store) as opened:
        typer.echo(portrait(opened, name), nl=False)


@app.command()
def stats(
    store: StoreOption = DEFAULT_STORE,
    form: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="table or json.")] = None,
) -> None:
    """Say what is in the store."""
    from graph.querying.statistics import write_statistics

    write_statistics(store, form)


if __name__ == "__main__":
    app()
