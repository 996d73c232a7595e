"""From candidates and listed names to the figures of an article."""

from collections.abc import Iterable, Sequence

from graph.actors.bodies import acronyms, bodies_of_people, bracketed, organizations
from graph.actors.candidates import Candidate
from graph.actors.lexicon import Figure, Lexicon
from graph.actors.people import called_again, lone_names, people
from graph.actors.short_names import short_names
from graph.actors.spelling import name_words
from graph.actors.transcripts import name_speakers


def gather(
    found: Sequence[Candidate], known: Iterable[tuple[str, str]], words: Lexicon, labels: Iterable[str] = ()
) -> Lexicon:
    """Gather an article's candidates into actors.

    `known` are the names and IRIs of actors of the authority file, one for each time the article names them; `labels`
    are those of the speakers of a transcript.
    """
    for name, iri in known:
        listed = words.authority.actors[iri]
        if not words.may_be(name, listed):
            words.scoped(listed.kind, name).forms.append(name)
            words.call(name, Figure(listed), 0.5, "parted by the authority file")
            continue
        figure = words.figures.setdefault(iri, Figure(listed, []))
        figure.count += 1
        if name not in figure.forms:
            figure.forms.append(name)
        if figure.actor.kind == "Person" and len(name_words(name)) == 1:
            words.call(name, figure, 1.0, "exact alias")
    people(found, words)
    acronyms(words)
    organizations(found, words)
    bracketed(found, words)
    for figure in list(words.figures.values()):
        called_again(figure, words)
    short_names(words)
    lone_names(found, words)
    bodies_of_people(words)
    name_speakers(labels, words)
    return words
