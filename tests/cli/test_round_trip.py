"""Sheets out, marked, saved again by LibreOffice, back in: the same figures as marks in memory."""

import shutil

import pytest
from openpyxl import load_workbook

from procscore import language, pipeline
from procscore.diagnostics import Problems, Severity
from procscore.ingest import library
from procscore.model.scores import Check
from procscore.pipeline import handing_out
from support import books, forms, values

SHEETS = [*library.ids(), "every-kind"]
EVALUATORS = ("3", "職員=2")


@pytest.fixture(autouse=True)
def japanese():
    language.use("ja")


def order_of(criteria, folder, **more):
    """Return the order for a built-in sheet, or for the one of every kind."""
    reference = criteria
    if criteria == "every-kind":
        path = folder / "criteria.yaml"
        path.write_text(forms.EVERY_KIND, encoding="utf-8")
        reference = str(path)
    evaluators = EVALUATORS if criteria == "every-kind" else EVALUATORS[:1]
    return handing_out.Order(reference, "A社,B社,C社", evaluators, **more)


def handed_out(order):
    """Write what is ordered and return the handout and the files."""
    problems = Problems()
    handout = handing_out.handout(order, problems)
    outcome = handing_out.sheets(order)
    assert list(outcome.diagnostics) == list(problems) == []
    handing_out.write(outcome.result, order, force=False)
    return handout, outcome.result


def figures(result):
    """Return all points, ranks and the award."""
    return {
        each.vendor.id: (
            each.rank,
            each.points_in_all,
            {s.criterion: s.points for s in each.walk()},
        )
        for each in result.vendors
    }, (result.award.winners, result.award.reserve)


def in_memory(handout, filled):
    """Return the evaluation of the same marks without any workbook."""
    return values.evaluate(handout.criteria, filled.vendors, **filled.handed_in)


def evaluated(paths):
    """Evaluate workbooks that must be read without an error; return also the codes of the rest."""
    outcome = pipeline.evaluate(paths)
    assert outcome.result is not None, values.told(outcome.diagnostics)[:5]
    return outcome.result, {each.code for each in outcome.diagnostics}


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """Return what was handed out, what was filled in and the workbook saved since, by criteria."""
    language.use("ja")
    folder = tmp_path_factory.mktemp("marked")
    prepared = {criteria: in_one_workbook(criteria, folder) for criteria in SHEETS}
    saved = books.all_saved_by_libreoffice([path for *_, path in prepared.values()])
    shutil.copy(folder / "criteria.yaml", saved[0].parent)
    return {
        criteria: (handout, filled, path)
        for (criteria, (handout, filled, _)), path in zip(prepared.items(), saved, strict=True)
    }


def in_one_workbook(criteria, folder):
    """Write one workbook for a criteria sheet and fill it in."""
    order = order_of(criteria, folder, out=folder / f"{criteria}.xlsx", title="試験")
    handout, written = handed_out(order)
    assert written.files.keys() == {order.out}
    filled = forms.marks(handout)
    return handout, filled, forms.fill(order.out, filled)


@pytest.mark.parametrize("criteria", SHEETS)
def test_one_workbook_marked_and_saved_by_libreoffice(criteria, marked):
    handout, filled, saved = marked[criteria]
    result, codes = evaluated([saved])
    assert figures(result) == figures(in_memory(handout, filled))
    # LibreOffice has computed the sums, and they are those of the marks.
    assert codes == set()
    book = load_workbook(saved, data_only=True)
    checks = {each.id for each in handout.criteria.leaves if isinstance(each.score, Check)}
    for name, given in filled.by_sheet.items():
        if {criterion for criterion, _ in given} - checks:
            (total,) = [row for row in book[name].iter_rows() if row[1].value == "合計"]
            assert all(isinstance(cell.value, int | float) for cell in total[-3:])


@pytest.mark.parametrize("anonymous", [False, True], ids=["named", "anonymous"])
def test_a_workbook_an_evaluator_with_comments(anonymous, tmp_path):
    order = order_of(
        "every-kind",
        tmp_path,
        out=tmp_path / "bids.xlsx",
        split=tmp_path / "scores",
        title="試験",
        anonymous=anonymous,
        comments=True,
    )
    handout, written = handed_out(order)
    filled = forms.marks(handout)
    for path in written.files:
        forms.fill(path, filled)
    result, codes = evaluated([order.out, *written.key, order.split])
    assert figures(result) == figures(in_memory(handout, filled))
    assert codes == set()
    assert len(list(order.split.iterdir())) == 5


def test_letters_without_their_key_are_told_and_nothing_is_ranked(tmp_path):
    order = order_of(
        "fukui-sakai",
        tmp_path,
        out=tmp_path / "bids.xlsx",
        split=tmp_path / "scores",
        anonymous=True,
    )
    handed_out(order)
    outcome = pipeline.evaluate([order.out, order.split])
    errors = [each.code for each in outcome.diagnostics if each.severity is Severity.ERROR]
    assert errors == ["key-missing"]
