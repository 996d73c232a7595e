"""What kind of clause a verb heads: by the word that opens it, and by whether it completes a noun."""

from typing import TYPE_CHECKING

from graph.claims.syntax.children import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token


def opener(verb: "Token") -> str:
    """The word that opens a clause: "that", "whether", "if", "wh" for a word that asks, or nothing."""
    first = next((t for t in verb.subtree if not t.is_punct and not t.is_space), verb)
    if first.lower_ in ("that", "whether", "if"):
        return first.lower_
    return "wh" if first.tag_ in ("WDT", "WP", "WP$", "WRB") else ""


def completes_noun(verb: "Token") -> bool:
    """Whether a clause at a noun completes it ("the claim that taxes fall", "a promise to go")."""
    if verb.dep_ == "acl":
        return verb.tag_ not in ("VBN", "VBG")
    own = (c.lower_ for c in verb.children if c.dep_ in SUBJECTS)
    return opener(verb) == "that" and any(word not in ("that", "who", "which") for word in own)


def is_infinitive(verb: "Token") -> bool:
    """Whether a verb has its "to"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
