"""A procurement and its ranking, and the ways in which people change one of them afterwards.

Inputs are changed with openpyxl and in the text of the criteria sheet. A ranking is changed in the
XML of its workbook, cell by cell, with all else kept byte for byte; or as a person does, who opens
it, types, and lets the program compute and save everything anew (openpyxl, then LibreOffice).
"""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from openpyxl import load_workbook

from procscore import language, pipeline
from procscore.pipeline.verifying import verify
from support import books

CRITERIA = """\
procscore: 1
id: tampered
title: 改ざん試験の審査基準書
points: 100
amounts:
  total: {name: 提案価格, tax: excluded}
quantities:
  deployments: {name: 導入団体数, unit: 団体}
criteria:
  - id: technical
    name: 技術点
    points: 60
    score: {method: marks, step: 0.5}
    criteria:
      - {id: plan, name: 実施計画, points: 40}
      - {id: staff, name: 実施体制, points: 20}
  - {id: record, name: 導入実績, points: 10, score: {method: formula, formula: "min(points, deployments)"}}
  - {id: local, name: 地域貢献, points: 5, score: {method: marks, step: 1, by: secretariat}}
  - id: price
    name: 価格点
    points: 25
    score: {method: price, amount: total, formula: lowest-ratio, round: {places: 2, mode: half-up}}
panel: {aggregate: mean, over: criteria, round: {places: 2, mode: half-up}}
eligibility: {ceiling: exclude, lowest_among: eligible, minimums: [{criterion: technical, at_least: 60%}]}
ranking: {by: points, ties: [{higher: technical}, {lower: total}, lot], equal_ranks: competition}
award: {winners: 1, reserve: 1}
"""
"""Marks of the panel and the secretariat, a quantity, a price, a minimum, a ceiling and a lot."""


def procurement():
    """Return the sheets of a procurement in which nearly every rule decides something.

    The panel's means, rounded to two places, with the points that are computed:
    A社 35.67 + 17.83 + 8 + 5 + 20 = 86.5, B社 30.5 + 14.33 + 5 + 3 + 25 = 77.83, and C社 and D社 both
    30.17 + 15.67 + 6 + 4 + 22.22 = 78.06, so that the lot puts D社 (1) before C社 (3). E社 is above
    the ceiling.
    """
    vendors = ["A社", "B社", "C社", "D社", "E社"]
    marks = {
        "委員1": ([36, 30, 32.5, 32.5, 25], [18, 15, 16, 16, 13]),
        "委員2": ([34, 31, 30, 30, 26], [17.5, 14, 16, 16, 13]),
        "委員3": ([37, 30.5, 28, 28, 24], [18, 14, 15, 15, 12]),
    }
    headings = ["ID", "審査項目", "配点", *vendors]
    return {
        "案件": [["件名", "試験用の案件"], ["審査基準", "criteria.yaml"], ["予定価格", 12_000_000]],
        "提案者": [
            ["記号", "名称", "提案価格", "導入団体数", "状態", "理由", "くじ番号"],
            ["A社", "株式会社アルファ", 10_000_000, 8, "有効", None, 5],
            ["B社", "ベータ株式会社", 8_000_000, 5, "有効", None, 2],
            ["C社", "ガンマ合同会社", 9_000_000, 6, "有効", None, 3],
            ["D社", "株式会社デルタ", 9_000_000, 6, "有効", None, 1],
            ["E社", "イプシロン株式会社", 13_000_000, 2, "有効", None, 4],
        ],
        "審査委員": [
            ["記号", "氏名", "出欠", "除斥"],
            ["委員1", "福井 一郎", "出席", None],
            ["委員2", "坂井 花子", "出席", None],
            ["委員3", "三国 次郎", "出席", None],
        ],
        "事務局": [["ID", "審査項目", "配点", *vendors], ["local", "地域貢献", 5, 5, 3, 4, 4, 2]],
        **{
            f"採点_{name}": [
                [*headings, "A社 所見"],
                ["plan", "実施計画", 40, *plan, f"{name}は計画を評価した"],
                ["staff", "実施体制", 20, *staff],
            ]
            for name, (plan, staff) in marks.items()
        },
    }


class Files(NamedTuple):
    """A procurement in a folder, with its ranking in every format that can be verified."""

    book: Path
    criteria: Path
    xlsx: Path
    csv: Path
    json: Path


def published(folder, spoken="ja"):
    """Hand in the procurement in `folder`, evaluate it and write its ranking in a language."""
    book = books.hand_in(folder, procurement(), CRITERIA)
    made = Files(book, folder / "criteria.yaml", *(folder / f"ranking.{s}" for s in _FORMATS))
    write_rankings(pipeline.evaluate([book]), made[2:], spoken)
    return made


def verified(ranking, *books, part=pipeline.WHOLE):
    """Return what came of verifying a ranking against its inputs, or against its own record."""
    outcome = verify(ranking, books, part=part)
    assert outcome.result is not None, outcome.diagnostics
    return outcome.result


