# Everything sets itself up: a machine with Python 3.11 or newer and make is enough.
PYTHON ?= python3
ENV := .venv
BIN := $(ENV)/bin
READY := $(ENV)/.ready

# Many tests start Python anew: without its compiled files each would compile the whole package first.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test coverage test-long test-clients clients mutate check generated docs pictures bench clean

$(READY): pyproject.toml
	$(PYTHON) -m venv $(ENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,pdf,web]'
	@touch $@

demo: $(READY)
	$(BIN)/wgsched plan examples/asset-recovery-2009.yaml -o out

test: $(READY)
	$(BIN)/python -m pytest -n 2

# The same tests, about twice as long: each line that runs is noted.
coverage: $(READY)
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term

test-long: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m pytest -n 2 -m long

test-clients: $(READY)
	$(BIN)/python -m pytest -m clients tests

mutate: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[mutation]'
	rm -rf mutants
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/mutmut run --max-children 2
	$(BIN)/python -m tests.benchmarks.mutations

clients: $(READY)
	sh tests/clients/install.sh

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) docs

generated: $(READY)
	$(BIN)/python -m wgsched.languages
	PYTHONPATH=docs/_ext $(BIN)/python -m generated
	$(BIN)/python -m tests.rules

docs: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --quiet --fresh-env --write-all --builder dirhtml docs build/docs

pictures: $(READY)
	$(BIN)/python docs/pictures.py
	WGSCHED_PICTURES=docs/_static $(BIN)/python -m pytest -m clients -k pictures tests/clients/test_desk.py

bench: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python tests/benchmarks/run.py $(if $(PARALLEL),--parallel $(PARALLEL)) $(if $(PEER),--peer $(PEER))

clean:
	rm -rf $(ENV) out build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache mutants
