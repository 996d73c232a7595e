"""The built-in prefixes as text: each form is read back by a parser."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store, parse

from graph.errors import InputError
from graph.querying.prefixes import prefixes_as
from graph.vocabulary import PREFIXES

ROOT = Path(__file__).parents[2]


def test_sparql_is_read_by_an_engine_that_knows_no_prefix() -> None:
    """As it is to be pasted."""
    assert not Store().query(prefixes_as("sparql") + "ASK { ?s cg:opposes ?o ; skos:prefLabel wd:Q1 }")


def test_turtle_and_json_say_the_same() -> None:
    """All of them."""
    read = parse(prefixes_as("turtle").encode(), RdfFormat.TURTLE)
    assert list(read) == [] and read.prefixes == PREFIXES
    names = rdflib.Graph(bind_namespaces="none").parse(data=prefixes_as("turtle"), format="turtle").namespaces()
    assert {prefix: str(iri) for prefix, iri in names} == PREFIXES
    assert json.loads(prefixes_as("json")) == PREFIXES


def test_another_form_is_refused() -> None:
    """With those that there are."""
    with pytest.raises(InputError, match="'xml' of prefixes: use sparql, turtle, json"):
        prefixes_as("xml")


def test_the_command_prints_them() -> None:
    """SPARQL, unless another form is asked for."""
    for arguments, form in (([], "sparql"), (["--format", "json"], "json")):
        command = [sys.executable, str(ROOT / "cli.py"), "prefixes", *arguments]
        assert subprocess.run(command, capture_output=True, text=True).stdout == prefixes_as(form)
