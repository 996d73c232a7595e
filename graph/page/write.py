"""The page of a store: read, filtered, laid out, and written to one file."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from graph.exports.files import write_file
from graph.networks.debate import Debate, Statement
from graph.networks.filtering import apply_filter
from graph.networks.filters import Filter, options_of
from graph.networks.graphs import NETWORKS
from graph.networks.reading import read_debate, read_texts
from graph.networks.select import Queryable
from graph.networks.tables import chosen
from graph.page.collecting import uncollected

if TYPE_CHECKING:
    from graph.page.policy_network import PolicyNetwork

MAX_NODES = 300
WHOLE_UP_TO = 10_000


@uncollected()
def write_page(
    store: Queryable,
    out: Path,
    wanted: Filter | None = None,
    *,
    network: str = "actors-proposals",
    max_nodes: int = MAX_NODES,
    heading: str = "Who stands where",
) -> "PolicyNetwork":
    """Write the page of a store to a file; what was written is returned as a pyvis network.

    :param network: a key of `NETWORKS`.
    :param max_nodes: on how many of the best evidenced nodes the page opens.
    :raises InputError: where the filter names what the store does not hold, or the file cannot be written.
    """
    wanted = wanted or Filter()
    debate = apply_filter(read_debate(store), wanted)
    page = page_of(
        debate, read_texts(store), network=network, max_nodes=max_nodes, heading=heading, options=options_of(wanted)
    )
    write_file(out, lambda file: _put(file, page.generate_html()))
    return page


@uncollected()
def page_of(
    debate: Debate,
    texts: dict[str, str],
    *,
    network: str = "actors-proposals",
    max_nodes: int = MAX_NODES,
    heading: str = "Who stands where",
    whole_up_to: int = WHOLE_UP_TO,
    options: Sequence[str] = (),
) -> "PolicyNetwork":
    """The page of a debate, with the texts of its articles by IRI.

    :param whole_up_to: above so many nodes the page opens with its communities collapsed, and names the command that
        exports the whole for a program that is made for it.
    :param options: the words of a command line that led to this debate, for that command.
    """
    from graph.page.contents import FEW, NARROW, Contents
    from graph.page.drawing import add_edges, add_nodes
    from graph.page.nesting import nested
    from graph.page.passages import Window
    from graph.page.placing import positions
    from graph.page.policy_network import PolicyNetwork
    from graph.page.ranking import best_first, levels
    from graph.page.texts import plain, short_names

    graph = chosen(NETWORKS, network, "network")(debate)
    order = best_first(graph)
    names = short_names([*order, *debate.articles])
    statements = _shown(debate, graph)
    contents = Contents(debate, texts, names, Window() if len(statements) <= FEW else NARROW)
    page = PolicyNetwork(heading)
    add_nodes(page, graph, order, contents)
    add_edges(page, graph, order, {s.id: number for number, s in enumerate(statements)}, contents)
    sizes = levels(len(order), max_nodes)
    topics = {topic for proposal in debate.proposals.values() for topic in proposal.topics}
    page.debate = {
        "levels": sizes,
        "positions": positions(graph, order, sizes),
        "communities": nested(graph, order),
        "whole": _export(network, options) if len(order) > whole_up_to else None,
        "statements": contents.statements(statements),
        "claims": contents.claim_cards(),
        "articles": contents.article_cards(),
        "topics": [{"id": topic, "label": plain(debate.label(topic))} for topic in sorted(topics, key=debate.label)],
    }
    return page


def _export(network: str, options: Sequence[str]) -> str:
    """The command that writes the whole network for Gephi."""
    return shlex.join(("claimgraph", "export", "gexf", "--network", network, *options, "--out", "network.gexf"))


def _put(file: BinaryIO, text: str) -> None:
    file.write(text.encode())


def _shown(debate: Debate, graph: Any) -> list[Statement]:  # noqa: ANN401 - a networkx graph
    """The statements that some line of the network rests on, in the order of time."""
    used = {statement for _, _, statements in graph.edges(data="statements") for statement in statements}
    kept = [statement for statement in debate.statements if statement.id in used]
    return sorted(kept, key=_in_time)


def _in_time(statement: Statement) -> tuple[Any, ...]:
    """Plain tuples, which compare much quicker than spans do."""
    words = [(span.start, span.end, span.text) for span in statement.position.evidence]
    return (statement.day.isoformat() if statement.day else "", statement.article, words, statement.id)
