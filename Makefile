# Every target makes its own environment: Python 3.11 or newer and make are all it takes.
PYTHON ?= python3
SIZE ?= full
VENV := .venv
READY := $(VENV)/.ready
DEMO := build/demo

.DEFAULT_GOAL := help
.PHONY: help demo cloud-demo serve test check simulate bench bench-reading format pins clean

help: ## Say what each target does
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("aicvgen needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## Tailor the example CV to the example job ad and say where the PDF is
	@AICVGEN_HOME=$(DEMO)/home $(VENV)/bin/aicvgen tailor tests/data/example/cv.pdf \
	  --job tests/data/example/job.txt --out $(DEMO)

cloud-demo: $(READY) ## The same on emulators of Google Cloud, every function a process of its own
	@cd tests && ../$(VENV)/bin/python -m cloud.demo

serve: $(READY) ## Run everything on this machine; drop cv.* and job.* into the inbox
	@$(VENV)/bin/aicvgen serve

test: $(READY) ## Run the tests (under 5 minutes on 2 cores)
	@$(VENV)/bin/python -m pytest $(PYTEST)

check: $(READY) ## Lint, formatting, types and the arrows between modules
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

simulate: $(READY) ## Long runs: faults, kills, load, corpus (SIZE=ci for a short version)
	@cd tests && ../$(VENV)/bin/python -u -m simulate --size $(SIZE)

bench-reading: $(READY) ## Print how well CVs are read, per folder of the corpus, and the ten worst
	@cd tests && ../$(VENV)/bin/python -u -m benchmarks.reading

bench: $(READY) ## Print every promised figure, peers beside ours
	@cd tests && ../$(VENV)/bin/python -u -m benchmarks

format: $(READY) ## Format the code
	@$(VENV)/bin/ruff check --fix --quiet .
	@$(VENV)/bin/ruff format --quiet .

pins: $(READY) ## Compile the pins anew from pyproject.toml (needs uv)
	@uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --no-emit-find-links --quiet --output-file requirements.txt
	@uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --no-emit-find-links --quiet --constraint requirements.txt \
	  --output-file requirements-dev.txt

clean: ## Remove what the other targets made
	@rm -rf $(VENV) .venv-peers build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
