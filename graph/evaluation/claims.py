"""Which claims of a coding were found: by their words alone, or by words and speaker, and by kind of quotation."""

from collections.abc import Callable
from typing import get_args

from graph.evaluation.both import Both
from graph.evaluation.matching import overlaps, pairs
from graph.evaluation.scores import Item, Part, Score
from graph.model import Claim, Quotation

OVERLAP = 0.5  # of the characters of two contents, for them to be the same statement (as PolNeAR's users count it)
KINDS: tuple[Quotation, ...] = get_args(Quotation)


def contents(both: Both) -> Part:
    """Claims with the same words, whoever says them."""
    return _claims(both, lambda gold, found: True)


def claims(both: Both) -> Part:
    """Claims with the same words and a speaker in common; the article's own voice needs none."""

    def agree(gold: Claim, found: Claim) -> bool:
        if gold.quotation == found.quotation == "authorial":
            return True
        speakers = {both.who(speaker) for speaker in found.speakers}
        return bool(speakers & set(gold.speakers)) or not (speakers or gold.speakers)

    return _claims(both, agree)


def _claims(both: Both, agree: Callable[[Claim, Claim], bool]) -> Part:
    gold, found = both.gold.claims, both.found.claims
    matched = pairs(overlaps(gold, found, OVERLAP), lambda i, j: agree(gold[i], found[j]))
    right = {j: i for i, j in matched if agree(gold[i], found[j])}
    met = set(right.values())
    # what is right is of the kind that the coder gives it, so that one count serves precision and recall
    kinds = [gold[right[j]].quotation if j in right else claim.quotation for j, claim in enumerate(found)]
    return Part(
        Score(len(right), len(found), len(gold)),
        tuple(_item(both, claim) for i, claim in enumerate(gold) if i not in met),
        tuple(_item(both, claim) for j, claim in enumerate(found) if j not in right),
        {
            kind: Score(
                sum(kinds[j] == kind for j in right), kinds.count(kind), sum(claim.quotation == kind for claim in gold)
            )
            for kind in KINDS
        },
    )


def _item(both: Both, claim: Claim) -> Item:
    return Item(f"{both.named(claim.speakers)}, {claim.quotation}", claim.content)
