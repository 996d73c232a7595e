"""Rows of the store as networks: who stands where, who agrees with whom, and measures on that."""
