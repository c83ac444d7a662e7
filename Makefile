# Two commands: `make open` opens the seed article in a labelling session, `make test` runs everything
# that a change must pass. Both keep to an environment of their own in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SEED := seeds/isis-regime-close-in-on-deir-e-zor-rebels.txt
SECONDS := 600
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: open test lint types units schemas pictures help score revisions fuzz torture constraints clean

open: $(VENV)/core
	@$(BIN)/qa-annotate open $(SEED)

test: lint types units

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev
	$(BIN)/mypy

units: $(VENV)/dev
	$(BIN)/pytest -n auto

schemas: $(VENV)/core
	@for name in article annotation codebook history people project seal; do \
		$(BIN)/qa-annotate schema $$name > schemas/$$name.schema.json; done

help: $(VENV)/core
	@COLUMNS=80 $(BIN)/python -c 'import sys; sys.argv = ["qa-annotate", "--help"]; \
		from qa_annotate.cli.roof import run; run()' > src/qa_annotate/cli/help.txt

pictures: $(VENV)/dev
	$(BIN)/python scripts/picture.py docs/pictures

# The parser's score on the corpus that QA_ANNOTATE_SHARED names (else ../shared).
score: $(VENV)/dev
	$(BIN)/python scripts/score.py --floors

# Re-anchoring's proposals on the real revisions in the same folder.
revisions: $(VENV)/dev
	$(BIN)/python scripts/revisions.py --floors

# Mutated and made-up articles, for ten minutes (make fuzz SECONDS=60 for one).
fuzz: $(VENV)/dev
	$(BIN)/python scripts/fuzz.py --seconds $(SECONDS)

# What `make test` samples, in full: every byte of a sealed project flipped in turn, and a thousand
# kills at random instants, some in the middle of a save.
torture: $(VENV)/dev
	QA_ANNOTATE_TORTURE=1 $(BIN)/pytest -n auto tests/commands/test_seal.py tests/store/test_kill.py -k "flipped or killed"

# The exact versions that are tested, without any index address.
constraints: $(VENV)/dev
	@$(BIN)/python -m pip freeze --exclude-editable | sort -f > constraints.txt

clean:
	rm -rf $(VENV)

$(VENV)/core: pyproject.toml constraints.txt | $(VENV)/made
	@echo "Installing qa-annotate into $(VENV) (once) …" >&2
	@$(PIP) install --constraint constraints.txt --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/dev: pyproject.toml constraints.txt | $(VENV)/made
	@echo "Installing qa-annotate and its tests' tools into $(VENV) (once) …" >&2
	@$(PIP) install --constraint constraints.txt --editable '.[all,dev]'
	@$(BIN)/python -m compileall -q src
	@touch $@ $(VENV)/core

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "qa-annotate needs Python 3.11 or newer; name one with: make PYTHON=python3.12 open" >&2; \
		exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "This Python lacks its venv module; on Debian or Ubuntu install it with: apt install python3-venv" >&2; \
		exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade 'pip>=25.3'
	@touch $@
