"""claimgraph: who supports, doubts or opposes which proposal, in which words, according to which article."""

__version__ = "0.1.0"
