"""An Obsidian vault: one note an actor, a proposal and an article, linked with each other, with the quotations.

Links are Markdown's own, so that the folder can be read without Obsidian too; its graph view draws them all the same.
Reference: Obsidian Help, "Internal links" and "Properties".
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from graph.exports.prose import STANCES, address, by_proposal, day, escaped, in_time, quoted, seen, source
from graph.networks.debate import Debate, Statement, last_part
from graph.networks.filtering import kind_of
from graph.store import Store

FOLDERS = {"actor": "Actors", "proposal": "Proposals", "article": "Articles"}
_UNFIT = re.compile(r"[^\w .,'()-]")
_LONGEST = 120  # bytes of a name; file systems take 255
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)  # on Windows


def write_obsidian(debate: Debate, store: Store, folder: Path) -> None:
    """Write the notes of all that has a part in some statement, and one that lists them."""
    vault = Vault(debate)
    for iri, path in vault.paths.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text("\n".join(vault.note(iri)) + "\n", encoding="utf-8", newline="\n")
    (folder / "Index.md").write_text("\n".join(vault.index()) + "\n", encoding="utf-8", newline="\n")


class Vault:
    """The notes of a debate: `paths` gives the file of each actor, proposal and article."""

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._about: dict[str, list[Statement]] = defaultdict(list)
        self._kinds: dict[str, str] = {}
        for statement in in_time(debate.statements):
            position = statement.position
            ends = {position.holder: "actor", position.proposal: "proposal", statement.article: "article"}
            for iri, kind in ends.items():
                if iri:
                    self._about[iri].append(statement)
                    self._kinds.setdefault(iri, kind)
        self.paths = _paths(self._kinds, debate.label)

    def note(self, iri: str) -> Iterator[str]:
        """The lines of one note."""
        kind = self._kinds[iri]
        yield from self._properties(iri, kind)
        yield f"\n# {self._name(iri)}\n"
        yield from {"actor": self._actor, "proposal": self._proposal, "article": self._article}[kind](iri)

    def index(self) -> Iterator[str]:
        """The lines of the note that leads to all others."""
        yield "# Who stands where"
        for kind, title in FOLDERS.items():
            yield f"\n## {title}\n"
            some = sorted((iri for iri in self.paths if self._kinds[iri] == kind), key=lambda i: (self._name(i), i))
            yield from (f"- {self._link(iri, '')} ({len(self._about[iri])})" for iri in some)

    def _properties(self, iri: str, kind: str) -> Iterator[str]:
        """What Obsidian calls properties: YAML, of which JSON strings are a part."""
        debate = self._debate
        yield f"---\niri: {_yaml(iri)}\ntags: [{kind}]"
        if kind == "article" and iri in debate.articles:
            card = debate.articles[iri]
            known = {"publisher": card.publisher, "published": card.published and card.published.isoformat()}
            yield from (f"{name}: {_yaml(value)}" for name, value in known.items() if value)
        elif kind != "article":
            thing = debate.actors.get(iri) if kind == "actor" else debate.proposals.get(iri)
            yield f"type: {_yaml(kind_of(debate, iri) if kind == 'actor' else 'Proposal')}"
            names = [_yaml(alias) for alias in (thing.aliases if thing else ())]
            yield f"aliases: [{', '.join(names)}]"
        yield "---"

    def _actor(self, iri: str) -> Iterator[str]:
        for member in self._debate.memberships:
            if member.member == iri:
                role = f"{escaped(member.role)}, " if member.role else "of "
                yield f"- {role}{escaped(self._debate.label(member.organization))}"
        yield "\n## Positions\n"
        yield from (self._line(s, s.position.proposal, "On ") for s in self._about[iri])

    def _proposal(self, iri: str) -> Iterator[str]:
        known = self._debate.proposals.get(iri)
        if known and known.definition:
            yield escaped(known.definition)
        for stance, statements in by_proposal(self._debate.with_statements(tuple(self._about[iri])))[iri].items():
            if statements:
                yield f"\n## {STANCES[stance].removeprefix('is ').removesuffix(' on').capitalize()}\n"
            yield from (self._line(s, s.position.holder, "") for s in statements)

    def _article(self, iri: str) -> Iterator[str]:
        card = self._debate.articles.get(iri)
        if card:
            facts = (escaped(card.publisher or ""), day(card.published), address(card.url) if card.url else "")
            yield ", ".join(fact for fact in facts if fact)
        yield "\n## Positions\n"
        for s in self._about[iri]:
            stand = f"{self._link(s.position.holder)} {STANCES[s.position.stance]} {self._link(s.position.proposal)}"
            yield f"- {stand}: {quoted(s)} ({source(self._debate, s)})"

    def _line(self, statement: Statement, other: str, before: str) -> str:
        stand = f", {STANCES[statement.position.stance]}" if before else ""
        where = f" ({self._link(statement.article)})" if statement.article else ""
        return f"- {before}{self._link(other)}{stand}, {day(statement.day)}: {quoted(statement)}{where}"

    def _link(self, iri: str, up: str = "../") -> str:
        return f"[{self._name(iri)}]({up}{quote(self.paths[iri].as_posix())})"

    def _name(self, iri: str) -> str:
        return escaped(self._debate.label(iri)) or escaped(last_part(iri)) or "?"


def _paths(kinds: dict[str, str], label: Callable[[str], str]) -> dict[str, Path]:
    """A file for each thing: named after its label, and where two would be one on some file system, its IRI too."""
    names = {iri: _stem(label(iri)) or _stem(last_part(iri)) or "unnamed" for iri in kinds}
    wanted = {iri: Path(FOLDERS[kind], names[iri]) for iri, kind in kinds.items()}
    shared = _often(str(path).casefold() for path in wanted.values())
    found: dict[str, Path] = {}
    taken: set[str] = set()
    for iri in sorted(wanted):
        path = wanted[iri]
        if str(path).casefold() in shared:
            path = path.with_name(f"{path.name} ({_stem(last_part(iri))})")
        number, free = 2, path
        while str(free).casefold() in taken:
            number, free = number + 1, path.with_name(f"{path.name} {number}")
        taken.add(str(free).casefold())
        found[iri] = free.with_name(f"{free.name}.md")
    return found


def _often(names: Iterable[str]) -> set[str]:
    seen_once: set[str] = set()
    return {name for name in names if name in seen_once or seen_once.add(name)}  # type: ignore[func-returns-value]


def _stem(text: str) -> str:
    """The text as a name that every file system takes, and that no link has to escape much."""
    words = " ".join(_UNFIT.sub(" ", seen(text)).split()).strip(" .")
    cut = words.encode()[:_LONGEST].decode(errors="ignore").rstrip(" .")
    return f"{cut} note" if _RESERVED.fullmatch(cut) else cut


def _yaml(text: str) -> str:
    return json.dumps(seen(text), ensure_ascii=False)
