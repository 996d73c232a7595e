"""Articles out of every format."""

import json
from datetime import date
from pathlib import Path

import pytest

from graph.model import Source
from tests.articles.samples import FEED, LEAD, PAGE, SECOND, TEXT, docx, kinds, pdf, read


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), f"  {TEXT}\t \n\n", "Größe — “naïve”\n\n" + LEAD])
def test_the_text_of_a_plain_file_is_the_file_to_the_character(tmp_path: Path, text: str) -> None:
    """Line ends, tabs and outer white space stay."""
    (tmp_path / "pier.txt").write_bytes(text.encode())
    [article], skipped = read(tmp_path / "pier.txt")
    assert article.text == text
    assert not skipped


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_text_is_read_where_its_encoding_is_certain(tmp_path: Path, encoding: str) -> None:
    """A byte-order mark is no text; Windows punctuation is read where all code pages agree."""
    (tmp_path / "pier.txt").write_bytes(TEXT.encode(encoding))
    [article], _ = read(tmp_path / "pier.txt")
    assert article.text == TEXT


def test_markdown_gives_its_front_matter_and_the_body_after_it(tmp_path: Path) -> None:
    """The offsets of regions point into the body."""
    matter = "\n".join(
        [
            "---",
            "title: Council closes pier",
            "publisher: Vik Courier",
            "authors: [Anna Lind, Per Hov]",
            "published: 2025-03-04",
            "language: en-GB",
            "url: https://courier.example/pier",
            "based_on: {title: Pier shut, publisher: Sund Post, date: 2025-03-03}",
            "---\n\n",
        ]
    )
    body = f"# Council closes pier\n\n{LEAD}\n\n## What comes next\n\n{SECOND}\n"
    (tmp_path / "pier.md").write_text(matter + body, encoding="utf-8")
    [article], _ = read(tmp_path / "pier.md")
    assert article.text == body
    assert (article.title, article.publisher, article.authors) == (
        "Council closes pier",
        "Vik Courier",
        ("Anna Lind", "Per Hov"),
    )
    assert (article.published, article.language, article.url) == (
        date(2025, 3, 4),
        "en",
        "https://courier.example/pier",
    )
    assert article.based_on == Source("Pier shut", "Sund Post", date(2025, 3, 3))
    assert kinds(article) == [
        ("boilerplate", "#"),
        ("title", "Council closes pier"),
        ("body", LEAD),
        ("boilerplate", "##"),
        ("heading", "What comes next"),
        ("body", SECOND),
    ]


def test_markdown_without_front_matter_is_read_as_it_is(tmp_path: Path) -> None:
    """Front matter is not asked for."""
    (tmp_path / "pier.md").write_text(TEXT, encoding="utf-8")
    [article], _ = read(tmp_path / "pier.md")
    assert (article.text, article.title) == (TEXT, "Council closes pier")


def test_markdown_is_read_as_it_is_shown(tmp_path: Path) -> None:
    """Signs of emphasis, links and escapes are no words; headings, lists, pictures and all other lines stay."""
    body = (
        "# The *old* pier\r\n\r\n![the **pier**](pier.png)\n\n**Lind:** It is [unsafe](https://vik.example/a_b_c).\n"
        "_Per Hov_ said so, too \\*.  \nA & B snake_case 2 * 3 * 4\n\n- one **two**\n  three\n\n"
        "> *quoted*\nidle\n\n    a *code*\n"
    )
    (tmp_path / "pier.md").write_bytes(body.encode())
    [article], _ = read(tmp_path / "pier.md")
    assert article.text == (
        "# The old pier\r\n\r\n![the **pier**](pier.png)\n\nLind: It is unsafe.\n"
        "Per Hov said so, too *.\nA & B snake_case 2 * 3 * 4\n\n- one two\n  three\n\n"
        "> quoted\nidle\n\n    a *code*\n"
    )
    assert article.title == "The old pier"
    assert ("boilerplate", "![the **pier**](pier.png)") in kinds(article)


@pytest.mark.parametrize("piece", ["[", "*a ", "**a *", "_a", "![", "[a](", "`", "> ", "\\", "*a\n"])
def test_markdown_that_never_closes_is_read_to_its_end(tmp_path: Path, piece: str) -> None:
    """What is no markup stays."""
    body = "The pier is shut.\n\n" + piece * 5_000 + "x\n"
    (tmp_path / "pier.md").write_text(body, encoding="utf-8")
    [article], _ = read(tmp_path / "pier.md")
    assert article.text.startswith("The pier is shut.")
    assert "x" in article.text


def test_html_gives_its_main_text_and_its_metadata(tmp_path: Path) -> None:
    """Menus, other stories and footers are no text; credits are marked."""
    (tmp_path / "pier.html").write_text(PAGE, encoding="utf-8")
    [article], _ = read(tmp_path / "pier.html")
    assert (article.title, article.publisher, article.authors) == ("Council closes pier", "Vik Courier", ("Anna Lind",))
    assert article.published == date(2025, 3, 4)
    found = kinds(article)
    assert found[:4] == [("title", "Council closes pier"), ("body", LEAD), ("heading", "What comes next"), found[3]]
    assert found[3][1].startswith(SECOND)
    assert found[3][0] == "body"
    assert found[-1] == ("boilerplate", "(Reporting by Anna Lind; Editing by Per Hov)")
    assert "World" not in article.text


