# GNU make 3.81 or later. PYTHON=/path/to/python3.11 chooses the interpreter, JOBS="a b" the jobs.
PYTHON ?=
JOBS =
WORKERS = 2

.PHONY: report explore test lint venv lock environment clean

report: venv
	.venv/bin/plan-eval report $(JOBS)

explore: venv
	.venv/bin/plan-eval explore $(JOBS)

test: venv
	.venv/bin/pytest -n $(WORKERS) --dist loadfile

lint: venv
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports

venv:
	@PYTHON="$(PYTHON)" sh .ci/venv

# The only step that looks for newer versions.
lock:
	uv pip compile pyproject.toml --group dev --universal --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-annotate -o requirements.lock

environment: venv
	.venv/bin/python .ci/environment.py environment.yml

clean:
	rm -rf .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
