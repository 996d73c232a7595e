"""Actors: the authority file, the names in an article linked to it, roles, groups, and whom a noun phrase means."""

from graph.actors.authority import Authority
from graph.actors.authority_files import load_authority
from graph.actors.cast import Cast
from graph.actors.find import find_actors
from graph.actors.heads import joined

__all__ = ["Authority", "Cast", "find_actors", "joined", "load_authority"]
