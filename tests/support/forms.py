"""Score sheets that procscore wrote, filled in by a script as evaluators would, and marks for them."""

import zipfile
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from procscore.diagnostics import Location, Problems
from procscore.exact import decimal_text
from procscore.ingest import criteria_file
from procscore.model.bids import Evaluator, Procurement, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.scores import Check, Grades
from procscore.model.words import PROCUREMENT, SHEETS, VENDORS, spelling
from procscore.sheets import workbooks
from procscore.sheets.handout import Handout
from support import values

EVERY_KIND = """
procscore: 1
id: every-kind
title: あらゆる採点方法の審査基準書
points: 200
amounts: {total: {name: 提案価格}}
quantities: {sites: {name: 導入団体数}}
scales:
  five: {A: 100%, B: 75%, C: 50%, D: 25%, E: 0%}
  worded: {優: 100%, "良,可": 50%, '"並"': 30%, 劣: 0%}
  third: {秀: 3, 優: 2, 良: 1, 可: 0}
criteria:
  - id: technical
    name: 技術点
    points: 150
    criteria:
      - id: plan
        name: 実施計画
        points: 60
        note: 業務の目的を理解し、実現性のある計画か。
        criteria:
          - {id: aim, name: 目的の理解, points: 20, score: {method: marks, step: 0.5}}
          - {id: steps, name: 工程, points: 20, score: {method: marks, step: 1}}
          - {id: risk, name: リスク, points: 20, score: {method: marks}}
      - id: team
        name: 実施体制
        points: 60
        criteria:
          - {id: lead, name: 責任者, points: 20, score: {method: grades, scale: five}}
          - {id: staff, name: 担当者, points: 20, score: {method: grades, scale: third}}
          - {id: words, name: 説明, points: 20, score: {method: grades, scale: worded}}
      - {id: gaps, name: 飛びのある点, points: 10, score: {method: marks, allowed: [10, 6, 3, 0]}}
      - {id: scaled, name: 五段階, points: 20, score: {method: marks, to: 5, step: 1}}
      - {id: met, name: 必須要件, points: 0, score: {method: check}}
  - {id: hearing, name: ヒアリング, points: 10, panel: office, score: {method: marks, from: -2, step: 3}}
  - {id: agreed, name: 合議項目, points: 10, panel: board, score: {method: marks, step: 1}}
  - {id: record, name: 実績, points: 10, score: {method: marks, by: secretariat, step: 1}}
  - {id: isms, name: 認証, points: 0, score: {method: check, by: secretariat}}
  - {id: price, name: 価格点, points: 20, score: {method: price, amount: total, formula: lowest-ratio, round: {places: 2, mode: half-up}}}
panel: {aggregate: mean, over: criteria, round: {places: 2, mode: half-up}}
panels:
  office: {name: 職員, aggregate: mean, over: criteria}
  board: {name: 審議会, aggregate: consensus}
eligibility: {ceiling: ignore, lowest_among: eligible}
ranking: {by: points, ties: [{higher: technical}, committee], equal_ranks: competition}
award: {winners: 1, reserve: 1}
"""
"""Every way of marking, panels of their own, agreed marks, and what the secretariat marks."""


WHERE = Location("bids.xlsx")
DIGEST = "0123456789abcdef"


def vendor(identity: str, **more: object) -> Vendor:
    """Return a vendor that is called as its id, unless `more` says otherwise."""
    return Vendor(**{"id": identity, "name": identity, "where": WHERE, **more})


def evaluator(identity: str, **more: object) -> Evaluator:
    """Return an evaluator that is called as its id, unless `more` says otherwise."""
    return Evaluator(**{"id": identity, "name": identity, "where": WHERE, **more})


def handout(criteria: str = EVERY_KIND, **more: object) -> Handout:
    """Return what is handed out of a criteria sheet: to three vendors and two evaluators."""
    sheet = values.sheet(criteria)
    usual = {
        "digest": DIGEST,
        "reference": "criteria.yaml",
        "procurement": Procurement(WHERE, title="試験"),
        "vendors": tuple(map(vendor, ("A社", "B社", "C社"))),
        "evaluators": tuple(map(evaluator, ("委員1", "委員2"))),
        "leaves": sheet.leaves,
    }
    return Handout(**{"criteria": sheet, **usual, **more})


def opened(content: bytes, **how: object) -> Workbook:
    """Return a workbook as openpyxl reads it."""
    return load_workbook(BytesIO(content), **how)


