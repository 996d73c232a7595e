"""Entities that a file of RDF/XML declares: short texts pass, as in many an ontology, others could grow without end.

An entity that is made of others can be of any size when it is written out ("billion laughs"), and the engine writes
all of them out. It reads no encoding but UTF-8, and finds a declaration wherever in a DOCTYPE these bytes stand.
"""

import re
from pathlib import Path
from typing import IO

from graph.errors import InputError

_BEGIN = b"<!ENTITY"
_SHORT = re.compile(rb"""<!ENTITY\s*%?\s*[^\s"'<>&]+\s+("[^"<>&]{0,300}"|'[^'<>&]{0,300}')\s*>""")
_LONGEST = 1000  # bytes of a declaration


class ShortEntities:
    """A file of RDF/XML as it is read, each declaration looked at before the parser gets its end.

    :raises InputError: where an entity is long, made of other entities, or what another file holds.
    """

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self._file, self._path = file, path
        self._unseen = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes, as they are in the file."""
        data = self._file.read(size)
        self._unseen = self._checked(self._unseen + data)
        return data

    def _checked(self, data: bytes) -> bytes:
        """What has to be looked at again when more has come."""
        start = data.find(_BEGIN)
        while start >= 0:
            end = data.find(b">", start)
            if end < 0 and len(data) - start <= _LONGEST:
                return data[start:]
            if not _SHORT.fullmatch(data, start, end + 1):
                raise InputError(
                    f"{self._path} declares an entity of XML that is long, or made of others or of a file, and could "
                    "grow without end: write its text where it is used, or save the file as Turtle."
                )
            start = data.find(_BEGIN, end)
        return data[1 - len(_BEGIN) :]
