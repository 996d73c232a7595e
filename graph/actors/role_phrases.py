"""Roles that stand beside and after a name: "X, director of Y at Z", "the minister, X", "X is head of Y"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from graph.actors.phrases import possessive
from graph.actors.roles import MODIFIERS, STOP, TO_BODY, Known, Role, chain_before, is_role, noun_of
from graph.actors.tables import pairs

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAIR = 2
_BEING = frozenset({"is", "was", "as", "become", "became", "remains"})


def role_after(last: "Token", known: Known) -> Role | None:
    """The role that follows a name: after a comma, in brackets, or with "is"."""
    doc, at = last.doc, last.i + 1
    end = last.sent.end
    if at < end and doc[at].text in (",", "(", "—", "–") and at + 1 < end:
        at += 1
        if doc[at].text in ("who", "now", "then", "also") and at + 1 < end:
            at += 1
            at += doc[at].lower_ in _BEING
            return _read(list(doc[at:end]), known)
        return _with_body_behind(_read(list(doc[at:end]), known), known)
    if at < end and doc[at].lower_ in _BEING:
        return _read(list(doc[at + 1 : end]), known)
    return None


def _with_body_behind(role: Role | None, known: Known) -> Role | None:
    """A role with the body that stands behind its comma: "X, Senior Fellow, Example Institute"."""
    if role is None or any(known(t) for t in role.stretch):
        return role
    comma = role.stretch[-1].i + 1
    behind = list(role.noun.doc[comma : role.noun.sent.end])
    if len(behind) < _PAIR or behind[0].text != "," or not known(behind[1]):
        return role
    body = list(takewhile(known, behind[1:]))
    return replace(role, stretch=(*role.stretch, behind[0], *body))


def role_beside(first: "Token", known: Known = lambda _: False) -> Role | None:
    """The role that ends just before a comma and a name: "the director of the fund, X,"; "its chair, X,"."""
    if first.i > first.sent.start and first.nbor(-1).text in pairs("titles"):
        first = first.nbor(-1)
    chain = chain_before(first)
    first = chain[0] if chain else first
    if first.i > first.sent.start and first.nbor(-1).dep_ == "det":
        first = first.nbor(-1)
    if first.i - 2 < first.sent.start or first.nbor(-1).text not in (",", "-", "–", "—"):
        return None
    comma = first.i - 1
    head = first.doc[comma - 1]
    while (not is_role(head) or _is_portfolio(head)) and head.head != head and first.sent.start <= head.head.i < comma:
        head = head.head
    role = role_of_head(head, known)
    return role if role and role.stretch[-1].i == comma - 1 else None


def _is_portfolio(noun: "Token") -> bool:
    """Whether a noun only says what an office is for, though it may be an office itself: "Minister of Justice"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for") and is_role(noun.head.head)


def role_of_head(head: "Token", known: Known) -> Role | None:
    """The role that a noun phrase gives whose noun is `head`: "the institute's director", "a spokesman for X"."""
    if not is_role(head):
        return None
    start = min((t.i for t in head.subtree if t.i <= head.i), default=head.i)
    while start > head.sent.start + 1 and head.doc[start - 1].text == "-":
        start = head.doc[start - 2].left_edge.i
    return _read(list(head.doc[start : head.sent.end]), known)


def _read(tokens: "Sequence[Token]", known: Known) -> Role | None:
    """A role at the start of a run of words: modifiers, a role noun, and "of", "at", "for" with what follows."""
    words = list(tokens)
    while words and words[0].pos_ in ("DET", "PRON", "ADV") and not is_role(words[0]) and not known(words[0]):
        words.pop(0)
    at = next((i for i, t in enumerate(words[:10]) if is_role(t) and not known(t) and not _goes_on(words, i)), None)
    if at is None or words[at].tag_ == "NNS" or not all(_modifies(t) or known(t) for t in words[:at]):
        return None
    end = _complement(words, at + 1)
    stretch = words[:end]
    start = max((i + 1 for i, t in enumerate(words[:at]) if known(t)), default=0)
    while start < at and (possessive(words[start]) or not words[start].text[0].isalnum()):
        start += 1
    stop = _before_body(stretch, at, known)
    start, at = _last_of_several(words, start, at, stop)
    return Role(tuple(words[start:stop]), words[at], tuple(stretch))


def _last_of_several(words: Sequence["Token"], start: int, at: int, stop: int) -> tuple[int, int]:
    """Of "adviser to the campaign and a professor", only what stands next to the body: "professor"."""
    joined = [
        i for i in range(at + 1, stop - 1) if words[i].lower_ == "and" and words[i + 1].lower_ in ("a", "an", "the")
    ]
    if not joined:
        return start, at
    later = next((i for i in range(joined[-1], stop) if is_role(words[i])), None)
    return (start, at) if later is None else (joined[-1] + 2, later)


def _goes_on(words: Sequence["Token"], at: int) -> bool:
    """Whether the same role goes on to another noun ("chief executive", "executive vice president")."""
    for following in words[at + 1 : at + 4]:
        if is_role(following):
            return True
        if not _modifies(following) or possessive(following):
            return False
    return False


def _modifies(token: "Token") -> bool:
    return (
        token.pos_ in MODIFIERS
        or possessive(token)
        or token.text in ("-", "/", "'", "’", "&")
        or (token.pos_ in ("VERB", "ADV", "CCONJ") and token.dep_ in ("amod", "compound", "advmod", "cc"))
    )


def _complement(words: Sequence["Token"], at: int) -> int:
    """Where the phrase ends that says what the role is a role of."""
    if at < len(words) and words[at].lower_ not in TO_BODY | {"and", "-"}:
        return at
    while at < len(words) and words[at].text not in STOP and at < 30:
        token = words[at]
        if token.pos_ in ("VERB", "AUX", "SCONJ") and not token.text[:1].isupper():
            break
        if token.lower_ in ("who", "which", "that", "said", "says"):
            break
        at += 1
    return at


def _before_body(stretch: Sequence["Token"], noun: int, known: Known) -> int:
    """Where the role's own words end: before the preposition that leads to a named organisation or country."""
    named = next((i for i in range(noun + 1, len(stretch)) if known(stretch[i])), None)
    if named is None:
        return len(stretch)
    at = named
    while at > noun + 1 and stretch[at - 1].lower_ not in TO_BODY:
        at -= 1
    return at - 1 if at > noun + 1 else noun + 1


def _is_about(role: Role, actor: str, gap: Sequence[str]) -> bool:
    """Whether a name tells what a chair or a desk is about, or to whom somebody is sent."""
    sent = noun_of(role.noun) in ("ambassador", "envoy") and [word for word in gap if word != "the"][-1:] == ["to"]
    return sent or ("/country/" in actor and gap[-1:] == ["on"])


def bodies(role: Role, named: Callable[["Token"], str | None]) -> Iterator[tuple[str, bool]]:
    """The named bodies of a role's stretch, and whether each is said to hold the one before it ("X at Y")."""
    seen: str | None = None
    gap: list[str] = []
    for token in role.stretch:
        actor = named(token)
        if actor is None or _is_about(role, actor, gap):
            gap.append(token.lower_)
        elif actor != seen:
            yield actor, seen is not None and gap in (["at"], ["at", "the"], ["of"], ["of", "the"])
            seen, gap = actor, []
        else:
            gap = []
