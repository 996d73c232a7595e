"""The ontology as one readable page: every term with its meaning, its place, an example and the rules it obeys."""

from graph.ontology_page.terms import read_ontology

__all__ = ["page"]


def page() -> str:
    """The whole page as HTML: self-contained, everything escaped, the same each time."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("graph.ontology_page", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.jinja").render(ontology=read_ontology()) + "\n"
