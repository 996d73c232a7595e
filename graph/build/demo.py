"""The demonstration: the sample articles built into a fresh folder, checked, asked one question, drawn."""

import shlex
import sys
from pathlib import Path

from graph.build.session import build_paths, settings_of
from graph.errors import ClaimgraphError, InputError
from graph.resources import resource
from graph.terminal.streams import put
from graph.vocabulary import BASE

_WHO = "Da-Nien Liu"
_NEXT = """\
{folder} holds
  network.html   the network: open it in a browser, click a line to read the words behind it
  store          the graph: 'claimgraph query', 'show', 'export' and 'validate' read it

Try next
  claimgraph queries
  claimgraph query contested --store {store} --format table
  claimgraph show "Taiwan" --store {store}
  claimgraph build YOUR-ARTICLES --codebook YOUR-PROPOSALS.ttl
"""


def demo(folder: Path, extractor: str = "learned") -> None:
    """Build the sample corpus into a folder that is not there yet, and say where everything is.

    :raises InputError: where the folder holds something already, or there is no such extractor.
    """
    from graph.page.write import write_page
    from graph.querying import How, run
    from graph.store import open_store
    from graph.validation.report import report

    if folder.exists() and any(folder.iterdir()):
        raise InputError(f"{folder} is there already: delete it, or give another folder with --out.")
    folder.mkdir(parents=True, exist_ok=True)
    store, page = folder / "store", folder / "network.html"
    _say("Reading five sample articles on the trade negotiations of 2025")
    codebook = resource("data", "codebooks", "trade-2025.ttl")
    settings = settings_of([codebook], None, extractor, "en_core_web_sm", BASE, None)
    if build_paths([str(resource("data", "articles"))], store, settings):
        raise ClaimgraphError("The sample articles could not all be read: see above.")
    _say("Checking every node against its shape, and every quotation against its article")
    with open_store(store) as opened:
        if report(opened, sys.stdout, sys.stdout):
            raise ClaimgraphError("The graph of the sample articles does not hold: see above.")
        write_page(opened, page)
    _say(f'Asking: claimgraph query positions-of -p who="{_WHO}"')
    run(store, "positions-of", [f"who={_WHO}"], How(form="table"))
    put("\n" + _NEXT.format(folder=folder, store=shlex.quote(str(store))))


def _say(what: str) -> None:
    """A heading, written at once, so that it stands before what other streams say."""
    put(f"\n{what}\n")
