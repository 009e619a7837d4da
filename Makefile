# The commands of a developer's day; `make help` lists them. All of them install what is missing
# first (tools/install_dependencies.sh). The building itself is CMake's: see CMakePresets.json.

JOBS ?= $(shell nproc)
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 60
UPDATE = build/venv/bin/python tools/update_readme.py measure

.DEFAULT_GOAL := build
.PHONY: help dependencies build demo test test-long check-long asan tsan fuzz bench bench-peers accept-instructions measure tidy docs format install clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 21

dependencies: ## install the Debian and Python packages that are missing
	@tools/install_dependencies.sh

build: build/release/build.ninja ## build the release preset: build/release/bin/tamis
	cmake --build --preset release --parallel $(JOBS)

demo: build/release/build.ninja ## crawl Debian's documentation on the loopback address and refine it
	cmake --build --preset release --parallel $(JOBS) --target tamis
	build/venv/bin/python tools/demo.py

test: build ## build, then run all tests and checks
	ctest --preset release --parallel $(JOBS)

test-long: build ## run what takes an hour: 20 GB in one member, 10 M documents, 1 M files, 200 kills
	TAMIS_BOUNDS=long build/venv/bin/python tests/end_to_end/bounded_test.py build/release/bin/tamis .
	TAMIS_KILLS=200 build/venv/bin/python tests/end_to_end/interruption_test.py build/release/bin/tamis .

check-long: test-long asan tsan ## all long checks, a day: test-long, the sanitizers, every fuzzer for an hour
	$(MAKE) --no-print-directory fuzz FUZZ_SECONDS=3600

asan: build/asan/build.ninja ## run all tests under the address and undefined behaviour sanitizers
	cmake --build --preset asan --parallel $(JOBS)
	ctest --preset asan --parallel $(JOBS)

tsan: build/tsan/build.ninja ## run all tests under the thread sanitizer
	cmake --build --preset tsan --parallel $(JOBS)
	ctest --preset tsan --parallel $(JOBS)

fuzz: ## run each fuzzer, or those in FUZZERS, for FUZZ_SECONDS (60); installs clang-16
	@tools/install_dependencies.sh clang-16 libclang-rt-16-dev
	@$(MAKE) --no-print-directory build/fuzz/build.ninja
	cmake --build --preset fuzz --parallel $(JOBS)
	FUZZ_JOBS=$(JOBS) tools/run_fuzzers.sh $(FUZZ_SECONDS) $(FUZZERS)

bench: build/bench/build.ninja ## run all benchmarks
	cmake --build --preset bench --parallel $(JOBS)
	for benchmark in build/bench/bin/*_bench; do $$benchmark || exit 1; done

bench-peers: build ## compare with datatrove and other extractors, renew the figures; needs the data beside the checkout
	@tools/install_dependencies.sh libmagic1
	$(UPDATE) parity-elsewhere build/venv/bin/python tools/measure_parity.py --peers
	$(UPDATE) end-to-end build/venv/bin/python bench/end_to_end/compare_with_peers.py
	$(UPDATE) extractors build/venv/bin/python bench/extract/compare_extractors.py

accept-instructions: build/release/build.ninja ## take the instructions of a run today as what the test allows
	cmake --build --preset release --parallel $(JOBS) --target accept_instructions

measure: build demo ## renew the figures of the README, parity and rule quality; needs the data beside the checkout
	rm -rf demo/again
	PATH=build/release/bin:$$PATH $(UPDATE) demo tamis run recipes/web.yaml --input demo/crawl --output demo/again
	PATH=build/release/bin:$$PATH $(UPDATE) explain tamis explain recipes/web.yaml demo/crawl/en.warc.gz --url http://git-doc.test/git-cherry.html
	$(UPDATE) results build/venv/bin/python tools/measure.py
	$(UPDATE) parity build/venv/bin/python tools/measure_parity.py
	$(UPDATE) rule-quality build/venv/bin/python tools/measure_rule_quality.py

tidy: build/release/build.ninja ## run clang-tidy over all sources (minutes); installs clang-tidy-16
	@tools/install_dependencies.sh clang-tidy-16
	cmake --build --preset release --parallel $(JOBS)
	run-clang-tidy-16 -quiet -j $(JOBS) -p build/release '/(tamis|tests)/'

docs: build ## renew docs/reference from the parts' own descriptions
	build/release/bin/tamis dev docs

format: dependencies ## format the sources
	find tamis tests bench fuzz -name '*.h' -o -name '*.cc' | xargs build/venv/bin/clang-format -i

install: build ## install the program and the library into PREFIX (/usr/local)
	cmake --install build/release --prefix $(PREFIX)

clean: ## remove what was built; the Python environment stays
	rm -rf build/release build/asan build/tsan build/fuzz build/bench

# ninja itself runs CMake again when a CMakeLists.txt has changed; this is for what it cannot see.
build/%/build.ninja: CMakePresets.json tools/python_requirements.txt | dependencies
	cmake --preset $*
	@touch $@
