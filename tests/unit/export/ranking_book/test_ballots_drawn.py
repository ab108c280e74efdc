import re
import zipfile
from io import BytesIO

from procscore.export.ranking_book import export
from support import results, values

SHEET = values.sheet("criteria: [{id: a, points: 20}]")


def charts(result):
    """Return the charts of the sheet in their order, as XML."""
    with zipfile.ZipFile(BytesIO(export(result))) as archive:
        names = [each for each in archive.namelist() if re.match("xl/charts/chart", each)]
        texts = [archive.read(each).decode() for each in sorted(names)]
    return [each for each in texts if "Totals by evaluator" in each]


def drawn(chart, part):
    """Return the ranges of a part of every series, each once."""
    return list(dict.fromkeys(re.findall(f"<c:{part}>.*?<c:f>(.*?)</c:f>", chart)))


def many(count, vendors=3, name="E"):
    marks = {f"V{at}": {"a": {f"{name}{who}": at for who in range(count)}} for at in range(vendors)}
    return values.evaluate(SHEET, marks, evaluators=[f"{name}{who}" for who in range(count)])


def test_below_the_columns_stand_the_ids_and_not_the_names(tmp_path):
    (chart,) = charts(results.evaluated(tmp_path))
    assert drawn(chart, "cat") == ["'By evaluator'!$A$5:$A$6"]
    assert drawn(chart, "val")[0] == "'By evaluator'!$C$5:$C$6"
    assert "福井 一郎" not in chart


def test_of_many_vendors_the_first_are_drawn():
    (chart,) = charts(many(1, vendors=12))
    assert "Totals by evaluator, for the first 8 vendors" in chart
    assert chart.count("<c:ser>") == 8


def test_more_evaluators_than_there_is_room_for_go_on_in_further_charts_on_one_scale():
    found = charts(many(40))
    assert [drawn(each, "cat") for each in found] == [
        ["'By evaluator'!$A$5:$A$18"],
        ["'By evaluator'!$A$19:$A$32"],
        ["'By evaluator'!$A$33:$A$44"],
    ]
    assert all('<c:max val="3"/><c:min val="0"/>' in each for each in found)
    assert "Totals by evaluator (2/3)" in found[1]


def test_long_ids_have_room_below_the_columns():
    assert len(charts(many(6))) == 1
    assert len(charts(many(6, name="chair of the committee on tenders "))) > 1


def test_nothing_is_drawn_where_nobody_is_ranked():
    result = values.evaluate(
        values.sheet("""
            criteria: [{id: a, points: 20}]
            eligibility: {minimums: [{at_least: 18}]}
        """),
        {"A": {"a": [5]}},
    )
    assert not result.ranked
    assert charts(result) == []


def test_negative_totals_begin_the_axis_at_the_next_round_number_below():
    sheet = values.sheet("criteria: [{id: a, points: 900, score: {method: marks, from: -20}}]")
    (chart,) = charts(values.evaluate(sheet, {"A": {"a": [-12, 800]}}))
    assert '<c:min val="-20"/>' in chart
