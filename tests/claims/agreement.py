"""How far claims and positions agree with their coding by hand."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.claims import Findings
from graph.model import Actor, Article, Claim, Span
from graph.vocabulary import BASE
from tests.claims.coded import Case

_SAME = 0.7  # of the words of two contents, for them to be the same
_SIGNS = {"support": "+", "conditional": "+", "undecided": "0", "doubt": "-", "oppose": "-"}


def wrong_claims(case: Case, read: Article, found: Findings) -> list[str]:
    """What differs between a case's coding and the claims that were found; nothing where they agree."""
    names = {actor.id: _names(actor) for actor in found.actors}
    pairs: dict[int, Claim] = {}
    problems: list[str] = []
    for number, coded in enumerate(case["claims"]):
        free = [c for c in found.claims if c not in pairs.values()]
        near = [c for c in free if _alike(read, coded, c) >= _SAME]
        if near:
            pairs[number] = min(near, key=lambda c: len(list(_differences(read, coded, c, names))))
            problems += _differences(read, coded, pairs[number], names)
        elif not coded.get("optional"):
            problems.append(f"missed: {coded['content']}")
    for number, coded in enumerate(case["claims"]):
        outer = pairs.get(coded.get("reported_by", number))
        if number in pairs and pairs[number].reported_by != (outer.id if "reported_by" in coded and outer else None):
            problems.append(f"passed on by {pairs[number].reported_by}: {coded['content']}")
    extra = (c for c in found.claims if c not in pairs.values())
    return problems + [f"too much: [{_words(c.source)}] [{_words(c.cue)}] {_words(c.content)}" for c in extra]


def _differences(read: Article, coded: Case, claim: Claim, names: Mapping[str, set[str]]) -> Iterator[str]:
    """Where a claim says something else than its coding."""
    where = f"of {coded['content']}"
    if claim.quotation != coded["kind"]:
        yield f"kind {claim.quotation} {where}"
    if not _overlap(read, coded["cue"], claim.cue):
        yield f"cue [{_words(claim.cue)}] {where}"
    if not _overlap(read, coded["source"], claim.source):
        yield f"source [{_words(claim.source)}] {where}"
    wanted = coded["speaker"] if isinstance(coded["speaker"], list) else [coded["speaker"]]
    wanted = [name for name in wanted if name != "none"]
    called = [names.get(speaker, {speaker}) for speaker in claim.speakers]
    if len(called) != len(wanted) or not all(any(_options(w) & c for c in called) for w in wanted):
        yield f"speaker {[sorted(c) for c in called]} {where}"
    if "negated" in coded and claim.negated != coded["negated"]:
        yield f"negated {claim.negated} {where}"


@dataclass(frozen=True, slots=True)
class Judged:
    """Positions compared with their coding: how many are right, and in words what is not."""

    right: int
    missed: tuple[str, ...]
    turned: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def wrong(self) -> list[str]:
        """All that differs."""
        return [*self.missed, *self.turned, *self.extra]


def judged(coded: Iterable[Sequence[str]], found: Findings) -> Judged:
    """How far the positions on known proposals agree with a coding; what coders may differ on counts nowhere."""
    names = {actor.id: _names(actor) for actor in found.actors}
    candidates = {proposal.id for proposal in found.candidates}
    left = [p for p in found.positions if p.proposal not in candidates]
    right = 0
    missed, turned = [], []
    for holder, proposal, stance in coded:
        same = [p for p in left if p.proposal == f"{BASE}proposal/{proposal}"]
        same = [p for p in same if names.get(p.holder, {p.holder}) & _options(holder)]
        left = [p for p in left if p not in same]
        steps = {step.strip() for step in stance.rstrip("?").split("|")}
        other = [p for p in same if not {p.stance, _SIGNS[p.stance]} & steps]
        turned += [f"{p.stance} for {stance}: {holder} on {proposal}; {p.reason}" for p in other]
        if not stance.endswith("?"):
            right += bool(same) and not other
            missed += [] if same else [f"missed: {holder} {stance} {proposal}"]
    extra = (f"too much: {sorted(names.get(p.holder, {p.holder}))} {p.stance} {p.proposal}; {p.reason}" for p in left)
    return Judged(right, tuple(missed), tuple(turned), tuple(extra))


def f1(results: Iterable[Judged]) -> float:
    """The harmonic mean of precision and recall over all that was judged."""
    rows = list(results)
    right = sum(row.right for row in rows)
    slips = sum(2 * len(row.turned) + len(row.missed) + len(row.extra) for row in rows)
    return 2 * right / max(1, 2 * right + slips)


def _names(actor: Actor) -> set[str]:
    """All that an actor is called, in small letters and without its article."""
    return {_plain(name) for name in (actor.label, *actor.aliases)}


def _options(names: str) -> set[str]:
    return {_plain(name) for name in names.split("|")}


def _plain(name: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", name.strip().casefold().replace("’", "'"))


def located(text: str, quoted: str | Iterable[str]) -> set[int]:
    """Where the words of quoted pieces begin in a text; "word#2" is the second such word."""
    places: set[int] = set()
    for piece in [quoted] if isinstance(quoted, str) else quoted:
        part, _, number = piece.rpartition("#") if re.search(r"#\d+$", piece) else (piece, "", "1")
        edges = (r"(?<!\w)" if part[0].isalnum() else "") + re.escape(part) + (r"(?!\w)" if part[-1].isalnum() else "")
        spots = [m.start() for m in re.finditer(edges, text)]
        if len(spots) < int(number):
            raise ValueError(f"{piece!r} is not in {text!r}")
        start = spots[int(number) - 1]
        places |= {start + m.start() for m in re.finditer(r"\w+|^\W+$", part)}
    return places


def _starts(read: Article, spans: Iterable[Span]) -> set[int]:
    return {s.start + m.start() for s in spans for m in re.finditer(r"\w+|^\W+$", read.text[s.start : s.end])}


def _alike(read: Article, coded: Case, claim: Claim) -> float:
    ours, theirs = located(read.text, coded["content"]), _starts(read, claim.content)
    return len(ours & theirs) / max(1, len(ours | theirs))


def _overlap(read: Article, wanted: str, spans: Sequence[Span]) -> bool:
    """Whether one of the wanted readings ("a | b"; "none") shares a word with the spans."""
    if wanted == "none":
        return not spans
    return any(located(read.text, option.strip()) & _starts(read, spans) for option in wanted.split("|"))


def _words(spans: Iterable[Span]) -> str:
    return " … ".join(span.text for span in spans)
