"""From a parsed article to its cast: candidates, the article's own names, links, roles."""

from graph.actors.authority import Authority
from graph.actors.candidates import candidates
from graph.actors.cast import Cast
from graph.actors.lexicon import lexicon
from graph.actors.linking import link
from graph.actors.scan import lexicon_trie, names_in
from graph.language import Parsed
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
    return Cast(parsed, authority, minter, words, links)
