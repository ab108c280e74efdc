"""The page of bids under other weights."""

from fractions import Fraction

from procscore.comparing.crossing import cross
from procscore.model.page import Sentences
from procscore.pages.crossing import page
from support.comparisons import given
from support.values import evaluate, sheet

OWN = """
    criteria:
      - {id: plan, points: 50, topic: schedule}
      - {id: price, points: 50, score: {method: price, amount: total, formula: lowest-ratio}}
    ranking: {by: %s}
"""
BIDS = {
    "A": {"plan": [20], "total": 100},
    "B": {"plan": [40], "total": 150},
    "C": {"plan": [50], "total": 99, "status": "withdrawn", "reason": "人手不足"},
}
"""A 20 + 50 = 70, B 40 + 33.3… = 73.3…"""
OTHER = """
    criteria:
      - {id: who, points: 100, topic: training}
      - {id: sum, points: 100, topic: total-price}
"""


def crossed(by="points", bids=BIDS, other=OTHER):
    return page(cross(evaluate(sheet(OWN % by), bids), [given("b", other)]))


def blocks(content):
    return {str(block.title): block for block in content.blocks}


def texts(table):
    return [[str(cell.text) for cell in row] for row in table.rows]


def test_it_says_first_of_all_that_it_is_no_award():
    content = crossed()
    assert str(content.title).startswith("Comparison, not an award")
    assert str(content.lead[0]).startswith("This is a comparison, not an award")


def test_ranks_that_rest_on_a_sliver_of_the_points_say_so():
    half = [str(note) for note in blocks(crossed())["Ranks"].notes]  # 100 of 200
    less = OTHER.replace(
        "criteria:", "criteria:\n      - {id: more, points: 1, topic: security}", 1
    )
    sliver = [str(note) for note in blocks(crossed(other=less))["Ranks"].notes]
    said = "b: of its points only 49.8 % have marks in these bids; its ranks say little."
    assert said in sliver
    assert not any("say little" in note for note in half)


def test_ranks_stand_beside_the_real_ones_and_say_where_they_differ():
    table = blocks(crossed())["Ranks"]
    assert [str(column.heading) for column in table.columns] == [
        "Vendor",
        "test, as evaluated",
        "b",
    ]
    assert texts(table) == [
        ["B", "1", "2 (evaluated: 1)"],
        ["A", "2", "1 (evaluated: 2)"],
        ["Points with marks in these bids", "", "100 of 200"],
    ]
    assert [row[2].strong for row in table.rows] == [True, True, False]


def test_points_are_shown_without_rounding():
    table = blocks(crossed())["Points given"]
    assert texts(table) == [
        ["B", "73.33…", "66.66…"],
        ["A", "70", "100"],
        ["out of", "100", "100"],
    ]
    assert table.rows[0][2].value == Fraction(200, 3)


def test_what_has_no_marks_is_listed_with_its_share():
    assert texts(blocks(crossed())["Without marks in these bids"]) == [["Training", "50.0 %"]]
    everything = "criteria: [{id: sum, points: 100, topic: total-price}]"
    assert "Without marks in these bids" not in blocks(crossed(other=everything))


def test_it_shows_what_was_taken_from_the_bids():
    table = blocks(crossed())["Share of the points reached, by topic"]
    assert texts(table) == [
        ["Plan and schedule", "80.0 %", "40.0 %"],
        ["Total price", "66.7 %", "100.0 %"],
    ]


def test_who_is_out_is_told_and_not_ranked():
    content = crossed()
    (told,) = blocks(content)["Not ranked"].sentences
    assert str(told).startswith("C: withdrawn.")
    assert all(row[0] != "C" for row in texts(blocks(content)["Ranks"]))


def test_a_reference_that_does_not_rank_by_points_says_so():
    assert any("ranks otherwise" in str(line) for line in crossed("rank-sum").lead)
    assert not any("ranks otherwise" in str(line) for line in crossed("points").lead)


def test_a_sheet_without_any_topic_of_the_bids_ranks_nobody():
    table = blocks(crossed(other="criteria: [{id: x, points: 10, topic: training}]"))["Ranks"]
    assert texts(table)[:2] == [["B", "1", ""], ["A", "2", ""]]
    assert texts(table)[2][2] == "0 of 10"


def test_where_nobody_is_ranked_it_says_so():
    nobody = {each: {**bid, "status": "withdrawn", "reason": "-"} for each, bid in BIDS.items()}
    ranks = blocks(crossed(bids=nobody))["Ranks"]
    assert isinstance(ranks, Sentences)
    assert "Nobody is ranked" in str(ranks.sentences[0])


def test_every_row_has_a_cell_for_every_column():
    for block in crossed().blocks:
        if not isinstance(block, Sentences):
            assert {len(row) for row in block.rows} == {len(block.columns)}
