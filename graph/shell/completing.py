"""What may come next, while a query or a command is typed."""

from collections.abc import AsyncGenerator, Iterable, Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from graph.querying import saved_queries
from graph.querying.names import KINDS, Thing
from graph.querying.usual import usual_terms
from graph.shell.arguments import Asked, asked_of
from graph.shell.commands import as_command
from graph.shell.lookup import Lookup
from graph.shell.places import place_of
from graph.sparql.forms import declared_prefixes
from graph.sparql.keywords import FUNCTIONS, KEYWORDS
from graph.sparql.tokens import tokens
from graph.store.values import shortened
from graph.terminal.visible import visible


class Typing(Completer):
    """Completes keywords, names, variables and commands at once, and things by their label as the store tells them."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Nothing: the store is not waited for; see the other."""
        return ()

    async def get_completions_async(
        self, document: Document, complete_event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        text, wanted = document.text_before_cursor, complete_event.completion_requested
        command = as_command(text) if text.startswith(".") or " " in text else None
        found = self._command(command) if command else self._query(document.text, text, wanted)
        async for completion in found:
            yield completion

    async def _query(self, whole: str, text: str, wanted: bool) -> AsyncGenerator[Completion, None]:
        place = place_of(text)
        if place.sort == "thing" and (wanted or len(place.typed) > 1):
            for thing in await self._lookup.things(place.typed[1:], KINDS):
                if completion := _of(thing, f"<{thing.iri}>", place.typed):
                    yield completion
        elif place.typed or wanted:
            for completion in _WORDS.get(place.sort, _nothing)(whole, text, place.typed):
                yield completion

    async def _command(self, text: str) -> AsyncGenerator[Completion, None]:
        asked = asked_of(text)
        for offer in asked.offers:
            yield Completion(offer.text, -len(asked.typed), display=offer.shown or offer.text, display_meta=offer.said)
        if asked.kinds:
            for thing in await self._lookup.things(asked.typed.strip("'\"<"), asked.kinds):
                if completion := _of(thing, _word(thing, asked), asked.typed):
                    yield completion


def _of(thing: Thing, text: str, typed: str) -> Completion | None:
    """A thing in the menu: its name and kind, whatever these hold; None where its IRI would not show as it is."""
    if visible(thing.iri) != thing.iri:
        return None
    return Completion(text, -len(typed), display=" ".join(visible(thing.label).split()), display_meta=thing.kind)


def _word(thing: Thing, asked: Asked) -> str:
    """A thing as a command takes it."""
    import shlex

    return shlex.quote(shortened(thing.iri)) if asked.quoted else shortened(thing.iri)


def _variables(whole: str, text: str, typed: str) -> Iterator[Completion]:
    before = [token.text for token in tokens(text)][:-1] + [token.text for token in tokens(whole[len(text) :])]
    names = dict.fromkeys(name for name in before if name[0] in "?$" and name[1:].startswith(typed[1:]))
    return (Completion(name, -len(typed)) for name in names if len(name) > 1 and name != typed)


def _names(whole: str, text: str, typed: str) -> Iterator[Completion]:
    """The terms of a prefix; those with what was typed at their beginning first."""
    prefix, _, local = typed.partition(":")
    terms = [term for term in usual_terms().get(prefix, ()) if local.casefold() in term.casefold()]
    for term in sorted(terms, key=lambda term: not term.casefold().startswith(local.casefold())):
        yield Completion(f"{prefix}:{term}", -len(typed))


def _plain(whole: str, text: str, typed: str) -> Iterator[Completion]:
    """Keywords, prefixes, and at the beginning the names of saved queries."""
    if not text[: len(text) - len(typed)].strip():
        for query in saved_queries():
            if query.name and query.name.startswith(typed):
                yield Completion(query.name, -len(typed), display_meta=query.title)
    for word in (*KEYWORDS, *FUNCTIONS):
        if word.startswith(typed.upper()):
            yield Completion(word, -len(typed))
    for prefix, iri in declared_prefixes(list(tokens(whole))).items():
        if typed and prefix.startswith(typed):
            yield Completion(f"{prefix}:", -len(typed), display_meta=visible(iri))


def _nothing(whole: str, text: str, typed: str) -> Iterator[Completion]:
    return iter(())


_WORDS = {"variable": _variables, "name": _names, "word": _plain}
