"""The usual slips of those who write SPARQL: each is looked for by a function of the tokens, where the engine refused.

A function gives what is wrong and where, or None. It may be sure of itself only as far as the query is known to be
wrong: what it looks for need be no slip in a query that can be read.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from graph.querying.slips.brackets import unbalanced, without_braces
from graph.querying.slips.clauses import (
    assigned,
    column_without_as,
    commas_between_columns,
    no_number,
    no_variable,
    top,
    without_by,
)
from graph.querying.slips.names import bare_address, cut_by_comment, relative, with_slash, with_space, without_prefix
from graph.querying.slips.patterns import misspelt, without_dot
from graph.querying.slips.signs import foreign_sign, other_language, pasted
from graph.querying.slips.slip import Slip
from graph.sparql.tokens import Token

Look: TypeAlias = Callable[[str, Sequence[Token]], Slip | None]

# in this order: what makes nonsense of all that follows it comes first
SLIPS: tuple[Look, ...] = (
    pasted,
    bare_address,
    with_space,
    cut_by_comment,
    without_braces,
    unbalanced,
    with_slash,
    relative,
    top,
    commas_between_columns,
    column_without_as,
    no_variable,
    no_number,
    other_language,
    foreign_sign,
    assigned,
    without_prefix,
    misspelt,
    without_by,
    without_dot,
)

__all__ = ["SLIPS", "Look", "Slip"]
