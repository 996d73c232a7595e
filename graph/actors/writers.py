"""The article's own authors, where "I", "we", "the author" or a byline mean them."""

from typing import TYPE_CHECKING

from graph.actors.quotes import in_quotation
from graph.actors.scene import Scene
from graph.actors.sources import author
from graph.actors.tables import words
from graph.actors.transcripts import is_turn
from graph.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_AUTHORS = frozenset({"author", "writer", "columnist"})
_BACK = 60  # words


def writers(scene: Scene) -> tuple[Mention, ...]:
    """The article's authors as actors, where it names them; looked for once."""
    if scene.writers is None:
        scene.writers = tuple(author(name, scene) for name in scene.parsed.article.authors if name.strip())
    return scene.writers


def first_person(pronoun: "Token", scene: Scene) -> tuple[Mention, ...]:
    """The authors that "I" or "we" means outside quotations; inside, nobody whom an article alone can tell."""
    if is_turn(pronoun.doc):
        return _turn(pronoun, scene)
    found = () if in_quotation(pronoun) else writers(scene)
    if pronoun.lower_ in _SINGULAR and len(found) != 1:
        return ()
    return tuple(Mention(scene.parsed.span(pronoun, pronoun), m.actor, 0.7, "the author speaks") for m in found)


def _turn(pronoun: "Token", scene: Scene) -> tuple[Mention, ...]:
    """Whoever is named at the head of the turn in which a pronoun stands; nobody for "we"."""
    speaker = scene.named(pronoun.doc[0]) if pronoun.lower_ in _SINGULAR and not in_quotation(pronoun) else None
    if speaker is None:
        return ()
    return (Mention(scene.parsed.span(pronoun, pronoun), speaker, 0.85, "the speaker of the turn"),)


def called_author(head: "Token", scene: Scene) -> tuple[Mention, ...]:
    """The article's authors, where it calls them so and speaks of nothing else that has authors."""
    if head.lemma_.lower() not in _AUTHORS or head.pos_ != "NOUN" or _of_another(head):
        return ()
    found = writers(scene)
    fits = len(found) > 1 if head.tag_ == "NNS" else len(found) == 1
    return found if fits else ()


def _of_another(head: "Token") -> bool:
    """Whether the author is somebody's or something's, or a study or a book is spoken of shortly before."""
    if any(c.dep_ in ("prep", "poss", "relcl", "amod", "compound") for c in head.children):
        return True
    before = head.doc[max(0, head.i - _BACK) : head.i]
    return any(t.lemma_.lower() in words("written") for t in before)
