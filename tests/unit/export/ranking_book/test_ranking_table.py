from support import books, results, stages, values
from support.ranking_books import Written, not_live

TIED = {"A": {"a": [5]}, "B": {"a": [5]}, "C": {"a": [3]}}


def test_the_rank_follows_from_the_total(tmp_path):
    book = Written(results.evaluated(tmp_path))
    assert book.row("Result", "B社 ベータ株式会社")[0] == '=1+COUNTIF(F5:F7,">"&F5+0.00000000005)'


def test_what_is_compared_has_a_column_where_it_is_not_the_total():
    sheet = values.sheet("""
        criteria: [{id: a, points: 10}]
        ranking: {by: formula, formula: total / a, best: lowest}
    """)
    vendors = {"A": {"a": [4], "total": 8}, "B": {"a": [5], "total": 5}}
    book = Written(values.evaluate(sheet, vendors))
    assert book.row("Result", "Vendor") == [
        *("Rank", "Vendor", "a\n/ 10", "Total\n/ 10", "Value", "Outcome")
    ]
    assert book.row("Result", "B")[0] == '=1+COUNTIF(E5:E6,"<"&E5-0.000000000005)'


def test_the_place_among_equals_decides_what_the_value_does_not():
    sheet = values.sheet("criteria: [{id: a, points: 10}]\nranking: {ties: [lot]}")
    vendors = {
        each: {**entry, "lot": lot} for (each, entry), lot in zip(TIED.items(), "321", strict=True)
    }
    book = Written(values.evaluate(sheet, vendors))
    assert book.row("Result", "Vendor")[4] == "Place among equals"
    assert book.row("Result", "A")[4] == "='Ties'!D6"
    assert [book.values("Result", each)[0] for each in "ABC"] == [2, 1, 3]
    assert book.values("Result", "C")[4] == 1
    cells = book.formulas["Result"]["E"]
    looks = {cell.value: cell.number_format for cell in cells}
    assert looks[1] == '"-"'
    assert looks["='Ties'!D6"] == "General"


def test_equal_ranks_by_every_convention():
    for convention, expected in {
        "competition": [1, 1, 3],
        "dense": [1, 1, 2],
        "average": [1.5, 1.5, 3],
    }.items():
        sheet = values.sheet(
            f"criteria: [{{id: a, points: 10}}]\nranking: {{equal_ranks: {convention}}}"
        )
        book = Written(values.evaluate(sheet, TIED))
        assert [book.values("Result", each)[0] for each in "ABC"] == expected


def test_a_stage_has_a_table_as_live_as_the_end_s(tmp_path):
    result = books.evaluate(tmp_path, stages.valid(), stages.CRITERIA).result
    book = Written(result)
    name = next(each for each in book.texts("Result") if each.startswith("A社"))
    assert book.row("Result", name, 0) == [
        '=1+COUNTIF(C6:C8,">"&C6+0.00000000005)',
        name,
        "=SUM('Details'!E13)",
        "goes on",
    ]
    assert book.values("Result", name, 0)[2] == 28
    assert book.values("Result", name, 1)[0] == 2
    assert not_live(result) == []
