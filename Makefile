# Two commands: `make run` opens the bot, `make test` proves it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: run test check lint bench lock clean

run: $(VENV)/.runs
	@$(BIN)/python -m bot $(ARGS)

test: $(VENV)/.tests lint
	@$(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

lint: $(VENV)/.tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/deptry .

bench: $(VENV)/.tests  ## what a report takes, what an answer costs, how long a workbook takes
	@$(BIN)/python -m tests.benchmarks.taps
	@$(BIN)/python -m tests.benchmarks.interview
	@$(BIN)/python -m tests.exports.benchmark

# The environment is made anew where a lock file changed; the marker tells what is in it.
$(VENV)/.runs: requirements.lock
	@tools/environment $(PYTHON) $(VENV) requirements.lock
	@touch $@

$(VENV)/.tests: requirements-dev.lock
	@tools/environment $(PYTHON) $(VENV) requirements-dev.lock
	@touch $@ $(VENV)/.runs

lock:  ## renew the lock files from pyproject.toml (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q pyproject.toml --group dev -o requirements-dev.lock

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
