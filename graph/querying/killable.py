"""Work that can be stopped at any moment, because it is done in a child process.

The engine has no timeout and hears no signal while it evaluates. The child gives its output through a pipe; a timer
of the system ends it when its time is up, and it ends too when its parent is gone.
"""

import fcntl
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import IO, NoReturn, TypeAlias

from graph import errors
from graph.errors import ClaimgraphError, Crashed, OutOfMemory, QueryTimeout

Work: TypeAlias = Callable[[IO[bytes]], None]

_CHUNK = 1 << 16
_ERROR = 3000  # characters of a message
# how the engine ends its process, and what it means
_ENDS: dict[int, tuple[type[ClaimgraphError], str]] = {
    signal.SIGABRT: (
        OutOfMemory,
        "The query needed more memory than it may use and was stopped: narrow it, or give it more with --memory "
        "(in gigabytes; 0 for as much as there is).",
    ),
    signal.SIGSEGV: (
        Crashed,
        "The query is built too deep for the engine, which gave up: simplify it, or ask in several steps.",
    ),
    signal.SIGKILL: (
        OutOfMemory,
        "The system ended the query's process, as it does where memory runs out: narrow the query, or give it less "
        "with --memory.",
    ),
}
_START = (
    "import ast, sys; sys.path[:] = ast.literal_eval(sys.argv[1]); from graph.querying.killable import begin; "
    "begin(*map(int, sys.argv[2:]))"
)
_KEPT_IN_MEMORY = 1 << 23
KEPT_IN_FILE = 2_000_000_000  # bytes: an answer without end shall not fill the disk


def output_of(work: Work, timeout: float | None, *, writes: bool = False) -> Iterator[bytes]:
    """What the work writes, in pieces. With a timeout nothing is given before all is done: no half answer.

    A work that `writes` to a store tells piece by piece what is done for good. It can be pickled, and a fresh
    interpreter does it where this process has opened a store: a fork would wait for the engine's threads, which it
    does not have.

    :raises QueryTimeout: where the time was up.
    :raises OutOfMemory, Crashed: where the child died; the words are those of a query.
    :raises ClaimgraphError: of the kind and with the message that the work raised.
    """
    out, out_child = os.pipe()
    said, said_child = os.pipe()
    alive_child, alive = os.pipe()
    sys.stdout.flush()
    apart = writes and _engine_has_threads()
    child = _begun(work, timeout, (out_child, said_child, alive_child)) if apart else os.fork()
    if child == 0:
        for fd in (out, said, alive):
            os.close(fd)
        _end_with_parent(alive_child)
        _do(work, out_child, said_child, timeout)
    for fd in (out_child, said_child, alive_child):
        os.close(fd)
    pieces = _ended(child, (said, alive), timeout, _pieces(out))
    return pieces if writes or timeout is None else _whole(pieces)


def begin(told: int, out: int, said: int, alive: int) -> NoReturn:
    """The life of a fresh interpreter: it is told its work through a pipe."""
    import pickle

    _end_with_parent(alive)
    with os.fdopen(told, "rb") as file:
        work, timeout = pickle.load(file)  # noqa: S301 - from this same program
    _do(work, out, said, timeout)


def _engine_has_threads() -> bool:
    from graph.store.engine import has_threads

    return has_threads()


def _begun(work: Work, timeout: float | None, ends: tuple[int, int, int]) -> int:
    import pickle

    told, telling = os.pipe()
    for fd in (told, *ends):
        os.set_inheritable(fd, True)
    paths = repr([os.path.abspath(path) for path in sys.path])  # noqa: PTH100 - a path would be an import more
    command = [sys.executable, "-P", "-c", _START, paths, *map(str, (told, *ends))]
    child = os.posix_spawn(sys.executable, command, os.environ)
    os.close(told)
    with suppress(BrokenPipeError), os.fdopen(telling, "wb") as file:  # it has ended, which is said as its end
        pickle.dump((work, timeout), file)
    return child


