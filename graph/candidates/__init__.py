"""Proposals outside the codebook, put together over the corpus: few clusters with names, to edit into a codebook."""
