"""A capital or a seat of government that is named for its government: "Washington" is the United States.

The store does not keep these names, since they mean the country only where it acts; the authority file that comes with
the program does, and whoever asks what Washington thinks names a government.
"""

from functools import cache

from graph.resources import resource
from graph.vocabulary import iri


@cache
def seats() -> dict[str, str]:
    """The name of a seat without case -> the IRI of its country; a name of several countries is left out."""
    from pyoxigraph import parse

    seat, found, shared = iri("cg:seat"), dict[str, str](), set[str]()
    for quad in parse(path=str(resource("data", "actors", "countries.ttl"))):
        if quad.predicate.value == seat:
            name, country = quad.object.value.casefold(), quad.subject.value
            if found.setdefault(name, country) != country:
                shared.add(name)
    return {name: country for name, country in found.items() if name not in shared}


def country_of(text: str) -> str | None:
    """The IRI of the country that a text names by its seat.

    >>> country_of("washington")
    'https://w3id.org/claimgraph/id/country/USA'
    """
    return seats().get(" ".join(text.split()).casefold())


def taken_for(text: str, label: str) -> str:
    """What to say where a name was taken for a country by its seat."""
    return f"{text} is taken for {label}, whose seat of government it is; another is meant by more of its name."
