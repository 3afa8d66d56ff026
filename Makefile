# SPDX-License-Identifier: MIT
# The commands of this project. `make demo` and `make test` do all set-up that is still to do.

.PHONY: demo test bench format clean setup
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

VENV := .venv
PYTHON := $(VENV)/bin/python
STAMPS := build/stamps
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check

HEADERS := $(shell find include -name '*.hpp' 2>/dev/null)
# Folders are prerequisites too, so that a file that went away is noticed.
FOLDERS := $(shell find include src python -type d -not -name __pycache__ 2>/dev/null)
SOURCES := $(HEADERS) $(wildcard src/*) $(FOLDERS) CMakeLists.txt $(wildcard cmake/*)

demo: $(STAMPS)/package
	@$(PYTHON) examples/python/demo.py

test: $(STAMPS)/package
	@$(PYTHON) tests/run.py

bench: $(STAMPS)/package
	@cmake --preset release > build/configure-release.log
	@cmake --build --preset release
	@$(PYTHON) tests/bench/run.py

format: $(STAMPS)/tools
	@$(PYTHON) tests/run.py --format

setup: $(STAMPS)/package

clean:
	rm -rf build $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(STAMPS)/system: .ci/system-packages
	@bash .ci/system-packages
	@mkdir -p $(@D) && touch $@

$(PYTHON): | $(STAMPS)/system
	python3 -m venv $(VENV)
	@$(INSTALL) --upgrade 'pip>=25.1'

$(STAMPS)/tools: pyproject.toml | $(PYTHON)
	$(INSTALL) --group dev
	@mkdir -p $(@D) && touch $@

# Editable: a change of a Python file needs no new installation, a change of the extension's sources does.
$(STAMPS)/package: $(STAMPS)/tools $(SOURCES)
	$(INSTALL) --no-build-isolation --editable '.[cli]'
	@mkdir -p $(@D) && touch $@
