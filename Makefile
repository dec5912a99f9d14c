# On a fresh machine `make demo` and `make test` do all that is needed; everything else is below.

VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest

# How much `make fuzz` and `make stress` do, and which pythons `make test-pythons` takes.
SEEDS ?= 1000
FIRST ?= 1000
SECONDS ?= 600
ROUNDS ?= 10
PYTHONS ?=
BENCH ?=
OLDEST_LLVMLITE := 0.46

.DEFAULT_GOAL := help
.PHONY: help setup venv tools demo test lint format test-oldest test-pythons bench fuzz stress emulated search picture docs wheel clean

help:
	@echo "make demo           run a real program (SQLite's shell) from LLVM IR, and show what rejit did"
	@echo "make test           run the tests"
	@echo "make lint           ruff check, ruff format --check, mypy"
	@echo "make bench          rejit against lli, llvmlite and clang -O3 (long); BENCH='--only lua --runs 5'"
	@echo "make fuzz           random C programs and damaged IR (long); SEEDS=1000 FIRST=1000 SECONDS=600"
	@echo "make stress         fork, threads, signals, again and again (long); ROUNDS=10"
	@echo "make test-oldest    the smoke tests with the oldest llvmlite served ($(OLDEST_LLVMLITE))"
	@echo "make test-pythons   the smoke tests with every python3.x found; PYTHONS='python3.12 /opt/py/bin/python3'"
	@echo "make picture        the pictures in docs/ anew, from runs on this machine"
	@echo "make emulated       tests/programs on the emulated CPUs (long)"
	@echo "make search         arch/*_search.ll anew, from runtime/search.c"
	@echo "make docs           the documentation as a site, in build/site"
	@echo "make wheel          the wheel, in dist/"
	@echo "make format         ruff format"
	@echo "make clean          remove .venv, build, dist and caches (.corpus stays)"

# -- set-up: stamps, so that the second time takes no time ---------------------------------------------------------

setup: venv tools
venv: $(VENV)/.ready
	@$(BIN)/python -m compileall -q src # or, with PYTHONDONTWRITEBYTECODE, every start would compile rejit anew
tools: $(VENV)/.tools

$(VENV)/.ready: pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh venv $(VENV)
	@touch $@

$(VENV)/.tools: tests/tools.py bench/corpus.py scripts/setup.sh | $(VENV)/.ready
	@sh scripts/setup.sh tools $(VENV)
	@touch $@

# -- the two commands ----------------------------------------------------------------------------------------------

demo: venv
	@$(BIN)/python scripts/demo.py

test: setup
	sh scripts/test.sh $(BIN)/python $(ARGS)

# -- what CI runs besides ------------------------------------------------------------------------------------------

lint: venv
	@status=0; \
	for check in 'ruff check .' 'ruff format --check .' mypy; do \
	    echo "$$check"; $(BIN)/$$check || status=1; \
	done; \
	exit $$status

test-oldest: setup
	sh scripts/test_with.sh build/llvmlite-$(OLDEST_LLVMLITE) $(BIN)/python 'llvmlite==$(OLDEST_LLVMLITE).*'

test-pythons: setup
	sh scripts/test_pythons.sh $(PYTHONS)

# -- long campaigns ------------------------------------------------------------------------------------------------

bench: setup
	$(BIN)/python -m bench.run $(BENCH)

fuzz: setup
	REJIT_CSMITH_SEEDS=$(SEEDS) REJIT_CSMITH_FIRST=$(FIRST) $(PYTEST) tests/differential -q --maxfail=20
	$(BIN)/python tests/fuzz/fuzz.py --seconds $(SECONDS)

stress: setup
	$(PYTEST) -m slow -q --maxfail=20
	REJIT_RECLAIM=always $(PYTEST) tests/programs tests/differential -q --maxfail=20
	for round in $$(seq $(ROUNDS)); do \
	    echo "round $$round of $(ROUNDS)"; \
	    $(PYTEST) tests/programs tests/runtime tests/session -q --maxfail=20 \
	        -k 'fork or thread or signal or wait or close or memory' || exit 1; \
	done

# -- the rest ------------------------------------------------------------------------------------------------------

search:
	for part in src/rejit/arch/*_search.h; do \
	    cpu=$$(basename $$part _search.h); \
	    clang-19 --target=$$(sed -n 's/^TRIPLE = "\(.*\)"/\1/p' src/rejit/arch/$$cpu.py) -O2 -ffreestanding -fno-builtin \
	        -fno-stack-protector -fno-vectorize -Wall -Wextra -Wno-unused-parameter -S -emit-llvm \
	        -Isrc/rejit/arch -DCPU_PART="\"$${cpu}_search.h\"" \
	        -o src/rejit/arch/$${cpu}_search.ll src/rejit/runtime/search.c || exit 1; \
	done

emulated: setup
	$(PYTEST) tests/arch/test_emulated_programs.py -q -m 'slow or not slow'

picture: setup
	$(BIN)/python docs/make_picture.py docs/run.svg
	$(BIN)/python docs/make_report.py docs/report.png
	$(BIN)/python docs/make_life.py docs

docs: venv
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo "build/site/index.html    (with a search: python3 -m http.server -d build/site)"

wheel: venv
	$(BIN)/python -m hatchling build -t wheel

format: venv
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix-only .

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
