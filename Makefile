PREFIX ?= /usr/local
BIN   := .build/release/plumb
LINUX := $(filter Linux,$(shell uname -s))

# On Linux the binary carries the Swift runtime and, where there are archives of them, libyaml and RE2 too: a pkg-config
# file that names a directory holding nothing but the archives leaves the linker no shared library to prefer.
STATIC   := $(CURDIR)/.build/static
ARCHIVES  = $(if $(LINUX),$(foreach name,yaml re2,$(filter /%,$(shell $(CC) -print-file-name=lib$(name).a))))
LINK      = $(if $(LINUX),--static-swift-stdlib) $(if $(ARCHIVES),--pkg-config-path $(STATIC))

# What the comparisons of access policies run, in exact versions.
COMPARED := Tests/AccessPoliciesTests/Differential/requirements.txt

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup setup-test build demo test lint format install bench docs fuzz clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# $(call need,TEST,DEBIAN PACKAGE,HOMEBREW FORMULA) adds a package to the list when TEST fails.
need = if ! { $(1); } >/dev/null 2>&1; then apt="$$apt $(2)"; brew="$$brew $(3)"; fi;

# Installs what the list holds, and says so.
define install-missing
if [ -z "$$apt" ]; then :; \
elif command -v apt-get >/dev/null; then \
	echo "installing$$apt (apt-get)"; \
	if [ "$$(id -u)" -eq 0 ]; then as_root=; else as_root=sudo; fi; \
	$$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$apt; \
elif command -v brew >/dev/null; then echo "installing$$brew (Homebrew)"; brew install $$brew; \
else echo "please install:$$apt" >&2; exit 1; fi
endef

setup: ## install what a build needs, if it is missing
	@command -v swift >/dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install/" >&2; exit 1; }
	@apt=; brew=; \
	$(call need,command -v pkg-config,pkg-config,pkgconf) \
	$(call need,pkg-config --exists yaml-0.1,libyaml-dev,libyaml) \
	$(call need,pkg-config --exists re2,libre2-dev,re2) \
	$(install-missing)

setup-test: setup ## install what the tests need as well
	@apt=; brew=; \
	$(call need,command -v xmllint,libxml2-utils,libxml2) \
	$(call need,command -v python3,python3,python3) \
	$(call need,python3 -c 'import ensurepip',python3-venv,python3) \
	$(install-missing)
	@.build/venv/bin/python3 -c 'import junitparser, jsonschema, yaml' 2>/dev/null || { \
		echo "installing junitparser, jsonschema and PyYAML (PyPI) into .build/venv"; \
		python3 -m venv .build/venv && .build/venv/bin/python3 -m pip install -q --disable-pip-version-check \
			'junitparser>=4,<6' 'jsonschema>=4.23,<5' 'PyYAML>=6,<7'; }
	@cmp -s $(COMPARED) .build/venv/compared.txt || { \
		echo "installing other evaluators of policies (PyPI) into .build/venv"; \
		.build/venv/bin/python3 -m pip install -q --disable-pip-version-check --no-deps -r $(COMPARED) \
			&& cp $(COMPARED) .build/venv/compared.txt \
			|| echo "they could not be installed: the comparisons with them are left out" >&2; }

build: ## build the release binary
	@rm -rf $(STATIC)
	@$(if $(ARCHIVES),mkdir -p $(STATIC) && ln -s $(ARCHIVES) $(STATIC))
	@$(if $(ARCHIVES),sed 's|^libdir=.*|libdir=$(STATIC)|' "$$(pkg-config --variable=pcfiledir yaml-0.1)/yaml-0.1.pc" > $(STATIC)/yaml-0.1.pc)
	swift build -c release $(LINK)

demo: setup build ## check the example inventories and write report.xml
	@$(BIN) check inventory-examples/seoul-lab.yaml inventory-examples/company \
		--report text --report junit=report.xml || [ $$? -eq 1 ]
	@echo "The JUnit report is in $(CURDIR)/report.xml"

test: setup-test ## build, run every test, check the format
	swift build --build-tests
	swift test --skip-build
	python3 docs/generate.py "$$(swift build --show-bin-path)/plumb" --check
	@$(MAKE) --no-print-directory lint

lint: ## check the format
	swift format lint --strict -r Sources Tests Plugins Package.swift

format: ## format the sources
	swift format -i -r Sources Tests Plugins Package.swift

install: build ## install the stripped binary below PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/plumb
	strip $(DESTDIR)$(PREFIX)/bin/plumb

bench: build ## measure speed and memory against bare libyaml
	PLUMBLINE_BENCH=1 swift build -c release --product bench-expressions $(LINK)
	PLUMBLINE_BENCH=1 swift build -c release --product bench-networks $(LINK)
	PLUMBLINE_BENCH=1 swift build -c release --product bench-buckets $(LINK)
	Benchmarks/run.sh

docs: build ## regenerate the generated pages
	python3 docs/generate.py $(BIN)

SECONDS ?= 300
# $(call fuzz-one,PRODUCT,FOLDER,DICTIONARY,SAVED CORPUS): what it finds goes to a corpus of its own.
define fuzz-one
PLUMBLINE_FUZZ=1 swift build -c release --product $(1) --scratch-path .build/fuzz
@mkdir -p .build/fuzz/corpus-$(1)
SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 .build/fuzz/release/$(1) \
	-max_total_time=$(SECONDS) -max_len=4096 -timeout=20 -rss_limit_mb=2000 \
	-dict=Tests/Fuzz/$(2)/$(3).dict -artifact_prefix=.build/fuzz/ .build/fuzz/corpus-$(1) Tests/$(4)/Corpus
endef

fuzz: setup ## feed broken inventories and expressions to their readers (SECONDS=300, each)
	$(call fuzz-one,fuzz-loader,Loader,inventory,InventoryTests)
	$(call fuzz-one,fuzz-expressions,Expressions,expressions,ExpressionsTests)

clean: ## remove what was built
	rm -rf .build report.xml
