"""What is installed from the wheel is the whole program, from whatever folder it is run; the sdist makes the wheel."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# where a file of the checkout is in the wheel
MOVED = {"graph": "graph", "ontology": "graph/ontology", "data": "graph/data"}
Said = subprocess.CompletedProcess[str]


def run(*command: str | Path, cwd: Path) -> Said:
    """Run a program that knows nothing of the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "CLAIMGRAPH"))}
    return subprocess.run([*map(str, command)], capture_output=True, text=True, cwd=cwd, env=kept, timeout=120)


def done(*command: str | Path, cwd: Path) -> str:
    """Run a program that must succeed; gives its standard output."""
    said = run(*command, cwd=cwd)
    assert said.returncode == 0, said.stderr
    return said.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, and the wheel that is built from it, as for a registry; hatchling is here already."""
    folder = tmp_path_factory.mktemp("dist")
    done(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    """The wheel."""
    (path,) = dist.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """A folder with an environment in which the wheel is installed, and nothing else of the project.

    The libraries are lent by this environment: a line of a .pth file adds their folder, and follows no .pth in it.
    """
    folder = tmp_path_factory.mktemp("place")
    done(sys.executable, "-m", "venv", "--without-pip", folder / "env", cwd=folder)
    python = folder / "env" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    done(*pip, "install", "-q", "--no-deps", "--no-index", wheel, cwd=folder)
    (packages,) = (folder / "env" / "lib").glob("python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    (where,) = done(python, "-c", "import graph; print(graph.__file__)", cwd=folder).splitlines()
    assert Path(where).is_relative_to(folder)
    return folder


def shipped() -> set[str]:
    """The files of the checkout that a wheel must have, by their names in it."""
    found = {"cli.py"}
    for top, there in MOVED.items():
        for path in (ROOT / top).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith("."):
                found.add(f"{there}/{path.relative_to(ROOT / top).as_posix()}")
    return found


def test_the_wheel_has_every_file_of_the_program(wheel: Path) -> None:
    """Tables, queries, templates and data as well as code; and nothing that is no part of it."""
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == shipped()
    assert {Path(name).suffix for name in names} >= {
        ".py",
        ".tsv",
        ".txt",
        ".ttl",
        ".rq",
        ".html",
        ".js",
        ".css",
        ".md",
    }


def test_the_sdist_has_the_tests(dist: Path) -> None:
    """Who packages it can run them."""
    (path,) = dist.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"tests/test_wheel.py", "tests/sample.py", "docs/cli.md", "Makefile", "LICENSE", "pyproject.toml"} <= names
    assert not [name for name in names if ".venv" in name or "__pycache__" in name]


def test_the_installed_program_does_all_from_another_folder(place: Path) -> None:
    """The demonstration builds the sample articles, validates, asks and draws; then the other commands on its store.

    It reads without the slowest of the models, which the next test asks.
    """
    program = place / "env" / "bin" / "claimgraph"
    shown = done(program, "demo", "--out", "tried", "--extractor", "quick", cwd=place)
    # the question that it asks has an answer: whom it is about, what he holds, and in which words
    assert "Joint Taiwan–Korea negotiation" in shown and "oppose" in shown and "he doubts most" in shown
    store = ["--store", place / "tried" / "store"]
    asked = done(program, "query", "most-quoted", *store, cwd=place)
    assert json.loads(asked)["results"]["bindings"]
    assert "<html" in (place / "tried" / "network.html").read_text(encoding="utf-8")
    done(program, "view", *store, "--out", "page.html", cwd=place)
    assert (place / "page.html").stat().st_size > 100_000
    done(program, "site", *store, "--out", "site", cwd=place)
    assert "<h1" in (place / "site" / "index.html").read_text(encoding="utf-8")
    assert "every node is as its shape says" in run(program, "validate", *store, cwd=place).stderr
    assert "positions-of" in done(program, "queries", cwd=place)
    assert "Taiwan" in done(program, "show", "Taiwan", *store, cwd=place)
    assert "@prefix" in done(program, "export", "turtle", *store, cwd=place)
    assert done(program, "networks", "actors", *store, cwd=place)


def test_the_installed_program_reads_with_all_of_its_models(place: Path) -> None:
    """Without an option, also with the one that tells what follows from a text."""
    (place / "news.txt").write_text("Mayor Ada Holm of Vik opposes a second ferry.\n", encoding="utf-8")
    (place / "plans.ttl").write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix cg: <https://w3id.org/claimgraph/ontology#> . "
        '<https://example.org/ferry> a cg:Proposal ; skos:prefLabel "A second ferry"@en .',
        encoding="utf-8",
    )
    said = done(place / "env" / "bin" / "claimgraph", "extract", "news.txt", "--codebook", "plans.ttl", cwd=place)
    records = [json.loads(line) for line in said.splitlines()]
    assert [one["stance"] for one in records if one["type"] == "position"] == ["oppose"]


def test_the_checkout_runs_without_being_installed(tmp_path: Path) -> None:
    """`python cli.py`, from any folder."""
    assert "Commands" in done(sys.executable, ROOT / "cli.py", "--help", cwd=tmp_path)
    assert "positions-of" in done(sys.executable, ROOT / "cli.py", "queries", cwd=tmp_path)
