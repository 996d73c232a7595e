"""The command line: each command parses, calls one function of `graph`, and prints."""

import os
import sys
from typing import Any

import typer

from graph.errors import ClaimgraphError


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


app = App(no_args_is_help=True, pretty_exceptions_enable=False, help="Who holds which position, in which words.")


@app.callback()
def main(debug: bool = typer.Option(False, "--debug", help="Show the traceback of an error.")) -> None:
    """Map articles into a graph of who supports, doubts or opposes which proposal, each triple with its quotation."""
    if debug:
        os.environ["CLAIMGRAPH_DEBUG"] = "1"


if __name__ == "__main__":
    app()
