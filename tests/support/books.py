"""Workbooks for tests: sheets are lists of rows, so that a test changes one cell and sees one effect.

sheets = books.valid()
sheets["採点_委員1"][1][3] = 99
outcome = books.evaluate(tmp_path, sheets)
"""

import csv
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import StringIO
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl.utils.cell import coordinate_to_tuple

from procscore import pipeline

CRITERIA = """\
procscore: 1
id: small
title: 小さな審査基準書
points: 100
amounts:
  total: {name: 提案価格, tax: excluded}
criteria:
  - id: technical
    name: 技術点
    points: 60
    score: {method: marks, step: 0.5}
    criteria:
      - {id: plan, name: 実施計画, points: 40}
      - {id: staff, name: 実施体制, points: 20}
  - id: price
    name: 価格点
    points: 40
    score: {method: price, amount: total, formula: lowest-ratio, round: {places: 2, mode: half-up}}
panel: {aggregate: mean, over: criteria, round: {places: 2, mode: half-up}}
eligibility: {ceiling: exclude, lowest_among: eligible}
ranking: {by: points, ties: [{higher: technical}, {lower: total}, lot], equal_ranks: competition}
award: {winners: 1, reserve: 1}
"""
"""Two criteria that the panel marks in half points, and a price. Nothing is left to a default."""

Sheets = dict[str, list[list[object]]]


@dataclass(frozen=True)
class Formula:
    """A formula with the result that is stored beside it; None stores no result."""

    text: str
    value: object = 0


@dataclass(frozen=True)
class Formatted:
    """A value with a number format, such as `0%` or `yyyy-mm-dd`."""

    value: object
    number_format: str


def valid() -> Sheets:
    """Return a procurement of three vendors and two evaluators that scores without a diagnostic."""
    return {
        "案件": [["件名", "試験用の案件"], ["審査基準", "criteria.yaml"], ["予定価格", 12_000_000]],
        "提案者": [
            ["記号", "名称", "提案価格", "状態", "理由", "くじ番号"],
            ["A社", "株式会社アルファ", 10_000_000, "有効", None, None],
            ["B社", "ベータ株式会社", 8_000_000, "有効", None, None],
            ["C社", "ガンマ合同会社", 9_000_000, "有効", None, None],
        ],
        "審査委員": [
            ["記号", "氏名", "出欠", "除斥"],
            ["委員1", "福井 一郎", "出席", None],
            ["委員2", "坂井 花子", "出席", None],
        ],
        "採点_委員1": [
            ["ID", "審査項目", "配点", "A社", "B社", "C社"],
            ["plan", "実施計画", 40, 36, 30, 32.5],
            ["staff", "実施体制", 20, 18, 15, 16],
        ],
        "採点_委員2": [
            ["ID", "審査項目", "配点", "A社", "B社", "C社"],
            ["plan", "実施計画", 40, 34, 31, 30],
            ["staff", "実施体制", 20, 17.5, 14, 16],
        ],
    }


def save(path: Path, sheets: Sheets) -> Path:
    """Write `sheets` to `path` and return it."""
    book = xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                _write(book, sheet, row, column, value)
    book.close()
    return path


def _write(book, sheet, row, column, value):
    match value:
        case None:
            return
        case Formula(text=text, value=None):
            sheet.write_formula(row, column, text, value="")
        case Formula(text=text, value=stored):
            sheet.write_formula(row, column, text, value=stored)
        case Formatted(value=inner, number_format=number_format):
            sheet.write_number(row, column, inner, book.add_format({"num_format": number_format}))
        case bool():
            sheet.write_boolean(row, column, value)
        case int() | float():
            sheet.write_number(row, column, value)
        case _:
            sheet.write_string(row, column, str(value))


def hand_in(folder: Path, sheets: Sheets, criteria: str = CRITERIA) -> Path:
    """Write the criteria sheet and the workbook into `folder`; return the workbook's path."""
    (folder / "criteria.yaml").write_text(criteria, encoding="utf-8")
    return save(folder / "bids.xlsx", sheets)


def evaluate(folder: Path, sheets: Sheets, criteria: str = CRITERIA) -> pipeline.Outcome:
    """Hand in and evaluate."""
    return pipeline.evaluate([hand_in(folder, sheets, criteria)])


def before_opening(folder: Path, sheets: Sheets, criteria: str = CRITERIA) -> Path:
    """Hand in, evaluate before the prices are opened, and return the JSON of that."""
    part = pipeline.Part(technical_only=True)
    outcome = pipeline.evaluate([hand_in(folder, sheets, criteria)], part=part)
    assert outcome.result is not None, outcome.diagnostics
    technical = folder / "technical.json"
    pipeline.export(outcome.result, [technical])
    return technical


def codes(outcome: pipeline.Outcome) -> list[str]:
    """Return the codes of an outcome's diagnostics, sorted by place."""
    return [each.code for each in outcome.diagnostics]


