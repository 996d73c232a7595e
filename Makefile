# Each target sets up what it needs: Python 3.11 and make are enough.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-slow lint format ontology-doc cli-reference bench wheel-test constraints clean

demo: .venv/run
	$(BIN)/claimgraph demo

test: .venv/dev
	$(BIN)/python -m pytest -q -m "not slow" -n 2

test-slow: .venv/dev
	$(BIN)/python -m pytest -q -n 2

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/dev
	$(BIN)/python -m pytest -q -s tests/benchmarks --override-ini=addopts=--import-mode=importlib

# the built wheel, installed where nothing else of the project is, must find its ontology, data and templates
wheel-test: .venv/dev
	bash tests/wheel.sh $(BIN)/python

ontology-doc: .venv/run
	$(BIN)/python -m graph.ontology_page > docs/ontology.html

cli-reference: .venv/dev
	$(BIN)/python tests/cli_reference.py --write

constraints:
	rm -rf .venv && $(PYTHON) -m venv .venv && $(BIN)/pip install -q -e '.[dev]'
	$(BIN)/pip freeze --exclude-editable > constraints.txt

.venv/run: constraints.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e .
	$(BIN)/python -m compileall -q graph cli.py
	touch $@

.venv/dev: .venv/run
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

clean:
	rm -rf .venv dist claimgraph-demo claimgraph-store
