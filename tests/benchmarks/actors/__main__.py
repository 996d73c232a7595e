"""How well actors and memberships are found in coded articles that no rule was written for.

    python -m tests.benchmarks.actors [fresh | held ...] [--misses]

The articles are those of `../positions/fresh/` and `held/`; `fresh.yaml` and `held.yaml` beside this file have one
coding an article, in the form of `data/annotations/README.md`. What was coded: every named person, organisation and
country, each once; and whoever the text says belongs to, works for, leads or speaks for a body, over sentences too.
Groups without a name were not coded, and those that the program finds are not counted; what a body is part of by its
own words ("Norway's fisheries ministry", `cg:memberOf` in the graph) counts as a membership. A minister is coded to the
ministry where it is named, else to the country.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from graph.articles import read_articles
from graph.build import Reader
from graph.build.session import Skipped, settings_of
from graph.claims.annotated import annotated
from graph.claims.byhand import read_annotations
from graph.claims.findings import Findings
from graph.evaluation import Comparison, compare, lines
from graph.model import Membership
from graph.vocabulary import BASE
from tests.benchmarks.positions.examples import FRESH, HELD, read

SETS = {"fresh": FRESH, "held": HELD}
_ROLES = ("actors", "memberships")


def comparisons(name: str) -> Iterator[Comparison]:
    """The articles of a set, coded and found, by the rules: no learnt model has a part in actors."""
    reader = Reader(settings_of(None, None, "rules", "en_core_web_sm", BASE, None))
    with TemporaryDirectory() as place:
        articles, codings = Path(place, "articles.jsonl"), Path(place, "annotations")
        _write(name, articles, codings)
        coded = read_annotations([codings])
        for article in read_articles([articles], skipped=Skipped()):
            hand = annotated(article, coded[article.id], reader.minter, reader.authority)
            found = reader.read(article)
            same = {field: getattr(hand, field) for field in Findings.__slots__}
            named = tuple(actor for actor in found.actors if actor.kind != "Group")
            parts = (Membership(a.id, a.member_of, None, ()) for a in named if a.member_of)
            found = replace(found, actors=named, memberships=(*found.memberships, *parts))
            whole = compare(replace(found, **same), found)
            yield replace(whole, parts={role: whole.parts[role] for role in _ROLES})


def _write(name: str, articles: Path, codings: Path) -> None:
    """The articles as one file, to the character, and the coding of each as a file of its own."""
    codings.mkdir()
    texts = [article for file in sorted(SETS[name].glob("*.txt")) for article in read(file)]
    coded = yaml.safe_load_all(Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8"))
    rows = []
    for article, coding in zip(texts, coded, strict=True):
        body = f"{article.text}\n"
        rows.append(json.dumps({"id": coding["article"], "title": article.title, "language": "en", "text": body}))
        whole = {"article": coding["article"], "sha256": hashlib.sha256(body.encode()).hexdigest(), **coding}
        (codings / f"{coding['article']}.yaml").write_text(yaml.safe_dump(whole, sort_keys=False), encoding="utf-8")
    articles.write_text("\n".join(rows), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print precision, recall and F1 by article and of all."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sets", nargs="*", help="fresh, held; both if left out.")
    options.add_argument("--misses", action="store_true", help="List what is missed and what is too much.")
    asked = options.parse_args(arguments)
    for name in asked.sets or SETS:
        told = lines(list(comparisons(name)), misses=asked.misses)
        print(*(line for line in told if any(word in line for word in ("role", *_ROLES))), sep="\n", flush=True)


if __name__ == "__main__":
    main()
