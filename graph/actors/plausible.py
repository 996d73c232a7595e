"""Whether a capitalised phrase can be the name of an actor at all, and of a person or of an organisation."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.actors.spelling import is_acronym, name_words
from graph.actors.tables import pairs, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LETTERED = re.compile(r"[DIR]-[A-Z]")  # a party's letter and a place: "D-N.Y."
PARTICLES = frozenset({"al", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "dos", "du", "el",
                       "ibn", "la", "le", "ter", "van", "von", "y"})  # fmt: skip
_SAINTED = 4  # words
_ALSO_SURNAMES = frozenset(
    ["King", "Major", "Justice", "Judge", "Pope", "Bishop", "Dean", "Marshall", "Cook", "Head", "Prince", "Baker"]
)
PARLIAMENTS = frozenset(["Senate", "House", "Parliament", "Bundestag", "Duma", "Knesset", "Cabinet", "Synod"])


def headline_like(doc: "Doc") -> bool:
    """Whether a paragraph is set as a headline is: short, no full stop, nearly every word with a capital.

    spaCy's names are worth little there. Reckoned once for each paragraph.
    """
    if "headline" not in doc.user_data:
        doc.user_data["headline"] = _headline_like(doc)
    return bool(doc.user_data["headline"])


def _headline_like(doc: "Doc") -> bool:
    longer = [t for t in doc if t.is_alpha and len(t) > 3]
    ended = bool(len(doc)) and doc[-1].text in {".", "!", "?", "”", '"', "’", "'", ":", ";"}
    share = sum(not t.is_lower for t in longer) / len(longer) if longer else 0.0
    return len(doc) < 30 and share > (0.85 if ended else 0.6) and (not ended or len(longer) > 4)


def no_name(text: str) -> bool:
    """Whether a cleaned text is a place, a law, a weekday, a shout of capitals or another thing that is no actor."""
    parts = text.split()
    if len(text) < 2 or not any(c.isalpha() for c in text) or "://" in text or any(c in text for c in "@#<>{}[]|\\=_"):
        return True
    if parts[0] in ("St", "St.") and len(parts) < _SAINTED and not is_organization(text):
        return True  # a town or an island; a saint does not act
    if _LETTERED.match(text):
        return True
    last = parts[-1]
    if last in words("not_actors") or text in words("places") or text in words("not_names"):
        return True
    if last.isdigit() and not is_organization(" ".join(parts[:-1])):
        return True
    if last in words("not_actors_alone") and not is_organization(text):
        return True
    if all(p in words("not_names") or p.lower() in pairs("roles") for p in parts):
        return True
    return _people_or_generic(parts) or (len(parts) > 1 and text.isupper() and any(len(p) > 4 for p in parts))


def _people_or_generic(parts: Sequence[str]) -> bool:
    """Whether the last word means people ("House Republicans"), or a lone word just any body ("Council")."""
    if is_organization(" ".join(parts)):
        return False
    last = parts[-1].lower()
    people = pairs("groups").get(last) == "people" and last.endswith(("s", "men", "women"))
    role = last in pairs("roles") or (last.endswith("s") and last[:-1] in pairs("roles"))
    if people or (role and (len(parts) > 1 or last.endswith("s")) and parts[-1] not in _ALSO_SURNAMES):
        return True
    return len(parts) == 1 and parts[0] in words("organizations") and parts[0] not in PARLIAMENTS


def given_name(word: str) -> bool:
    """Whether a word is a given name, though some stand in no sentence for anything else."""
    return word in pairs("given_names") or word in pairs("first_names")


def many(word: str) -> bool:
    """Whether a capitalised word of a body's name means those whose it is: "Women's League", "Fishermen's Union"."""
    return word.casefold().endswith(("men", "people", "children", "folk")) or word in ("King", "Queen")


def full_name(text: str) -> bool:
    """Whether a text looks like a first name and a family name."""
    found = name_words(text)
    return (
        2 <= len(found) <= 5
        and all(w[0].isupper() or w in PARTICLES for w in found)
        and not any(is_acronym(w) and len(w) > 2 and not _initials(w) for w in found)
    )


def _initials(word: str) -> bool:
    """Whether a word is a person's initials, "A.K."."""
    return word.endswith(".") and all(len(part) == 1 for part in word.split(".")[:-1])


def is_organization(text: str) -> bool:
    """Whether the last word, or the word before "of", "for" or "on", says that this is an organisation."""
    found = text.split()
    if len(found) < 2:
        return False
    heads = [found[-1]] + [found[i - 1] for i, w in enumerate(found) if i and w in ("of", "for", "on", "in")]
    return any(h in words("organizations") for h in heads)