def alone(ranking):
    """Move a ranking into a folder of its own, where none of its inputs lies; return its path."""
    folder = ranking.parent / "alone"
    folder.mkdir(exist_ok=True)
    return ranking.rename(folder / ranking.name)


_FORMATS = ("xlsx", "csv", "json")


def write_rankings(outcome, paths, spoken="ja"):
    """Write a ranking to files in a language; the language of the run is then what it was."""
    assert outcome.result is not None, outcome.diagnostics
    before = language.current()
    language.use(spoken)
    pipeline.export(outcome.result, paths)
    language.use(before)


# What goes in.


def type_into(path, sheet, cells):
    """Type values into cells of an input, `{"D2": 99}`; None empties a cell."""
    book = load_workbook(path)
    for address, value in cells.items():
        book[sheet][address] = value
    book.save(path)
    return path


def take_out_row(path, sheet, row):
    """Delete a row of an input."""
    book = load_workbook(path)
    book[sheet].delete_rows(row)
    book.save(path)
    return path


def take_out_column(path, sheet, column):
    """Delete a column of an input, counted from 1."""
    book = load_workbook(path)
    book[sheet].delete_cols(column)
    book.save(path)
    return path


def reword(path, *changes):
    """Replace texts of a file, `(old, new)`, each of which must stand in it once."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


# A ranking as a workbook. Where a cell stands is looked up by what a reader sees.


def find(path, sheet, row, heading, below="", last=False):
    """Return the address of a cell by the beginnings of its row's name and its column's heading.

    The row is named in column A or B and stands below the cell of column A or B that begins with
    `below`; the heading is the next one above it in any column. With `last` the last such row counts.
    """
    rows = list(load_workbook(path, data_only=True)[sheet].iter_rows(max_row=2000))

    def begins(cell, text):
        return str(cell.value if cell.value is not None else "").startswith(text)

    start = next((at for at, cells in enumerate(rows) if _any(cells[:2], below, begins)), 0)
    found = [at for at in range(start, len(rows)) if _any(rows[at][:2], row, begins)]
    assert found, f"{row} names no row of {sheet}"
    at = found[-1 if last else 0]
    for above in range(at, -1, -1):
        for cell in rows[above]:
            if begins(cell, heading):
                return f"{cell.column_letter}{at + 1}"
    raise AssertionError(f"no column of {sheet} is headed {heading}")


def _any(cells, text, begins):
    return bool(text) and any(begins(cell, text) for cell in cells)


def shows(path, sheet, address):
    """Return what is stored in a cell."""
    return load_workbook(path, data_only=True)[sheet][address].value


def holds(path, sheet, address):
    """Return the formula of a cell, or its value."""
    return load_workbook(path)[sheet][address].value


def overwrite(path, sheet, address, value=None, formula=None):
    """Put a value, or a formula with the value as its result, into a cell. All else stays as it is.

    Without a formula, one that stood there is gone.
    """
    return _change_cell(path, sheet, address, _cell_content(value, formula))


def overwrite_result(path, sheet, address, value):
    """Change what is stored as the result of a cell's formula, and leave the formula."""
    return overwrite(path, sheet, address, value, str(holds(path, sheet, address)))


def swap(path, sheet, one, other):
    """Exchange what stands in two cells: values, as a person does who types over them."""
    first, second = shows(path, sheet, one), shows(path, sheet, other)
    overwrite(path, sheet, one, second)
    return overwrite(path, sheet, other, first)


def swap_rows(path, sheet, one, other):
    """Exchange everything that two rows show, cell by cell."""
    book = load_workbook(path)[sheet]
    for cell in book[one]:
        left, right = (f"{cell.column_letter}{row}" for row in (one, other))
        if shows(path, sheet, left) != shows(path, sheet, right):
            swap(path, sheet, left, right)
    return path


def empty_row(path, sheet, row):
    """Take all cells out of a row."""
    return _change(path, sheet, rf'<row r="{row}"[ >].*?</row>', "")


def empty_rows(path, sheet, first, last):
    """Take all cells out of rows."""
    for row in range(first, last + 1):
        text = books.parts(path)[_part(path, sheet)].decode()
        if re.search(rf'<row r="{row}"[ >]', text):
            empty_row(path, sheet, row)
    return path