def with_cells(changes: dict[str, dict[str, object]], sheets: Sheets | None = None) -> Sheets:
    """Return the valid procurement with other values in the cells named: `{sheet: {"D2": 99}}`.

    Where `sheets` are given, these with such values.
    """
    sheets = sheets or valid()
    for name, cells in changes.items():
        rows = sheets.setdefault(name, [])
        for address, value in cells.items():
            row, column = coordinate_to_tuple(address)
            rows.extend([] for _ in range(row - len(rows)))
            rows[row - 1].extend([None] * (column - len(rows[row - 1])))
            rows[row - 1][column - 1] = value
    return sheets


def without(*names: str) -> Sheets:
    """Return the valid procurement without the sheets named."""
    return {name: rows for name, rows in valid().items() if name not in names}


def long_table() -> list[list[object]]:
    """Return the marks of the valid procurement as a long table, a row a mark."""
    rows: list[list[object]] = [["委員", "提案者", "審査項目", "点数"]]
    for evaluator in ("委員1", "委員2"):
        headings, *marks = valid()[f"採点_{evaluator}"]
        for row in marks:
            pairs = zip(headings[3:], row[3:], strict=True)
            rows.extend([evaluator, vendor, row[0], mark] for vendor, mark in pairs)
    return rows


def answers() -> list[list[object]]:
    """Return the marks of the valid procurement as a form exports them, a row an answer."""
    rows: list[list[object]] = [
        [
            "タイムスタンプ",
            "審査委員",
            "提案者",
            "1. 実施計画（40点満点）",
            "2. 実施体制（20点満点）",
            "実施計画の所見",
        ]
    ]
    for evaluator in ("委員1", "委員2"):
        headings, plan, staff = valid()[f"採点_{evaluator}"]
        for vendor, *marks in zip(headings[3:], plan[3:], staff[3:], strict=True):
            rows.append(["2025/10/01 10:00:00", evaluator, vendor, *marks, f"{vendor}の計画"])
    return rows


def save_csv(path: Path, rows: list[list[object]], encoding: str = "utf-8", **how: str) -> Path:
    """Write `rows` as a CSV file; `how` is what `csv.writer` takes."""
    text = StringIO(newline="")
    csv.writer(text, **how).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def with_csv(
    folder: Path, rows: list[list[object]], name: str = "回答.csv", **how: str
) -> list[Path]:
    """Hand in the valid procurement without marks, and beside it `rows` as a CSV file."""
    head = without("採点_委員1", "採点_委員2")
    return [hand_in(folder, head), save_csv(folder / name, rows, **how)]


def criteria_with(old: str, new: str, text: str = CRITERIA) -> str:
    """Return the criteria sheet with `old`, which must stand in it, replaced by `new`."""
    assert old in text, old
    return text.replace(old, new, 1)


def place(criteria: str, marker: str) -> str:
    """Return where `marker` first stands in a criteria sheet, as a location is written."""
    before = criteria[: criteria.index(marker)]
    return f"criteria.yaml:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def part_of(sheet: str, sheets: Sheets | None = None) -> str:
    """Return the name of the zip part that holds `sheet` of the valid procurement."""
    return f"xl/worksheets/sheet{list(sheets or valid()).index(sheet) + 1}.xml"


def parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a workbook by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(path: Path, content: dict[str, bytes]) -> Path:
    """Write a workbook from its parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def rewrite(path: Path, part: str, pattern: str, replacement: str) -> Path:
    """Change one part of a workbook by `re.sub`, as if another program had written it."""
    content = parts(path)
    text, count = re.subn(pattern, replacement, content[part].decode())
    assert count, f"{pattern} is not in {part}"
    return pack(path, {**content, part: text.encode()})


def merge(path: Path, sheet: str, cells: str) -> Path:
    """Merge a range of a sheet and leave the values under it as they are."""
    merged = f'</sheetData><mergeCells count="1"><mergeCell ref="{cells}"/></mergeCells>'
    return rewrite(path, part_of(sheet), "</sheetData>", merged)


def saved_by_libreoffice(path: Path, suffix: str = "xlsx") -> Path:
    """Let LibreOffice open a workbook and save it in the format of `suffix`; return that file."""
    return all_saved_by_libreoffice([path], suffix)[0]


def all_saved_by_libreoffice(paths: Sequence[Path], suffix: str = "xlsx") -> list[Path]:
    """Let one run of LibreOffice save workbooks, named apart, into a folder beside the first.

    To start it takes far longer than to save a workbook. Skips the test where there is no LibreOffice, except in CI.
    """
    if shutil.which("soffice") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is missing, and CI must not pass without it")
        pytest.skip("LibreOffice is not installed")
    folder = paths[0].parent
    saved = folder / "saved"
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", saved, *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=120 + 10 * len(paths))
    return [saved / f"{path.stem}.{suffix}" for path in paths]


def usual_totals(evaluation: object) -> None:
    """Check that the valid procurement came to its points, which were computed by hand.

    A: plan (36 + 34) / 2, staff (18 + 17.5) / 2, price 40 x 8 / 10. B and C alike.
    """
    assert {each.vendor.id: each.points_in_all for each in evaluation.vendors} == {
        "A社": Fraction("84.75"),
        "B社": Fraction(85),
        "C社": Fraction("82.81"),
    }
