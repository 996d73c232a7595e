"""What goes to people and comes from them by standard input, output and error, whatever these are."""
