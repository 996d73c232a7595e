"""What cannot be read: one sentence that names it and the fix, and the good ones go on."""

import io
import json
import os
import tempfile
from pathlib import Path

import pytest

from graph.articles import FORMATS, MAX_BYTES
from graph.errors import InputError, NotAnArticle
from tests.articles.samples import LEAD, TEXT, docx, pdf, read

BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\n", "is empty"),
    "binary.txt": (b"\x00\x01\x02" * 50, "binary"),
    "control.txt": (b"The pier\x01 is shut.", "binary"),
    "utf16.txt": (TEXT.encode("utf-16-le"), "binary"),
    "cut.txt": ("\ufeffpier".encode("utf-16") + b"\x00", "broken UTF-16"),
    "polish.txt": ("Zażółć gęślą jaźń w porcie".encode("cp1250"), "save it as UTF-8"),
    "japanese.txt": ("港湾評議会は月曜日に決めた".encode("shift_jis"), "save it as UTF-8"),
    "open.md": (b"---\ntitle: Pier\n\nThe pier is shut.\n", "does not end"),
    "broken.md": (b"---\ntitle: [Pier\n---\nThe pier is shut.\n", "no YAML in line"),
    "list.md": (b"---\n- pier\n---\nThe pier is shut.\n", "no list of fields"),
    "day.md": (b"---\npublished: next spring\n---\nThe pier is shut.\n", "2025-11-25"),
    "nothing.md": (b"---\ntitle: Pier\n---\n\n", "no text"),
    "nothing.html": (b"<html><body><script>x()</script></body></html>", "no article's text"),
    "nothing.jsonl": (b"\n\n", "is empty"),
    "scan.pdf": (pdf([[], []]), "no text layer"),
    "broken.pdf": (b"%PDF-1.7\nnonsense", "broken PDF"),
    "fake.pdf": (b"\x00nonsense", "no article"),
    "old.docx": (b"\xd0\xcf\x11\xe0" + bytes(40), "old Word"),
    "fake.docx": (b"PK\x03\x04[Content_Types].xml" + bytes(60), "broken Word file"),
    "packed.txt": (b"PK\x03\x04" + bytes(60), "unpack"),
    "rich.txt": (b"{\\rtf1 pier}", "RTF"),
    "empty.rss": (b"<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>", "without entries"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_in_one_sentence_and_the_good_ones_go_on(tmp_path: Path, name: str) -> None:
    """The sentence says what is wrong and what to do; no traceback, no other article lost."""
    data, words = BAD[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "z.txt").write_text(TEXT, encoding="utf-8")
    articles, [(source, error)] = read(tmp_path)
    assert [article.id for article in articles] == ["a", "z"]
    assert isinstance(error, InputError)
    assert source == name
    assert name in str(error)
    assert words in str(error)
    assert "\n" not in str(error)
    assert str(error).endswith(".")


def test_an_encrypted_pdf_is_named(tmp_path: Path) -> None:
    """The fix is to save it without its password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([[LEAD]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    articles, [(_, error)] = read(tmp_path / "locked.pdf")
    assert not articles
    assert "encrypted" in str(error)


def test_bad_lines_of_jsonl_are_named_by_number_and_the_good_ones_go_on(tmp_path: Path) -> None:
    """The place is the file and the line."""
    good = json.dumps({"id": "good", "text": LEAD}).encode()
    lines = [
        b"{nonsense",
        b'"a string"',
        b'{"id": 1}',
        b'{"text": 5}',
        b'{"text": "a\\ud800b"}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"text": "The pier.", "published": "soon"}',
        good,
    ]
    (tmp_path / "corpus.jsonl").write_bytes(b"\n".join(lines))
    articles, skipped = read(tmp_path / "corpus.jsonl")
    assert [article.id for article in articles] == ["good"]
    assert [source for source, _ in skipped] == [f"corpus.jsonl:{number}" for number in range(1, 9)]
    assert all(source in str(error) for source, error in skipped)


def test_a_file_of_fifty_megabytes_is_refused_with_the_limit_and_the_way_out(tmp_path: Path) -> None:
    """It is refused before it is decoded."""
    with (tmp_path / "big.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"The pier is shut. " * 55_556)
    articles, [(_, error)] = read(tmp_path / "big.txt")
    assert not articles
    assert f"{MAX_BYTES // 1_000_000} MB" in str(error)
    assert "--max-mb" in str(error)


def test_the_limit_can_be_set_and_holds_for_lines_of_jsonl_too(tmp_path: Path) -> None:
    """A corpus may be longer than an article; a line of it may not."""
    lines = [json.dumps({"id": str(number), "text": LEAD * (200 if number == 2 else 1)}) for number in range(5)]
    (tmp_path / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    articles, skipped = read(tmp_path / "corpus.jsonl", max_bytes=400)
    assert [article.id for article in articles] == ["0", "1", "3", "4"]
    assert [source for source, _ in skipped] == ["corpus.jsonl:3"]


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    """The sentence says that the path is wrong."""
    articles, [(source, error)] = read(tmp_path / "missing.txt")
    assert not articles
    assert source.endswith("missing.txt")
    assert "does not exist" in str(error)


def test_what_may_not_be_read_is_named() -> None:
    """The sentence says how to get the right, also to root, who gives up its rights for the test."""
    root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "closed.txt").write_text(TEXT, encoding="utf-8")
        (folder / "closed.txt").chmod(0)
        if root:
            os.seteuid(65534)
        try:
            _, [(source, error)] = read(folder)
        finally:
            if root:
                os.seteuid(0)
    assert source == "closed.txt"
    assert "chmod" in str(error)


def test_a_file_of_another_type_is_passed_over_in_a_folder_and_named(tmp_path: Path) -> None:
    """Hidden files and folders too; the folder's own path is not told."""
    for name in ("codebook.ttl", "picture.png", "data.xml", ".hidden.txt", ".git/config", "LICENSE"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<?xml version='1.0'?><data>The pier</data>", encoding="utf-8")
    (tmp_path / "pier.txt").write_text(TEXT, encoding="utf-8")
    articles, skipped = read(tmp_path)
    assert [article.id for article in articles] == ["pier"]
    assert [source for source, _ in skipped] == [
        ".git",
        ".hidden.txt",
        "LICENSE",
        "codebook.ttl",
        "data.xml",
        "picture.png",
    ]
    assert all(isinstance(error, NotAnArticle) for _, error in skipped)


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_noise_with_a_format_s_suffix_never_breaks_the_run(tmp_path: Path, suffix: str) -> None:
    """Whatever the bytes are, there is an article or one sentence."""
    noises = [
        b"\x00\xff" * 300,
        b"{" * 3000,
        b"<" * 3000,
        b"%PDF-1.4\n" + b"1 0 obj\n<<" * 40,
        b"---\n" * 40,
        b"PK\x03\x04word/" + b"\x01" * 400,
    ]
    for number, noise in enumerate(noises):
        (tmp_path / f"{number}{suffix}").write_bytes(noise)
    articles, skipped = read(tmp_path)
    assert len(articles) + len({source for source, _ in skipped}) >= len(noises)


def test_a_word_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    """The sizes that the archive tells are summed before it is unpacked."""
    docx(tmp_path / "pier.docx")
    _, [(_, error)] = read(tmp_path / "pier.docx", max_bytes=2 + (tmp_path / "pier.docx").stat().st_size // 40)
    assert "more than" in str(error)
