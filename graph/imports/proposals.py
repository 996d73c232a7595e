"""Names of proposals in codings: those of the codebook by label, alias or IRI, and new ones as candidates."""

from collections.abc import Iterable

from graph.errors import InputError
from graph.model import Proposal
from graph.vocabulary import Minter, slug


class Proposals:
    """Finds the proposal of a name."""

    def __init__(self, codebook: Iterable[Proposal], minter: Minter) -> None:
        self._minter = minter
        self._known: dict[str, Proposal] = {}
        self._names: dict[str, dict[str, Proposal]] = {}
        for proposal in codebook:
            self._known[proposal.id] = proposal
            last = proposal.id.rpartition("/")[2].rpartition("#")[2]
            named = (last, proposal.label, *proposal.aliases)
            for name in (proposal.id, *map(_folded, named), *(slug(one) for one in named if not _is_cut(one))):
                self._names.setdefault(name, {})[proposal.id] = proposal

    def named(self, name: str) -> Proposal:
        """The codebook's proposal of a name, or a candidate of its own.

        :raises InputError: where the codebook has two of that name.
        """
        found = self._names.get(name) or self._names.get(_folded(name)) or self._by_slug(name) or {}
        if len(found) > 1:
            raise InputError(
                f"“{name}” names {len(found)} proposals of the codebook ({', '.join(sorted(found))}): "
                "write the IRI of the one that is meant."
            )
        label = " ".join(name.split())
        return next(iter(found.values()), Proposal(self._iri(label), label, candidate=True))

    def _by_slug(self, name: str) -> dict[str, Proposal] | None:
        return None if _is_cut(name) else self._names.get(slug(name))

    def _iri(self, label: str) -> str:
        """The IRI of a new proposal; a long label is told by all of it, since two may begin alike."""
        return self._minter.digest("proposal", (_folded(label),)) if _is_cut(label) else self._minter.proposal(label)

    @property
    def known(self) -> frozenset[str]:
        """The IRIs of the codebook's proposals."""
        return frozenset(self._known)


_LONG = 110  # characters of a slug: somewhat beyond, it is cut


def _is_cut(name: str) -> bool:
    """Whether a slug may leave out the end of a name."""
    return len(slug(name)) > _LONG


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
