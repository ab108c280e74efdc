import pytest

from procscore.pages import library
from support import values

PRICED = values.sheet("""
    id: priced
    title: 審査基準
    authority: 例示市
    source: {citation: 別紙1, coverage: complete}
    assumptions: [一つ, 二つ]
    criteria:
      - {id: plan, points: 70}
      - {id: price, points: 30, score: {method: price, amount: total, formula: lowest-ratio}}
""")
JUDGED = values.sheet("""
    criteria:
      - {id: plan, points: 90}
      - {id: fee, points: 10, topic: total-price}
""")
BY_VALUE = values.sheet("""
    criteria: [{id: plan, points: 100}]
    ranking: {by: formula, formula: plan / total * 1000}
""")
NO_PRICE = values.sheet("criteria: [{id: plan, points: 100}]")


def row(sheet):
    (table,) = library.page([sheet]).blocks
    return [str(cell.text) for cell in table.rows[0]]


def test_a_row_says_whose_for_how_much_and_by_which_formula():
    assert row(PRICED) == [
        *("priced", "例示市\n審査基準", "100", "70 : 30"),
        *("points × lowest price ÷ price", "complete; assumptions: 2"),
    ]


@pytest.mark.parametrize(
    ("sheet", "parts", "formula"),
    [
        (JUDGED, "90 : 10", "judged"),
        (BY_VALUE, "100 : 0", "plan ÷ total × 1000"),
        (NO_PRICE, "100 : 0", "none"),
    ],
)
def test_prices_that_are_judged_divided_by_or_not_there(sheet, parts, formula):
    assert row(sheet)[3:5] == [parts, formula]


def test_points_that_do_not_count_in_the_end_are_told_apart():
    partly = values.sheet("""
        criteria: [{id: cost, points: 200, topic: total-price}, {id: plan, points: 300}]
        stages:
          - {id: first, name: first, criteria: [cost]}
          - {id: second, name: second, criteria: [plan], carry_over: false}
    """)
    assert row(partly)[3] == "300 : 200, counting 300 : 0"
