"""The pipeline: articles to readings, readings into the store, and the demonstration of both."""

from graph.build.corpus import Report, build
from graph.build.reader import Reader, Settings, readings
from graph.build.session import build_paths, extract_paths, settings_of

__all__ = ["Reader", "Report", "Settings", "build", "build_paths", "extract_paths", "readings", "settings_of"]
