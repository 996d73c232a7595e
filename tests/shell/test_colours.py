"""The colours of SPARQL while it is typed."""

from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.document import Document

from graph.shell.colours import Colours, coloured


@given(st.text(alphabet="{}<>'\"\\;.?@# \n\tASK:1cgé", max_size=60))
def test_colours_change_no_text(text: str) -> None:
    """Line for line it is what was typed."""
    assert ["".join(piece for _, piece, *_ in line) for line in coloured(text)] == text.split("\n")


def test_each_kind_has_its_own() -> None:
    """Keywords in any case, and what the ontology does not know."""
    styles = {
        piece: style for style, piece, *_ in coloured("select ?s { ?s cg:oposes cg:opposes, no:x 'text' } # end")[0]
    }
    assert styles["select"] == "class:keyword" and styles["?s"] == "class:variable"
    assert styles["cg:oposes"] == styles["no:x"] == "class:unknown"
    assert styles["cg:opposes"] == "class:name"
    assert styles["'text'"] == "class:text" and styles["# end"] == "class:comment"


def test_a_line_that_is_not_there_is_empty() -> None:
    """As the terminal may ask for one."""
    assert Colours().lex_document(Document("ASK"))(5) == []
