"""Score sheets (採点表) as municipalities make them, never made for procscore, with their layouts.

Three shapes that public bodies use, all with the same marks: `by_evaluator`, a sheet an evaluator;
`by_vendor`, a sheet a vendor; `together`, one sheet for all. `own` is the same in procscore's sheets.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import xlsxwriter

from procscore import pipeline
from procscore.diagnostics import Location, Problems
from procscore.ingest import criteria_file, layout_file, yaml_file
from procscore.ingest.layout_file import LayoutFile
from procscore.ingest.layouts.task import Task
from procscore.ingest.sheet import Cell, Sheet
from procscore.model import address
from procscore.model.bids import Evaluator, InputFile, Procurement, Vendor
from support import books
from support.books import Formula

CRITERIA = """\
procscore: 1
id: tourism
title: 観光サイト構築業務 審査基準書
points: 100
amounts:
  total: {name: 提案価格, tax: excluded}
criteria:
  - id: technical
    name: 企画提案
    points: 80
    score: {method: marks, step: 1}
    criteria:
      - id: understanding
        name: 業務の理解
        criteria:
          - {id: aim, name: 目的の理解, points: 10}
          - {id: issues, name: 課題の把握, points: 20}
      - id: method
        name: 提案内容
        criteria:
          - {id: design, name: 画面設計, points: 15}
          - {id: operation, name: 運用・保守, points: 15}
      - id: team
        name: 実施体制
        criteria:
          - {id: staff, name: 業務体制, points: 10}
          - {id: schedule, name: 工程計画, points: 10}
  - id: price
    name: 価格点
    points: 20
    score: {method: price, amount: total, formula: lowest-ratio, round: {places: 2, mode: half-up}}
