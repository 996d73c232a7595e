"""What `build` cannot use, on the command line: one sentence each, the right exit code, the good articles kept."""

from pathlib import Path

import pytest

from graph.store import open_store
from tests.articles.samples import pdf
from tests.build.prose import article, write
from tests.build.running import SHARED, claimgraph, claimgraph_here, graphs, sentences

BAD_FILES = {
    "big.txt": (b"The pier is shut. " * 2_777_778, "20 MB"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "broken.md": (b"---\ntitle: [Pier\n---\nThe pier is shut.\n", "no YAML in line"),
    "empty.txt": (b"", "is empty"),
    "open.md": (b"---\ntitle: Pier\n\nThe pier is shut.\n", "does not end"),
    "polish.txt": ("Zażółć gęślą jaźń w porcie".encode("cp1250"), "save it as UTF-8"),
    "scan.pdf": (pdf([[], []]), "no text layer"),
}


def test_bad_articles_among_good_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of them: each is named once, the good ones are read, and the exit code tells; also when run again."""
    news, store = write(tmp_path / "news", 2), tmp_path / "store"
    for name, (data, _) in BAD_FILES.items():
        (news / name).write_bytes(data)
    lines = ['{"id": "one", "text": "The mayor of Vik said the pier is safe."}', "{nonsense", '{"id": "two"}']
    (news / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (news / "picture.png").write_bytes(b"\x89PNG")
    expected = {**{name: words for name, (_, words) in BAD_FILES.items()},
                "corpus.jsonl:2": "no JSON", "corpus.jsonl:3": "text", "picture.png": "passed over"}  # fmt: skip
    for counted in ("3 articles read", "0 articles read, 3 unchanged"):
        done = claimgraph_here(capsys, "build", news, "--extractor", "rules", "--store", store)
        assert done.returncode == 2
        *said, summary = done.stderr.splitlines()
        assert summary.startswith(counted)
        assert len(sentences("\n".join(said))) == len(expected)
        for name, words in expected.items():
            assert [words in line for line in said if f"{name} " in line] == [True], (name, said)
    assert set(graphs(store)) - set(SHARED) == {"news-000", "news-001", "one"}
    assert claimgraph_here(capsys, "validate", "--proof-only", "--store", store).returncode == 0


def test_only_files_of_other_kinds_are_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a folder they are named and passed over."""
    news = write(tmp_path / "news", 1)
    (news / "table.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    done = claimgraph_here(capsys, "build", news, "--extractor", "rules", "--store", tmp_path / "store")
    assert done.returncode == 0
    assert "table.csv" in done.stderr.splitlines()[0]


SETTINGS = {
    "a codebook that is not there": (["--codebook", "none.ttl"], "none.ttl cannot be read"),
    "a codebook that is a folder": (["--codebook", "news"], "codebook news is a folder: give each"),
    "a codebook that is no Turtle": (["--codebook", "prose.ttl"], "prose.ttl is not Turtle"),
    "a codebook without proposals": (["--codebook", "nothing.ttl"], "holds no proposal"),
    "a proposal without a label": (["--codebook", "nameless.ttl"], "skos:prefLabel"),
    "actors that are not there": (["--actors", "none.ttl"], "none.ttl"),
    "actors that are no Turtle": (["--actors", "prose.ttl"], "prose.ttl"),
    "an extractor that is none": (["--extractor", "magic"], "annotated, learned, quick, rules"),
    "a model that is not installed": (["--model", "xx_none"], "pip install"),
    "a model that is another module": (["--model", "os"], "not installed"),
    "a model that is a path": (["--model", "../news"], "not installed"),
    "a base that is a word": (["--base", "nonsense"], "https://example.org/id/"),
    "a base that no IRI can hold": (["--base", "http://a b/<>/"], "https://example.org/id/"),
    "a base without a host": (["--base", "http://"], "https://example.org/id/"),
    "a folder of codings that is not there": (["--annotations", "none"], "no folder none"),
    "no article at all": (["--base", "urn:x-test:", "empty"], "no article there"),
    "an article that is not there": (["none.txt"], "none.txt does not exist"),
    "a worker too few": (["--workers", "0"], "--workers"),
    "an option that is none": (["--nonsense"], "--nonsense"),
    "a store that is a file": (["--store", "prose.ttl"], "is a file and no store"),
    "a store among other files": (["--store", "news"], "no claimgraph store"),
    "a store that nobody serves": (["--store", "http://127.0.0.1:9/store"], "cannot be reached"),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the things that are named in `SETTINGS`."""
    folder = tmp_path_factory.mktemp("place")
    write(folder / "news", 1)
    (folder / "empty").mkdir()
    (folder / "prose.ttl").write_text(article(1), encoding="utf-8")
    (folder / "nothing.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    nameless = "@prefix cg: <https://w3id.org/claimgraph/ontology#> . <urn:plan> a cg:Proposal ."
    (folder / "nameless.ttl").write_text(nameless, encoding="utf-8")
    return folder


@pytest.mark.parametrize("what", SETTINGS)
def test_what_a_run_cannot_start_with_is_one_sentence(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    """Exit code 2, nothing on standard output, and no traceback."""
    options, words = SETTINGS[what]
    article_named = any(not option.startswith("-") and option in ("empty", "none.txt") for option in options)
    store = [] if "--store" in options else ["--store", "store"]
    monkeypatch.chdir(place)
    monkeypatch.setenv("CLAIMGRAPH_TIMEOUT", "1")  # a server is asked again for so long
    done = claimgraph_here(capsys, "build", *([] if article_named else ["news"]), *options, *store)
    assert (done.returncode, done.stdout) == (2, "")
    (sentence,) = sentences(done.stderr)
    assert words in sentence


def test_a_store_beside_the_articles_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The default store is in the current folder, which may be what is built."""
    write(tmp_path, 1)
    monkeypatch.chdir(tmp_path)
    assert claimgraph_here(capsys, "build", ".", "--extractor", "rules").returncode == 0
    done = claimgraph_here(capsys, "build", ".", "--extractor", "rules")
    assert done.returncode == 0
    sentence, counted = done.stderr.splitlines()
    assert "claimgraph-store is a store" in sentence
    assert counted.startswith("0 articles read, 1 unchanged")


def test_articles_that_were_not_coded_are_named_and_the_coded_ones_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the extractor for codings by hand: no coding, and a coding of another text."""
    from graph.resources import resource

    news = tmp_path / "news"
    news.mkdir()
    for name in ("us-korea-reset", "korea-between-giants"):
        (news / f"{name}.md").write_bytes((resource("data", "articles") / f"{name}.md").read_bytes())
    with (news / "korea-between-giants.md").open("a", encoding="utf-8") as file:
        file.write("\nA line that the coder did not see.\n")
    (news / "other.txt").write_text(article(1), encoding="utf-8")
    done = claimgraph_here(capsys, "build", news, "--extractor", "annotated", "--store", tmp_path / "store")
    assert done.returncode == 2
    *said, summary = done.stderr.splitlines()
    first, second = sentences("\n".join(said))
    assert "another text" in first
    assert "no coding of other" in second
    assert summary.startswith("1 article read")
    assert "us-korea-reset" in graphs(tmp_path / "store")


def test_a_second_writer_is_one_sentence_and_harms_nothing(tmp_path: Path) -> None:
    """It says who writes."""
    news = write(tmp_path / "news", 1)
    with open_store(tmp_path / "store", write=True):
        done = claimgraph("build", news, "--extractor", "rules", "--store", tmp_path / "store")
    assert done.returncode == 2
    (sentence,) = sentences(done.stderr)
    assert "is being written by process" in sentence
    assert claimgraph("build", news, "--extractor", "rules", "--store", tmp_path / "store").returncode == 0


@pytest.mark.parametrize("number", ["0", "99"])
def test_a_store_of_another_format_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    """For those who write and those who read."""
    open_store(tmp_path / "store", write=True).close()
    (tmp_path / "store" / "format").write_text(f"claimgraph store {number}\n", encoding="utf-8")
    news = write(tmp_path / "news", 1)
    for arguments in (("build", news), ("validate",), ("query", "overview"), ("export", "nquads")):
        done = claimgraph_here(capsys, *arguments, "--store", tmp_path / "store")
        assert (done.returncode, done.stdout) == (2, "")
        (sentence,) = sentences(done.stderr)
        assert f"format {number}" in sentence