def limit_memory(gigabytes: float) -> None:
    """Let this process use so much more memory than it does now, where the system can see to that; 0 is any amount.

    The engine ends its process when it gets no more. What it says before is not shown; `sys.stderr` goes on working.
    """
    import resource

    if gigabytes and sys.platform == "linux":
        with open("/proc/self/statm", encoding="ascii") as told:  # noqa: PTH123 - a path would be an import more
            used = int(told.read().split()[5]) * resource.getpagesize()
        sys.stderr = os.fdopen(os.dup(2), "w", 1, encoding=sys.stderr.encoding, errors="backslashreplace")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the engine says before it gives up is ours to say
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = used + int(gigabytes * 1e9)
        resource.setrlimit(resource.RLIMIT_DATA, (wanted if most < 0 else min(wanted, most), most))  # -1 is any amount


def stop_the_clock() -> None:
    """Let this child take as long as it needs from now on."""
    signal.setitimer(signal.ITIMER_REAL, 0)


def _do(work: Work, out: int, said: int, timeout: float | None) -> NoReturn:
    """The child's life; it ends here whatever happens."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        if timeout is not None:
            signal.setitimer(signal.ITIMER_REAL, timeout)
        with os.fdopen(out, "wb", _CHUNK) as file:
            work(file)
        code = 0
    except ClaimgraphError as error:
        os.write(said, _told(type(error).__name__, str(error)))
    except BrokenPipeError:
        code = 0  # nobody reads on
    except MemoryError:
        os.abort()  # as the engine does
    except Exception as error:  # a fault of ours or of the engine: the parent says it
        os.write(said, _told("ClaimgraphError", f"{type(error).__name__}: {error}"))
    finally:
        os._exit(code)


def _told(kind: str, message: str) -> bytes:
    """An error for the parent, which reads it when the child has ended: no more of it than a pipe takes at once."""
    return f"{kind}\n{message[:_ERROR]}".encode("utf-8", "surrogatepass")


def _end_with_parent(alive: int) -> None:
    """Have the system end this process when its parent ends, and with it the other end of a pipe."""
    fcntl.fcntl(alive, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(alive, fcntl.F_SETFL, os.O_ASYNC)


def _pieces(out: int) -> Iterator[bytes]:
    with os.fdopen(out, "rb", 0) as file:
        while piece := file.read(_CHUNK):
            yield piece


def _ended(child: int, fds: tuple[int, int], timeout: float | None, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces, and then the child's end as an exception where it was no good one; a child left is a child killed."""
    running = True
    try:
        yield from pieces
        _, status = os.waitpid(child, 0)
        running = False
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
            raise QueryTimeout.after(timeout)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) in _ENDS:
            kind, said = _ENDS[os.WTERMSIG(status)]
            raise kind(said)
        if status:
            raise _raised(fds[0], status)
    finally:
        if running:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        for fd in fds:
            os.close(fd)


def _raised(said: int, status: int) -> ClaimgraphError:
    name, _, message = os.read(said, 1 << 20).decode("utf-8", "surrogatepass").partition("\n")
    if not name:
        return Crashed(f"The query's process ended by itself (status {status}): it may need more memory.")
    kind = getattr(errors, name, ClaimgraphError)
    error: ClaimgraphError = kind(message)
    return error


def _whole(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces once the last has come; kept in memory, and in a file when they are many."""
    kept: list[bytes] = []
    size = 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece)
        if size > _KEPT_IN_MEMORY:
            yield from _through_file(kept, pieces)
            return
    yield from kept


def _through_file(kept: list[bytes], pieces: Iterator[bytes]) -> Iterator[bytes]:
    import tempfile

    with tempfile.TemporaryFile() as file:
        try:
            _keep(chain(kept, pieces), file)
        except OSError as error:
            raise ClaimgraphError(
                f"There is no room in {tempfile.gettempdir()} to keep the answer until it is whole "
                f"({error.strerror or error}): make some, or take it as it comes with --timeout 0."
            ) from error
        kept.clear()
        file.seek(0)
        while piece := file.read(_CHUNK):
            yield piece


def _keep(pieces: Iterable[bytes], file: IO[bytes]) -> None:
    for piece in pieces:
        file.write(piece)
        if file.tell() > KEPT_IN_FILE:
            raise ClaimgraphError(
                f"The answer is larger than {KEPT_IN_FILE / 1e9:.1g} GB, which is as much as is kept until it is "
                "whole: narrow it, or take it as it comes with --timeout 0."
            )
    file.flush()
