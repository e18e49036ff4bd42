"""Run every check of the project and say which failed: what `python play.py test` does once the tools are there.

All checks run, also after one has failed, so that one run shows everything that has to be mended.
"""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def checks(words: Sequence[str]) -> dict[str, list[str]]:
    """Return every check by name, with the arguments for Python that run it; `words` go to pytest, save `--long`.

    Modules are run by name, never by their script: the scripts of an environment hold the folder it was made in.
    """
    chosen = [] if "--long" in words else ["-m", "not long"]
    return {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy": ["-m", "mypy"],
        "lint-imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"],
        "pytest": ["-m", "pytest", "-n", "auto", *chosen, *(word for word in words if word != "--long")],
    }


def summary(results: Mapping[str, tuple[int, float]]) -> str:
    """Return one line for each check (its exit code and seconds came in), and a last one that says what failed."""
    lines = [f"  {'FAILED' if code else 'passed'}  {name:<13}{took:6.1f} s" for name, (code, took) in results.items()]
    failed = [name for name, (code, _) in results.items() if code]
    return "\n".join([*lines, f"Failed: {', '.join(failed)}." if failed else "All checks passed."])


def run_all(programs: Mapping[str, Sequence[str]]) -> int:
    """Run the programs one after another, print the summary and return the exit code of the first that failed."""
    results: dict[str, tuple[int, float]] = {}
    for name, arguments in programs.items():
        print(f"\n== {name}", flush=True)
        start = time.monotonic()
        code = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False).returncode
        results[name] = (code, time.monotonic() - start)
    print(f"\n{summary(results)}", flush=True)
    return next((code for code, _ in results.values() if code), 0)


if __name__ == "__main__":
    sys.exit(run_all(checks(sys.argv[1:])))
