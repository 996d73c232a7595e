"""Passages coded by hand: how the tables of `cases/` are read, and how far what was found agrees with them."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.actors import find_actors, load_authority
from graph.claims import Codebook, Findings, Tools
from graph.claims.matching import Match, Matcher
from graph.claims.rules import findings
from graph.claims.wordings import Wordings, wordings
from graph.language import Parsed, Parser
from graph.model import Actor, Article, Claim, Proposal, Region, Span
from graph.resources import resource
from graph.vocabulary import BASE, Minter

Case = Mapping[str, Any]

CASES = Path(__file__).parent / "cases"
_SAME = 0.7  # of the words of two contents, for them to be the same
_SIGNS = {"support": "+", "conditional": "+", "undecided": "0", "doubt": "-", "oppose": "-"}


def table(name: str) -> dict[str, Any]:
    """A table of cases with its header."""
    loaded: dict[str, Any] = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def codebook(proposals: Mapping[str, Any]) -> Codebook:
    """A field's codebook, as its table has it; the IRIs end in the keys."""
    return Codebook(tuple(
        Proposal(f"{BASE}proposal/{key}", p["label"], tuple(p.get("alt", ())), p.get("definition"))
        for key, p in sorted(proposals.items())
    ))  # fmt: skip


class Coder:
    """The extractor under test: the language model once, and a matcher for each field's codebook."""

    def __init__(self) -> None:
        self._parser = Parser()
        self._authority = load_authority(None)
        self._matcher = cache(self._made)

    def find(self, article: Article, proposals: Codebook | None = None) -> Findings:
        """What the extractor finds in an article."""
        known = proposals or Codebook()
        matcher = self._matcher(known.proposals)
        tools = Tools(self._authority, known, Minter(), "")
        return findings(self._parser.parse(article), matcher, tools)

    def parsed(self, text: str) -> Parsed:
        """A text that is all body, parsed."""
        return self._parser.parse(article(text))

    def matches(self, text: str, proposals: Codebook) -> list[Match]:
        """The proposals that the sentences of a text speak of by their own words, whatever the text is about."""
        matcher, parsed = self._matcher(proposals.proposals), self.parsed(text)
        named = frozenset(m.actor for m in find_actors(parsed, self._authority, Minter()).mentions)
        return [m for sentence in parsed.sentences for m in matcher.matches(sentence, named, named)]

    def wordings(self, proposals: Codebook) -> Wordings:
        """A codebook prepared for matching."""
        return wordings(proposals, self._authority)

    def _made(self, proposals: tuple[Proposal, ...]) -> Matcher:
        return Matcher(Codebook(proposals), self._authority)


def article(text: str | Sequence[str], title: str | None = None, authors: Sequence[str] = ()) -> Article:
    """An article with a title or without, all the rest of it body."""
    body = text if isinstance(text, str) else "\n\n".join(text)
    whole = body if title is None else f"{title}\n\n{body}"
    start = len(whole) - len(body)
    head = (Region("title", 0, len(title)),) if title is not None else ()
    regions = (*head, Region("body", start, len(whole)))
    digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
    return Article("case", "case", whole, digest, "case.txt", title, authors=tuple(authors), regions=regions)


def article_of(case: Case) -> Article:
    """The article of a case."""
    return article(case["text"], case.get("title"), case.get("authors", ()))


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


def wrong_positions(case: Case, found: Findings) -> list[str]:
    """What differs between a case's coding and the positions on known proposals that were found."""
    names = {actor.id: _names(actor) for actor in found.actors}
    candidates = {proposal.id for proposal in found.candidates}
    left = [p for p in found.positions if p.proposal not in candidates]
    problems: list[str] = []
    for holder, proposal, stance in case["positions"]:
        same = [p for p in left if names.get(p.holder, {p.holder}) & _options(holder)]
        same = [p for p in same if p.proposal == f"{BASE}proposal/{proposal}"]
        left = [p for p in left if p not in same]
        steps = {step.strip() for step in stance.rstrip("?").split("|")}
        if not same and not stance.endswith("?"):
            problems.append(f"missed: {holder} {stance} {proposal}")
        problems += [f"{p.stance} for {stance}: {holder} on {proposal}; {p.reason}"
                     for p in same if not {p.stance, _SIGNS[p.stance]} & steps]  # fmt: skip
    return problems + [
        f"too much: {sorted(names.get(p.holder, {p.holder}))} {p.stance} {p.proposal.removeprefix(BASE)}; {p.reason}"
        for p in left
    ]


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


def words_of(name: str) -> list[str]:
    """The lines of a table of `graph/claims/` that are neither empty nor comment."""
    lines = resource("claims", name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
