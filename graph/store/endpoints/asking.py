"""Reading from a server: queries by the SPARQL Protocol, graphs by the Graph Store HTTP Protocol where it serves."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from pyoxigraph import NamedNode, QuerySolution, QuerySolutions, Store, Triple

from graph.errors import QueryError, StoreError
from graph.sparql.forms import READING, dataset_of, form_of, graphs_asked
from graph.sparql.prologue import with_prefixes
from graph.sparql.tokens import tokens
from graph.store.answers import Answer, Solutions
from graph.store.endpoints import checking, choosing, pages, results, virtuoso
from graph.store.endpoints.addresses import Addresses
from graph.store.endpoints.keeping import NOTHING, Keeping
from graph.store.endpoints.refusals import Refused
from graph.store.endpoints.telling import Telling
from graph.store.endpoints.transport import Request, Transport
from graph.vocabulary import PREFIXES

_FORM = "application/x-www-form-urlencoded"

Fields = list[tuple[str, str]]


class Asking:
    """Questions to one server; what kind of server it is, is found out once, when it first matters."""

    def __init__(self, addresses: Addresses, transport: Transport, telling: Telling | None) -> None:
        self._addresses, self._transport, self._telling = addresses, transport, telling
        self._keeping: Keeping | None = None
        self._hands_out = bool(addresses.graph_store)

    @property
    def location(self) -> str:
        """The address that is asked."""
        return self._addresses.query

    def keeping(self) -> Keeping:
        """How the server shows the merge of its graphs."""
        if self._keeping is None:
            if self._telling is None:
                self._keeping = choosing.found(self._raw_rows)
            else:
                self._keeping = choosing.tried(
                    self._raw_rows, self._listed, self._telling.update, virtuoso=lambda: self._transport.is_virtuoso
                )
        return self._keeping

    def answer(self, sparql: str, *, named: bool, federation: bool) -> Answer:
        """The answer to a query, which is read before it is sent; the server's own reading may be another.

        :raises QueryError: where it is no query of SPARQL.
        """
        form, columns = form_of(list(tokens(sparql))), frozenset[str]()
        if not federation:  # the engine would ask other servers even now
            columns = _columns(sparql)
        elif form not in READING:
            raise QueryError("The query is not SPARQL: it needs SELECT, ASK, CONSTRUCT or DESCRIBE.")
        answer = self._sent(with_prefixes(sparql), form, self._dataset(sparql, named))
        return checking.with_columns(answer, columns, self.location) if isinstance(answer, Solutions) else answer

    def rows(self, sparql: str) -> Iterator[QuerySolution]:
        """The rows of a SELECT of ours on the merge."""
        return self._raw_rows(sparql, self._dataset(sparql, named=False))

    def graphs(self) -> Iterable[str]:
        """The names of the named graphs, in their order."""
        return self._listed(self.keeping().listing)

    def size(self) -> int:
        """How many quads the named graphs hold."""
        pattern = f"{self.keeping().listing} GRAPH ?g {{ ?s ?p ?o }}"
        return checking.number(self._raw_rows(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"), self.location)

    def triples(self, graph: NamedNode) -> Iterable[Triple]:
        """All triples of one graph."""
        return pages.whole_graph(graph, self._raw_rows, lambda: self._fetched(graph), self.location)

    def _listed(self, listing: str) -> Iterable[str]:
        """The graphs that a pattern finds as ?g, at once, and by pages where the server gives only so many rows."""
        try:
            return sorted(checking.names(self._raw_rows(f"SELECT ?g {listing}"), self.location))
        except results.Capped:
            return self._paged(listing)

    def _paged(self, listing: str) -> Iterator[str]:
        start, last = 0, ""
        while True:
            query = f"SELECT ?g {{ {{ SELECT ?g {listing} ORDER BY ?g }} }} LIMIT {pages.PAGE} OFFSET {start}"
            names = list(checking.names(self._raw_rows(query), self.location))
            if names and names[0] <= last:
                raise StoreError(f"The endpoint {self.location} gives the same graphs again and again: ask another.")
            yield from names
            if len(names) < pages.PAGE:
                return
            last = names[-1]
            start += pages.PAGE

    def _dataset(self, sparql: str, named: bool) -> Fields:
        """The graphs that a query is put to, by section 2.1.4 of the protocol; none where the server's own will do."""
        default = NOTHING if named else self._default()
        if default is None:
            return []
        if graphs := dataset_of(sparql):  # said as well by the protocol: Oxigraph with a union hears FROM only there
            return [*(("default-graph-uri", name) for name in graphs.default), *_named(graphs.named)]
        asked = graphs_asked(sparql)
        return [("default-graph-uri", default.value), *_named(sorted(asked) if asked is not None else self.graphs())]

    def _default(self) -> NamedNode | None:
        if isinstance(keeping := self.keeping(), choosing.Unmerged):
            raise StoreError(
                f"The endpoint {self.location} has named graphs and an empty default graph, so that a query without "
                "GRAPH finds nothing: write to it once by claimgraph, let its default graph be the union of the "
                "others, or ask with --named."
            )
        return keeping.default

    def _sent(self, sparql: str, form: str | None, dataset: Fields) -> Answer:
        if form in ("CONSTRUCT", "DESCRIBE"):
            body = self._transport.send(self._request(sparql, results.TRIPLES, dataset))
            return results.triples(body, self.location, virtuoso.check_of(body, self._raw_rows))
        body = self._transport.send(self._request(sparql, results.ROWS, dataset))
        return (results.truth if form == "ASK" else results.rows_or_truth)(body, self.location)

    def _request(self, sparql: str, accepted: str, dataset: Fields) -> Request:
        headers = {"Content-Type": _FORM, "Accept": accepted}
        if accepted == results.ROWS:  # packed triples could be cut off unseen within the packing
            headers["Accept-Encoding"] = "gzip"
        return Request("POST", self.location, headers, urlencode([("query", sparql), *dataset]).encode())

    def _raw_rows(self, sparql: str, dataset: Fields | None = None) -> Iterator[QuerySolution]:
        found = self._sent(sparql, "SELECT", dataset or [])
        if not isinstance(found, Solutions):
            raise StoreError(f"The endpoint {self.location} answers a SELECT by yes or no: is it an endpoint?")
        checking.with_columns(found, checking.columns_of(sparql), self.location)
        return checking.full(found, self.location)

    def _fetched(self, graph: NamedNode) -> Iterable[Triple]:
        """A graph by the Graph Store Protocol, or by a query where the server does not speak it to us."""
        if self._hands_out:
            request = Request("GET", self._addresses.of_graph(graph.value), {"Accept": results.TRIPLES})
            try:
                return results.triples(self._transport.send(request), self.location)
            except Refused:
                self._hands_out = False
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        return results.triples(self._transport.send(self._request(query, results.TRIPLES, [])), self.location)


def _named(names: Iterable[str]) -> Fields:
    return [("named-graph-uri", name) for name in names]


def _columns(sparql: str) -> frozenset[str]:
    """The columns that a query gives; none where it gives no rows.

    :raises QueryError: where it is not SPARQL.
    """
    try:
        answer = Store().query(sparql, prefixes=PREFIXES)
    except SyntaxError as error:
        raise QueryError(f"The query is not SPARQL: {error}.") from error
    return frozenset(v.value for v in answer.variables) if isinstance(answer, QuerySolutions) else frozenset()
