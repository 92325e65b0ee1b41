# Two commands: `make demo` shows what Verbale does, `make test` proves that it works.
# Both set up what is missing (Debian packages), build, and run.
.PHONY: demo test build setup bench clean
.DEFAULT_GOAL := build

BUILD ?= build

setup:
	@scripts/setup

build: setup
	@cmake -S . -B $(BUILD) -G Ninja -DCMAKE_BUILD_TYPE=Release > $(BUILD).log 2>&1 || { cat $(BUILD).log; exit 1; }
	@cmake --build $(BUILD)

demo: build
	@scripts/demo $(BUILD)/verbale

test: build
	@scripts/test $(BUILD)

clean:
	rm -rf $(BUILD) $(BUILD).log
