"""The grammar of attribution: which constructions carry a source, a cue and a content (dependency frames).

Each frame finds candidates generously; `weights` decides which of them are kept.
"""

from collections.abc import Iterator

from graph.claims.attributions.attribution import Attribution
from graph.claims.attributions.frames.according import according
from graph.claims.attributions.frames.adjectives import adjective
from graph.claims.attributions.frames.clauses import clause, interposed
from graph.claims.attributions.frames.draft import Frame
from graph.claims.attributions.frames.nouns import equated, noun
from graph.claims.attributions.frames.objects import about, done_to, infinitive, thing
from graph.claims.spans import pieces
from graph.claims.syntax.children import VERBAL
from graph.language import Sentence
from graph.model import Article

# name (as in the features of the weights), parts of speech of the word that it hangs on, construction
FRAMES: tuple[tuple[str, tuple[str, ...], Frame], ...] = (
    ("clause", VERBAL, clause),
    ("interposed", VERBAL, interposed),
    ("infinitive", VERBAL, infinitive),
    ("thing", VERBAL, thing),
    ("done", VERBAL, done_to),
    ("about", VERBAL, about),
    ("according", (*VERBAL, "ADP", "SCONJ"), according),
    ("equated", VERBAL, equated),
    ("noun", ("NOUN",), noun),
    ("adjective", ("ADJ",), adjective),
)


def frame_candidates(article: Article, sentence: Sentence) -> Iterator[Attribution]:
    """All that the frames find in a sentence."""
    for word in sentence.tokens:
        for name, kinds, frame in FRAMES:
            for draft in frame(word) if word.pos_ in kinds else ():
                content = pieces(article, draft.body, draft.without)
                features = ("how=" + draft.how, *draft.features)
                if content:
                    yield Attribution(
                        name, sentence, draft.head, draft.cue, draft.holder, draft.source, content, features
                    )
