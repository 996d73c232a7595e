"""Lines that a rule of the tables knows: anywhere, before the running text, after it."""

from graph.articles.regions.biographies import author_told, authors_of, is_biography
from graph.articles.regions.rules import Rule, Zone, line_rules
from graph.articles.regions.sheet import Sheet

_HEAD_LINES = 15
_LONG = 160
_SENTENCES_IN_HEAD = 3
_UNKNOWN_IN_TAIL = 3


def mark_lines(sheet: Sheet) -> None:
    """Mark what is furniture wherever it stands, and what tells who and when above the running text."""
    unknown_sentences = 0
    for index, line in enumerate(sheet.lines):
        in_head = index < _HEAD_LINES and unknown_sentences < _SENTENCES_IN_HEAD
        if _apply(sheet, index, ("any", "head") if in_head else ("any",)):
            continue
        if len(line.text) >= _LONG:
            unknown_sentences = _SENTENCES_IN_HEAD
        unknown_sentences += line.is_sentence


def mark_tail(sheet: Sheet) -> None:
    """Mark what stands below the running text, from the end upwards, until a sentence that no rule knows."""
    unknown = 0
    for index in range(len(sheet.lines) - 1, 0, -1):
        line = sheet.lines[index]
        if sheet.kinds[index] not in (None, "heading"):
            continue
        if _apply(sheet, index, ("tail",)):
            continue
        if is_biography(sheet, index):
            sheet.kinds[index] = "byline"
            if (name := author_told(line.words)) and not authors_of(sheet):
                sheet.found.append(("biography", {"authors": name}))
            continue
        unknown += 1
        if line.is_sentence or unknown > _UNKNOWN_IN_TAIL:
            return


def _apply(sheet: Sheet, index: int, zones: tuple[Zone, ...]) -> bool:
    """Whether a rule of these zones knows the line; it is marked then. What its format said stands first."""
    if sheet.kinds[index] in ("title", "caption", "boilerplate"):
        return True
    text = sheet.lines[index].words
    for rule in _in_zones(zones):
        if match := rule.match(text):
            sheet.kinds[index] = None
            sheet.apply(index, rule, match)
            return True
    return False


def _in_zones(zones: tuple[Zone, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in line_rules() if rule.zone in zones)
