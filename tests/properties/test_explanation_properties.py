"""What holds of the explanation of every vendor, whatever the procedure."""

import openpyxl
import pytest
import yaml
from hypothesis import event, given, settings
from hypothesis import strategies as st

import procscore
from procscore import exact
from procscore.explaining.explain import explain
from procscore.export import explanation_json
from procscore.pages import explanation as explanation_page
from support import books, cases, command, explained
from support.procedures import entries, procedures, recusals, run


@pytest.mark.parametrize("name", cases.NAMES)
def test_every_figure_of_every_case_adds_up(name):
    result = cases.result(name)
    for each in result.vendors:
        explained.check(explain(result, each.vendor.id))
        for other in result.vendors:
            if other is not each:
                explained.check(explain(result, each.vendor.id, against=other.vendor.id))
        for criterion in result.criteria.by_id:
            explained.check(explain(result, each.vendor.id, criterion))


@pytest.mark.parametrize("name", cases.NAMES)
def test_every_cell_that_is_named_is_there_and_holds_the_value(name, tmp_path):
    path = command.EXAMPLE
    if name != "example":
        sheets = yaml.safe_load((cases.CASES / name / "bids.yaml").read_text(encoding="utf-8"))
        criteria = (cases.CASES / name / "criteria.yaml").read_text(encoding="utf-8")
        path = books.hand_in(tmp_path, sheets, criteria)
    result = procscore.evaluate(path)
    book = openpyxl.load_workbook(path, data_only=True)
    seen = 0
    for each in result.vendors:
        found = explain(result, each.vendor.id)
        for top in (found.points, *found.beside, found.value, *found.amounts):
            for figure in top.walk() if top else ():
                if figure.where is not None:
                    seen += 1
                    assert _number(book, figure.where) == figure.value
                for one in figure.marks:
                    seen += 1
                    _check_mark(book[one.mark.where.sheet][one.mark.where.cell].value, one.mark)
    assert seen


def _number(book, where):
    """Return the number in a cell; one that is written as text is read as a number, too."""
    value = book[where.sheet][where.cell].value
    return exact.parse(value).value if isinstance(value, str) else exact.from_excel(value)


def _check_mark(value, mark):
    if isinstance(value, str):
        assert value.strip() == mark.written
    else:
        assert exact.from_excel(value) == (mark.value if mark.given is None else mark.given)


@settings(max_examples=50)
@given(st.data())
def test_every_figure_of_any_procedure_adds_up(data):
    written = data.draw(procedures())
    result, _ = run(written, data.draw(entries(written)), recused=data.draw(recusals(written)))
    event(f"evaluated: {result is not None}")
    if result is None:
        return
    first = result.vendors[0].vendor.id
    for each in result.vendors:
        vendor = each.vendor.id
        found = explain(result, vendor)
        explained.check(found)
        explanation_page.page(found)
        explanation_json.export(found)
        if vendor != first:
            against = explain(result, vendor, against=first)
            explained.check(against)
            explanation_page.page(against)
