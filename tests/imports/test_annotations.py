"""Annotations of texts: brat's standoff, and the TSV of INCEpTION and WebAnno."""

from pathlib import Path

import pytest

from graph.imports.mapping import read_mapping
from graph.networks.reading import read_debate, read_texts
from graph.store import Store
from tests.imports.conftest import Import
from tests.imports.reading import asked, fine, held

TEXT = "Ada Holm said 🙂 the ferry is overdue. Union officials told the Gazette, too, that it\ncould wait.\n"
ANN = """\
T1\tSource 0 8\tAda Holm
T2\tCue 9 13\tsaid
T3\tContent 16 36\tthe ferry is overdue
E1\tCue:T2 Source:T1 Content:T3
A1\tStance E1 support
#1\tAnnotatorNotes T3\tproposal: A second ferry; date: 2025-03-04
T4\tSource 38 53\tUnion officials
T5\tCue 54 58\ttold
T6\tContent 77 95\tthat it could wait
R1\tSays Arg1:T4 Arg2:T5
R2\tSays Arg1:T5 Arg2:T6
A2\tStance T6 doubt
A3\tProposal T6 second_ferry
*\tEquiv T1 T4
"""
TSV = """\
#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Attribution|role|speaker
#T_SP=webanno.custom.Stance|proposal|stance
#T_RL=webanno.custom.Says|label|BT_webanno.custom.Attribution


#Text=Ada Holm \\\\ said 🙂 the ferry is overdue.
1-1\t0-3\tAda\tSource[1]\t*[1]\t_\t_\t_\t_\t
1-2\t4-8\tHolm\tSource[1]\t*[1]\t_\t_\t_\t_\t
1-3\t9-10\t\\\\\t_\t_\t_\t_\t_\t_\t
1-4\t11-15\tsaid\tCue\t*\t_\t_\tby\t1-1[1_0]\t
1-5\t16-18\t🙂\t_\t_\t_\t_\t_\t_\t
1-6\t19-22\tthe\tContent[2]\t*[2]\tA second ferry[3]\tsupport[3]\twhat\t1-4[0_2]\t
1-7\t23-28\tferry\tContent[2]\t*[2]\tA second ferry[3]\tsupport[3]\t_\t_\t
1-8\t29-31\tis\tContent[2]\t*[2]\tA second ferry[3]\tsupport[3]\t_\t_\t
1-9\t32-39\toverdue\tContent[2]\t*[2]\tA second ferry[3]\tsupport[3]\t_\t_\t
1-10\t39-40\t.\t_\t_\t_\t_\t_\t_\t

#Text=She left.
2-1\t41-44\tShe\tSource\tAda Holm\t_\t_\t_\t_\t
2-2\t45-49\tleft\t_\t_\t_\t_\t_\t_\t
2-3\t49-50\t.\t_\t_\t_\t_\t_\t_\t
"""
SLOTS = """\
#FORMAT=WebAnno TSV 3.2
#T_SP=webanno.custom.Cue|ROLE_webanno.custom.Cue:parts_webanno.custom.CuePartsLink|webanno.custom.Part
#T_SP=webanno.custom.Part|role|speaker|proposal|position


#Text=Ada says no.
1-1\t0-3\tAda\t_\t_\tSource\tAda Holm\t*\t*\t
1-2\t4-8\tsays\tsource;content\t1-1;1-3\t_\t_\t_\t_\t
1-3\t9-11\tno\t_\t_\tContent\t*\tA third \\| ferry\toppose\t
1-4\t11-12\t.\t_\t_\t_\t_\t_\t_\t
"""


def brat(folder: Path, text: str = TEXT, ann: str = ANN) -> Path:
    """An annotated text of brat."""
    (folder / "ferry.txt").write_text(text, encoding="utf-8")
    (folder / "ferry.ann").write_text(ann, encoding="utf-8")
    return folder / "ferry.ann"


def test_brat_gives_who_said_what_and_what_that_means(tmp_path: Path, store: Store, take: Import) -> None:
    """Sources, cues and contents as they are linked, by events or relations; the text is the article."""
    code, report = take(brat(tmp_path))
    assert (code, report.claims, report.positions, report.unproved) == (0, 2, 2, 0)
    assert list(read_texts(store).values()) == [TEXT]
    assert {one[:5] for one in held(store)} == {
        ("Ada Holm", "A second ferry", "support", "2025-03-04", ("the ferry is overdue",)),
        ("Union officials", "A second ferry", "doubt", "None", ("that it\ncould wait",)),
    }
    words = {(c.claim.source[0].text, c.claim.cue[0].text) for c in read_debate(store).claims.values()}
    assert words == {("Ada Holm", "said"), ("Union officials", "told")}
    assert fine(store)


