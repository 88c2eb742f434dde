# What is done often. "make" alone lists it.

.PHONY: help build test fuzz bench eval check clean

help:
	@echo "build  bin/demarche"
	@echo "test   all tests"
	@echo "check  all that has to pass before a change is merged (.ci/run)"
	@echo "fuzz   a minute of fuzzing for each reader of foreign bytes"
	@echo "bench  benchmarks, in words per second where that applies"
	@echo "eval   figures on the development sets, where ../shared/data is there"

build:
	CGO_ENABLED=0 go build -o bin/demarche ./cmd/demarche

test:
	go test ./...

check:
	.ci/run

fuzz:
	.ci/fuzz 60s

bench:
	go test -run '^$$' -bench . -benchmem ./...

eval: build
	.ci/eval bin/demarche

clean:
	rm -rf bin
