# Everything that a fresh machine needs: Python 3.11 or newer, make, git and a package index.

PYTHON ?= python3
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet

# The theme warns of a mkdocs 2 that isn't used here.
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve bench fuzz bad-days edits test check demo lock clean

site: .venv/site ## make the pages and build the site
	$(BIN)/briefing build
	$(BIN)/mkdocs build --strict

serve: .venv/site ## show the site at http://127.0.0.1:8000 and rebuild it on every change
	$(BIN)/mkdocs serve

bench: .venv/site ## measure what a build costs; each table names the machine, the versions and the command
	$(BIN)/python benchmarks/incremental.py 0 100 1000
	$(BIN)/python benchmarks/link.py 100 1000

SECONDS_EACH ?= 60
fuzz: .venv/test ## feed hostile input to readers, extractors, the escape and YAML: make fuzz SECONDS_EACH=600
	$(BIN)/python benchmarks/fuzz.py $(SECONDS_EACH)

edits: .venv/test ## change a project at random 500 times and compare each build with a clean one
	BRIEFING_EDITS=500 $(BIN)/pytest tests/test_refresh.py -k any_edits

bad-days: .venv/test ## hostile files, damaged states, kills and broken disks, from a seed
	$(BIN)/python benchmarks/bad_days.py

test: .venv/test ## run the tests, in a real browser too
	$(BIN)/pytest -n auto

check: .venv/test ## everything that must hold before a change lands
	$(BIN)/briefing build --check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/lock_is_current.py
	$(BIN)/mkdocs build --strict
	$(BIN)/briefing check
	$(BIN)/briefing check site

demo: .venv/site ## accept the demo without its newest article, so that its page of changes has something to tell
	$(BIN)/briefing accept --without seeds/002_c8c95379da27dd65.txt

lock: .venv/test ## pin the dependencies again, after a change in pyproject.toml
	$(COMPILE) --extra install -o requirements.lock
	$(COMPILE) --extra install --extra test --extra lint -o requirements-dev.lock

clean: ## remove the environment and everything that was built
	rm -rf .venv site dist .cache

.venv/site: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

.venv/test: .venv/site requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python tests/install_browser.py
	touch $@
