"""An attribution as the text has it: a source, a cue, a content, and the features that a weight can judge it by."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph.language import Sentence


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (`source` tokens, empty where the text does not tell) by which words (`cue`) says what (`content`).

    `head` is the token that the cue hangs on, `holder` the head token of the source; content is in offsets of the
    article. `features` name what a weight may count; `frame` is the rule that found it.
    """

    frame: str
    sentence: "Sentence"
    head: "Token"
    cue: tuple["Token", ...]
    holder: "Token | None"
    source: tuple["Token", ...]
    content: tuple[Span, ...]
    features: tuple[str, ...]

    @property
    def start(self) -> int:
        """Where the content starts."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1].end
