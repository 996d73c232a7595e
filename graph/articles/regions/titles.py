"""Which line is the title, and who issued a press release."""

from collections import Counter

from graph.articles.regions.sheet import Sheet, in_title_case, plain

_LONGEST = 220
_HEAD_LINES = 15
_FEW_WORDS = 4
_HEADERS = ("press release header", "for immediate release")
_ISSUER_LINES = 4
_ISSUER_LONGEST = 100


def mark_issuer(sheet: Sheet) -> None:
    """Mark the short lines above the header of a press release as the name of its issuer."""
    if not any(name in _HEADERS for name, _ in sheet.found):
        return
    header = next((i for i, kind in enumerate(sheet.kinds[:_ISSUER_LINES]) if kind == "boilerplate"), 0)
    for index in range(header):
        line = sheet.lines[index]
        if (
            sheet.kinds[index] is None
            and len(line.text) <= _ISSUER_LONGEST
            and (not line.is_sentence or in_title_case(line.text))
        ):
            sheet.kinds[index] = "boilerplate"
            sheet.found.append(("issuer", {"publisher": line.text}))


def mark_title(sheet: Sheet) -> None:
    """Mark the line that is the title: the one that metadata name, one that is printed twice, the first fit one."""
    if "title" in sheet.kinds:
        return
    head = [i for i in sheet.open_lines()[:_HEAD_LINES] if len(sheet.lines[i].text) <= _LONGEST]
    index = _named(sheet, head) if sheet.known.title else None
    if index is None and not sheet.known.title:
        index = _found(sheet, head)
    if index is not None:
        sheet.kinds[index] = "title"


def _named(sheet: Sheet, head: list[int]) -> int | None:
    wanted = plain(sheet.known.title or "")
    return next((i for i in head if plain(sheet.lines[i].text) == wanted), None)


def _found(sheet: Sheet, head: list[int]) -> int | None:
    counts = Counter(plain(sheet.lines[i].text) for i in head)
    again = [
        sheet.lines[i] for i in head if counts[plain(sheet.lines[i].text)] > 1 and sheet.lines[i].text.count(" ") >= 2
    ]
    twice = [
        i
        for i in head
        if sheet.lines[i] in again and (not sheet.lines[i].is_sentence or in_title_case(sheet.lines[i].text))
    ]
    if twice:
        return twice[0]
    first = sheet.open_lines()[:1]
    fit: list[int] = []
    for index in head:
        if index != first[0] + len(fit) and sheet.kinds[first[0] : index].count(None) > len(fit):
            break
        if not _is_title_like(sheet, index):
            break
        fit.append(index)
    longer = [i for i in fit if sheet.lines[i].text.count(" ") >= _FEW_WORDS - 1]
    return next(iter(longer or fit), None)


def _is_title_like(sheet: Sheet, index: int) -> bool:
    """Whether a line could be a title: it does not end as a sentence, or is written in capitals; text follows it."""
    line = sheet.lines[index]
    if (
        index + 1 >= len(sheet.lines)
        or line.is_item
        or line.text.endswith((",", ":", ";", "-"))
        or line.text[0].islower()
    ):
        return False
    return not line.is_sentence or (sheet.lines[index + 1].after_gap and in_title_case(line.text))
