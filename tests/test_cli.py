"""The command line as a whole: its exit codes, one sentence for what went wrong, and what --debug shows of it."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from graph import __version__
from graph.build import Settings, build_paths
from tests.build.prose import write
from tests.build.running import claimgraph, claimgraph_here, command, control_c, environment, sentences, start, until


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["networks", "nonsense"], "No such command 'nonsense'"),
        (["build"], "Missing argument 'paths': see"),
        (["build", "--workers"], "--workers"),
        (["build", "x", "--workers", "many"], "--workers"),
        (["validate", "--nonsense"], "No such option: --nonsense"),
        (["view", "--max-nodes", "0"], "--max-nodes"),
        (["export", "nquads"], "no store at"),
        (["show", "Ada Holm"], "no store at"),
    ],
)
def test_a_slip_is_one_sentence_and_exit_code_2(tmp_path: Path, arguments: list[str], words: str) -> None:
    """It says what is wrong and where help is; nothing goes to standard output."""
    done = claimgraph(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    (sentence,) = sentences(done.stderr)
    assert words in sentence
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("arguments", [[], ["networks"]])
def test_no_command_is_a_call_for_help(arguments: list[str]) -> None:
    """The help, and nothing that looks like a fault."""
    done = claimgraph(*arguments)
    assert done.returncode == 2
    assert "Commands" in done.stdout + done.stderr
    assert "claimgraph: " not in done.stderr


def test_the_version_is_told() -> None:
    """On standard output."""
    done = claimgraph("--version")
    assert (done.returncode, done.stdout) == (0, f"claimgraph {__version__}\n")


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    """Where a sentence is not enough."""
    done = claimgraph("--debug", "stats", "--store", tmp_path / "none")
    assert done.returncode != 0
    assert "Traceback" in done.stderr
    assert "StoreError" in done.stderr


def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Named, with what the system says of it."""
    news = write(tmp_path / "news", 1)
    assert build_paths([str(news)], tmp_path / "store", Settings(extractor="rules")) == 0
    capsys.readouterr()
    for arguments in (("export", "turtle"), ("view",), ("networks", "save")):
        done = claimgraph_here(capsys, *arguments, "--store", tmp_path / "store", "--out", "/none/such.file")
        assert done.returncode == 2
        (sentence,) = sentences(done.stderr)
        assert "/none/such.file" in sentence
    done = claimgraph_here(capsys, "demo", "--out", tmp_path / "store" / "format" / "x")
    assert done.returncode == 2
    assert len(sentences(done.stderr)) == 1


def test_extract_says_what_is_wrong_beside_its_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Records of the good articles on standard output, a sentence for the bad one on standard error."""
    news = write(tmp_path / "news", 1)
    (news / "empty.txt").write_bytes(b"")
    done = claimgraph_here(capsys, "extract", news, "--extractor", "rules")
    assert done.returncode == 2
    (sentence,) = sentences(done.stderr)
    assert "is empty" in sentence
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"article", "claim", "actor"} <= {record["type"] for record in records}
    done = claimgraph_here(capsys, "extract", tmp_path / "none.txt")
    assert (done.returncode, done.stdout, len(sentences(done.stderr))) == (2, "", 1)


def test_who_has_read_enough_may_go(tmp_path: Path) -> None:
    """`claimgraph extract ... | head` ends without a traceback."""
    running = subprocess.Popen(
        command("extract", write(tmp_path / "news", 8, sentences=8), "--extractor", "rules"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(),
    )  # fmt: skip
    assert running.stdout is not None and running.stderr is not None
    assert running.stdout.readline().startswith('{"type": "article"')
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()
    running.wait(timeout=60)
    assert said == ""


def test_control_c_outside_a_build_is_one_sentence_too(tmp_path: Path) -> None:
    """Exit code 130, as a shell has it."""
    pipe = tmp_path / "pipe"
    subprocess.run(["mkfifo", str(pipe)], check=True)
    running = start("extract", pipe)
    until(lambda: _has_reader(pipe))
    code, said = control_c(running)
    assert code == 130
    assert sentences(said) == ["claimgraph: Stopped."]


def _has_reader(pipe: Path) -> bool:
    """Whether a process has a pipe open to read from; the pipe is left open, so that it waits."""
    try:
        os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return False
    return True
