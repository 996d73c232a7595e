"""How Jena's commands are started, where Debian's libapache-jena-java is installed."""

import shutil
import tempfile
import zipfile
from pathlib import Path

_JARS = Path("/usr/share/java")
# two loggers for one interface: Jena wants one, and slf4j-simple is that
_LEFT_OUT = ("log4j-over-slf4j", "maven3", "slf4j-jcl", "slf4j-jdk14", "slf4j-log4j12", "slf4j-nop")


def arq() -> tuple[str, ...] | None:
    """Jena's engine for queries; see `command`."""
    return command("arq.arq")


def command(name: str) -> tuple[str, ...] | None:
    """A command up to its options, by the name of its class, or None where Java or Jena is not there."""
    core = _JARS / "jena-core.jar"
    java = shutil.which("java")
    if not java or not core.exists():
        return None
    jars = [str(path) for path in sorted(_JARS.glob("*.jar")) if not path.name.startswith(_LEFT_OUT)]
    return (java, "-cp", ":".join([str(_messages(core)), *jars]), name)


def _messages(core: Path) -> Path:
    """The messages of Xerces, which Debian's package has where its own classes do not look for them."""
    home = Path(tempfile.gettempdir()) / "claimgraph-corpora" / "jena"
    with zipfile.ZipFile(core) as jar:
        jar.extractall(home, [name for name in jar.namelist() if name.startswith("org/apache/jena/ext/xerces/")])
    return home / "org/apache/jena/ext"
