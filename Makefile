# The first target lists the others.
.PHONY: help setup demo test lint types gate bench docs lock

PYTHON ?= python3
BIN := .venv/bin
STORIES := $(addprefix examples/,ferry steel lander trial election)
# Twice quiet: pip otherwise warns of every index and folder in a user's settings that it does not use.
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: .venv/ready ## make .venv from the pinned lock

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup ## show where the reports of a sample story conflict and what changed, and put all five into out/demo.html
	@mkdir -p out
	$(BIN)/variorum collate examples/ferry --kind conflict --kind update
	$(BIN)/variorum collate $(STORIES) --format html --output out/demo.html
	@echo "written: out/demo.html, the whole records of five stories (opens in a browser, from disk)"

test: setup ## run all tests
	$(BIN)/python -m pytest -n auto

lint: setup ## check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## check types
	$(BIN)/mypy

docs: setup ## make the generated pages of docs/ anew (schemas, commands)
	$(BIN)/python docs/build.py

gate: setup ## hold the quality figures against their floors (needs the public sets)
	$(BIN)/python -m benchmarks.quality.gate

bench: setup ## time every stage, beside its peers where those are installed (dependency group "bench")
	for stage in whole read times names attributions group collate publish; do \
		$(BIN)/python -m benchmarks.speed.$$stage || exit 1; done

lock: ## pin all requirements anew, with hashes and without addresses (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --quiet --output-file requirements.lock
