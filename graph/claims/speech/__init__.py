"""The claims of an article: made from its attributions, each with its speakers and with who passes it on."""

from graph.claims.speech.making import Spoken
from graph.claims.speech.speech import Speech

__all__ = ["Speech", "Spoken"]
