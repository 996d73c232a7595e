"""The static site of a store: a page for each actor, proposal and article, which need no script and no server."""