panel: {aggregate: mean, over: criteria, round: {places: 2, mode: half-up}}
eligibility: {ceiling: exclude, lowest_among: eligible}
ranking: {by: points, ties: [{higher: technical}, {lower: total}, lot], equal_ranks: competition}
award: {winners: 1, reserve: 1}
"""
VENDORS = ("A社", "B社", "C社")
EVALUATORS = ("山田 太郎", "佐藤 花子", "鈴木 一郎")
MARKS = {
    "aim": ((8, 7, 6), (9, 7, 5), (8, 8, 7)),
    "issues": ((15, 14, 12), (16, 13, 11), (17, 15, 10)),
    "design": ((12, 11, 9), (13, 12, 8), (11, 12, 10)),
    "operation": ((10, 12, 9), (11, 13, 8), (12, 12, 9)),
    "staff": ((8, 7, 6), (7, 8, 6), (8, 7, 7)),
    "schedule": ((7, 8, 6), (8, 8, 5), (9, 7, 6)),
}
"""By criterion, then evaluator, then vendor."""
POINTS = {"aim": 10, "issues": 20, "design": 15, "operation": 15, "staff": 10, "schedule": 10}
GROUPS = {
    "業務の理解": ("aim", "issues"),
    "提案内容": ("design", "operation"),
    "実施体制": ("staff", "schedule"),
}
NAMES = {
    "aim": "目的の理解",
    "issues": "課題の把握",
    "design": "画面設計",
    "operation": "運用・保守",
    "staff": "業務体制",
    "schedule": "工程計画",
}
ASPECTS = {
    "aim": "業務の目的・背景を\n的確に理解しているか。",
    "issues": "本市の観光の課題を具体的に捉え、\n解決の方向を示しているか。",
    "design": "利用者に分かりやすい画面・導線となっているか。",
    "operation": "公開後の運用・保守の体制、費用は適切か。",
    "staff": "必要な人員・経験のある責任者を配置しているか。",
    "schedule": "無理のない工程で、市との役割分担は明確か。",
}
TITLE = "○○市観光サイト構築業務委託　公募型プロポーザル　企画提案書"

BY_EVALUATOR = """\
procscore-layout: 1
sheets: 採点表*
marks: F7:H16
evaluator: {cell: C3}
vendor: {row: 6}
criterion: {column: B}
under: technical
points: E
"""
BY_VENDOR = """\
procscore-layout: 1
sheets: <vendor>
marks: C5:G11
evaluator: {row: 4}
criterion: {column: B}
"""
TOGETHER = """\
procscore-layout: 1
marks: D6:O12
vendor: {row: 4}
evaluator: {row: 5}
criterion: {column: [A, B]}
under: technical
"""


@dataclass(frozen=True)
class Drawn(Sheet):
    """A sheet in memory: values by address, and merged ranges."""

    values: dict[str, object]
    merged: tuple[str, ...] = ()
    name: str = "表"
    file: str = "採点表.xlsx"
    hidden: bool = False

    @cached_property
    def _cells(self):
        return {tuple(address.cell(each)): value for each, value in self.values.items()}

    @cached_property
    def rows(self):
        """Return the columns that hold something, by row."""
        found = {}
        for row, column in sorted(self._cells):
            found[row] = (*found.get(row, ()), column)
        return found

    def cell(self, row, column):
        """Return a cell. A formula is one as in `books`."""
        value = self._cells.get((row, column))
        formula = value.text if isinstance(value, Formula) else None
        spans = (each for each in self.merged if address.block(each).holds(row, column))
        where = Location(self.file, self.name, row, column)
        stored = value.value if isinstance(value, Formula) else value
        return Cell(stored, where, formula=formula, merged=next(spans, None))


class Form:
    """A sheet on its way: cells and merged ranges by address."""

    def __init__(self):
        self.cells = {}
        self.merged = {}

    def put(self, **cells):
        """Write cells: `put(B3="山田")`."""
        self.cells.update(cells)
        return self

    def span(self, cells, value):
        """Merge a range and write into it."""
        self.merged[cells] = value
        return self


def save(path, forms):
    """Write forms by sheet name to `path` and return it."""
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False})
    for name, form in forms.items():
        sheet = book.add_worksheet(name)
        for cells, value in form.merged.items():
            sheet.merge_range(cells, value)
        for place, value in form.cells.items():
            if isinstance(value, Formula):
                sheet.write_formula(place, value.text, value=value.value)
            elif value is not None:
                sheet.write(place, value)
    book.close()
    return path


def given(criterion, evaluator, vendor):
    """Return a mark."""
    return MARKS[criterion][EVALUATORS.index(evaluator)][VENDORS.index(vendor)]


def _sum(criteria, evaluator, vendor):
    return sum(given(each, evaluator, vendor) for each in criteria)


def by_evaluator():
    """Return a sheet an evaluator: items by number, vendors across, subtotals in between."""
    forms = {}
    for number, evaluator in enumerate(EVALUATORS, start=1):
        form = Form()
        form.span("A1:H1", f"{TITLE}採点表（委員用）")
        form.put(A3="委員名", C3=evaluator, G3="採点日", H3="令和７年６月２日")
        form.span("A5:A6", "大項目").span("B5:C6", "評価項目").span("D5:D6", "評価の視点")
        form.span("E5:E6", "配点").span("F5:H5", "提案者")
        form.put(**dict(zip(("F6", "G6", "H6"), VENDORS, strict=True)))
        row = 7
        for group, (name, criteria) in enumerate(GROUPS.items(), start=1):
            form.span(f"A{row}:A{row + len(criteria)}", f"{group}　{name}")
            for item, each in enumerate(criteria, start=1):
                form.put(
                    **{
                        f"B{row}": f"{group}－（{item}）",
                        f"C{row}": f"{NAMES[each]}について",
                        f"D{row}": ASPECTS[each],
                        f"E{row}": POINTS[each],
                    }
                )
                for column, vendor in zip("FGH", VENDORS, strict=True):
                    form.put(**{f"{column}{row}": given(each, evaluator, vendor)})
                row += 1
            form.span(f"B{row}:D{row}", "小計")
            form.put(**{f"E{row}": sum(POINTS[each] for each in criteria)})
            for column, vendor in zip("FGH", VENDORS, strict=True):
                first = row - len(criteria)
                total = Formula(
                    f"=SUM({column}{first}:{column}{row - 1})", _sum(criteria, evaluator, vendor)
                )
                form.put(**{f"{column}{row}": total})
            row += 1
        form.span(f"A{row}:D{row}", "合計")
        form.put(**{f"E{row}": 80})
        for column, vendor in zip("FGH", VENDORS, strict=True):
            form.put(**{f"{column}{row}": _sum(MARKS, evaluator, vendor)})
        form.put(
            **{
                f"A{row + 2}": "※　各項目は配点を上限に１点刻みで採点してください。",
                f"A{row + 3}": "※　5：特に優れている　3：普通　1：劣る　を目安とする。",
            }
        )
        forms[f"採点表{number}"] = form
    return forms


def by_vendor():
    """Return a sheet a vendor: items by name with their points, evaluators across, means at right."""
    forms = {}
    for vendor in VENDORS:
        form = Form()
        form.span("A1:G1", f"{TITLE}評価集計")
        form.put(A2="提案者", B2=vendor)
        form.put(A4="区分", B4="評価項目", F4="合計", G4="平均")
        form.put(**dict(zip(("C4", "D4", "E4"), EVALUATORS, strict=True)))
        row = 5
        for name, criteria in GROUPS.items():
            form.span(f"A{row}:A{row + len(criteria) - 1}", name)
            for each in criteria:
                marks = [given(each, evaluator, vendor) for evaluator in EVALUATORS]
                form.put(**{f"B{row}": f"{NAMES[each]}\n（{POINTS[each]}点）"})
                form.put(**dict(zip((f"C{row}", f"D{row}", f"E{row}"), marks, strict=True)))
                form.put(
                    **{
                        f"F{row}": Formula(f"=SUM(C{row}:E{row})", sum(marks)),
                        f"G{row}": Formula(f"=AVERAGE(C{row}:E{row})", sum(marks) / 3),
                    }
                )
                row += 1
        form.span(f"A{row}:B{row}", "合計（80点）")
        for column, evaluator in zip("CDE", EVALUATORS, strict=True):
            total = Formula(f"=SUM({column}5:{column}{row - 1})", _sum(MARKS, evaluator, vendor))
            form.put(**{f"{column}{row}": total})
        forms[vendor] = form
    summary = Form().span("A1:D1", f"{TITLE}集計表").put(A3="提案者", B3="合計点", C3="順位")
    for row, vendor in enumerate(VENDORS, start=4):
        total = sum(_sum(MARKS, evaluator, vendor) for evaluator in EVALUATORS)
        summary.put(**{f"A{row}": vendor, f"B{row}": total})
    forms["集計表"] = summary
    return forms


def together():
    """Return one sheet: items down, vendors across and each vendor's evaluators below, with means."""
    form = Form()
    form.span("A1:O1", f"{TITLE}　採点集計表")
    form.put(O2="委員会資料２")
    form.span("A4:B5", "評価項目").span("C4:C5", "評価の視点")
    columns = dict(zip(VENDORS, ("DEFG", "HIJK", "LMNO"), strict=True))
    for vendor, letters in columns.items():
        form.span(f"{letters[0]}4:{letters[-1]}4", vendor)
        for letter, evaluator in zip(letters, (*EVALUATORS, "平均"), strict=True):
            form.put(**{f"{letter}5": evaluator})
    row = 6
    for group, (name, criteria) in enumerate(GROUPS.items(), start=1):
        form.span(f"A{row}:A{row + len(criteria) - 1}", f"{group}　{name}")
        for item, each in enumerate(criteria, start=1):
            form.put(**{f"B{row}": f"（{item}）", f"C{row}": ASPECTS[each]})
            for vendor, letters in columns.items():
                marks = [given(each, evaluator, vendor) for evaluator in EVALUATORS]
                for letter, mark in zip(letters, marks, strict=False):
                    form.put(**{f"{letter}{row}": mark})
                mean = Formula(f"=AVERAGE({letters[0]}{row}:{letters[2]}{row})", sum(marks) / 3)
                form.put(**{f"{letters[3]}{row}": mean})
            row += 1
    form.span(f"A{row}:C{row}", "合計")
    for vendor, letters in columns.items():
        for letter, evaluator in zip(letters, EVALUATORS, strict=False):
            form.put(**{f"{letter}{row}": _sum(MARKS, evaluator, vendor)})
    return {"採点集計": form}


