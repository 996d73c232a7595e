"""From a parsed article to its cast: candidates, the article's own names, links, roles."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.actors.authority import Authority
from graph.actors.biographies import biographies
from graph.actors.candidates import Candidate, candidates
from graph.actors.cast import Cast
from graph.actors.gathering import gather
from graph.actors.held import Offices
from graph.actors.lexicon import Lexicon, own_actors
from graph.actors.linking import link
from graph.actors.local_offices import governed_places
from graph.actors.memberships import roles_held
from graph.actors.nameless import nameless_bodies
from graph.actors.one_word_names import one_word_names
from graph.actors.party_letters import parties_told
from graph.actors.plausible import full_name, is_organization
from graph.actors.scan import lexicon_trie, names_in
from graph.actors.scene import Scene
from graph.actors.transcripts import speakers
from graph.language import Parsed, start_of
from graph.model import Actor
from graph.vocabulary import Minter

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_actors(parsed: Parsed, authority: Authority, minter: Minter) -> Cast:
    """The people, organisations and countries that an article names, and what they are to each other."""
    labels = tuple(speakers(parsed))
    told = (c for c in candidates(parsed, authority) if not any(c.text in label for label in labels))
    found = [*_authors(parsed), *told]
    words = gather(found, _listed(parsed, authority), Lexicon(parsed.article, authority, minter), labels)
    one_word_names(parsed, words)
    links = list(link(names_in(parsed, authority, lexicon_trie(words)), words))
    offices = tuple(biographies(words))
    own = {actor.id: actor for actor in own_actors(words)}
    for mention in (found.mention for found in links):
        if mention.actor not in own and mention.actor not in authority.actors:
            own[mention.actor] = Actor(mention.actor, mention.span.text, "Person")
    kinds = {iri: (authority.actors.get(iri) or own[iri]).kind for iri in {f.mention.actor for f in links}}
    at = {start_of(t): found.mention.actor for found in links for t in found.found.tokens}

    def actor_at(token: "Token") -> str | None:
        return at.get(start_of(token))

    nameless = (*nameless_bodies(parsed, actor_at, minter), *governed_places(parsed, actor_at, minter))
    behind = list(parties_told(parsed, links, kinds, authority, minter))
    own = {**{party.id: party for _, party in behind if party.id not in authority.actors}, **own}
    held = (*roles_held(parsed, links, kinds, nameless), *(each for each, _ in behind), *offices)
    titles = {iri: frozenset(figure.titles) for iri, figure in words.figures.items() if figure.titles}
    return Cast(Scene(parsed, authority, minter, links, Offices(held), own, titles, nameless))


def _authors(parsed: Parsed) -> Iterator[Candidate]:
    """The article's authors, so that the text's shorter or longer forms of their names are theirs."""
    for name in parsed.article.authors:
        if full_name(name) and not is_organization(name):
            yield Candidate(name, "Person", (), 0.9)


def _listed(parsed: Parsed, authority: Authority) -> Iterator[tuple[str, str]]:
    """The people and organisations of the authority file that the text names, once for each time."""
    for doc in parsed.docs:
        for start, end, known in authority.names.find(doc.text):
            for meaning in known:
                if meaning.kind == "name" and authority.actors[meaning.actor].kind in ("Person", "Organization"):
                    yield doc.text[start:end], meaning.actor
