"""`python -m graph.querying.asking` prints the page of what can be asked."""

import sys

from graph.querying.asking.page import page

sys.stdout.buffer.write(page().encode())
