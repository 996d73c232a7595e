"""The extractor "learned": the rules, with two small learnt models beside the grammar: of attributions, of stances."""

from graph.claims.attributions import Marks
from graph.claims.findings import Extractor, Findings, Tools
from graph.claims.matching import Matcher
from graph.claims.rules import findings
from graph.language import Parser, Stances, Tagger
from graph.model import Article


def learned(tools: Tools) -> Extractor:
    """Load the models and prepare the codebook, once for a run."""
    parser, tagger, stances = Parser(tools.model), Tagger(), Stances()
    matcher = Matcher(tools.codebook, tools.authority)

    def read(article: Article) -> Findings:
        return findings(parser.parse(article), matcher, tools, Marks(tagger.tag(article)), stances)

    return Extractor(read, f"{parser.name}, {tagger.name}, {stances.name}")
