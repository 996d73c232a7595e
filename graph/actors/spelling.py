"""How names are cut into words and compared: apostrophes, possessives, initials, acronyms, family names."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from graph.actors.tables import words

_PIECE = re.compile(r"\w+|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s?$")
SMALL_WORDS = frozenset({"a", "an", "and", "at", "by", "de", "du", "for", "in", "of", "on", "the", "to", "&"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})


def pieces(text: str) -> Iterator[re.Match[str]]:
    """The words and marks of a text, each with its place; a hyphenated word is cut, so that "US-China" holds two.

    >>> [m.group() for m in pieces("the U.S.-China talks")]
    ['the', 'U', '.', 'S', '.', '-', 'China', 'talks']
    """
    return _PIECE.finditer(text)


def key(text: str) -> tuple[str, ...]:
    """The form under which a name is looked up: its pieces, with plain apostrophes and hyphens.

    >>> key("Côte d’Ivoire") == key("Côte d'Ivoire")
    True
    """
    return tuple(plain(m.group()) for m in pieces(text))


def plain(piece: str) -> str:
    """One piece with a plain apostrophe or hyphen."""
    return _PLAIN.get(piece, piece)


_PLAIN = {"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"}


def fold(text: str) -> str:
    """Lower case without accents, for comparing.

    >>> fold("Élysée")
    'elysee'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def bare(name: str) -> str:
    """A name without a leading article, a possessive ending, and marks around it.

    >>> bare("the Commerce Department’s"), bare("“Reuters,”"), bare("TSMC's")
    ('Commerce Department', 'Reuters', 'TSMC')
    """
    name = re.sub(r"\s+", " ", name).strip(" \"“”‘’'`,;:()[]•*–—-|/")
    name = _POSSESSIVE.sub("", name) if not name.endswith(("s'", "s’")) else name[:-1]
    return re.sub(r"^(?:the|The|THE|a|A|an|An)\s+", "", name).strip()


def name_words(name: str) -> list[str]:
    """The words of a person's name, without "Jr." and the like.

    >>> name_words("Robert F. Kennedy Jr.")
    ['Robert', 'F.', 'Kennedy']
    """
    return [w for w in name.replace(",", " ").split() if w.strip(".").casefold() not in _SUFFIXES]


def initial(word: str) -> bool:
    """Whether a word of a name is only an initial."""
    return len(word.strip(".")) == 1


def family_first(name: Sequence[str]) -> bool:
    """Whether a person's name puts the family name first, as names of East Asia mostly do.

    >>> family_first(["Cheng", "Li-chiun"]), family_first(["Da-Nien", "Liu"]), family_first(["He", "Lifeng"])
    (True, False, True)
    """
    families = words("family_names_first")
    if len(name) not in (2, 3) or name[0] not in families:
        return False
    return name[-1] not in families or "-" in name[1]


def family_name(name: str) -> str:
    """The word of a full name by which a later sentence calls the person.

    >>> family_name("Cheng Li-chiun"), family_name("Da-Nien Liu"), family_name("Ursula von der Leyen")
    ('Cheng', 'Liu', 'von der Leyen')
    """
    found = name_words(name)
    if not found:
        return name
    if family_first(found):
        return found[0]
    start = len(found) - 1
    while start > 1 and found[start - 1][:1].islower():
        start -= 1
    return " ".join(found[start:])


def same_but_initials(one: str, other: str) -> bool:
    """Whether two full names differ only by initials that one of them leaves out.

    >>> same_but_initials("Philip Luck", "Philip A. Luck"), same_but_initials("John B. Doe", "John C. Doe")
    (True, False)
    """
    a, b = name_words(one), name_words(other)
    if [w for w in a if not initial(w)] != [w for w in b if not initial(w)]:
        return False
    return a == b or not (any(map(initial, a)) and any(map(initial, b)))


def is_acronym(text: str) -> bool:
    """Whether a word is an abbreviation of capitals, such as CIER, BoK or U.S.T.R.

    >>> is_acronym("CIER"), is_acronym("BoK"), is_acronym("Bank")
    (True, True, False)
    """
    letters = text.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 10 and letters.isalnum() and sum(c.isupper() for c in letters) * 2 > len(letters)


def stands_for(acronym: str, name: str) -> bool:
    """Whether an acronym's letters are the initials of a name, small words left out or not.

    >>> stands_for("CIER", "Chung-Hua Institution for Economic Research"), stands_for("TSMC", "Bank of Korea")
    (True, False)
    """
    letters = fold(acronym.replace(".", "").replace("&", ""))
    parts = [p for p in re.split(r"[\s\-–]+", bare(name)) if p]
    every = "".join(fold(p)[0] for p in parts)
    chief = "".join(fold(p)[0] for p in parts if p.casefold() not in SMALL_WORDS)
    unhyphened = "".join(fold(p)[0] for p in bare(name).split() if p.casefold() not in SMALL_WORDS)
    return len(parts) > 1 and (letters in (every, chief, unhyphened) or _within(letters, every, chief))


def _within(letters: str, every: str, chief: str) -> bool:
    """All the chief initials, in order, with at most two more letters (CEPR, BaFin-like forms are left out)."""
    return (
        len(chief) > 2
        and (letters.startswith(chief) or chief.startswith(letters))
        and abs(len(letters) - len(chief)) <= 1
        and letters[0] == every[0]
    )