SHAPES = {
    "by_evaluator": (by_evaluator, BY_EVALUATOR),
    "by_vendor": (by_vendor, BY_VENDOR),
    "together": (together, TOGETHER),
}
"""The forms and the layout of each shape."""


def head(*, evaluators=True):
    """Return the sheets of procscore's own that stand in another workbook."""
    sheets = {
        "案件": [["件名", TITLE], ["審査基準", "criteria.yaml"], ["予定価格", 12_000_000]],
        "提案者": [
            ["記号", "名称", "提案価格"],
            ["A社", "株式会社アルファ", 10_000_000],
            ["B社", "ベータ株式会社", 8_000_000],
            ["C社", "ガンマ合同会社", 9_000_000],
        ],
        "審査委員": [
            ["記号", "氏名"],
            *([f"委員{number}", name] for number, name in enumerate(EVALUATORS, start=1)),
        ],
    }
    if not evaluators:
        del sheets["審査委員"]
    return sheets


def own():
    """Return everything in procscore's own sheets."""
    sheets = head()
    for number, evaluator in enumerate(EVALUATORS, start=1):
        sheets[f"採点_委員{number}"] = [
            ["ID", "審査項目", "配点", *VENDORS],
            *(
                [each, NAMES[each], POINTS[each], *(given(each, evaluator, v) for v in VENDORS)]
                for each in MARKS
            ),
        ]
    return sheets