def test_pdf_gives_paragraphs_without_running_heads(tmp_path: Path) -> None:
    """Wrapped lines are put together, cut words made whole, page numbers and running heads marked."""
    first = [
        "Vik Institute",
        "Council closes pier",
        "The harbour council of Vik voted on Monday to close the old pier, which",
        "was built a hundred years ago, after the engineers of the muni-",
        "cipality had called it unsafe for walkers, its chairman",
        "said.",
    ]
    second = [
        "Vik Institute",
        "The council will meet again in May to decide what is to be built where the",
        "pier stands now.",
    ]
    (tmp_path / "pier.pdf").write_bytes(pdf([[*first, "1"], [*second, "2"]], title="Council closes pier"))
    [article], _ = read(tmp_path / "pier.pdf")
    assert (
        "of the municipality had called it unsafe for walkers, its chairman said.\n\nThe council will meet"
        in article.text
    )
    assert article.title == "Council closes pier"
    assert [text for kind, text in kinds(article) if kind == "boilerplate"] == [
        "Vik Institute\n\n1\n\nVik Institute\n\n2"
    ]


def test_docx_gives_what_its_styles_say(tmp_path: Path) -> None:
    """Titles, headings and captions are marked by their styles, bylines by their form."""
    docx(tmp_path / "pier.docx")
    [article], _ = read(tmp_path / "pier.docx")
    assert kinds(article) == [
        ("title", "Council closes pier"),
        ("byline", "By Anna Lind"),
        ("body", LEAD),
        ("heading", "What comes next"),
        ("body", SECOND),
        ("caption", "The old pier."),
        ("body", "Cost | 40 million crowns"),
    ]
    assert (article.title, article.authors) == ("Council closes pier", ("Anna Lind",))


def test_jsonl_gives_an_article_a_line_with_its_id_and_metadata(tmp_path: Path) -> None:
    """The id stays as it was given, the slug is made of it, the text is the value to the character."""
    records = [
        {
            "id": "Vik/2025#1",
            "text": TEXT,
            "title": "Pier",
            "publisher": "Courier",
            "authors": ["A. Lind"],
            "published": "2025-03-04",
            "language": "en",
            "url": "https://courier.example/1",
        },
        {"id": 7, "text": LEAD, "authors": "A. Lind", "published": None, "url": "javascript:alert(1)"},
        {"text": SECOND},
    ]
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, records)) + "\n\n", encoding="utf-8")
    articles, skipped = read(tmp_path / "corpus.jsonl")
    assert [(a.id, a.slug) for a in articles] == [("Vik/2025#1", "vik-2025-1"), ("7", "7"), ("corpus-3", "corpus-3")]
    assert [a.text for a in articles] == [TEXT, LEAD, SECOND]
    assert [a.location for a in articles] == ["corpus.jsonl:1", "corpus.jsonl:2", "corpus.jsonl:3"]
    assert (articles[0].published, articles[0].url) == (date(2025, 3, 4), "https://courier.example/1")
    assert (articles[1].authors, articles[1].url) == (("A. Lind",), None)
    assert not skipped


@pytest.mark.parametrize("name", ["news.rss", "news.xml", "news.atom"])
def test_a_feed_gives_an_article_an_entry(tmp_path: Path, name: str) -> None:
    """Entries without text are reported and the others go on; scripts are no text."""
    (tmp_path / name).write_text(FEED, encoding="utf-8")
    [article], [(place, error)] = read(tmp_path / name)
    assert kinds(article) == [
        ("title", "Council closes pier"),
        ("body", LEAD),
        ("heading", "What comes next"),
        ("body", SECOND),
    ]
    assert (article.id, article.url, article.published) == (
        "courier-1",
        "https://courier.example/pier",
        date(2025, 3, 4),
    )
    assert (article.publisher, article.authors, article.language) == ("Vik Courier", ("Anna Lind",), "en")
    assert place == f"{name}#2"
    assert "no text" in str(error)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("pier.txt", PAGE.encode()),
        ("pier.pdf", PAGE.encode()),
        ("pier", PAGE.encode()),
        ("pier.html", pdf([[LEAD, SECOND]])),
    ],
)
def test_bytes_tell_the_format_where_the_suffix_misleads(tmp_path: Path, name: str, data: bytes) -> None:
    """A page that was saved as .pdf is a page, and a PDF that was saved as .html is a PDF."""
    (tmp_path / name).write_bytes(data)
    [article], skipped = read(tmp_path / name)
    assert not skipped
    assert "harbour council of Vik" in article.text
    assert "<" not in article.text


@pytest.mark.parametrize(
    "inner",
    [
        f"<h1>Council closes pier</h1>{LEAD}<br><br>{SECOND}<br>The council meets in May.",
        f"<h1>Council closes pier</h1><div>{LEAD}</div><div>{SECOND}</div><div>The council meets in May.</div>",
        f"<h1>Council closes pier</h1><p>{LEAD}</p><blockquote><p>{SECOND}</p></blockquote>"
        "<ul><li>The council meets in May.</li></ul>",
    ],
    ids=["breaks", "divisions", "quotation and list"],
)
def test_no_sentence_of_a_page_is_lost_whatever_its_markup(tmp_path: Path, inner: str) -> None:
    """Text between elements, quotations and lists is text."""
    page = f"<html><head><title>Council closes pier</title></head><body><article>{inner}</article></body></html>"
    (tmp_path / "pier.html").write_text(page, encoding="utf-8")
    [article], _ = read(tmp_path / "pier.html")
    assert article.text == f"Council closes pier\n\n{LEAD}\n\n{SECOND}\n\nThe council meets in May."
