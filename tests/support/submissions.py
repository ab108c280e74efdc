"""A procurement in which marks are still missing, for tests of what is said about that."""

from procscore import pipeline
from support import books

CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 10}\n      - {id: cost, name: 費用の考え方, points: 10}",
)
HEADINGS = ["ID", "審査項目", "配点", "A社", "B社", "C社"]


def some_missing() -> books.Sheets:
    """Return a workbook with one evaluator of each kind.

    委員1 has handed in everything, 委員2 has left blanks (one vendor wholly), 委員3 has handed in
    nothing, 委員4 is absent, 委員5 is recused for B社, and 委員6 gave one mark that is too high and
    one that cannot be read.
    """
    sheets = books.without("採点_委員1", "採点_委員2")
    sheets["審査委員"] = [
        ["記号", "氏名", "出欠", "除斥"],
        ["委員1", "福井 一郎", "出席", None],
        ["委員2", "坂井 花子", "出席", None],
        ["委員3", "敦賀 次郎", "出席", None],
        ["委員4", "小浜 三郎", "欠席", None],
        ["委員5", "大野 四郎", "出席", "B社"],
        ["委員6", "鯖江 五郎", "出席", None],
    ]
    sheets["採点_委員1"] = _grid([36, 30, 32.5], [9, 8, 8], [5, 5, 5])
    sheets["採点_委員2"] = _grid([34, None, None], [8, None, None], [5, 5, None])
    sheets["採点_委員5"] = _grid([34, None, 30], [8, None, 7], [5, None, 4])
    sheets["採点_委員6"] = _grid([34, 41, "80点"], [8, 8, 7], [5, 4, 4])
    return sheets


def checked(folder, sheets, criteria=books.CRITERIA, *more, part=pipeline.WHOLE):
    """Hand in a workbook, and beside it one for each of `more`; return the outcome of the check."""
    paths = [books.hand_in(folder, sheets, criteria)]
    paths += [
        books.save(folder / f"{number}.xlsx", each) for number, each in enumerate(more, start=1)
    ]
    return pipeline.check(paths, part=part)


def _grid(*marks):
    rows = (["plan", "実施計画", 40], ["staff", "実施体制", 10], ["cost", "費用の考え方", 10])
    return [HEADINGS, *([*row, *given] for row, given in zip(rows, marks, strict=True))]
