"""What is glued to the end of a paragraph of running text: credits in parentheses."""

from graph.articles.regions.rules import endings
from graph.articles.regions.sheet import Sheet
from graph.model import Region

_WINDOW = 400


def mark_endings(sheet: Sheet) -> None:
    """Mark a credit that stands behind the last sentence of a paragraph."""
    for index in sheet.open_lines():
        line = sheet.lines[index]
        tail = line.text[-_WINDOW:]
        for rule in endings():
            match = rule.pattern.search(tail)
            if match and match.group().strip() != line.text:
                start = line.end - len(tail) + match.start()
                start += len(match.group()) - len(match.group().lstrip())
                sheet.inside.setdefault(index, []).append(Region(rule.kind, start, line.end))
                sheet.found.append((rule.name, {k: v for k, v in match.groupdict().items() if v}))
                break
