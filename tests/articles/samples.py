"""Small files of every format, in our own prose."""

import io
from collections.abc import Sequence
from pathlib import Path

from graph.articles import read_articles
from graph.errors import ClaimgraphError
from graph.model import Article

LEAD = "The harbour council of Vik voted on Monday to close the old pier, its chairman said."
SECOND = "“Nobody should walk on rotten planks,” said Ola Dahl, who has led the council for nine years."
TEXT = f"Council closes pier\n\n{LEAD}\n\n{SECOND}\n"

Skipped = list[tuple[str, ClaimgraphError]]


def read(*sources: str | Path, max_bytes: int | None = None) -> tuple[list[Article], Skipped]:
    """The articles of sources, and what was skipped."""
    skipped: Skipped = []
    limit = {} if max_bytes is None else {"max_bytes": max_bytes}
    articles = list(read_articles(sources, skipped=lambda source, error: skipped.append((source, error)), **limit))
    return articles, skipped


def kinds(article: Article) -> list[tuple[str, str]]:
    """The regions of an article, as their kinds and texts."""
    return [(region.kind, article.text[region.start : region.end]) for region in article.regions]


def pdf(pages: Sequence[Sequence[str]], title: str = "") -> bytes:
    """A PDF with a text layer: the lines of each page, from the top down."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"({_escaped(line)}) Tj T* " for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 72 760 Td {shown}ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    objects.append(f"<< /Title ({_escaped(title)}) >>")
    return _assembled(objects)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assembled(objects: Sequence[str]) -> bytes:
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252"))
    start = out.tell()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    )
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode())
    return out.getvalue()


def docx(path: Path) -> None:
    """A Word file with a title, headings, a caption and a table."""
    import docx as word

    document = word.Document()
    document.add_heading("Council closes pier", level=0)
    document.add_paragraph("By Anna Lind")
    document.add_paragraph(LEAD)
    document.add_heading("What comes next", level=1)
    document.add_paragraph(SECOND)
    document.add_paragraph("The old pier.", style="Caption")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Cost", "40 million crowns"
    document.save(str(path))


PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Council closes pier | Vik Courier</title>
<meta property="og:title" content="Council closes pier"><meta property="og:site_name" content="Vik Courier">
<meta name="author" content="Anna Lind"><meta property="article:published_time" content="2025-03-04T09:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Council closes pier</h1><p>{LEAD}</p><h2>What comes next</h2><p>{SECOND}</p>
<p>The council will meet again in May to decide what is to be built in its place, according to its chairman.</p>
<p>(Reporting by Anna Lind; Editing by Per Hov)</p></article>
<aside><h3>Related stories</h3><ul><li><a href="/a">Ferry runs aground</a></li></ul></aside>
<footer>Copyright 2025 Vik Courier</footer></body></html>
"""

FEED = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Vik Courier</title><link>https://courier.example/</link><language>en-GB</language><description>News</description>
<item><title>Council closes pier</title><link>https://courier.example/pier</link><guid>courier-1</guid>
<author>anna@courier.example (Anna Lind)</author><pubDate>Tue, 04 Mar 2025 09:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>{LEAD}</p><h2>What comes next</h2><p>{SECOND}<script>alert(1)</script></p>]]>
</content:encoded></item>
<item><title>Empty</title><link>https://courier.example/empty</link><guid>courier-2</guid></item>
</channel></rss>
"""
