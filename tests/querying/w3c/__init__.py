"""The tests of the W3C for SPARQL 1.1, which are not ours: found, read, and compared."""
