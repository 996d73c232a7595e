"""The text of SPARQL, told apart without evaluating it: tokens, forms, and what would reach beyond the store."""