def test_a_folder_of_brat_is_taken_whole(tmp_path: Path, take: Import) -> None:
    """File by file."""
    brat(tmp_path)
    (tmp_path / "more").mkdir()
    brat(tmp_path / "more", TEXT.replace("Ada", "Ida"))
    assert take(tmp_path)[1].imported == 2


def test_types_of_other_names_are_mapped(tmp_path: Path, store: Store, take: Import) -> None:
    """By a section of the mapping file."""
    (tmp_path / "m.toml").write_text('[marks]\nWer = "source"\nWas = "content"\n', encoding="utf-8")
    path = brat(tmp_path, ann=ANN.replace("\tSource ", "\tWer ").replace("\tContent ", "\tWas "))
    assert take(path)[0] == 2
    assert take(path, words=read_mapping(tmp_path / "m.toml"))[1].claims == 2


def test_webanno_gives_its_text_and_its_layers(tmp_path: Path, store: Store, take: Import) -> None:
    """Offsets in UTF-16 are ours in code points; a layer of stances that covers a content is its own."""
    path = tmp_path / "doc.tsv"
    path.write_text(TSV, encoding="utf-8")
    code, report = take(path)
    assert (code, report.claims) == (0, 1)
    assert list(read_texts(store).values()) == ["Ada Holm \\ said 🙂 the ferry is overdue.\nShe left."]
    assert {one[:3] + one[4:5] for one in held(store)} == {
        ("Ada Holm", "A second ferry", "support", ("the ferry is overdue",))
    }
    assert fine(store)


def test_webanno_links_by_slots_too(tmp_path: Path, store: Store, take: Import) -> None:
    """What a cue holds in its slots belongs to it; a project's file is named after its coder."""
    folder = tmp_path / "annotation" / "ferry.txt"
    folder.mkdir(parents=True)
    (folder / "ada.tsv").write_text(SLOTS, encoding="utf-8")
    assert take(folder / "ada.tsv")[0] == 0
    assert {one[:3] for one in held(store)} == {("Ada Holm", "A third | ferry", "oppose")}
    assert asked(store, "?c a prov:Person ; skos:prefLabel ?n")[0][1] == "ada"
    assert asked(store, "?a a cg:Article ; dcterms:identifier ?id")[0][1] == "ferry"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("T3\tContent 16 36", "T3\tContent 16 3600"), "ferry.ann, line 3 marks 16-3600"),
        (("T3\tContent 16 36", "T3\tContent 36 16"), "line 3 marks 36-16"),
        (("T3\tContent 16 36", "T3\tContent x y"), "line 3 is no line of brat"),
        (("Stance T6 doubt", "Stance T6 lukewarm"), "“lukewarm” (T6)"),
        (("date: 2025-03-04", "date: some day"), "“some day” is no day"),
    ],
)
def test_a_broken_annotation_is_named(
    change: tuple[str, str], said: str, tmp_path: Path, store: Store, take: Import, capsys
):
    """And nothing of it is in the store."""
    assert take(brat(tmp_path, ann=ANN.replace(*change)))[0] == 2
    assert said in capsys.readouterr().err
    assert held(store) == set()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("19-22\tthe", "19-22\tthy"), "token 1-6"),
        (("41-44\tShe", "12-15\tShe"), "begins at 12"),
        (("41-44\tShe", "999999999-1\tShe"), "begins at 999999999"),
        (("2-1\t41-44", "2-1 41-44"), "line 20 is no token"),
        (("16-18\t🙂", "16-17\t🙂"), "token 1-5"),
    ],
)
def test_a_broken_table_of_tokens_is_named(
    change: tuple[str, str], said: str, tmp_path: Path, take: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tokens and text have to agree."""
    (tmp_path / "x.tsv").write_text(TSV.replace(*change), encoding="utf-8")
    assert take(tmp_path / "x.tsv")[0] == 2
    assert said in capsys.readouterr().err
