"""The stand that a claim's own cue takes on its content: urges, rejects, is wary of."""

from graph.claims.speech import Spoken
from graph.claims.stances import polarity_of

_KINDS = {"noun": "noun", "adjective": "adj"}
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
    prepositions = (t.lower_ for t in about.cue if t.dep_ == "prep")
    arguments = (*_ARGUMENTS.get(about.frame, ()), *prepositions)
    polarity = polarity_of(about.head.lemma_, _KINDS.get(about.frame, "verb"), *arguments)
    return -polarity if polarity is not None and spoken.claim.negated else polarity
