"""A name spelt a little otherwise than a known one: linked where one name fits and more speaks for it."""

from collections.abc import Mapping, Sequence
from datetime import date

from graph.actors.authority import Authority, Post
from graph.actors.spelling import family_name, fold, name_words
from graph.model import Actor

_SURNAME = 0.85
_GIVEN = 0.8
_SHORTEST = 5
_LESSER = frozenset({"vice", "deputy", "assistant", "former", "ex", "acting", "shadow"})


def by_post(name: str, role: Sequence[str], authority: Authority, day: date | None) -> tuple[str, str] | None:
    """The known person who held the post that stands before a name that is nearly theirs, and the reason.

    "Treasury Secretary Besant" is Scott Bessent while he is Treasury Secretary.
    """
    if not role:
        return None
    words = {fold(w) for w in role}
    countries = {m.actor for w in role for m in authority.named(w) if authority.actors[m.actor].kind == "Country"}
    fitting = {
        post.person: post for post in authority.posts
        if {fold(w) for w in post.role.split()} <= words and post.held_on(day) and not words & _LESSER - _of(post)
        and (not countries or post.organization in countries)
        and _alike(name, authority.actors[post.person].label)
    }  # fmt: skip
    if len(fitting) != 1:
        return None
    ((person, post),) = fitting.items()
    return person, _because(name, authority.actors[person], post)


def _because(name: str, actor: Actor, post: Post) -> str:
    same = family_name(name) == family_name(actor.label)
    return f"{'surname' if same else 'misspelling'} and post ({post.role}) of {actor.label}"


def _alike(name: str, known: str) -> bool:
    """Whether a surname, or a full name, is close to a known full name."""
    from rapidfuzz.distance import JaroWinkler

    given, known_given = (
        [fold(w) for w in name_words(n) if w != family_name(n)] for n in (name, known)
    )  # fmt: skip
    if (
        given
        and known_given
        and JaroWinkler.similarity(given[0], known_given[0]) < _GIVEN
        and not _initials(given, known_given)
    ):
        return False
    return JaroWinkler.similarity(fold(family_name(name)), fold(family_name(known))) >= _SURNAME


def _initials(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether given names agree as far as one of them is an initial."""
    return one[0][0] == other[0][0] and min(len(one[0].strip(".")), len(other[0].strip("."))) == 1


def _of(post: Post) -> set[str]:
    return {fold(w) for w in post.role.split()}


def one_letter_off(name: str, known: Mapping[str, str]) -> str | None:
    """The one actor of those known whose name differs by a letter in one long word, all other words being the same.

    >>> one_letter_off("Howard Lutnik", {"Howard Lutnick": "one", "Howard Dean": "two"})
    'one'
    """
    fitting = {actor for other, actor in known.items() if _one_letter(fold(name).split(), fold(other).split())}
    return fitting.pop() if len(fitting) == 1 else None


def _one_letter(one: list[str], other: list[str]) -> bool:
    from rapidfuzz.distance import OSA

    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(differing) > 1:
        return False
    if not differing:
        return True
    a, b = differing[0]
    return min(len(a), len(b)) >= _SHORTEST and a[0] == b[0] and OSA.distance(a, b) == 1
