# Everything one needs: `make run`, `make test`. See docs/operate.md.
PYTHON ?= python3
# Compiled modules halve every start, whatever the shell says.
export PYTHONDONTWRITEBYTECODE =
BIN := .venv/bin

.PHONY: run test check setup printing browser requirements format bench bench-long wapiti clean
.DEFAULT_GOAL := run

setup:
	@$(PYTHON) requirements/environment.py .venv

printing: setup
	@$(PYTHON) requirements/printing.py

run: printing
	@exec $(BIN)/zhixing serve --demo

check: setup printing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -m "not database and not browser" -n 2 -q

test: check browser
	$(BIN)/pytest -m "database or browser" -n 2 --dist worksteal -q

browser: setup
	@$(BIN)/python tests/browser.py

# The peers stay in a venv of their own; see bench/README.md.
bench: setup
	@test -d .venv-bench || $(PYTHON) -m venv .venv-bench
	@$(BIN)/uv pip sync --quiet --require-hashes --python .venv-bench/bin/python bench/requirements.txt
	@PYTHONPATH=src:. .venv-bench/bin/python -m bench

bench-long: setup  # the same, and the jobs that need a server of their own: some minutes
	@test -d .venv-bench || $(PYTHON) -m venv .venv-bench
	@$(BIN)/uv pip sync --quiet --require-hashes --python .venv-bench/bin/python bench/requirements.txt
	@PYTHONPATH=src:. .venv-bench/bin/python -m bench --long

# Over the demonstration that `make run` serves; fails on anything found above "info". Some twenty minutes.
wapiti: setup
	@test -d .venv-wapiti || $(PYTHON) -m venv .venv-wapiti
	@$(BIN)/uv pip sync --quiet --require-hashes --python .venv-wapiti/bin/python requirements/wapiti.txt
	@$(BIN)/python -m tests.wapiti http://127.0.0.1:$(or $(PORT),8000)/ $(SECONDS_EACH)

format: setup
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

requirements: setup
	@for part in uv base dev wapiti; do \
	  $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet \
	    requirements/$$part.in -o requirements/$$part.txt || exit 1; done
