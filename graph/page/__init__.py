"""The interactive page: a pyvis network in our own template, in one file that opens offline."""
