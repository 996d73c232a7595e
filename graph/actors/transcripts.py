"""Who speaks in a transcript: the labels in capitals that open its paragraphs, "OKAFOR-EXAMPLE:" or "THE WEEKLY:"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.actors.lexicon import Alias, Figure, Lexicon
from graph.actors.spelling import fold
from graph.actors.tables import words as table
from graph.language import Parsed
from graph.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABEL = re.compile(r"\W{0,3}(?P<label>[^\W\d_a-zß-ÿ](?:[^\W_a-zß-ÿ]|[&'’. -]){1,40}?)\s?[*_]{0,2}:[*_]{0,2}\s")
_ASKS = frozenset({"A", "ANSWER", "HOST", "INTERVIEWER", "MODERATOR", "NOTE", "PS", "Q", "Q&A", "QUESTION", "UPDATE"})
_QUESTIONS, _ASKED = 3, 0.2  # at least, and of all paragraphs
_TITLES = re.compile(r"^(?:MR|MRS|MS|DR|PROF|SEN|REP|GOV|DAME|SIR|SISTER|FATHER|JUDGE|MAYOR|PRESIDENT|MINISTER)\.?\s+")
_BODY_AFTER = r"(?:[^\S\n]+(?-i:[A-Z])[\w’'-]*){0,3}(?!\w)"


def speakers(parsed: Parsed) -> Iterator[str]:
    """The labels in capitals that open at least two paragraphs."""
    opening = (_LABEL.match(doc.text) for doc in parsed.docs)
    counts = Counter(m["label"].strip() for m in opening if m)
    for label, times in counts.items():
        if times > 1 and label not in _ASKS and label.title() not in table("not_names"):
            yield label


def is_turn(doc: "Doc") -> bool:
    """Whether a paragraph opens with the label of its speaker, so that what it says is nobody else's."""
    return bool(_LABEL.match(doc.text))


def is_interview(parsed: Parsed) -> bool:
    """Whether paragraphs that only ask take turns with answers, nobody being named: "I" is then not who wrote it."""
    asks = [doc.text.rstrip("*_ ").endswith("?") for doc in parsed.docs]
    answered = sum(one and not other for one, other in pairwise(asks))
    return answered >= _QUESTIONS and answered >= _ASKED * len(asks)


def name_speakers(labels: Iterable[str], words: Lexicon) -> None:
    """Let each label mean the person or the body that the text has under that name, else a person of its own."""
    for label in labels:
        plain = _TITLES.sub("", label)
        figure = _known(plain, words, "Person") or _publication(plain, words) or _known(plain, words, "Organization")
        if figure is None:
            figure = words.scoped("Person", plain.title())
            words.call(plain.title(), figure, 0.6, "speaker of a transcript")
        words.aliases.pop(label, None)
        words.call(label, figure, 0.9, f"speaker of a transcript: {figure.actor.label}")


def _known(label: str, words: Lexicon, kind: Kind) -> Figure | None:
    """The one figure of a kind with a name that is the label, or begins with it."""
    wanted = fold(label)
    figures = {iri: figure for iri, figure in words.figures.items() if figure.actor.kind == kind}
    exact = {a.actor for name, held in words.aliases.items() if fold(name) == wanted for a in held} & figures.keys()
    exact |= {i for i, f in figures.items() if wanted in map(fold, (f.actor.label, *f.forms, *f.actor.aliases))}
    longer = {iri for iri, f in figures.items() if any(fold(n).startswith(f"{wanted} ") for n in f.forms)}
    for found in (exact, longer):
        if len(found) == 1:
            return words.figures.get(found.pop())
    return None


def _publication(label: str, words: Lexicon) -> Figure | None:
    """The paper that asks: its name begins with the label, above the text or as the article's publisher."""
    text = f"{words.article.publisher or ''}\n{words.article.text}"
    same = re.compile(rf"(?<!\w){re.escape(label)}{_BODY_AFTER}", re.IGNORECASE)
    names = [" ".join(m.group().split()) for m in same.finditer(text) if not m.group().isupper()]
    name = next((n for n in names if n != label and n.istitle()), None)
    if name is None:
        return None
    figure = words.figure("Organization", name)
    words.call(name, figure, 0.8, "full name")
    for short in (n for n in words.aliases if fold(n) == fold(label)):
        words.aliases[short] = [Alias(figure.actor.id, 0.8, f"short for {name}")]
    return figure
