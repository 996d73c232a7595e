"""The name of a measure: a noun phrase without its determiner, or a verb in "-ing" with what it is done to."""

import re
from typing import TYPE_CHECKING

from graph.claims.measures.gerund import gerund
from graph.claims.measures.phrases import is_noun_of_measure
from graph.claims.measures.wording import LONGEST, is_vague, phrase_of, prepositions_of, written
from graph.claims.syntax.children import child
from graph.claims.syntax.words import PARTICLES
from graph.claims.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_INTRANSITIVE = ("withdraw", "invest", "divest", "retreat", "negotiate", "vote", "campaign")
_PURPOSES = ("for", "of", "on", "to", "against")
_LIGHT = ("idea", "bid", "call", "bill", "law", "legislation", "effort", "attempt")


def name_of(head: "Token") -> str | None:
    """A name in small letters for the measure that a word heads; None where its words do not tell which one it is.

    "a new toll on the old bridge" is "toll on the old bridge"; "to lower its fares" is "lowering the fares".
    """
    kept = _deed(head) if head.pos_ == "VERB" else _thing(head)
    if not kept:
        return None
    text = re.sub(r"\s+", " ", "".join(kept)).strip(" ,;:–—-\"“”'‘’.")
    return text if 2 <= len(text.split()) <= LONGEST and not _has_loose_ends(text) else None


def _has_loose_ends(text: str) -> bool:
    """Whether signs stand in a name that belong to no name."""
    return bool(re.search(r"[^\w\s%$€£&'’./–-]", text)) or not re.search(r"[^\W\d_]{3}", text)


def _thing(noun: "Token") -> list[str]:
    """The words of a noun of measure: what it is light of ("a plan to ...") is named instead."""
    if _is_light(noun):
        inner = _inside(noun)
        if inner is not None:
            return _deed(inner) if inner.pos_ == "VERB" else _thing(inner)
    phrase = list(phrase_of(noun))
    while phrase and is_vague(phrase[0]):
        phrase.pop(0)
    return written(phrase) if any(_tells(t, noun) for t in phrase) else []


def _tells(word: "Token", noun: "Token") -> bool:
    """Whether a word of a phrase tells which measure it is; beside "plan" or "bill" an adjective does not."""
    if word == noun or word.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") or is_vague(word):
        return False
    if not _is_light(noun):
        return True
    return word.pos_ in ("NOUN", "PROPN") and (word.i < noun.i or noun.doc[noun.i + 1].lower_ in _PURPOSES)


def _is_light(noun: "Token") -> bool:
    return noun.lemma_.lower() in words("stand_ins") or noun.lemma_.lower() in _LIGHT


def _inside(noun: "Token") -> "Token | None":
    """What a plan or a bill is for: "to build a dam", "for a night ferry", "of a flat fare"."""
    clause = next((c for c in noun.children if c.dep_ in ("acl", "relcl", "xcomp") and _is_infinitive(c)), None)
    if clause is not None:
        return clause
    for preposition in (c for c in noun.children if c.dep_ == "prep" and c.lower_ in _PURPOSES):
        found = child(preposition, "pobj", "pcomp")
        if found is not None and (found.pos_ == "VERB" or is_noun_of_measure(found) or _is_new(found)):
            return found
    return None


def _is_new(noun: "Token") -> bool:
    """Whether a thing is spoken of as one that is not there yet: "plans for a night market"."""
    return noun.pos_ == "NOUN" and any(c.lower_ in ("a", "an") for c in noun.children)


def _is_infinitive(verb: "Token") -> bool:
    return verb.pos_ == "VERB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _deed(verb: "Token") -> list[str]:
    """A verb in "-ing" with its particle, its object and the phrases that belong to it."""
    done_to = child(verb, "nsubjpass") or child(verb, "dobj")
    particle = next((c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.lower_ in PARTICLES), "")
    object_ = list(phrase_of(done_to, whole=True)) if done_to is not None else []
    if done_to is not None and not object_:
        return []
    last = max([verb.i, *(t.i for t in object_)]) if child(verb, "nsubjpass") is None else verb.i
    named = [gerund(verb.lemma_.lower()) + " ", particle + " ", *written(object_)]
    for phrase in prepositions_of(verb, last):
        if len("".join(named).split()) + len(phrase) <= LONGEST:
            named += [" ", *written(phrase)]
    return named if object_ or (verb.lemma_.lower() in _INTRANSITIVE and len(named) > 3) else []
