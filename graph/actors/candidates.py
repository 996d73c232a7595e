"""What spaCy's names propose as names of people and organisations, cleaned of its usual errors."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.actors.authority import Authority
from graph.actors.phrases import possessive
from graph.actors.roles import chain_before
from graph.actors.spelling import bare, initial, is_acronym, name_words
from graph.actors.tables import pairs, words
from graph.language import Parsed
from graph.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_PARTICLES = frozenset(
    [
        "al",
        "bin",
        "bint",
        "da",
        "das",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "ter",
        "van",
        "von",
        "y",
    ]
)
_DONE_TO_PEOPLE = frozenset(
    [
        "appoint",
        "arrest",
        "award",
        "charge",
        "convict",
        "elect",
        "fine",
        "fire",
        "hire",
        "nominate",
        "quote",
        "sentence",
    ]
)
_CORPORATE = re.compile(r",? (?:Inc|Corp|Co|Ltd|PLC|plc|LLC|AG|SA|SE|NV|Group|Corporation|Company|Limited)\.?$")
_PERSON_FORM = re.compile(r"[A-Z][\w’'-]+ (?:[A-Z]\. )+[A-Z][\w’'-]+(?: (?:Jr\.|Sr\.|II|III))?$")
_INSIDE_ORGANIZATION = frozenset({"of", "for", "on", "and", "&", "the", "in", "de", "'s", "’s", "-", "/", "at", "to"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a document that may name a person or an organisation; `sure` is how much speaks for it (0 to 1)."""

    text: str
    kind: Kind
    tokens: tuple["Token", ...]
    sure: float
    title: str | None = None
    role: tuple[str, ...] = ()


def candidates(parsed: Parsed, authority: Authority) -> Iterator[Candidate]:
    """The people and organisations that the running text seems to name and no authority file knows."""
    for doc, kind in _documents(parsed):
        if kind in ("title", "heading", "dateline") or headline_like(doc):
            continue
        for entity in doc.ents:
            if entity.label_ in _LABELS:
                yield from _from_entity(list(entity), entity.label_, authority)
        yield from _titled(doc)
    yield from _transcribed(parsed)


def _transcribed(parsed: Parsed) -> Iterator[Candidate]:
    """Speakers of a transcript: a name in capitals and a colon that open at least two paragraphs."""
    openings: dict[str, list[Token]] = {}
    for doc in parsed.docs:
        first = next((t for t in doc[:3] if t.is_alpha), None)
        if first is None or not first.is_upper or len(first) < 3 or first.text in words("not_names"):
            continue
        if first.i + 1 < len(doc) and doc[first.i + 1].text == ":":
            openings.setdefault(first.text, []).append(first)
    for name, tokens in openings.items():
        if len(tokens) > 1:
            yield Candidate(name.title(), "Person", (tokens[0],), 0.8)


def _documents(parsed: Parsed) -> Iterator[tuple["Doc", str]]:
    """Each document with the kind of its region."""
    kinds = {id(sentence.tokens.doc): sentence.kind for sentence in parsed.sentences}
    for doc in parsed.docs:
        yield doc, kinds.get(id(doc), "body")


def headline_like(doc: "Doc") -> bool:
    """Whether a paragraph is set as a headline is: short, no full stop, nearly every word with a capital.

    spaCy's names are worth little there.
    """
    longer = [t for t in doc if t.is_alpha and len(t) > 3]
    ended = bool(len(doc)) and doc[-1].text in {".", "!", "?", "”", '"', "’", "'", ":", ";"}
    share = sum(not t.is_lower for t in longer) / len(longer) if longer else 0.0
    return len(doc) < 30 and share > (0.85 if ended else 0.6) and (not ended or len(longer) > 4)


def _from_entity(tokens: list["Token"], label: str, authority: Authority) -> Iterator[Candidate]:
    for part in _parts(tokens, label, authority):
        run = _capitalised(part, label)
        if not run:
            continue
        text = bare(_text(run))
        if not text or _covered(text, authority) or no_name(text):
            continue
        kind, sure = _kind(text, label, run)
        if kind:
            yield Candidate(text, kind, tuple(run), sure, _title_before(run[0]), _role_before(run[0]))


