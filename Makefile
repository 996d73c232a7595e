# Each target sets up what it needs: Python 3.11 and make are enough.
PYTHON ?= python3
BIN := .venv/bin

# else each process of the tests compiles the program anew
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test test-slow lint format ontology-doc cli-reference asking-doc export-doc bench wheel-test constraints clean

demo: .venv/run
	@$(BIN)/claimgraph demo

test: .venv/dev
	$(BIN)/python -m pytest -q -m "not slow" -n 2 --dist worksteal

test-slow: .venv/dev
	$(BIN)/python -m pytest -q -n 2 --dist worksteal

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/biome lint --config-path=tests/page/biome.json --error-on-warnings --log-level=warn graph/page/assets/*.js graph/page/assets/*.css graph/site/assets/*.css

format: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/dev
	$(BIN)/python -m pytest -q -s tests/benchmarks --override-ini=addopts=--import-mode=importlib

# the built wheel, installed where nothing else of the project is, must find its ontology, data and templates
wheel-test: .venv/dev
	$(BIN)/python -m pytest -q tests/test_wheel.py

ontology-doc: .venv/run
	$(BIN)/python -m graph.ontology_page > docs/ontology.html

cli-reference: .venv/dev
	$(BIN)/python tests/cli_reference.py --write

asking-doc: .venv/run
	$(BIN)/python -m graph.querying.asking > docs/asking.md

# pictures and counts of the sample graph, by other readers of the export formats
export-doc: .venv/dev
	$(BIN)/python -m tests.exports.pictures

# the versions that were tried together, by name and number alone
constraints:
	rm -rf .venv/fresh && $(PYTHON) -m venv .venv/fresh
	.venv/fresh/bin/python -m pip install -q --disable-pip-version-check -e '.[dev]'
	.venv/fresh/bin/python -m pip freeze --exclude-editable > constraints.txt
	rm -rf .venv/fresh
	! grep -n '[@:/]' constraints.txt

.venv/run: constraints.txt pyproject.toml
	@echo "Setting up .venv, once: a minute or two"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e .
	@$(BIN)/python -m compileall -q graph cli.py
	@touch $@

.venv/dev: .venv/run
	@echo "Adding what the tests need"
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

clean:
	rm -rf .venv dist claimgraph-demo claimgraph-store
