"""The texts of documents whose file does not hold them: articles, read as a build reads them, and found by name."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from graph.articles import read_articles
from graph.articles.naming import base_name
from graph.articles.raw import Report
from graph.errors import InputError
from graph.imports.documents import Document
from graph.model import Article
from graph.vocabulary import slug

# by what a document may name its text, the surest first
_KEYS: tuple[Callable[[Article], str | None], ...] = (
    lambda article: article.url,
    lambda article: article.id,
    lambda article: article.location,
    lambda article: slug(base_name(article.location)),
    lambda article: slug(base_name(article.location.rpartition("/")[2])),
    lambda article: slug(article.title) if article.title else None,
)


class Texts:
    """The articles of some sources that documents name; no file is opened because a document names it."""

    def __init__(self, sources: Sequence[str], documents: Iterable[Document], skipped: Report, max_bytes: int) -> None:
        wanted = {name for document in documents for name in _names(document)}
        self._found: list[dict[str, list[Article]]] = [{} for _ in _KEYS]
        for article in read_articles(sources, skipped=skipped, max_bytes=max_bytes) if wanted else ():
            for by_name, key in zip(self._found, _KEYS, strict=True):
                name = key(article)
                if name and name in wanted:
                    by_name.setdefault(name, []).append(article)

    def of(self, document: Document) -> Article | None:
        """The article that a document names; None where there is none.

        :raises InputError: where there are two.
        """
        for by_name in self._found:
            found = [article for name in _names(document) for article in by_name.get(name, ())]
            dated = [a for a in found if a.published and a.published == document.known.published]
            one = {a.location: a for a in (dated if len(found) > 1 and dated else found)}
            if len(one) > 1:
                raise InputError(
                    f"“{document.id}” may be {' or '.join(sorted(one))}: name one by its file name or its address."
                )
            if one:
                return next(iter(one.values()))
        return None


def _names(document: Document) -> Iterator[str]:
    """What a document calls its text: an address, a file name, a title."""
    if document.text is None:
        yield from (document.known.url,) if document.known.url else ()
        yield document.id
        yield slug(document.id)
        yield slug(base_name(document.id)) if "." in document.id.rpartition("/")[2] else slug(document.id)