def _covered(text: str, authority: Authority) -> bool:
    """Whether the authority file knows a name, with or without "Inc.", in capitals or not."""
    forms = [text, _CORPORATE.sub("", text), *([text.title()] if text.isupper() else [])]
    return any(authority.named(form) for form in forms)


def _parts(tokens: list["Token"], label: str, authority: Authority) -> Iterator[list["Token"]]:
    """An entity cut where spaCy has run two names together ("Besant and Trade", "Fox News' Megyn Kelly")."""
    start = 0
    if label != "PERSON" and not authority.named(bare(_text(tokens))):
        for at, token in enumerate(tokens[:-1]):
            if possessive(token) and at and _owner_and_owned(tokens[:at], tokens[at + 1 :], authority):
                yield tokens[:at]
                start = at + 1
    tokens, start = tokens[start:], 0
    joined = [i for i, t in enumerate(tokens) if t.lower_ == "and"]
    if not joined or label == "PERSON" or (is_organization(_text(tokens)) and len(joined) == 1):
        yield tokens
        return
    for at in [*joined, len(tokens)]:
        yield tokens[start:at]
        start = at + 1


def _owner_and_owned(owner: list["Token"], owned: list["Token"], authority: Authority) -> bool:
    """Whether a possessive joins two names: a known or plain organisation, and a person or something of its own."""
    name = bare(_text(owner))
    known = bool(authority.named(name)) or is_organization(name) or len(owner) > 1
    return known or owned[0].text in pairs("given_names")


def _capitalised(tokens: Sequence["Token"], label: str) -> list["Token"]:
    """The words of a name: no article, title or role before it, no possessive ending and nothing after it."""
    start, end = 0, len(tokens)
    while start < end and _before_name(tokens[start], label):
        start += 1
    for at in range(start, end):
        token = tokens[at]
        inner = token.lower_ in (_PARTICLES if label == "PERSON" else _INSIDE_ORGANIZATION) or token.text in "-&./"
        hyphened = at > start and tokens[at - 1].text == "-" and token.is_alpha
        ends_person = label == "PERSON" and possessive(token)
        if ends_person or not (token.text[:1].isupper() or token.text[:1].isdigit() or inner or hyphened):
            end = at
            break
    while end > start and not _may_end(tokens, end - 1, start):
        end -= 1
    return list(tokens[start:end])


def _may_end(tokens: Sequence["Token"], at: int, start: int) -> bool:
    """Whether a name may end in a word: a capital, a figure, or the second half of a hyphened name."""
    first = tokens[at].text[:1]
    return first.isalnum() and (not first.islower() or (at > start + 1 and tokens[at - 1].text == "-"))


def _before_name(token: "Token", label: str) -> bool:
    if token.is_punct or token.lower_ in ("the", "a", "an") or possessive(token):
        return True
    return label == "PERSON" and (token.text in pairs("titles") or token.lower_ in pairs("roles"))


def _text(tokens: Sequence["Token"]) -> str:
    return "".join(t.text_with_ws for t in tokens).strip()


def no_name(text: str) -> bool:
    """Whether a cleaned text is a place, a law, a weekday, a shout of capitals or another thing that is no actor."""
    parts = text.split()
    if len(text) < 2 or not any(c.isalpha() for c in text) or "://" in text or any(c in text for c in "@#<>{}[]|\\=_"):
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
    return len(parts) == 1 and parts[0] in words("organizations") and parts[0] not in _PARLIAMENTS


_ALSO_SURNAMES = frozenset(
    ["King", "Major", "Justice", "Judge", "Pope", "Bishop", "Dean", "Marshall", "Cook", "Head", "Prince", "Baker"]
)
_PARLIAMENTS = frozenset(["Senate", "House", "Parliament", "Bundestag", "Duma", "Knesset", "Cabinet", "Synod"])


def _kind(text: str, label: str, run: Sequence["Token"]) -> tuple[Kind | None, float]:
    """Person or organisation, and how sure; None for a place or a thing."""
    title = _title_before(run[0])
    if is_organization(text):
        return "Organization", 0.9
    if title or _PERSON_FORM.match(text):
        return "Person", 0.9
    if label == "PERSON" and initial(text.split()[-1]):
        return None, 0.0
    if label == "PERSON":
        return "Person", _sure_of_person(text, run)
    if label == "ORG" and len(text.split()) == 2 and text.split()[0] in pairs("given_names"):
        return "Person", 0.7
    if label == "ORG":
        return "Organization", (0.7 if len(run) > 1 else 0.3) + 0.3 * acts(run)
    if is_acronym(text) and acts(run):
        return "Organization", 0.6
    if _called_company(run):
        return "Organization", 0.7
    return None, 0.0


