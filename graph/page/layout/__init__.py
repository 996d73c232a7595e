"""Where nodes stand: a seeded layout in numpy, the same at every call."""
