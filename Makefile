# SPDX-License-Identifier: MIT
# The commands of this project. `make demo` and `make test` do all set-up that is still to do, and no more.

.PHONY: demo test bench format setup clean
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

VENV := .venv
PYTHON := $(VENV)/bin/python
# Inside the environment, so that whoever deletes it deletes them too.
STAMPS := $(VENV)/stamps
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check

demo: $(STAMPS)/package
	@$(PYTHON) examples/python/demo.py

test: $(STAMPS)/package
	@$(PYTHON) tests/stages.py

bench: $(STAMPS)/package
	@cmake --preset release > /dev/null
	@cmake --build --preset release
	@$(PYTHON) tests/bench/run.py

format: $(STAMPS)/tools
	@find include src tests examples -name '*.[ch]pp' | xargs $(VENV)/bin/clang-format -i
	@$(VENV)/bin/ruff check --quiet --fix-only
	@$(VENV)/bin/ruff format --quiet

setup: $(STAMPS)/package

clean:
	rm -rf build $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(STAMPS)/system: .ci/system-packages
	@bash .ci/system-packages
	@mkdir -p $(@D) && touch $@

$(PYTHON): | $(STAMPS)/system
	python3 -m venv $(VENV)
	@$(INSTALL) --upgrade 'pip>=25.1'

$(STAMPS)/tools: pyproject.toml $(PYTHON)
	$(INSTALL) --group dev
	@$(INSTALL) --no-deps --upgrade --target $(VENV)/pandas-2.2 'pandas>=2.2,<2.3' pytz
	@mkdir -p $(@D) && touch $@

# The package is installed editable: a change of a Python file needs nothing, a change of what the extension is
# made of builds it again, and so does a file that came or went, which the list of files tells.
SOURCES := $(shell find include src -type f) CMakeLists.txt $(wildcard cmake/*)
LISTED := $(SOURCES) $(shell find python -type f -not -path '*/__pycache__/*')
ifneq ($(file < $(STAMPS)/files),$(LISTED))
$(shell mkdir -p $(STAMPS))
$(file > $(STAMPS)/files,$(LISTED))
endif

$(STAMPS)/package: $(STAMPS)/tools $(STAMPS)/files $(SOURCES)
	$(INSTALL) --no-build-isolation --config-settings=cmake.define.CMAKE_COMPILE_WARNING_AS_ERROR=ON --editable '.[cli,plots,publish]'
	@touch $@
