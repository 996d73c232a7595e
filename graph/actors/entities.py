"""The words of a name within what spaCy marks as an entity: cut where two are run together, trimmed at both ends."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.actors.authority import Authority
from graph.actors.phrases import possessive
from graph.actors.plausible import PARTICLES, full_name, given_name, is_organization, many
from graph.actors.spelling import bare
from graph.actors.tables import pairs, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAIR = 2  # words
_INSIDE_ORGANIZATION = frozenset({"of", "for", "on", "and", "&", "the", "in", "de", "'s", "’s", "-", "/", "at", "to"})

_BUSINESSES = frozenset({"airline", "automaker", "brewer", "broadcaster", "carmaker", "chipmaker", "drugmaker",
                         "insurer", "newspaper", "retailer", "shipbuilder", "steelmaker", "supermarket"})  # fmt: skip
_NO_TITLES = frozenset({"general", "major", "justice", "king", "queen", "prince", "cardinal", "champion", "pilot",
                        "partner", "representative", "marshal", "baker", "farmer", "pioneer", "independent", "liberal",
                        "republican", "democrat", "tory", "star"})  # fmt: skip


def parts(tokens: list["Token"], label: str, authority: Authority) -> Iterator[list["Token"]]:
    """An entity cut where spaCy has run two names together ("Besant and Trade", "Fox News' Megyn Kelly")."""
    start = 0
    if label != "PERSON" and not authority.named(bare(text_of(tokens))):
        for at, token in enumerate(tokens[:-1]):
            if possessive(token) and at and _owner_and_owned(tokens[:at], tokens[at + 1 :], authority):
                yield tokens[:at]
                start = at + 1
    tokens, start = tokens[start:], 0
    if label == "ORG" and (cut := _run_together(tokens, authority)):
        yield tokens[:cut]
        yield from parts(tokens[cut + 1 :], label, authority)
        return
    joined = [i for i, t in enumerate(tokens) if t.lower_ == "and"]
    if not joined or label == "PERSON" or (is_organization(text_of(tokens)) and len(joined) == 1):
        yield tokens
        return
    for at in [*joined, len(tokens)]:
        yield tokens[start:at]
        start = at + 1


def _run_together(tokens: list["Token"], authority: Authority) -> int | None:
    """Where a dateline's dash, or the "of" behind a person's full name, ends the first of two names."""
    for at, token in enumerate(tokens[1:-1], 1):
        dash = token.text in ("-", "–", "—") and bool(token.nbor(-1).whitespace_) and bool(token.whitespace_)
        name = bare(text_of(tokens[:at]))
        person = token.lower_ == "of" and at > 1 and given_name(tokens[0].text) and full_name(name)
        if dash or (person and not is_organization(name) and not authority.named(bare(text_of(tokens)))):
            return at
    return None


def _owner_and_owned(owner: list["Token"], owned: list["Token"], authority: Authority) -> bool:
    """Whether a possessive joins two names: a known or plain organisation, and a person or something of its own."""
    name = bare(text_of(owner))
    if owned[-1].text in words("organizations") and many(owner[-1].text) and owner[-1].text[0].isupper():
        return False
    known = bool(authority.named(name)) or is_organization(name) or len(owner) > 1
    return known or owned[0].text in pairs("given_names")


def capitalised(tokens: Sequence["Token"], label: str) -> list["Token"]:
    """The words of a name: no article, title or role before it, no possessive ending and nothing after it."""
    start, end = 0, len(tokens)
    while start < end and _before_name(tokens[start], label) and not _also_given(tokens[start:end]):
        start += 1
    if end - start > 1 and tokens[start].is_sent_start and tokens[start].lower_ in _BUSINESSES:
        start += 1  # "Airline X": a capital only because the sentence begins
    for at in range(start, end):
        token = tokens[at]
        inner = token.lower_ in (PARTICLES if label == "PERSON" else _INSIDE_ORGANIZATION) or token.text in "-&./"
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


def _also_given(tokens: Sequence["Token"]) -> bool:
    """Whether a name is two words of which the first is a given name as well as an office: "Dean Example"."""
    return len(tokens) == _PAIR and tokens[0].text in pairs("given_names") and tokens[0].text not in pairs("titles")


def opens_name(token: "Token") -> bool:
    """Whether a capitalised role stands before names of people only: "Mayor", not "General" (of "General Motors")."""
    return token.is_title and token.lower_ in pairs("roles") and token.lower_ not in _NO_TITLES


def where_person_begins(run: Sequence["Token"]) -> int:
    """Where in what spaCy takes for a body a person's name begins, behind a title or a role; 0 where it is none.

    "Mayor Anders Example", "Trade Representative Carol Example", "Social Democrat Carol Example".
    """
    if len(run) < _PAIR or is_organization(text_of(run)):
        return 0
    titled = run[0].text in pairs("titles") or opens_name(run[0])
    if titled and run[1].text[0].isupper() and run[1].lower_ not in pairs("roles"):
        return 1
    before = run[0].doc[max(run[0].sent.start, run[0].i - 2) : run[0].i]
    if len(before) == _PAIR and before[1].lower_ in ("of", "for") and before[0].lower_ in pairs("roles"):
        return 1 if given_name(run[1].text) and full_name(text_of(run[1:])) else 0  # "Minister of Labour Carol Example"
    for at in range(1, len(run) - 1):
        if run[at - 1].lower_ in pairs("roles") and given_name(run[at].text) and full_name(text_of(run[at:])):
            return at
    return 0


def text_of(tokens: Sequence["Token"]) -> str:
    """What a run of words says."""
    return "".join(t.text_with_ws for t in tokens).strip()
