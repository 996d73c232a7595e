"""The site of a store: read, filtered, and written page by page into a folder."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import jinja2

from graph.exports.prose import in_time
from graph.networks.debate import Debate
from graph.networks.filtering import apply_filter
from graph.networks.filters import Filter
from graph.networks.reading import read_debate, read_texts
from graph.networks.select import Queryable, rows, several
from graph.page.texts import SENTENCE, plain, short_names
from graph.page.write import page_of
from graph.resources import resource
from graph.site.agreeing import Agreeing
from graph.site.cards import Cards
from graph.site.folder import MANIFEST, check, manifest, replace_folder
from graph.site.gathering import Gathered, gather
from graph.site.linked_data import LinkedData
from graph.site.lists import LISTS, letters, narrowed, start
from graph.site.looks import environment
from graph.site.names import address
from graph.site.things import actor, article, proposal

NETWORK, STYLE = "network.html", "site.css"


class Written(NamedTuple):
    """How many pages of each sort a site has."""

    actors: int
    proposals: int
    articles: int


class Looks(NamedTuple):
    """What a reader of the site sees beside what the store says."""

    heading: str = "Who stands where"
    full_text: bool = False
    max_nodes: int = 300


class Known(NamedTuple):
    """What is known of the things on the pages beside what a debate holds."""

    texts: dict[str, str]
    authors: dict[str, tuple[str, ...]]
    languages: dict[str, str]
    same_as: dict[str, tuple[str, ...]]


def write_site(store: Queryable, out: Path, wanted: Filter | None = None, looks: Looks | None = None) -> Written:
    """Write the site of a store into a folder, which is replaced whole where it holds a site.

    :raises InputError: where the filter names what the store does not hold, or the folder holds anything else.
    """
    check(out)
    asked = wanted or Filter()
    debate = apply_filter(read_debate(store), asked)
    site = Site(debate, read_known(store), looks or Looks(), asked)
    replace_folder(out, partial(_put, site))
    pages = site.gathered.pages
    return Written(*(len(pages(*LISTS[name][1])) for name in ("actors", "proposals", "articles")))


def read_known(store: Queryable) -> Known:
    """Texts, authors and languages of the articles, and other IRIs of the actors."""
    authors: dict[str, set[str]] = defaultdict(set)
    bylines: dict[str, str] = {}
    languages: dict[str, str] = {}
    for row in rows(store, "bylines"):
        if "author" in row:
            authors[row["id"]].add(row.get("name") or row["author"])
        if "byline" in row:
            bylines[row["id"]] = max(row["byline"], bylines.get(row["id"], ""))
        if "language" in row:
            languages[row["id"]] = max(row["language"], languages.get(row["id"], ""))
    ordered = {iri: tuple(sorted(names)) for iri, names in authors.items()}
    ordered |= {iri: tuple(line.split("\n")) for iri, line in bylines.items()}
    return Known(read_texts(store), ordered, languages, several(store, "same_as", "same"))


class Site:
    """All files of a site, made one at a time."""

    def __init__(self, debate: Debate, known: Known, looks: Looks, wanted: Filter) -> None:
        self.gathered: Gathered = gather(debate, whole=wanted == Filter())
        self._known = known
        self._looks = looks
        self._cards = Cards(debate, known.texts)
        self._agreeing = Agreeing(in_time(debate.statements))
        self._data = LinkedData(self.gathered, known.same_as)
        self._templates: jinja2.Environment = environment(self.gathered, known.languages)
        self._narrowed = plain(narrowed(wanted), SENTENCE)
        ends = {end for s in debate.statements for end in (s.position.holder, s.position.proposal)}
        self._nodes = short_names([*sorted(ends), *debate.articles])
        self._drawn = ends

    def files(self) -> Iterator[tuple[str, str]]:
        """The path and the text of every file but the manifest."""
        yield STYLE, resource("site", "assets", STYLE).read_text(encoding="utf-8")
        yield NETWORK, self._network()
        yield "index.html", self._page("index.html", "", "start", **start(self.gathered))
        for name, (title, kinds) in LISTS.items():
            found = letters(self.gathered, kinds)
            yield f"{name}.html", self._page("list.html", "", name, title=title, letters=found)
        for iri, path in self.gathered.paths.items():
            yield path, self._thing(iri)

    def _thing(self, iri: str) -> str:
        kind = self.gathered.kinds[iri]
        if kind == "Article":
            return self._article(iri)
        common = {"iri": iri, "kind": kind, "network": self._in_network(iri)}
        if kind == "Proposal":
            values = proposal(self.gathered, self._cards, iri)
            return self._page("proposal.html", "../", "proposals", data=self._data.proposal(iri), **common, **values)
        values = actor(self.gathered, self._cards, self._agreeing, iri)
        values["same_as"] = self._known.same_as.get(iri, ())
        return self._page("actor.html", "../", "actors", data=self._data.actor(iri), **common, **values)

    def _article(self, iri: str) -> str:
        text = self._known.texts.get(iri) if self._looks.full_text else None
        authors = self._known.authors.get(iri, ())
        return self._page(
            "article.html", "../", "articles", iri=iri, authors=authors, language=self._known.languages.get(iri),
            data=self._data.article(iri, authors, text), **article(self.gathered, self._cards, iri, text),
        )  # fmt: skip

    def _in_network(self, iri: str) -> str | None:
        """The link to a node of the network, where the network has it."""
        return address(NETWORK, "../") + "#" + urlencode({"node": self._nodes[iri]}) if iri in self._drawn else None

    def _network(self) -> str:
        """The page that `view` writes, with links from its panel to the pages of the site."""
        heading, _, most = self._looks
        page = page_of(self.gathered.debate, self._known.texts, max_nodes=most, heading=heading)
        pages = {self._nodes[iri]: address(self.gathered.paths[iri]) for iri in self._drawn}
        for node in page.nodes:
            node["page"] = pages[node["id"]]
        page.debate["home"] = "index.html"
        return page.generate_html()

    def _page(self, template: str, up: str, here: str, **values: Any) -> str:  # noqa: ANN401 - of a template
        values |= {"heading": plain(self._looks.heading, 300), "narrowed": self._narrowed, "up": up, "here": here}
        return self._templates.get_template(template).render(**values)


def _put(site: Site, folder: Path) -> None:
    paths = []
    for path, text in site.files():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
        paths.append(path)
    (folder / MANIFEST).write_text(manifest(paths), encoding="utf-8", newline="\n")
