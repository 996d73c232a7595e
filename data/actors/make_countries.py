"""How countries.ttl is made: pycountry and Babel (names), countryinfo (capitals, adjectives), and our two tables.

pip install pycountry babel countryinfo
python data/actors/make_countries.py > data/actors/countries.ttl
"""

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
PREFIXES = """\
# Made by make_countries.py from pycountry (ISO 3166-1), Babel (CLDR), countryinfo and the two tables beside it.
# Change countries-by-hand.tsv, not this file.
@prefix cg: <https://w3id.org/claimgraph/ontology#> .
@prefix country: <https://w3id.org/claimgraph/id/country/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table beside this file."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def written(text: str) -> bool:
    """Whether a label is one that an English text may hold: Latin letters, no code, no inverted name."""
    latin = all(c.isascii() or c in "áãåäçéèêëíïñóôöõúüÅÉČčšıİ’" for c in text)
    return latin and len(text) > 3 and ", " not in text and "(" not in text and "/" not in text


def facts(code: str, alpha_2: str, names: dict[str, str]) -> dict[str, list[str]]:
    """What the libraries say of one country, by kind: label, name, adjective, seat."""
    from babel import Locale
    from countryinfo import CountryInfo

    try:
        info = CountryInfo(code).info()
    except Exception:  # the library raises its own kinds for the codes that it does not hold
        info = {}
    label = Locale("en").territories.get(alpha_2) or names["name"]
    demonyms = [part.strip() for part in (info.get("demonym") or "").split(",")]
    return {
        "label": [label.replace(" & ", " and ").replace("St. ", "Saint ")],
        "name": [
            names.get("common_name", ""),
            names["name"],
            names.get("official_name", "").removeprefix("the "),
            label,
        ],
        "adjective": [d for d in demonyms if not d.endswith(("lander", "Islander"))],
        "seat": [info.get("capital") or ""],
    }


def country(code: str, found: dict[str, list[str]], hand: list[tuple[str, str]], item: str | None) -> str:
    """One country in Turtle."""
    for what, text in hand:
        if what == "label":
            found["label"] = [text]
        elif what != "drop":
            found[what].append(text)
    dropped = {text for what, text in hand if what == "drop"}
    label = found["label"][0]
    names = [n for n in found["name"] if n != label and (written(n) or (("name", n) in hand))]
    seats = [s for s in found["seat"] if s and s != label]
    lines = [f"country:{code} a cg:Country ;", f'    skos:prefLabel "{label}"@en ;']
    for term, texts in (("skos:altLabel", names), ("cg:adjective", found["adjective"]), ("cg:seat", seats)):
        kept = sorted({t for t in texts if t and t not in dropped})
        if kept:
            lines.append(f"    {term} " + " , ".join(f'"{t}"@en' for t in kept) + " ;")
    if item:
        lines.append(f"    owl:sameAs wd:{item} ;")
    return "\n".join([*lines, f'    skos:notation "{code}" .', ""])


def main() -> None:
    """Print the Turtle of all countries of ISO 3166-1, and Kosovo under its user-assigned code."""
    import pycountry

    hand: dict[str, list[tuple[str, str]]] = {}
    for code, what, text in rows("countries-by-hand.tsv"):
        hand.setdefault(code, []).append((what, text))
    items = dict(rows("countries-wikidata.tsv"))
    print(PREFIXES)
    listed = [(c.alpha_3, c.alpha_2, c._fields) for c in pycountry.countries]
    for code, alpha_2, names in sorted([*listed, ("XKX", "XK", {"name": "Kosovo"})]):
        print(country(code, facts(code, alpha_2, names), hand.get(code, []), items.get(code)))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
