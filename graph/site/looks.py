"""How data become markup: every text is escaped, every address relative or of the web."""

import json
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

import jinja2
import markupsafe

from graph.exports.prose import counted, day
from graph.mapping.terms import web_address
from graph.model import POLARITY
from graph.networks.debate import ArticleCard
from graph.page.policy_network import asset
from graph.page.texts import plain
from graph.resources import resource
from graph.site.gathering import Gathered
from graph.site.names import address, anchor

POLICY = (
    # 'self' is not the folder of a file: in every browser, and a page from the web can load no file:
    "default-src 'none'; style-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'"
)

_END = markupsafe.Markup("</a>")


def environment(gathered: Gathered, languages: Mapping[str, str]) -> jinja2.Environment:
    """The templates of `assets/`, with the filters by which they name and link the things of a site."""
    articles = gathered.debate.articles
    found = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resource("site", "assets")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.policies["json.dumps_kwargs"] = {"separators": (",", ":"), "ensure_ascii": False}
    styles = json.loads(asset("styles.json"))
    found.globals.update(csp=POLICY, relations=styles["relations"], kinds=styles["kinds"], anchor=anchor)
    found.filters.update(
        link=_linker(gathered, "../"),
        root_link=_linker(gathered, ""),
        href=lambda iri, fragment="": address(gathered.paths[iri], "../", fragment),
        name=lambda iri: name_of(gathered, iri),
        about_article=lambda iri: about(articles[iri]),
        language=languages.get,
        day=_time,
        web=web,
        plain=plain,
        verbatim=verbatim,
        counted=counted,
    )
    found.tests["article_known"] = articles.__contains__
    pill = found.get_template("pill.html")
    found.globals["pills"] = {stance: markupsafe.Markup(pill.render(stance=stance)) for stance in POLARITY}  # noqa: S704
    return found


def name_of(gathered: Gathered, iri: str) -> str:
    """What a thing is called on a page: never nothing."""
    return plain(gathered.debate.label(iri), 300) or plain(iri) or "?"


def sort_key(name: str) -> str:
    """A name as it is sorted: without regard to case, accents and what stands before its first letter.

    >>> sorted(["élan", "Zoo", "“Fair” fares"], key=sort_key)
    ['élan', '“Fair” fares', 'Zoo']
    """
    folded = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return folded.lstrip("\"'“”‘’«»([ ") or folded


def verbatim(text: str) -> markupsafe.Markup:
    """The text to the letter: a reader of HTML would make a line feed of a carriage return."""
    return markupsafe.Markup(str(markupsafe.escape(text)).replace("\r", "&#13;"))  # noqa: S704 - escaped above


def web(text: str) -> markupsafe.Markup:
    """An address as text, and as a link where it is one of the web."""
    shown = markupsafe.Markup('<bdi dir="ltr">{}</bdi>').format(plain(text, 500))
    if not web_address(text):
        return shown
    return markupsafe.Markup('<a href="{}" rel="noopener noreferrer nofollow">{}</a>').format(text, shown)


def _linker(gathered: Gathered, up: str) -> Callable[..., markupsafe.Markup]:
    """A function that makes the link to a thing's page, or its name alone where it has none."""

    @cache
    def parts(iri: str) -> tuple[markupsafe.Markup, markupsafe.Markup]:
        name = markupsafe.Markup('<bdi dir="auto">{}</bdi>').format(name_of(gathered, iri))
        if iri not in gathered.paths:
            return markupsafe.Markup(), name
        return markupsafe.Markup('<a href="{}').format(address(gathered.paths[iri], up)), name

    def link(iri: str, fragment: str = "") -> markupsafe.Markup:
        """`fragment` is an anchor of ours, never text of an article."""
        opening, name = parts(iri)
        return opening + _rest(fragment) + name + _END if opening else name

    return link


def _rest(fragment: str) -> markupsafe.Markup:
    return markupsafe.Markup(f'#{fragment}">' if fragment else '">')  # noqa: S704 - made by `names.anchor`


def about(card: ArticleCard) -> markupsafe.Markup:
    """Who published an article, and when."""
    publisher = markupsafe.Markup('<bdi dir="auto">{}</bdi>').format(plain(card.publisher, 120))
    parts = [publisher] if card.publisher else []
    return markupsafe.Markup(", ").join([*parts, day(card.published)] if card.published else parts)


@cache
def _time(when: date | None) -> Any:  # noqa: ANN401 - markup or a word
    if not when:
        return "undated"
    return markupsafe.Markup('<time datetime="{}">{}</time>').format(when.isoformat(), day(when))
