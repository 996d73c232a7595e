"""Bodies that an article has no name for but can tell from others: "the finance ministry", "the players' union"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.actors.groups import group_label, is_document
from graph.actors.phrases import possessive
from graph.actors.plausible import headline_like
from graph.actors.tables import pairs, words
from graph.language import Parsed
from graph.model import Actor
from graph.vocabulary import Minter

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEPENDENT = frozenset({"amod", "compound", "nmod", "poss", "nounmod"})
_SHORT = 5  # words
_IN_NAMES = frozenset({"and", "at", "for", "in", "of", "on", "the", "without"})
_PARTS = frozenset({"arm", "board", "body", "center", "centre", "chain", "group", "house", "panel", "party", "series"})
NAMED_BEFORE = frozenset({"alliance", "association", "bank", "broadcaster", "chain", "charity", "company", "union",
                          "confederation", "federation", "group", "movement", "newspaper", "party"})  # fmt: skip
_PHASES = frozenset({"begin", "cease", "continue", "have", "keep", "mean", "need", "start", "stop"})
_STATE = frozenset({"government", "cabinet"})
_LEVELS = frozenset({"city", "county", "provincial", "regional", "local", "municipal", "state", "district"})

Named = Callable[["Token"], str | None]


@dataclass(frozen=True, slots=True)
class Nameless:
    """A place where a body without a name is meant: its noun, its words, and the actor made of them."""

    head: "Token"
    tokens: tuple["Token", ...]
    actor: Actor

    @property
    def acts(self) -> bool:
        """Whether the body does there what only people and bodies do."""
        verb = self.head.head
        if self.head.dep_ == "pobj":
            if verb.lower_ == "by":
                return verb.dep_ == "agent" or is_document(verb.head)
            return verb.lower_ in ("for", "at", "of", "from") and verb.head.lower_.removesuffix("s") in pairs("roles")
        clauses = [c for c in self.head.children if c.dep_ == "relcl" and any(g.dep_ == "nsubj" for g in c.children)]
        if self.head.dep_ == "nsubjpass" and verb.lemma_.lower() in words("seat_partners"):
            return True
        return any(_done(c) for c in clauses) or (self.head.dep_ == "nsubj" and _done(verb))


def called_before(noun: "Token") -> "Token":
    """The last word of the name before a noun for a body that it is called: "the Example union", else the noun."""
    left = noun
    while left.i > noun.sent.start and left.lower_ in NAMED_BEFORE:
        left = left.nbor(-1)
    return left if left.dep_ in ("compound", "nmod") else noun


def named_before(noun: "Token") -> str:
    """The words before a comma and a noun for a body, where they may be its name: "Rights in Action, a coalition"."""
    words_ = list(noun.doc[noun.sent.start : noun.left_edge.i])
    if not words_ or words_.pop().text != ",":
        return ""
    run: list[Token] = []
    while words_ and (words_[-1].text[0].isupper() or (run and words_[-1].lower_ in _IN_NAMES)):
        run.insert(0, words_.pop())
    while run and (not run[0].text[0].isupper() or run[0].pos_ == "DET"):
        run.pop(0)
    return "".join(t.text_with_ws for t in run).strip() if len(run) > 1 else ""


def _done(verb: "Token") -> bool:
    """Whether a verb, or the one that it begins or goes on with, is what only people and bodies do."""
    verbs = [verb, *(c for c in verb.children if c.dep_ == "xcomp" and verb.lemma_.lower() in _PHASES)]
    return any(v.lemma_.lower() in words("agentive_verbs") for v in verbs)


def is_body(noun: "Token") -> bool:
    """Whether a word is a noun in the singular for an organisation."""
    return (
        pairs("groups").get(noun.lower_) == "body"
        and noun.tag_ in ("NN", "NNP")
        and noun.pos_ in ("NOUN", "PROPN")
        and not is_document(noun)
    )


def nameless_bodies(parsed: Parsed, named: Named, minter: Minter) -> Iterator[Nameless]:
    """The bodies of an article that only a description tells from others."""
    for sentence in parsed.sentences:
        if sentence.kind in ("title", "heading", "dateline") or headline_like(sentence.tokens.doc):
            continue
        for token in sentence.tokens:
            if token.is_lower and is_body(token) and named(token) is None and (own := _telling(token, named)):
                label = group_label(token)
                owner = next((actor for t in own if (actor := named(t))), None)
                yield Nameless(token, (*own, token), body(label, parsed.article.slug, minter, owner))


def body(label: str, slug: str, minter: Minter, owner: str | None = None) -> Actor:
    """The organisation of a label; of this article alone, unless the label has a name in it."""
    own = any(word[0].isupper() for word in label.split())
    return Actor(
        minter.actor("Organization", label if own else f"{label} {slug}"), label, "Organization", member_of=owner
    )


def _telling(noun: "Token", named: Named) -> Sequence["Token"]:
    """The words before a noun that tell which body it is; none where they do not, or where its name stands beside."""
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if (
        after is not None
        and not after.is_punct
        and named(after)
        and after.dep_ in ("appos", "compound", "nmod", "nsubj")
    ):
        return ()
    if (own := named(called_before(noun))) and "/org/" in own:
        return ()  # "the Example group" is what is named
    if any(named(above) for above in _described_by(noun)):
        return ()
    before = [c for c in noun.children if c.dep_ in _DEPENDENT and c.i < noun.i]
    if any(c.tag_ == "PRP$" for c in before) or any(c.lower_ in ("whose", "which") for c in noun.children):
        return ()
    if any(c.dep_ == "det" and c.lower_ not in ("the", "this", "that") for c in noun.children):
        return ()
    if noun.lower_ in _STATE and not any(c.lower_ in _LEVELS for c in before):
        return ()
    if noun.lower_ == "party" and any(c.dep_ == "poss" and named(c) for c in before):
        return ()  # whose party it is says what else the article calls it
    if not any(_tells(c, named) for c in before):
        return _complement(noun, named)
    return [t for c in before for t in c.subtree if not possessive(t) or t.i < noun.i]


def _described_by(noun: "Token") -> Iterator["Token"]:
    """The nouns behind that one stands before: "federation" and the name in "the union federation X"."""
    while noun.dep_ in _DEPENDENT and noun.head.i > noun.i:
        noun = noun.head
        yield noun


def _tells(word: "Token", named: Named) -> bool:
    """Whether one word before a noun tells of which body it is."""
    if word.dep_ == "poss":
        return word.tag_ != "PRP$" and (word.pos_ == "PROPN" or word.lower_ not in ("country", "nation", "world"))
    if word.dep_ == "amod":
        plain = word.lower_ in words("plain_adjectives") | words("vague_adjectives")
        return word.tag_ == "JJ" and not plain and not word.ent_type_ and named(word) is None
    return word.is_alpha and word.lower_ not in words("plain_adjectives") and (named(word) is None or word.is_lower)


def _complement(noun: "Token", named: Named) -> Sequence["Token"]:
    """What follows "the institute" and tells which it is: "of marine biology", "in Mol"."""
    if not any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children):
        return ()
    for child in noun.children:
        if child.dep_ == "prep" and child.i == noun.i + 1 and child.lower_ in ("of", "for"):
            deed = any(c.dep_ == "pcomp" for c in child.children)  # "of sparing hotels" tells of what somebody does
            told = [] if deed else list(child.subtree)
            if 2 <= len(told) <= _SHORT and not any(t.is_punct or t.dep_ == "relcl" or t.tag_ == "PRP$" for t in told):
                return [] if noun.lower_ in _PARTS else [child]
    return ()
