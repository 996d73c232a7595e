"""A question that is nothing but a name: who or what that is, and what an article says."""

from graph.querying.asking.naming import PART, Named, Names, plain
from graph.querying.asking.words import stem
from graph.querying.names import Thing

# the kind of what is named -> the saved query for it, and its parameter
QUERIES = {
    "actor": ("who-is", "who"),
    "proposal": ("what-is", "proposal"),
    "article": ("what-an-article-says", "article"),
}


def named_alone(question: str, names: Names) -> Thing | None:
    """The one thing that a question names and says no more of: by a whole name, or the part by which one is known.

    Nothing is guessed: "tariffs" is no name of a negotiator of tariffs, and what is called as another is, is neither.
    """
    text = question.strip().rstrip("?!.").strip(" \"'“”")
    if not text or (text.islower() and stem(text) in plain()):  # "who" is not the WHO
        return None
    found = [named for kind in QUERIES if isinstance(named := names.find(text, kind), Named) and named.sure >= PART]
    best = [named.thing for named in found if named.sure == max(one.sure for one in found)]
    return best[0] if len(best) == 1 else None
