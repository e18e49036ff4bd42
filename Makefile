# Thin aliases for who types make by habit; play.py does the work, on every platform.
.PHONY: run test bench

run:
	python3 play.py

test:
	python3 play.py test

bench:
	python3 play.py bench
