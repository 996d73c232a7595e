"""Files of RDF that are made to do harm, or hold what the store does not take: refused in one sentence."""

import bz2
import gzip
import os
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph.errors import InputError, QueryError, StoreError
from graph.store import Triples, open_store
from graph.store.entities import ShortEntities
from graph.store.files import quads_of

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:"'
BODY = f'<rdf:RDF {RDF}><rdf:Description rdf:about="urn:s"><e:p>&a;</e:p></rdf:Description></rdf:RDF>'
LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
LAUGHS += '<!ENTITY a "&l11;">'
DOCUMENTS = {
    "laughs": f"<!DOCTYPE rdf:RDF [{LAUGHS}]>{BODY}",
    "small letters": f"<!doctype x [{LAUGHS}]>{BODY}",
    "twice": f'<!DOCTYPE x [<!ENTITY b "b">]><!DOCTYPE x [<!ENTITY a "&b;&b;">]>{BODY}',
    "within": BODY.replace("<rdf:Desc", '<!DOCTYPE x [<!ENTITY b "b"><!ENTITY a "&b;">]><rdf:Desc'),
    "in a comment": f'<!DOCTYPE x [<!ENTITY a "a"><!-- <!ENTITY a "&a;&a;"> -->]>{BODY}',
    "long": f'<!DOCTYPE x [<!ENTITY a "{"ha" * 10_000}">]>{BODY}',
    "parameter": f'<!DOCTYPE x [<!ENTITY % a "&#38;b;">]>{BODY}',
    "no space": f'<!DOCTYPE x [<!ENTITYb "b"><!ENTITYa "&b;">]>{BODY}',
    "of a file": f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>{BODY}',
    "far on": f"<!--{' ' * 70_000}--><!DOCTYPE x [{LAUGHS}]>{BODY}",
}
PACKED = {"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress, ".zst": zstandard.compress}


@pytest.mark.parametrize("packed", PACKED)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_entities_that_could_grow_are_refused(tmp_path: Path, name: str, packed: str) -> None:
    """Wherever they are declared, packed or not, before anything is written out."""
    path = tmp_path / f"x.rdf{packed}"
    path.write_bytes(PACKED[packed](DOCUMENTS[name].encode()))
    with pytest.raises(InputError, match="declares an entity of XML"):
        list(quads_of(path))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037"])
def test_no_other_encoding_hides_them(tmp_path: Path, encoding: str) -> None:
    """The engine reads UTF-8 alone; where that changes, this fails."""
    path = tmp_path / "x.rdf"
    path.write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>{DOCUMENTS["twice"]}'.encode(encoding))
    with pytest.raises(InputError):
        list(quads_of(path))


def test_short_entities_of_honest_files_are_read(tmp_path: Path) -> None:
    """As ontologies have them, over several lines."""
    path = tmp_path / "onto.rdf"
    path.write_text(f'<!DOCTYPE rdf:RDF [\n  <!ENTITY owl "urn:owl#" >\n\t<!ENTITY a\n "{XSD}" >\n]>\n{BODY}')
    assert [quad.object.value for quad in quads_of(path)] == [XSD]


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 40), st.integers(0, 60), st.sampled_from(["short", "&more;", "x" * 301]))
def test_it_does_not_matter_how_a_file_is_cut_into_pieces(size: int, before: int, value: str) -> None:
    """A declaration may begin in one piece and end in another."""

    class Pieces:
        def __init__(self, data: bytes) -> None:
            self.data = data

        def read(self, _: int) -> bytes:
            piece, self.data = self.data[:size], self.data[size:]
            return piece

    data = b" " * before + f'<!DOCTYPE x [<!ENTITY b "b"><!ENTITY a "{value}">]><x/>'.encode()
    file, got = ShortEntities(Pieces(data), Path("x.rdf")), b""  # type: ignore[arg-type]
    if value == "short":
        while piece := file.read(1):
            got += piece
        assert got == data
    else:
        with pytest.raises(InputError):
            while file.read(1):
                pass


BEYOND = {
    "ttl": '<urn:s> <urn:p> <<( <urn:a> <urn:b> "c" )>> .',
    "nt": "<urn:s> <urn:p> <<(<urn:a> <urn:b> <urn:c>)>> .",
    "nq": '<urn:s> <urn:p> "x"@en--ltr <urn:g> .',
    "trig": '<urn:g> { << <urn:s> <urn:p> "o" >> <urn:q> 1 }',
    "rdf": f'<rdf:RDF {RDF} xmlns:its="http://www.w3.org/2005/11/its" rdf:version="1.2"><rdf:Description '
    'rdf:about="urn:s"><e:p xml:lang="ar" its:dir="rtl" its:version="2.0">x</e:p></rdf:Description></rdf:RDF>',
    "jsonld": '{"@id":"urn:s","urn:p":{"@value":"x","@language":"ar","@direction":"rtl"}}',
}  # fmt: skip


