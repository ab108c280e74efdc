from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from procscore.model.checked import Linted
from procscore.pipeline import lint
from procscore.render.linted import report
from support import linted, screen

HAS = linted.HOME / "ties-can-stay" / "has.yaml"
NOT = linted.HOME / "ties-can-stay" / "has-not.yaml"


def shown(*references, width=10_000):
    return screen.shown(report(lint(map(str, references))), width)


def test_a_sheet_is_told_with_what_was_found_why_and_what_to_write():
    (found,) = linted.findings(HAS)
    assert shown(HAS).splitlines() == [
        f"{HAS}: ポータルアプリ開発業務 審査基準書",
        f"warning {found.where}: {found.message} [ties-can-stay]",
        f"    Why: {found.why}",
        f"    → {found.hint}",
        "Warnings: 1.",
    ]


def test_a_sheet_without_a_finding_says_so():
    assert shown(NOT).splitlines()[-1] == "Nothing was found."


def test_why_is_told_once_and_sheets_stand_apart():
    text = shown(HAS, NOT, HAS)
    assert text.count("Why: ") == 1
    assert text.count("[ties-can-stay]") == 2
    assert text.count("\n\n") == 2


def test_counts_of_each_kind_are_told_gravest_first():
    found = [
        *linted.findings(linted.HOME / "declared-unused" / "has.yaml"),
        *linted.findings(linted.HOME / "minimum-unreachable" / "has.yaml"),
        *linted.findings(HAS),
    ]
    text = screen.shown(report([Linted("x", None, tuple(found))]), 10_000)
    assert text.splitlines()[0] == "x"
    assert text.splitlines()[-1] == "Errors: 1. Warnings: 1. Advice: 1."


def test_lines_hang_and_fit_and_nothing_is_lost():
    lines = shown(HAS, width=60).splitlines()
    assert all(cell_len(line) <= 60 for line in lines)
    begin = next(number for number, line in enumerate(lines) if line.startswith("warning "))
    assert all(line.startswith("    ") for line in lines[begin + 1 : -1])
    wide = shown(HAS).split()
    assert "".join("".join(lines).split()) == "".join(wide)


def test_only_the_word_of_the_severity_is_coloured():
    console = Console(file=StringIO(), width=200, force_terminal=True, color_system="standard")
    console.print(report(lint([str(HAS)])))
    assert "\x1b[33mwarning\x1b[0m " in console.file.getvalue()


@pytest.mark.parametrize("width", range(40, 120))
def test_a_code_is_never_folded(width):
    assert any("[ties-can-stay]" in line for line in shown(HAS, width=width).splitlines())
