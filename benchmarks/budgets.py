"""Measures the budgets of the design: whole processes, as ratios on one machine.

    python benchmarks/budgets.py

Each figure is the processor time of the best of several runs, with modules compiled before, as they
are where procscore is installed. Speed is looked at here and never in a test.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import xlsxwriter

ROOT = Path(__file__).parents[1]
PROGRAM = str(Path(sys.executable).with_name("procscore"))
EXAMPLE = str(ROOT / "examples" / "fukui-sakai" / "bids.xlsx")
VENDORS, EVALUATORS, CRITERIA = 20, 20, 200


def best(command, compiled, runs=5):
    """Return the least processor time of a command, in seconds; modules are compiled to a folder."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    times = []
    for _ in range(runs + 1):
        before = spent()
        subprocess.run(command, check=True, capture_output=True, env=environment)
        times.append(spent() - before)
    return min(times[1:])  # the first run compiles


def spent():
    """Return the processor time of all that was run so far, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def python(code):
    """Return the command that runs `code`."""
    return [sys.executable, "-c", code]


def large_workbook(folder):
    """Write a procurement of 20 vendors, 20 evaluators and 200 criteria; return its path."""
    items = "".join(
        f"      - {{id: c{i}, name: 項目{i}, points: 5, score: {{method: marks, step: 0.5}}}}\n"
        for i in range(CRITERIA)
    )
    (folder / "criteria.yaml").write_text(
        f"procscore: 1\nid: large\ntitle: 大きな審査基準書\npoints: {CRITERIA * 5}\n"
        f"criteria:\n  - id: technical\n    name: 技術点\n    criteria:\n{items}"
        "panel: {aggregate: mean, round: {places: 2, mode: half-up}}\n",
        encoding="utf-8",
    )
    path = folder / "large.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("案件")
    sheet.write_row(0, 0, ["審査基準", "criteria.yaml"])
    sheet = book.add_worksheet("提案者")
    sheet.write_row(0, 0, ["記号"])
    names = [f"提案者{v}" for v in range(VENDORS)]
    for row, name in enumerate(names, start=1):
        sheet.write_string(row, 0, name)
    for evaluator in range(EVALUATORS):
        sheet = book.add_worksheet(f"採点_委員{evaluator}")
        sheet.write_row(0, 0, ["ID", "審査項目", "配点", *names])
        for i in range(CRITERIA):
            marks = [(i * 7 + v * 3 + evaluator) % 11 / 2 for v in range(VENDORS)]
            sheet.write_row(i + 1, 0, [f"c{i}", f"項目{i}", 5, *marks])
    book.close()
    return str(path)


def rows(folder):
    """Give what is measured: its name, its command, what it is held against, the ratio allowed."""
    large = large_workbook(folder)
    imports = python("import typer, pydantic, yaml, rich.table, openpyxl")
    load = python(f"import openpyxl; openpyxl.load_workbook({large!r})")
    small = str(folder / "ranking.xlsx")
    subprocess.run([PROGRAM, "evaluate", EXAMPLE, "--out", small], check=True, capture_output=True)
    out = [PROGRAM, "evaluate", large, "--force", "--out"]
    yield "procscore --help", [PROGRAM, "--help"], python("import typer"), 1.3
    yield "evaluate, the example", [PROGRAM, "evaluate", EXAMPLE], imports, 1.5
    yield "explain, the example", [PROGRAM, "explain", EXAMPLE, "--vendor", "A社"], imports, None
    yield "verify, the example", [PROGRAM, "verify", small, EXAMPLE], imports, None
    yield "evaluate, 20 × 20 × 200", [PROGRAM, "evaluate", large], load, 0.5
    yield "  with --out .json", [*out, str(folder / "large.json")], load, None
    yield "  with --out .xlsx", [*out, str(folder / "large-ranking.xlsx")], load, None


def main():
    """Print each budget with what was measured."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"{'work':<26}{'seconds':>9}{'base':>9}{'ratio':>8}{'budget':>8}")
        for work, command, base, budget in rows(folder):
            mine, other = best(command, folder / "compiled"), best(base, folder / "compiled")
            allowed = "" if budget is None else f"{budget:.2f}"
            print(f"{work:<26}{mine:>9.3f}{other:>9.3f}{mine / other:>8.2f}{allowed:>8}")


if __name__ == "__main__":
    main()
