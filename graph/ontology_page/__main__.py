"""`python -m graph.ontology_page` prints the page."""

import sys

from graph.ontology_page import page

sys.stdout.buffer.write(page().encode())
