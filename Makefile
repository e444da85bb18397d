# Every target makes its own environment: Python 3.11 or newer and make are all it takes.
PYTHON ?= python3
SIZE ?= full
VENV := .venv
READY := $(VENV)/.ready
DEMO := build/demo
CHECKOV := .venv-checkov/.ready
# Deploying: into which project, with which variables, and where its state is kept.
PROJECT ?=
ENVIRONMENT ?= dev
REGION ?= europe-west1
TERRAFORM = terraform -chdir=infra

.DEFAULT_GOAL := help
.PHONY: help demo cloud-demo serve test check bundle simulate bench bench-reading format pins clean \
  doctor costs state plan deploy destroy project

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
	@$(VENV)/bin/python -m pytest --ignore=tests/deploy/infra -n 2 --dist loadfile $(PYTEST)

check: $(READY) $(if $(shell command -v terraform),$(CHECKOV)) ## Lint, types, arrows between modules, and what would be deployed
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports
	@$(VENV)/bin/python -m pytest --quiet tests/deploy/infra $(PYTEST)

# In an environment of its own: it wants other versions of what we use.
$(CHECKOV): tests/deploy/infra/requirements-checkov.txt
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

doctor: ## Say what this machine, and a project (PROJECT=<id>), lack to be deployed
	@$(PYTHON) infra/doctor.py $(PROJECT)

costs: $(READY) ## Compute what a thousand runs and an idle month cost
	@$(VENV)/bin/python infra/costs.py

state: project ## Make the bucket that Terraform keeps its state in
	@gcloud storage buckets create gs://$(PROJECT)-terraform --project=$(PROJECT) \
	  --location=$(REGION) --uniform-bucket-level-access --public-access-prevention
	@gcloud storage buckets update gs://$(PROJECT)-terraform --versioning

plan: project bundle ## Say what a deployment would change (PROJECT=<id> ENVIRONMENT=dev)
	@$(TERRAFORM) init -input=false -reconfigure -backend-config=bucket=$(PROJECT)-terraform
	@$(TERRAFORM) plan $(VARIABLES)

deploy: project bundle ## Deploy to a project, after showing what changes
	@$(TERRAFORM) init -input=false -reconfigure -backend-config=bucket=$(PROJECT)-terraform
	@$(TERRAFORM) apply $(VARIABLES)

destroy: project bundle ## Remove everything from a project, after showing what
	@$(TERRAFORM) init -input=false -reconfigure -backend-config=bucket=$(PROJECT)-terraform
	@$(TERRAFORM) destroy $(VARIABLES)

VARIABLES = -var-file=envs/$(ENVIRONMENT).tfvars -var=project=$(PROJECT) -var=region=$(REGION)

project:
	@$(if $(PROJECT),,$(error Say which project: make $(MAKECMDGOALS) PROJECT=<id>))true

bundle: $(READY) ## Write what is deployed, build/bundles/<function>.zip: the same bytes every time
	@$(VENV)/bin/python -m aicvgen.bundle build/bundles

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
	@uv pip compile pyproject.toml --group dev --all-extras --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --quiet \
	  --constraint requirements.txt --output-file requirements-dev.txt
	@echo 'checkov>=3.3' | uv pip compile - --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet \
	  --output-file tests/deploy/infra/requirements-checkov.txt

clean: ## Remove what the other targets made
	@rm -rf $(VENV) .venv-peers .venv-checkov build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
