"""From a parsed article to its cast: candidates, the article's own names, links, roles."""

from graph.actors.authority import Authority
from graph.actors.candidates import candidates
from graph.actors.cast import Cast
from graph.actors.lexicon import lexicon
from graph.actors.linking import link
from graph.actors.memberships import roles_held
from graph.actors.scan import lexicon_trie, names_in
from graph.language import Parsed
from graph.model import Actor
from graph.vocabulary import Minter


def find_actors(parsed: Parsed, authority: Authority, minter: Minter) -> Cast:
    """The people, organisations and countries that an article names, and what they are to each other."""
    found = list(candidates(parsed, authority))
    named = {m.actor for doc in parsed.docs for _, _, known in authority.names.find(doc.text) for m in known
             if m.kind == "name" and authority.actors[m.actor].kind != "Country"}  # fmt: skip
    known = [authority.actors[a] for a in sorted(named)]
    words = lexicon(found, known, authority, minter, parsed.article.slug)
    names = names_in(parsed, authority, lexicon_trie(words))
    links = list(link(names, words, authority, minter, parsed.article.slug))
    own = {iri: figure.actor for iri, figure in words.figures.items()}
    own |= {m.actor: Actor(m.actor, m.span.text, "Person") for m in (f.mention for f in links)
            if m.actor not in own and m.actor not in authority.actors}  # fmt: skip
    kinds = {m.actor: (authority.actors.get(m.actor) or own[m.actor]).kind for m in (f.mention for f in links)}
    held = tuple(roles_held(parsed, links, kinds))
    titles = {iri: frozenset(figure.titles) for iri, figure in words.figures.items() if figure.titles}
    return Cast(parsed, authority, minter, links, held, own, titles)
