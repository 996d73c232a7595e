"""A pyvis Network that writes our page: safe, quick, in one file, with the words behind every line."""

import html
import json
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import pyvis
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from graph.page.csp import policy
from graph.page.texts import plain
from graph.resources import resource

SCRIPTS = (
    "dom", "data", "groups", "state", "satellites", "visible", "reach", "moves", "strikes", "labels", "framing",
    "foremost", "gliding", "canvas", "figure", "cards", "pairs", "beside", "evidence", "overview", "legend",
    "search", "table", "ordering", "matrix", "lanes", "charts", "timeline", "playing", "printing", "keyboard",
    "main",
)  # fmt: skip
VIS = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"


class PolicyNetwork(Network):  # type: ignore[misc] # pyvis has no type information
    """pyvis' Network with another template; its own methods go on working.

    `debate` is what the page shows beside nodes and edges (see `contents`): statements, claims, articles. Parallel
    edges are kept. pyvis' template, which puts labels into the page as they are, is never used.
    """

    def __init__(self, heading: str = "Who stands where", **options: Any) -> None:  # noqa: ANN401 - pyvis' options
        options = {"directed": True, "height": "100%", "cdn_resources": "in_line", **options}
        super().__init__(heading=heading, **options)
        self.debate: dict[str, Any] = {}
        self.options.physics.enabled = False
        self.template_dir = str(resource("page", "assets"))
        self.path = "page.html"
        self.templateEnv = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.template_dir), autoescape=True, undefined=jinja2.StrictUndefined
        )
        self.templateEnv.policies["json.dumps_kwargs"] = {"separators": (",", ":")}

    def add_node(
        self,
        n_id: str | int,
        label: str | int | None = None,
        shape: str = "dot",
        color: str = "#97c2fc",
        **options: Any,  # noqa: ANN401
    ) -> None:
        """As in pyvis; `kind` is a key of the kinds in `styles.json`. A known id is passed over, in constant time."""
        if not isinstance(n_id, (str, int)):
            raise TypeError(f"A node's id is a string or a number, not {n_id!r}.")
        if n_id in self.node_map:
            return
        if "kind" not in options:
            options["color"] = options.get("color", color)
        node = Node(n_id, shape, n_id if label is None else label, font_color=self.font_color, **options)
        self.nodes.append(node.options)
        self.node_ids.append(n_id)
        self.node_map[n_id] = node.options

    def add_edge(self, source: str | int, to: str | int, **options: Any) -> None:  # noqa: ANN401
        """As in pyvis, but an edge beside another one is kept, in directed and in undirected networks."""
        for end in (source, to):
            if end not in self.node_map:
                raise IndexError(f"non existent node '{end}'")
        self.edges.append(Edge(source, to, self.directed, **options).options)

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """The whole page as a string; the arguments are pyvis' and change nothing."""
        contents = {
            "heading": plain(self.heading, 300),
            "directed": self.directed,
            "nodes": self.nodes,
            "edges": self.edges,
            "options": self._vis_options(),
            "styles": json.loads(asset("styles.json")),
            **(self.debate or self._placed()),
        }
        scripts, style = (VIS.read_text(encoding="utf-8"), app()), asset("page.css")
        self.html = self.templateEnv.get_template(self.path).render(
            heading=contents["heading"],
            csp=policy(scripts, [style]),
            scripts=[_inline(script) for script in scripts],
            style=_inline(style),
            contents=contents,
        )
        return self.html

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:
        """Write the page to a file, as UTF-8; no folder is made beside it."""
        Path(name).write_text(self.generate_html(), encoding="utf-8", newline="\n")
        if open_browser:
            import webbrowser

            webbrowser.open(Path(name).absolute().as_uri())

    def show(self, name: str, local: bool = True, notebook: bool = False) -> None:
        """Write the page to a file; in a notebook the object shows itself."""
        self.write_html(name)

    def _repr_html_(self) -> str:
        """What a notebook shows: the page in a frame of its own."""
        return (
            f'<iframe srcdoc="{html.escape(self.generate_html())}" width="100%" height="640" title="Network"></iframe>'
        )

    def _placed(self) -> dict[str, Any]:
        """Where the nodes of a network made by hand stand: where they were put, else where our layout puts them."""
        import numpy as np

        from graph.page.layout.place import place

        if all("x" in node and "y" in node for node in self.nodes):
            flat = [float(node[axis]) for node in self.nodes for axis in ("x", "y")]
        else:
            rank = {node: number for number, node in enumerate(self.node_ids)}
            edges = [(rank[e["from"]], rank[e["to"]]) for e in self.edges if e["from"] != e["to"]]
            flat = place(np.full((len(rank), 2), 60.0), edges).round(1).ravel().tolist()
        return {"levels": [len(self.nodes)], "positions": [flat]}

    def _vis_options(self) -> Any:  # noqa: ANN401 - a tree of JSON
        return self.options if isinstance(self.options, dict) else json.loads(self.options.to_json())


@cache
def asset(name: str) -> str:
    """The text of a file of `assets/`."""
    return resource("page", "assets", name).read_text(encoding="utf-8")


@cache
def app() -> str:
    """All scripts of the page as one, each in a function of its own."""
    return '"use strict";\nconst page = {};\n' + "\n".join(asset(f"{name}.js") for name in SCRIPTS)


def _inline(text: str) -> Any:  # noqa: ANN401 - markupsafe.Markup
    """Our own or vis-network's code as it is: no data of an article ever goes this way."""
    import markupsafe

    if "</script" in text.lower() or "<!--" in text or "</style" in text.lower():
        raise ValueError("A script or style to be inlined would end its own tag.")
    return markupsafe.Markup(text)  # noqa: S704 - files of the package, not text from articles