@pytest.mark.parametrize("syntax", BEYOND)
def test_what_is_of_rdf_1_2_is_refused(tmp_path: Path, syntax: str) -> None:
    """Since exports, validation and rdflib have no place for it."""
    path = tmp_path / f"x.{syntax}"
    path.write_text(BEYOND[syntax])
    with pytest.raises(InputError, match=r"which is of RDF 1\.2 and not taken"):
        list(quads_of(path))


@pytest.mark.parametrize("made", ["TRIPLE(<urn:a>, <urn:b>, 'c')", "STRLANGDIR('x', 'ar', 'rtl')"])
def test_an_update_adds_nothing_of_rdf_1_2(made: str) -> None:
    """Nor does what it adds beside it come in."""
    with open_store(":memory:", write=True) as store:
        with pytest.raises(QueryError, match=r"which is of RDF 1\.2 and not taken"):
            store.update(f"INSERT {{ <urn:s> <urn:p> ?t, 1 }} WHERE {{ BIND({made} AS ?t) }}")
        assert store.size() == 0


def test_rdflib_refuses_what_it_cannot_hold() -> None:
    """Though a script put it into the store, or a query made it."""
    odd = Triple(NamedNode("urn:a"), NamedNode("urn:b"), Literal("c"))
    with open_store(":memory:", write=True) as store:
        answer = store.query("CONSTRUCT { <urn:s> <urn:p> ?t } WHERE { BIND(STRLANGDIR('x', 'ar', 'rtl') AS ?t) }")
        assert isinstance(answer, Triples)
        with pytest.raises(StoreError, match=r"RDF 1\.2: leave it out"):
            answer.to_rdflib()
        store.add([Quad(NamedNode("urn:s"), NamedNode("urn:p"), odd, NamedNode("urn:g"))])
        with pytest.raises(StoreError, match=r"RDF 1\.2: leave it out"):
            store.to_rdflib()


def test_a_formula_of_n3_is_no_statement(tmp_path: Path) -> None:
    """What is said to be false would else be loaded as if it were true."""
    (tmp_path / "x.n3").write_text("{ <urn:a> <urn:b> <urn:c> } a <urn:False> .")
    with pytest.raises(InputError, match="a formula of N3"):
        list(quads_of(tmp_path / "x.n3"))


def test_a_file_that_is_written_to_meanwhile_is_refused(tmp_path: Path) -> None:
    """Half of it may look like the whole."""
    path = tmp_path / "x.nt"
    path.write_text("".join(f'<urn:s> <urn:p> "{i}" .\n' for i in range(10_000)))
    quads = quads_of(path)
    next(quads)
    with path.open("a") as file:
        file.write('<urn:s> <urn:p> "more" .\n')
    with pytest.raises(InputError, match="was changed while it was read"):
        list(quads)


def test_what_is_no_file_is_called_what_it_is(tmp_path: Path) -> None:
    """A folder, a pipe, a link to itself."""
    os.mkfifo(tmp_path / "pipe.nt")
    (tmp_path / "loop.nt").symlink_to(tmp_path / "loop.nt")
    for name, words in ((".", "is a folder"), ("pipe.nt", "is a pipe or a device"), ("loop.nt", "There is no file")):
        with pytest.raises(InputError, match=words):
            quads_of(tmp_path / name)


@pytest.mark.parametrize("packed", PACKED)
@pytest.mark.parametrize("syntax", ["ttl", "nt", "nq", "rdf", "jsonld"])
def test_a_byte_order_mark_is_passed_over(tmp_path: Path, syntax: str, packed: str) -> None:
    """Some editors put one before everything that they save."""
    text = {"rdf": BODY.replace("&a;", "x"), "jsonld": '{"@id":"urn:s","urn:e:p":"x"}'}
    path = tmp_path / f"x.{syntax}{packed}"
    path.write_bytes(PACKED[packed](b"\xef\xbb\xbf" + text.get(syntax, '<urn:s> <urn:e:p> "x" .\n').encode()))
    assert [quad.object for quad in quads_of(path)] == [Literal("x")]
