"""The extractor "annotated": what a person coded by hand, found by the article's id in a folder of annotations."""

from pathlib import Path

from graph.claims.annotated import annotated
from graph.claims.findings import Extractor, Findings, Tools
from graph.errors import AnnotationError
from graph.model import Article
from graph.resources import resource


def coded(tools: Tools) -> Extractor:
    """Load codings from a folder of YAML files, each named for its article's slug; those of the samples by default."""
    folder = tools.annotations or resource("data", "annotations")

    def read(article: Article) -> Findings:
        path = folder / f"{article.slug}.yaml"
        if not path.is_file():
            raise AnnotationError(
                f"There is no coding of {article.id} in {folder.name}: add {path.name}, or use --extractor rules."
            )
        return annotated(article, path, tools.minter, tools.authority)

    return Extractor(read, _digest(folder))


def _digest(folder: Path) -> str:
    return f"{sum(1 for _ in folder.glob('*.yaml'))} codings"
