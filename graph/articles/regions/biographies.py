"""Who wrote it, told in sentences below the article: "Ann Lee is a fellow at the Institute for Rivers"."""

import re

from graph.articles.regions.rules import NAME, table
from graph.articles.regions.sheet import Sheet

_LONGEST = 900
_NEAR = 12
_HEAD = 8
_FEW_WORDS = 5
_VERB = r"(?:is|are|serves|works|teaches|writes|reports|covers|leads|directs|edits|hosts|runs|holds|lives)"
_PAST = r"(?:was|received|joined|served|worked|taught|has (?:written|worked|been|served|covered|taught))"
_NAMED = re.compile(
    rf"(?P<who>{NAME})(?:,? and {NAME})?(?:,[^,.]{{2,120}},| \([^)]{{2,60}}\))?"
    rf"\s+(?:{_VERB}|(?P<past>{_PAST}))\b(?P<rest>.*)",
    re.DOTALL,
)
_CALLED = re.compile(
    r"(?:(?P<office>[Tt]he (?:authors?|writers?))|(?:M[rs]{1,2}|Dr|Prof)\.? (?P<who>[A-Z][\w’'-]+)"
    r"|(?P<surname>[A-Z][\w’'-]+))"
    rf"\s+(?:{_VERB}|(?P<past>{_PAST}))\b(?P<rest>.*)",
    re.DOTALL,
)
_ASKS = r"(?:met|meets|(?:spoke|speaks|talked|talks) (?:to|with)|asked|asks|interviewed|visited)"
_PLACEHOLDER = re.compile(r"(?:image|photo|picture|portrait|headshot|avatar)s?", re.IGNORECASE)


def is_biography(sheet: Sheet, index: int) -> bool:
    """Whether a line below the text says who the author is: a name, a verb of being or working, an occupation.

    The name is an author's, or one that the article itself does not speak of.
    """
    text = sheet.lines[index].words
    if len(text) > _LONGEST:
        return False
    if _is_role_alone(sheet, index):
        return True
    match = _NAMED.match(text) or _CALLED.match(text)
    if not match:
        return False
    if _stands_above(sheet, match.groupdict().get("who")):
        return True
    if not _has_occupation(match["rest"]):
        return False
    groups = match.groupdict()
    if groups.get("office"):
        return True
    surname = _surname(groups.get("who") or groups.get("surname") or "")
    if surname in authors_of(sheet):
        return True
    return bool(groups.get("who")) and not groups["past"] and not _spoken_of(sheet, index, surname)


def author_told(text: str) -> str | None:
    """The full name that a biography begins with."""
    match = _NAMED.match(text)
    return match["who"] if match else None


def _stands_above(sheet: Sheet, name: str | None) -> bool:
    """Whether a name stands alone on a line above the text."""
    return bool(name) and any(line.words == name for line in sheet.lines[:_HEAD])


def is_occupation(text: str) -> bool:
    """Whether a short line is only what somebody does: "Columnist", "Chief political correspondent"."""
    return len(text.split()) <= _FEW_WORDS and not re.search(r"[.:?!]", text) and _has_occupation(text)


def _is_role_alone(sheet: Sheet, index: int) -> bool:
    """A role without a sentence, under the place where a picture was."""
    text = sheet.lines[index].text
    above = sheet.lines[index - 1].text if index else ""
    return bool(_PLACEHOLDER.fullmatch(above)) and not text.endswith(".") and _has_occupation(text)


def _has_occupation(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.casefold())[:_NEAR]
    occupations = _occupations()
    return any(word in occupations or word.removesuffix("s") in occupations for word in words)


def _occupations() -> frozenset[str]:
    return frozenset(table("occupations"))


def authors_of(sheet: Sheet) -> frozenset[str]:
    """The surnames of those who are known to have written the article."""
    told = " ".join(groups["authors"] for _, groups in sheet.found if "authors" in groups)
    return frozenset(re.findall(r"[^\W\d_]{2,}", f"{told} {' '.join(sheet.known.authors)}".casefold()))


def _surname(name: str) -> str:
    words = re.findall(r"[^\W\d_]+", name.casefold())
    return words[-1] if words else ""


def _spoken_of(sheet: Sheet, index: int, surname: str) -> bool:
    """Whether the running text above names the person, other than once as the one who asks: "Ann Lee met him"."""
    found = re.compile(rf"\b{re.escape(surname)}\b(?P<asks> {_ASKS}\b)?", re.IGNORECASE)
    places = [m for i in range(index) if sheet.kinds[i] != "byline" for m in found.finditer(sheet.lines[i].text)]
    return len(places) > 1 or any(not m["asks"] for m in places)
