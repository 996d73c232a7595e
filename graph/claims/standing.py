"""The stand that a claim's own cue takes on its content: urges, rejects, is wary of."""

from graph.claims.speech import Spoken
from graph.claims.stances import Stand, stand

_ARGUMENTS = {
    "infinitive": ("to",),
    "thing": ("obj",),
    "done": ("obj",),
    "clause": ("that",),
    "interposed": ("that",),
    "noun": ("to", "that"),
}


def stand_of(spoken: Spoken) -> float | None:
    """The polarity that a claim's cue gives its content; None for a mere verb of speech."""
    about = spoken.attribution
    kind = "noun" if about.frame == "noun" else "adj" if about.frame == "adjective" else "verb"
    prepositions = tuple(t.lower_ for t in about.cue if t.dep_ == "prep")
    arguments = (*_ARGUMENTS.get(about.frame, ()), *prepositions)
    found: Stand | None = next((t for a in arguments if (t := stand(about.head.lemma_.lower(), kind, a))), None)
    if found is None or found.polarity is None:
        return None
    return -found.polarity if spoken.claim.negated else found.polarity
