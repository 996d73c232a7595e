"""Which words of a sentence can name a proposal together: their stems, how close they stand, what connects them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.claims.matching.stems import numeral, stem
from graph.claims.syntax.words import PARTICLES
from graph.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPREAD = 5  # tokens between words, on average, at the most
_FARTHEST = 6  # steps up the sentence from a word to the one that governs all


def stem_of(token: "Token") -> str:
    """The stem of a token; a number and its per cent sign count as one."""
    if token.like_num and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("%", "percent"):
        return numeral(token.text) + "%"
    if token.is_punct or token.is_space:
        return ""
    if token.lower_ in ("duty", "duties") and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        return stem("obligation")
    return stem(token.text)


def by_stem(
    sentence: Sentence, without: Collection[int] = (), wanted: Collection[str] | None = None
) -> Mapping[str, list["Token"]]:
    """The words of a sentence by their stems, in the order of the text; only the wanted stems, if any are given."""
    found: dict[str, list[Token]] = defaultdict(list)
    for token in (t for t in sentence.tokens if t.i not in without):
        for each in _stems_of(token):
            if wanted is None or each in wanted:
                found[each].append(token)
    return found


def _stems_of(token: "Token") -> Iterator[str]:
    """The stem of a word, and of a verb with the particle behind it: "buy back" is "buyback" too."""
    yield stem_of(token)
    if token.pos_ == "VERB" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in PARTICLES:
        yield stem(token.lemma_ + token.nbor(1).lower_)


def closest(groups: Sequence[Sequence["Token"]]) -> list["Token"]:
    """One word of each group, as close together as can be, in the order of the text."""
    best: list[Token] = []
    for start in (t for tokens in groups for t in tokens):
        chosen = [min(tokens, key=lambda t: abs(t.i - start.i)) for tokens in groups]
        chosen.sort(key=lambda t: t.i)
        if not best or chosen[-1].i - chosen[0].i < best[-1].i - best[0].i:
            best = chosen
    return best


def phrases(words: Sequence["Token"]) -> list[list["Token"]]:
    """Words parted by which of them they hang on; one group where one of them governs all."""
    tops = [t for t in words if not any(other.is_ancestor(t) for other in words if other != t)]
    return [[t for t in words if t == top or top.is_ancestor(t)] for top in tops]


def is_close(words: Sequence["Token"]) -> bool:
    """Whether words in the order of the text stand close together."""
    return words[-1].i - words[0].i + 1 <= _SPREAD * len(words) + 3


def is_connected(words: Sequence["Token"]) -> bool:
    """Whether words belong together in the grammar.

    No other verb stands between them and the word that governs all; one may where that word is one of theirs.
    """
    own = {t.i for t in words}
    top = words[0]
    while not all(top == t or top.is_ancestor(t) for t in words):
        if top.head == top:
            return False
        top = top.head
    allowed = 1 if top.i in own else 0
    return all(_verbs_up_to(top, word, own) <= allowed for word in words)


def _verbs_up_to(top: "Token", word: "Token", own: set[int]) -> int:
    """How many other verbs stand between a word and the one that governs it; very many where that is too far up."""
    steps, between, node = 0, 0, word
    while node not in (top, word.sent.root):
        between += steps > 0 and node.pos_ == "VERB" and node.i not in own
        node, steps = node.head, steps + 1
    return between if steps <= _FARTHEST else len(word.doc)
