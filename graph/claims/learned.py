"""The extractors "learned" and "quick": the rules, with learnt models beside the grammar, of attributions, of stances.

"quick" does not ask whether a stand follows from a text, which is most of the work and finds most positions.
"""

from graph.claims.attributions import Marks
from graph.claims.findings import Extractor, Findings, Tools
from graph.claims.matching import Matcher
from graph.claims.rules import findings
from graph.language import Parser, Stances, Tagger
from graph.model import Article


def learned(tools: Tools) -> Extractor:
    """Load the models and prepare the codebook, once for a run."""
    return _reading(tools, Stances())


def quick(tools: Tools) -> Extractor:
    """The same, with the quicker of the models alone."""
    return _reading(tools, Stances(entailing=False))


def _reading(tools: Tools, stances: Stances) -> Extractor:
    parser, tagger = Parser(tools.model), Tagger()
    matcher = Matcher(tools.codebook, tools.authority)

    def read(article: Article) -> Findings:
        return findings(parser.parse(article), matcher, tools, Marks(tagger.tag(article)), stances)

    return Extractor(read, f"{parser.name}, {tagger.name}, {stances.name}")