def empty_column(path, sheet, column):
    """Take all cells out of a column, by its letter."""
    part = _part(path, sheet)
    cell = re.compile(rf'<c r="{column}\d+"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
    text, count = cell.subn("", books.parts(path)[part].decode())
    assert count
    return _store(path, part, text)


def swap_columns(path, sheet, one, other):
    """Exchange everything that two columns show, cell by cell."""
    book = load_workbook(path, data_only=True)[sheet]
    for row in range(1, book.max_row + 1):
        left, right = f"{one}{row}", f"{other}{row}"
        if book[left].value != book[right].value:
            swap(path, sheet, left, right)
    return path


def restyle(path, sheet, address, like):
    """Give a cell the looks of another one of its sheet, its number format among them."""
    part = _part(path, sheet)
    text = books.parts(path)[part].decode()
    style = re.search(rf'<c r="{like}" s="(\d+)"', text)
    assert style
    return _change(path, sheet, rf'<c r="{address}" s="\d+"', f'<c r="{address}" s="{style[1]}"')


def write_row(path, sheet, row, cells):
    """Write values into cells of a row, by column: `{"B": "F社"}`; the row may be new."""
    part = _part(path, sheet)
    text = books.parts(path)[part].decode()
    if not re.search(rf'<row r="{row}"[ />]', text):
        later = [m for m in re.finditer(r'<row r="(\d+)"', text) if int(m[1]) > row]
        at = later[0].start() if later else text.index("</sheetData>")
        _store(path, part, f'{text[:at]}<row r="{row}"></row>{text[at:]}')
    for column, value in cells.items():
        overwrite(path, sheet, f"{column}{row}", value)
    return path


def hide_row(path, sheet, row):
    """Hide a row."""
    return _change(path, sheet, rf'<row r="{row}"', rf'<row r="{row}" hidden="1"')


def widen(path, sheet):
    """Make the first columns of a sheet wider, as a reader does."""
    book = load_workbook(path)
    book[sheet].column_dimensions["A"].width = 60
    book.save(path)
    return path


def drop_sheet(path, sheet):
    """Delete a sheet in LibreOffice's way of saving: what pointed to it is computed to an error."""
    book = load_workbook(path)
    del book[sheet]
    book.save(path)
    return path


def _part(path, sheet):
    """Return the name of the zip part of a sheet. XlsxWriter numbers them in their order."""
    number = load_workbook(path, read_only=True).sheetnames.index(sheet) + 1
    return f"xl/worksheets/sheet{number}.xml"


def _cell_content(value, formula):
    """Return the type and the content of a cell as XML."""
    text = isinstance(value, str)
    if formula is not None:
        stored = f"<f>{escape(formula.removeprefix('='))}</f><v>{escape(str(value))}</v>"
        return ' t="str"' if text else "", stored
    if value is None:
        return "", ""
    if text:
        return ' t="inlineStr"', f"<is><t>{escape(value)}</t></is>"
    return "", f"<v>{value!r}</v>"


def _change_cell(path, sheet, address, content):
    kind, inner = content
    part = _part(path, sheet)
    text = books.parts(path)[part].decode()
    cell = re.compile(rf'<c r="{address}"(?P<rest>[^>]*?)(?:/>|>.*?</c>)', re.DOTALL)
    found = cell.search(text)
    if found is None:
        return _store(path, part, _with_cell(text, address, kind, inner))
    rest = re.sub(r' t="\w+"', "", found["rest"])
    made = f'<c r="{address}"{rest}{kind}>{inner}</c>'
    return _store(path, part, text[: found.start()] + made + text[found.end() :])


def _with_cell(text, address, kind, inner):
    """Return a sheet with a cell that it did not have, in its place among those of its row."""
    column, row = re.fullmatch(r"([A-Z]+)(\d+)", address).groups()
    start = re.search(rf'<row r="{row}"[^>]*?(?P<empty>/?)>', text)
    assert start, f"there is no row {row}"
    assert not start["empty"], f"row {row} is empty"
    end = text.index("</row>", start.end())
    later = [
        found.start()
        for found in re.compile(rf'<c r="([A-Z]+){row}"').finditer(text, start.end(), end)
        if (len(found[1]), found[1]) > (len(column), column)
    ]
    at = later[0] if later else end
    return f'{text[:at]}<c r="{address}"{kind}>{inner}</c>{text[at:]}'


def _change(path, sheet, pattern, replacement):
    part = _part(path, sheet)
    text, count = re.subn(pattern, replacement, books.parts(path)[part].decode(), flags=re.DOTALL)
    assert count == 1, f"{pattern} stands {count} times in {sheet}"
    return _store(path, part, text)


def _store(path, part, text):
    return books.pack(path, {**books.parts(path), part: text.encode()})


# A ranking as CSV and as JSON.


def table(path):
    """Return the rows of a CSV ranking, each by its headings."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def write_table(path, rows):
    """Write rows back as CSV, as `table` gives them."""
    text = StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    return path


def alter_table(path, vendor, heading, value):
    """Change what stands for a vendor in the column whose heading holds `heading`."""
    rows = table(path)
    (column,) = (each for each in rows[0] if heading in each)
    (row,) = (each for each in rows if vendor in each.values())
    assert row[column] != value
    row[column] = value
    return write_table(path, rows)


def alter_json(path, change):
    """Let `change` alter the content of a JSON ranking in place."""
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2), encoding="utf-8")
    return path


def of_vendor(content, vendor):
    """Return what a JSON ranking says of a vendor."""
    (found,) = (each for each in content["vendors"] if each["id"] == vendor)
    return found
