"""The extractor "learned": the rules with a learnt tagger for attributions and a learnt model for stances beside them."""

from graph.claims.attributions import Marks
from graph.claims.findings import Extractor, Findings, Tools
from graph.claims.matching import Matcher
from graph.claims.rules import findings
from graph.language import Parser, StanceModel, Tagger, models
from graph.model import Article


def learned(tools: Tools) -> Extractor:
    """Load the models and prepare the codebook, once for a run."""
    parser, tagger, stances = Parser(tools.model), Tagger(), StanceModel()
    matcher = Matcher(tools.codebook, tools.authority)

    def read(article: Article) -> Findings:
        return findings(parser.parse(article), matcher, tools, Marks(tagger.tag(article)), stances)

    return Extractor(read, ", ".join((parser.name, models.digest("attribution"), models.digest("stance"))))
