# Sayso: set up, show, test, measure. Needs Python 3.11 or newer with pip; everything else is installed here, from lock files.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SHARED ?= ../shared
LEDGER := demo/demo.ledger
TRAINED := .trained
PARTS := src tests bench train
export CHROMIUM ?= /usr/bin/chromium

.PHONY: help demo setup test lint types rooms front desk unit browser gate bench lock model schema clean

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/ready ## set up, read the shipped sample into a ledger, show its claims
	@$(BIN)/sayso demo --ledger $(LEDGER)

setup: $(VENV)/ready ## make the environment that running needs
test: lint types rooms front unit browser gate ## set up and pass every test, those in a real browser too

lint: $(VENV)/ready-dev
	$(BIN)/ruff check --no-cache $(PARTS)
	$(BIN)/ruff format --no-cache --check $(PARTS)

types: $(VENV)/ready-dev
	$(BIN)/mypy

rooms: $(VENV)/ready-dev
	$(BIN)/lint-imports

unit: $(VENV)/ready-dev ## run the tests
	$(BIN)/pytest --ignore tests/gate --ignore tests/browser

browser: $(VENV)/ready-dev $(CHROMIUM) frontend/node_modules/.ready ## do users' stories at a served desk in a real browser
	$(BIN)/pytest tests/browser

front: frontend/node_modules/.ready ## check the desk's front end, test it, and hold the shipped build to what its sources give
	cd frontend && npm run --silent check && npm run --silent test
	cd frontend && npm run --silent build -- --outDir $(CURDIR)/.built --emptyOutDir --logLevel warn
	diff -r .built src/sayso/show/desk/static

desk: frontend/node_modules/.ready ## build the desk's front end into the package
	cd frontend && npm run --silent build -- --logLevel warn

gate: $(VENV)/ready-dev ## score the gold articles against the pinned floors
	$(BIN)/pytest tests/gate -s --gate $(SHARED)

bench: $(VENV)/ready-dev ## measure speed and size of each stage
	$(BIN)/python -m bench.speed --shared $(SHARED)
	$(BIN)/python -m bench.workers --shared $(SHARED)
	$(BIN)/python -m bench.ledger --shared $(SHARED)

model: ## train the encoder again from the data and write the shipped files (hours; needs torch: its own environment)
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet -e '.[train]'
	.venv-train/bin/python -m train.silver --shared $(SHARED) --out $(TRAINED)/silver.jsonl
	.venv-train/bin/python -m train.fit --shared $(SHARED) --silver $(TRAINED)/silver.jsonl --out $(TRAINED)/weights.pt
	.venv-train/bin/python -m train.export --weights $(TRAINED)/weights.pt
	.venv-train/bin/python -m train.roots $(SHARED)/bench/events/plv.jsonl --weights $(TRAINED)/weights.pt
	.venv-train/bin/python -m train.incidents $(SHARED)/bench/events/muc4.jsonl --weights $(TRAINED)/weights.pt --keep $(TRAINED)/incidents.pt --tried 6
	.venv-train/bin/python -m train.incidents $(SHARED)/bench/events/muc4.jsonl --kept $(TRAINED)/incidents.pt
	.venv-train/bin/python -m train.fillers $(SHARED)/bench/events/muc4.jsonl
	.venv-train/bin/python -m train.where --shared $(SHARED)
	.venv-train/bin/python -m bench.encoder --pin

schema: $(VENV)/ready-dev ## write what is generated: JSON Schemas, problem codes, kinds, the desk's contract and its snapshots
	$(BIN)/python -m bench.reference
	$(BIN)/python -m bench.contract
	$(BIN)/python -W ignore -m bench.snapshots > /dev/null

lock: $(VENV)/ready-dev ## renew the lock files
	$(BIN)/uv pip compile $(LOCK) pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile $(LOCK) --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	printf 'hatchling==1.27.0\neditables\n' | $(BIN)/uv pip compile $(LOCK) -c requirements-dev.lock - -o requirements-build.lock

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Sayso needs Python 3.11 or newer; this is " + sys.version.split()[0] + " (say make PYTHON=python3.12)" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready: requirements.lock requirements-build.lock pyproject.toml | $(BIN)/python
	@echo "setting up in $(VENV) (once; about a minute)"
	@$(PIP) --require-hashes -r requirements.lock -r requirements-build.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready requirements-dev.lock
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

frontend/node_modules/.ready: frontend/package-lock.json
	@command -v npm > /dev/null || { echo "the desk's front end is checked and built with Node.js 20 or newer and npm" >&2; exit 1; }
	cd frontend && npm ci --silent --no-audit --no-fund
	@touch $@

$(CHROMIUM):
	@echo "tests in a browser need Debian's Chromium: installing it"
	@if [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium > /dev/null; \
	else echo "run: sudo apt-get install chromium (or say make CHROMIUM=/path/to/chromium)" >&2; exit 1; fi

clean: ## take away what was made here, the environment too
	rm -rf $(VENV) frontend/node_modules .built demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
