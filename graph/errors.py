"""What can go wrong: one base exception, each message one sentence naming the bad thing and the fix."""

from typing import Self


class ClaimgraphError(Exception):
    """Base of all errors that a user can cause or mend; `exit_code` is what the command line returns."""

    exit_code = 2


class InputError(ClaimgraphError):
    """A file, URL, record or option cannot be used as it is."""


class NotAnArticle(InputError):
    """A file in a folder is no article (another file type): passed over and named, not an error of the run."""


class CodebookError(InputError):
    """A codebook or an authority file is not the SKOS that it should be."""


class AnnotationError(InputError):
    """A hand-made annotation does not fit its article."""


class StoreError(ClaimgraphError):
    """The store cannot be opened, is locked, is of another format, or cannot be written."""


class QueryError(ClaimgraphError):
    """The query is not SPARQL, or asks for what is refused."""

    exit_code = 3


class NotSparql(QueryError):
    """It cannot be read: what it says of the place may be said better by who has the text."""


class QueryTimeout(ClaimgraphError):
    """The query ran longer than it was allowed to."""

    exit_code = 124

    @classmethod
    def after(cls, seconds: float | None) -> Self:
        """What to say of a query that was stopped after so many seconds."""
        return cls(
            f"The query ran longer than {seconds:g} seconds and was stopped: "
            "narrow it, or give it more time with --timeout (0 for as long as it takes)."
        )


class OutOfMemory(ClaimgraphError):
    """It needed more memory than it was allowed, or than there is."""


class Crashed(ClaimgraphError):
    """A child process ended by itself: the engine failed, as it does where things are nested very deeply."""


class Stopped(ClaimgraphError):
    """Ctrl-C ended it; what was done is kept."""

    exit_code = 130


class MissingResource(ClaimgraphError):
    """A file that the installation should bring is not there."""
