"""The page of what can be asked in English, made from the headers of the saved queries and from the tables."""

from collections.abc import Iterator

from graph.querying.asking.wording import spelled
from graph.querying.asking.words import table
from graph.querying.saved import Query, saved_queries

_HEAD = """\
# Questions in English

Made from `graph/queries/*.rq` by `make asking-doc`; a test fails where it is out of date.

    claimgraph ask who opposes the 50-50 split
    claimgraph ask "what did Cheng Li-chiun say since October 2025?"

No language model reads the question: it is matched word by word to the ways of asking below, and what stands for ACTOR,
PROPOSAL or ARTICLE is looked up in the store. Standard error says what the question was understood as: a saved query
with its parameters, as a command that asks the same again; `--show` adds the SPARQL. Standard output has the answer
alone.

- Case, inflection, contractions, "the" and "please" do not matter; some words of one meaning count as one ("view",
  "opinion" and "position").
- A name may be a part of the name ("Liu"), its words in another order, an alias or an IRI, and hold a slip or two of
  the pen. A part of a proposal's name is not enough where the rest may turn it round: "tariffs on steel" is not "lift
  the tariffs on steel". Marks ("...") tell where a name begins and ends.
- A proposal may be named in other words, where all of them are words of its names or of its definition, or of one
  meaning with these (`tables/alike.tsv`): "splitting chip production 50-50", "Taiwan and Korea negotiating jointly".
- Where a query takes days, add "since March 2025", "before 2025-04-01", "in 2025" or "between May and June 2025".
  A month needs its year.
- Where a query takes a publisher, add "according to the Gazette" or "in the Gazette", as the articles call it.
- "which experts of the Institute", "Institute officials" and "anyone at the Institute" ask for those who belong there.
- A word of the question itself may hold a slip where it can only be one word ("who oposes"): the line then says what
  it was read as.
- A name alone ("Liu", "the 50-50 split", an article's title) asks who or what that is, or what the article says.
- A seat of government is its country: "Washington" is the United States, where the store has it.
- A question that fits none of the ways below is understood by its gist where that is clear: what it names, and its
  other words in whatever order ("I wonder whether anybody is unhappy with the 50-50 split"). The line then says
  "Asked by its words alone as". `graph/querying/asking/tables/gists.tsv` has the words of each query.
- Every word counts. Where one is not understood, a name is not found or may be several, or the question denies or
  limits ("not", "never", "only", "why"), it is refused with exit code 2, and the nearest questions are named.

How far this goes is measured with 323 questions of one author, parted by chance (`tests/querying/asked_develop.tsv`,
`asked_aside.tsv`): of the half that was kept aside 150 of 162 are understood, 5 are answered otherwise than they were
meant, and 7 are refused. Of 60 more, as five sorts of people would type them (`asked_late.tsv`), 39 were understood at
first try, 3 wrongly, and 18 refused; then the misses of one half were looked at, and of the other half 23 of 30 are now
understood (before: 19), 1 wrongly. Others will word theirs otherwise again: expect two in three at first try. A
question for two things at once ("who supports this but opposes that"), for a reason ("why") or for what no article says
is refused.

In the lists below [...] may be left out and (a|b) is either; STANCE and KIND are words of the table at the end.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([_HEAD, *(_section(query) for query in saved_queries() if query.asks), *_tables()]) + "\n"


def _section(query: Query) -> str:
    ways = "\n".join(f"    {_way(query, line)}" for line in query.asks)
    known = {param.name for param in query.params}
    taken = [what for name, what in (("since", "days"), ("publisher", "a publisher")) if name in known]
    limits = f" Takes {' and '.join(taken)}." if taken else ""
    return f"## {query.title}\n\n`{query.name}`: {query.description}{limits}\n\n{ways}\n"


def _way(query: Query, line: str) -> str:
    text, arrow, fixed = line.partition("->")
    return spelled(query, text.strip()) + (f"  ({fixed.strip()})" if arrow else "")


def _tables() -> Iterator[str]:
    yield "## Words that choose a value\n\n| | value | words |\n|---|---|---|"
    yield from (f"| {' | '.join(line.split(chr(9)))} |" for line in table("choices.tsv"))
