# Sayso: everything that a fresh clone needs is two words away, `make demo` or `make test`.
# Needs Python 3.11 or newer, make, and the network for the first run. Works in .venv; a second run installs nothing.

VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check -qq
# Wheels alone, each of a known hash: no compiler, and no code run while installing.
LOCKED := install --progress-bar off --only-binary :all: --require-hashes
MINE   := install --no-deps --no-build-isolation --editable .
LOCK   := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --only-binary :all: \
          --generate-hashes --custom-compile-command "make lock" $(UPGRADE)
BENCH  ?= ../shared/bench

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help demo test lint bench lock docs system clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.base ## read the bundled example and print its ledger
	@$(BIN)/sayso demo

test: system lint ## all checks: lint, types, import layers, tests with warnings as errors
	$(BIN)/python -m pytest -W error

lint: $(VENV)/.dev ## ruff, mypy and the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: $(VENV)/.dev ## start-up and reading speed, and the scores on the open sets in BENCH
	$(BIN)/python benchmarks/startup.py
	@test -d $(BENCH) || { echo "No bench at '$(BENCH)'. Name its folder: make bench BENCH=FOLDER"; exit 1; }
	$(BIN)/python benchmarks/reading.py $(BENCH)/polnear/dev.jsonl.gz
	$(BIN)/python -m benchmarks.whose $(BENCH)/coded/dev.jsonl.gz
	$(BIN)/python -m benchmarks.statements $(BENCH)/coded/dev.jsonl.gz
	$(BIN)/python -m benchmarks.holders $(BENCH)/coded/dev.jsonl.gz
	$(BIN)/python -m benchmarks.attribution $(BENCH)/polnear/cofenet_valid.jsonl.gz
	$(BIN)/python -m benchmarks.attribution $(BENCH)/polnear/dev.jsonl.gz
	$(BIN)/python -m benchmarks.behaviour
	$(BIN)/python -m benchmarks.dates
	$(BIN)/python -m benchmarks.claims
	PATH="$(CURDIR)/$(BIN):$$PATH" sh $(BENCH)/check_all.sh

lock: $(VENV)/.dev ## work out requirements/ anew from pyproject.toml (newer versions too: make lock UPGRADE=--upgrade)
	$(PIP) install --only-binary :all: "uv>=0.9"
	$(LOCK) --group build pyproject.toml --output-file requirements/base.txt
	$(LOCK) --group dev --constraint requirements/base.txt pyproject.toml --output-file requirements/dev.txt

docs: $(VENV)/.dev ## write the generated pages of docs/ (the tests fail when one is stale)
	$(BIN)/python docs/generate.py

system: # Packages of the operating system that tests need go here (a browser, say). So far there are none.

clean: ## remove the environment and everything built
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the environment: one stamp for each level, newer than what it was made from ---

PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$name; break; }; done)

$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "Sayso needs Python 3.11 or newer; none was found. Name yours: make PYTHON=/path/to/python3"; exit 1; }
	@echo "Making $(VENV) with $(PYTHON) ..."
	@$(PYTHON) -m venv --clear $(VENV) || { echo "'$(PYTHON) -m venv' failed. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.base: requirements/base.txt pyproject.toml | $(VENV)/.python
	@echo "Installing what Sayso runs on into $(VENV) (a minute or two, once) ..."
	@$(PIP) $(LOCKED) -r requirements/base.txt
	@$(PIP) $(MINE)
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.base
	@echo "Installing what the checks run on into $(VENV) ..."
	@$(PIP) $(LOCKED) -r requirements/dev.txt
	@touch $@
