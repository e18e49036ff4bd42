"""Run the benchmarks and write their figures, with the machine, into docs/figures.md: `python play.py bench`.

Only the part between the two marks is replaced; what people write around it stays. Further words go to pytest; with a
choice of benchmarks (`-k board`) the table is printed and the file left as it was.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "docs" / "figures.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
HEAD = "| What | Median | Slowest | Target | Holds |\n|---|---|---|---|---|"
UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"))


def duration(seconds: float) -> str:
    """Return a time in the unit that reads best.

    >>> duration(0.0042), duration(1.5), duration(0.0)
    ('4.20 ms', '1.50 s', '0.00 µs')
    """
    size, unit = next(((size, unit) for size, unit in UNITS if seconds >= size), UNITS[-1])
    return f"{seconds / size:.2f} {unit}"


def row(measured: dict[str, Any]) -> str:
    """Return one benchmark as a line of the table."""
    median, slowest = measured["stats"]["median"], measured["stats"]["max"]
    told = measured["extra_info"]
    what = measured["name"].removeprefix("test_").replace("_", " ")
    if "count" in told:
        what += f" ({told['count'] / median:,.0f} {told.get('unit', 'times')} a second)"
    target = told.get("seconds")
    judged = measured["stats"][told.get("of", "median")]
    aim = ("", "") if target is None else (duration(target), "yes" if judged <= target else "**no**")
    return f"| {' | '.join([what, duration(median), duration(slowest), *aim])} |"


def table(report: dict[str, Any]) -> str:
    """Return the figures of one run as Markdown, under the day and the machine they were measured on."""
    machine = report["machine_info"]
    processor = f"{machine['cpu'].get('brand_raw', machine['machine'])}, {machine['cpu'].get('count', '?')} cores"
    where = f"{report['datetime'][:10]}; {processor}; {machine['system']}; Python {machine['python_version']}"
    return "\n".join([f"Measured {where}.", "", HEAD, *map(row, report["benchmarks"])])


def with_figures(page: str, measured: str) -> str:
    """Return the page with `measured` between its marks, or at its end when it has none yet."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        before, after = f"{page.rstrip()}\n\n".lstrip(), "\n"
    return f"{before}{BEGIN}\n{measured}\n{END}{after}"


def measure(words: list[str], report: Path) -> int:
    """Run the benchmarks in one process, leave what they measured in `report`, and return pytest's exit code."""
    options = ["--benchmark-enable", f"--benchmark-json={report}", "-n", "0"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", "benchmarks", *options, *words], cwd=ROOT, check=False
    ).returncode


def main(words: list[str]) -> int:
    """Measure, print the table, and write it down when every benchmark ran."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        code = measure(words, report)
        if code:
            return code
        measured = table(json.loads(report.read_text(encoding="utf-8")))
    print(measured)
    if not words:
        page = FIGURES.read_text(encoding="utf-8") if FIGURES.exists() else "# Figures\n"
        FIGURES.write_text(with_figures(page, measured), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