def changed(folder, shape="by_evaluator", cells=None, layout=None, **options):
    """Hand in a shape with other values in some cells, and with a change of its layout.

    `cells` are values by sheet and address, None for a blank; `layout` is what is replaced and by
    what.
    """
    build, text = SHAPES[shape]
    forms = build()
    for sheet, values in (cells or {}).items():
        form = forms.setdefault(sheet, Form())
        for place, value in values.items():
            form.cells[place] = value
    if layout is not None:
        old, new = layout
        assert old in text, old
        text = text.replace(old, new)
    return hand_in(folder, forms, text, **options)


def hand_in(folder, forms, layout, sheets=None, criteria=CRITERIA, name="採点表.xlsx"):
    """Write bids, criteria, a foreign workbook and its layout; return what is to be evaluated."""
    bids = books.hand_in(folder, head() if sheets is None else sheets, criteria)
    scores = folder / "scores"
    scores.mkdir(exist_ok=True)
    if layout is not None:
        (scores / "layout.yaml").write_text(layout, encoding="utf-8")
    return [bids, save(scores / name, forms)]


def evaluate(folder, forms, layout, **options):
    """Hand in and evaluate."""
    return pipeline.evaluate(hand_in(folder, forms, layout, **options))


def usual_totals(evaluation):
    """Check the totals, which were computed by hand: the means of the marks, and the price points."""
    assert {each.vendor.id: each.points_in_all for each in evaluation.vendors} == TOTALS


TOTALS = {"A社": Fraction(79), "B社": Fraction("80.33"), "C社": Fraction("64.45")}


def criteria(text=CRITERIA):
    """Return the criteria sheet itself."""
    return criteria_file.parse(yaml_file.read(text, "criteria.yaml", Problems()), Problems())


def vendors():
    """Return the vendors of `head`."""
    rows = head()["提案者"][1:]
    return tuple(Vendor(row[0], row[1], Location("bids.xlsx", "提案者")) for row in rows)


def panel():
    """Return the evaluators of `head`."""
    rows = head()["審査委員"][1:]
    return tuple(Evaluator(row[0], row[1], Location("bids.xlsx", "審査委員")) for row in rows)


def task(text=CRITERIA):
    """Return what has to be marked."""
    return Task.of(criteria(text), Procurement(Location("bids.xlsx")), vendors())


def layout(text):
    """Return the layout file of a text, which has no faults."""
    problems = Problems()
    document = yaml_file.read(text, "layout.yaml", problems)
    parsed = layout_file.parse(document, problems)
    assert parsed is not None, list(problems)
    return LayoutFile(InputFile("layout.yaml", "layout.yaml", ""), document, parsed)
