"""What may be why an answer has nothing in it: terms and texts that the store does not have."""

import io
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from typing import IO, cast

from pyoxigraph import NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from graph.querying.formats import Look, write_answer
from graph.querying.untagged import notes_on_texts
from graph.querying.usual import usual_terms
from graph.sparql.forms import asks_elsewhere, declared_prefixes
from graph.sparql.names import iri_of
from graph.sparql.tokens import Token, tokens
from graph.store import Answer, Solutions, Store, Triples, Truth
from graph.store.values import shown
from graph.vocabulary import TERMS

_MOST = 20  # terms of a query are looked up
_EMPTY = 10_000  # bytes that an answer with nothing in it may have
_NO_DATA = ("GRAPH", "FROM", "NAMED", "PREFIX", "BASE")  # what follows them is in no triple
_LABEL = "Nothing was found: what articles speak of is named by skos:prefLabel, and not by rdfs:label."


class _Counted:
    """A file that counts its bytes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.size = file, 0

    def write(self, data: bytes) -> int:
        self.size += len(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


def written_with_note(store: Store, query: str, answer: Answer, file: IO[bytes], form: str, look: Look) -> str | None:
    """Write an answer; where nothing is in it, give what the store lacks of what the query names.

    Only then the store is asked again. An answer that is longer than one with nothing in it has something in it.
    """
    nothing, counted = _nothing_like(answer), _Counted(file)
    write_answer(answer, cast(IO[bytes], counted), form, look)
    if answer is nothing or counted.size > _EMPTY or counted.size > _length(nothing, form, look):
        return None
    found = list(tokens(query))
    return None if asks_elsewhere(query) else next(_notes(store, found), None)


def _notes(store: Store, found: Sequence[Token]) -> Iterator[str]:
    yield from notes_on_texts(store, found)
    for name, node in islice(_terms(found), _MOST):
        if name == "rdfs:label":
            yield _LABEL
        elif not store.query(f"ASK {{ {{ {node} ?p ?o }} UNION {{ ?s {node} ?o }} UNION {{ ?s ?p {node} }} }}"):
            yield f"Nothing was found: the store has no {name}{_meant(name)}"


def _meant(name: str) -> str:
    """The end of a sentence on a name that nothing has: the term that is nearly so."""
    prefix, _, local = name.partition(":")
    close = get_close_matches(local, usual_terms().get(prefix, ()), n=1, cutoff=0.75)
    return f": did you mean {prefix}:{close[0]}?" if close and close[0] != local else "."


def _terms(found: Sequence[Token]) -> Iterator[tuple[str, NamedNode]]:
    """The names and IRIs of a query's pattern that stand for things; slips in our own terms were told before."""
    prefixes = declared_prefixes(found)
    start = next((index for index, token in enumerate(found) if token.is_word("WHERE")), 0)  # behind a template
    for index, token in enumerate(found[start:], start):
        before, after = found[index - 1] if index else token, found[index + 1 : index + 2]
        prefix, _, local = token.text.partition(":")
        if token.kind not in ("iri", "name") or before.text == "^" or before.is_word(*_NO_DATA):
            continue
        if (after and after[0].text == "(") or (token.kind == "name" and local not in TERMS.get(prefix, (local,))):
            continue
        if (iri := iri_of(token, prefixes, None)) and found[max(0, index - 2)].text.upper() != "PREFIX":
            yield shown(NamedNode(iri)), NamedNode(iri)


def _nothing_like(answer: Answer) -> Answer:
    """An answer of the same form with nothing in it; itself where it is a yes."""
    if isinstance(answer, Truth):
        return answer if answer else Truth(False)
    if isinstance(answer, Triples):
        return Triples(())
    names = ",".join(f'"{name}"' for name in answer.variables)
    empty = f'{{"head":{{"vars":[{names}]}},"results":{{"bindings":[]}}}}'
    read = parse_query_results(empty.encode(), QueryResultsFormat.JSON)
    assert isinstance(read, QuerySolutions)
    return Solutions(read)


def _length(answer: Answer, form: str, look: Look) -> int:
    out = io.BytesIO()
    write_answer(answer, out, form, look)
    return out.tell()
