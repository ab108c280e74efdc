"""Score sheets that procscore wrote, filled in by a script as evaluators would, and marks for them."""

import zipfile
from dataclasses import dataclass, field
from fractions import Fraction
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from procscore.diagnostics import Location, Problems
from procscore.ingest import criteria_file
from procscore.model.bids import Evaluator, Procurement, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.words import OWN_RANK_ROWS, PROCUREMENT, SHEETS, VENDORS, spelling, spelt
from procscore.sheets import workbooks
from procscore.sheets.handout import Handout
from support import procurement, values

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


def varied(sheet: CriteriaSheet, leaf: Leaf, *seeds: int) -> str:
    """Return one of the marks that may be given, another for other seeds."""
    known = procurement.choices(sheet, leaf)
    number = sum(seed * prime for seed, prime in zip(seeds, (7, 11, 13), strict=False))
    return known[number % len(known)]


@dataclass
class Filled:
    """What stands in the forms, and the same as `support.values` takes it."""

    by_sheet: dict[str, dict[tuple[str, str], str]]
    """Marks by the name of the sheet, then by (id of the row, heading of the column)."""
    vendors: dict[str, dict[str, object]]
    headings: dict[str, str]
    """The columns of amounts, quantities and lots by id."""
    figures: dict[str, Fraction] = field(default_factory=dict)
    """Ceilings and other figures by what stands before them; every other ceiling is CEILING."""
    handed_in: dict[str, object] = field(default_factory=dict)
    """What `support.values.evaluate` takes beside the vendors."""


def marks(handout: Handout) -> Filled:
    """Invent a mark for everything that is asked, amounts for every vendor, and all figures.

    The sheets are named in the language in which they were written, which is still in force.
    """
    sheet = handout.criteria
    panels = {each.id: each.panels for each in handout.evaluators}
    invented = procurement.invent(sheet, [each.id for each in handout.vendors], panels, varied)
    by_sheet: dict[str, dict[tuple[str, str], str]] = {}
    for vendor in handout.vendors:
        entry, head = invented.vendors[vendor.id], vendor.label or vendor.id
        for leaf in sheet.leaves:
            if leaf.marked_by and vendor not in handout.to_mark:
                del entry[leaf.id]
            elif leaf.marked_by == "secretariat":
                name = spelling(SHEETS, "secretariat")
                by_sheet.setdefault(name, {})[leaf.id, head] = entry[leaf.id]
            elif leaf in handout.agreed():
                name = spelling(SHEETS, "consensus")
                by_sheet.setdefault(name, {})[leaf.id, head] = entry[leaf.id]
            elif leaf.marked_by == "panel":
                for each in handout.evaluators:
                    if leaf in handout.of_evaluator(each) and vendor.id not in each.recused:
                        mark = entry[leaf.id][each.id]
                        by_sheet.setdefault(workbooks.sheet_of(each), {})[leaf.id, head] = mark
                    else:
                        entry[leaf.id].pop(each.id, None)
    for each in handout.evaluators:
        for vendor in handout.vendors if each.id in invented.own_ranks else ():
            place = (spelt(OWN_RANK_ROWS), vendor.label or vendor.id)
            by_sheet[workbooks.sheet_of(each)][place] = invented.own_ranks[each.id][vendor.id]
    ceiling = spelling(PROCUREMENT, "ceiling")
    figures = {
        **{f"{ceiling} {amount}": value for amount, value in invented.ceilings.items()},
        **{spelling(PROCUREMENT, each): value for each, value in invented.figures.items()},
    }
    if sheet.main_amount in invented.ceilings:
        figures[ceiling] = invented.ceilings[sheet.main_amount]
    names = {each: about.name for each, about in sheet.declared.items()}
    names |= {each: spelling(VENDORS, each) for each in ("lot", "code", "arrival", "reading")}
    handed_in = {
        "evaluators": list(panels),
        "panels": panels,
        "ceilings": invented.ceilings,
        "own_ranks": invented.own_ranks,
        **invented.figures,
    }
    return Filled(by_sheet, invented.vendors, names, figures, handed_in)


def fill(path: Path, filled: Filled) -> Path:
    """Type the marks and amounts into the forms of a workbook, where they are asked, and save it."""
    book = load_workbook(path)
    for name, given in filled.by_sheet.items():
        if name in book.sheetnames:
            _fill_form(book[name], given)
    if (name := spelling(SHEETS, "procurement")) in book.sheetnames:
        for row in book[name].iter_rows():
            heading = str(row[0].value)
            if heading in filled.figures:
                row[1].value = procurement.cell(filled.figures[heading])
            elif heading.startswith(spelling(PROCUREMENT, "ceiling")):
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
        cell.value = procurement.cell(mark)
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
                text = isinstance(value, str)  # a lot 078 is not the number 78
                typed = value if text else procurement.cell(value)
                sheet.cell(rows[vendor], columns[filled.headings[each]], typed)


def criteria(path: Path) -> CriteriaSheet:
    """Return the criteria sheet of a file."""
    problems = Problems()
    document = criteria_file.read(path, str(path), problems)
    sheet = criteria_file.parse(document, problems)
    assert not list(problems)
    return sheet