def _sure_of_person(text: str, run: Sequence["Token"]) -> float:
    """How sure a name that spaCy calls a person's is: surest with a given name, an initial, a role, or an action."""
    if not full_name(text):
        described = run[0].i > 0 and run[0].nbor(-1).lower_ in ("the", "a", "an")
        return 0.3 + 0.4 * (acts(run) and not described)
    first, after = text.split()[0], run[-1].doc[run[-1].i + 1 : run[-1].i + 2]
    if first in pairs("given_names") or first in words("family_names_first") or any(map(initial, text.split())):
        return 0.85
    introduced = bool(chain_before(run[0])) or any(t.text in (",", "(") or possessive(t) for t in after)
    return 0.8 if introduced or acts(run) else 0.5


def full_name(text: str) -> bool:
    """Whether a text looks like a first name and a family name."""
    found = name_words(text)
    return (
        2 <= len(found) <= 5
        and all(w[0].isupper() or w in _PARTICLES for w in found)
        and not any(is_acronym(w) and len(w) > 2 for w in found)
    )


def is_organization(text: str) -> bool:
    """Whether the last word, or the word before "of", "for" or "on", says that this is an organisation."""
    found = text.split()
    if len(found) < 2:
        return False
    heads = [found[-1]] + [found[i - 1] for i, w in enumerate(found) if i and w in ("of", "for", "on", "in")]
    return any(h in words("organizations") for h in heads)


def _title_before(token: "Token") -> str | None:
    """The title or role word just before a name, with its own capital ("Mr.", "Premier")."""
    if token.i == 0:
        return None
    left = token.nbor(-1)
    if left.text in pairs("titles") or (left.lower_ in pairs("roles") and not left.is_lower):
        return left.text
    return None


def _role_before(token: "Token") -> tuple[str, ...]:
    """The words of the role before a name, with the country or body it is a role of."""
    return tuple(t.text for t in chain_before(token))


def acts(run: Sequence["Token"]) -> bool:
    """Whether a name does in its sentence what actors do: speaks, decides, owns, is the agent of a passive."""
    head = max(run, key=lambda t: sum(t.is_ancestor(o) for o in run))
    if head.dep_ in ("conj", "appos") and head.head.pos_ == "PROPN":
        head = head.head
    if head.dep_ == "nsubj":
        return head.head.lemma_.lower() in words("agentive_verbs")
    if head.dep_ == "nsubjpass":
        return head.head.lemma_.lower() in words("seat_partners") | _DONE_TO_PEOPLE
    if head.dep_ != "pobj":
        return False
    if head.head.dep_ == "agent":
        return head.head.head.lemma_ in words("agentive_verbs")
    return head.head.lower_ == "to" and head.head.i > 0 and head.head.nbor(-1).lower_ == "according"


def _called_company(run: Sequence["Token"]) -> bool:
    """Whether the text itself calls the name a company or another body ("chipmaker X", "X, a charity")."""
    heads = {t.head.lower_ for t in run if t.dep_ in ("appos", "compound")}
    heads |= {child.lower_ for t in run for child in t.children if child.dep_ == "appos"}
    heads |= {run[0].nbor(-1).lower_} if run[0].i else set()
    singular = {h.removesuffix("s") for h in heads} | {h[:-3] + "y" for h in heads if h.endswith("ies")}
    groups = pairs("groups")
    return any(groups.get(h) == "body" for h in heads | singular)


def _titled(doc: "Doc") -> Iterator[Candidate]:
    """Names after a title that spaCy has not seen: "Vice Premier X Yz"."""
    for token in doc[:-1] if len(doc) > 1 else ():
        if token.text not in pairs("titles"):
            continue
        run: list[Token] = []
        for follower in doc[token.i + 1 : token.i + 5]:
            if not (follower.text[:1].isupper() or (run and follower.lower_ in _PARTICLES)):
                break
            run.append(follower)
        if run and not run[0].ent_type_ and run[0].text not in words("not_names"):
            yield Candidate(bare(_text(run)), "Person", tuple(run), 0.9, token.text)