def parts(content: bytes) -> dict[str, str]:
    """Return all that a workbook holds, part by part."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


CEILING = 999_999_999
"""Above every amount."""


def choices(sheet: CriteriaSheet, leaf: Leaf) -> list[str]:
    """Return marks that may be given for a criterion, as they are typed."""
    match leaf.score:
        case Grades(scale=scale):
            return list(sheet.scales[scale])
        case Check():
            return ["○"]
        case score if score.allowed:
            return [decimal_text(each) for each in score.allowed]
        case score:
            lowest, highest = score.range(leaf.points)
            step = score.step or Fraction(1, 4)
            count = int((highest - lowest) / step)
            return [decimal_text(lowest + step * number) for number in range(count + 1)]


def varied(sheet: CriteriaSheet, leaf: Leaf, *seeds: int) -> str:
    """Return one of the marks that may be given, another for other seeds."""
    known = choices(sheet, leaf)
    number = sum(seed * prime for seed, prime in zip(seeds, (7, 11, 13), strict=False))
    return known[number % len(known)]


@dataclass
class Filled:
    """What stands in the forms, and the same as `support.values` takes it."""

    by_sheet: dict[str, dict[tuple[str, str], str]]
    """Marks by the name of the sheet, then by (id of the row, heading of the column)."""
    vendors: dict[str, dict[str, object]]
    headings: dict[str, str]
    """The columns of amounts and quantities by id."""


def marks(handout: Handout) -> Filled:
    """Invent a mark for everything that is asked, and amounts for every vendor.

    The sheets are named in the language in which they were written, which is still in force.
    """
    sheet = handout.criteria
    by_sheet: dict[str, dict[tuple[str, str], str]] = {}
    vendors: dict[str, dict[str, object]] = {}
    for column, vendor in enumerate(handout.vendors):
        entry = vendors.setdefault(vendor.id, {})
        head = vendor.label or vendor.id
        for number, each in enumerate((*sheet.quoted, *sheet.quantities)):
            entry[each] = 9_000_000 + 1_234_567 * ((column * 3 + number) % 5)
        for row, leaf in enumerate(sheet.leaves if vendor in handout.to_mark else ()):
            if leaf.marked_by == "secretariat":
                entry[leaf.id] = varied(sheet, leaf, row, column)
                name = spelling(SHEETS, "secretariat")
                by_sheet.setdefault(name, {})[leaf.id, head] = entry[leaf.id]
            elif leaf in handout.agreed():
                entry[leaf.id] = varied(sheet, leaf, row, column)
                name = spelling(SHEETS, "consensus")
                by_sheet.setdefault(name, {})[leaf.id, head] = entry[leaf.id]
            elif leaf.marked_by == "panel":
                given = {}
                for number, each in enumerate(handout.evaluators):
                    if leaf in handout.of_evaluator(each) and vendor.id not in each.recused:
                        mark = given[each.id] = varied(sheet, leaf, row, column, number)
                        by_sheet.setdefault(workbooks.sheet_of(each), {})[leaf.id, head] = mark
                entry[leaf.id] = given
    names = {each: about.name for each, about in sheet.declared.items()}
    return Filled(by_sheet, vendors, names)


def fill(path: Path, filled: Filled) -> Path:
    """Type the marks and amounts into the forms of a workbook, where they are asked, and save it."""
    book = load_workbook(path)
    for name, given in filled.by_sheet.items():
        if name in book.sheetnames:
            _fill_form(book[name], given)
    if (procurement := spelling(SHEETS, "procurement")) in book.sheetnames:
        for row in book[procurement].iter_rows():
            if str(row[0].value).startswith(spelling(PROCUREMENT, "ceiling")):
                row[1].value = CEILING
    if (sheet := spelling(SHEETS, "vendors")) in book.sheetnames:
        _fill_vendors(book[sheet], filled)
    book.save(path)
    return path


def _fill_form(sheet, given: dict[tuple[str, str], str]) -> None:
    top = next(cell.row for cell in sheet["A"] if cell.value == "ID")
    rows = {cell.value: cell.row for cell in sheet["A"] if cell.row > top and cell.value}
    heads = {str(cell.value).strip(): cell.column for cell in sheet[top] if cell.value}
    for (criterion, vendor), mark in given.items():
        cell = sheet.cell(rows[criterion], heads[vendor])
        assert not cell.protection.locked, cell.coordinate
        cell.value = typed(mark)
        if isinstance(cell.value, str):
            cell.data_type = "s"  # openpyxl takes “=” for a formula


def _fill_vendors(sheet, filled: Filled) -> None:
    heads = next(row for row in sheet.iter_rows() if row[0].value == spelling(VENDORS, "id"))
    columns = {cell.value: cell.column for cell in heads}
    below = (cell for cell in sheet["A"] if cell.row > heads[0].row and cell.value)
    rows = {str(cell.value).strip(): cell.row for cell in below}
    for vendor, entry in filled.vendors.items():
        for each, value in entry.items():
            if each in filled.headings and filled.headings[each] in columns:
                sheet.cell(rows[vendor], columns[filled.headings[each]], value)


def typed(mark: str) -> object:
    """Return what a cell holds when `mark` is typed into it."""
    try:
        number = Fraction(mark)
    except ValueError:
        return mark
    return int(number) if number.denominator == 1 else float(number)


def criteria(path: Path) -> CriteriaSheet:
    """Return the criteria sheet of a file."""
    problems = Problems()
    document = criteria_file.read(path, str(path), problems)
    sheet = criteria_file.parse(document, problems)
    assert not list(problems)
    return sheet
