"""Speakers without a name: which noun phrases can speak, and how such a group is called."""

from typing import TYPE_CHECKING

from graph.actors.tables import pairs, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDINGS = ("ists", "ologists", "icians", "ers", "ors", "ees", "ants", "ents", "ians", "crats")


def can_speak(head: "Token") -> bool:
    """Whether a noun means people or a body, so that its phrase can be a speaker without a name."""
    word, lemma = head.lower_, head.lemma_.lower()
    if word in words("documents") or lemma in words("documents"):
        return False
    groups, roles = pairs("groups"), pairs("roles")
    if word in groups or word in roles or lemma in roles or lemma in groups:
        return True
    return (
        word.endswith(_ENDINGS) and word not in words("not_groups") and head.pos_ in ("NOUN", "PROPN") and len(word) > 6
    )


def is_document(head: "Token") -> bool:
    """Whether a noun means something written or counted, which speaks only for the one who issued it."""
    return head.lower_ in words("documents") or head.lemma_.lower() in words("documents")


def plural(head: "Token") -> bool:
    """Whether a noun phrase is about several."""
    return head.tag_ in ("NNS", "NNPS") or head.lower_ in (
        "police",
        "media",
        "people",
        "others",
        "many",
        "some",
        "both",
    )
