"""The page that explains one vendor."""

from dataclasses import replace

from procscore.exact import display
from procscore.explaining.explain import explain
from procscore.model.anonymous import anonymous
from procscore.model.page import Outline
from procscore.pages.explanation import page
from procscore.pages.explanation.page import standing
from support import books, results, stages


def told(explanation):
    """Return the sentences of a page by the title of their block; outlines without theirs."""
    return {
        str(block.title): []
        if isinstance(block, Outline)
        else [str(each) for each in block.sentences]
        for block in page(explanation).blocks
    }


def lead(explanation):
    return [str(each) for each in page(explanation).lead]


def test_the_first_sentence_says_the_result(tmp_path):
    result = results.evaluated(tmp_path)
    sentences = [str(standing(result, each)) for each in result.ranked]
    assert sentences == [
        "B社 ベータ株式会社: 85 of 100 points, rank 1 of 3, preferred bidder.",
        "A社 株式会社アルファ: 84.75 of 100 points, rank 2 of 3, reserve.",
        "C社 ガンマ合同会社: 82.81 of 100 points, rank 3 of 3.",
    ]


def test_who_is_out_is_told_so_with_every_reason(tmp_path):
    sheets = books.valid()
    sheets["提案者"][1][2] = 13_000_000
    result = results.evaluated(tmp_path, sheets)
    found = explain(result, "A社")
    assert lead(found)[0] == "A社 株式会社アルファ: not ranked, excluded; there is no total."
    assert told(found)["Rank"] == [
        "Not ranked: excluded.",
        f"Reason: {result.vendor('A社').exclusions[0].reason}.",
    ]
    assert told(found)["Award"] == ["A社 株式会社アルファ is not chosen."]


def test_the_rank_is_told_with_who_stands_next(tmp_path):
    result = results.evaluated(tmp_path)
    assert told(explain(result, "A社"))["Rank"] == [
        "Rank: 2 of 3.",
        "What is compared: Total. The highest is first.",
        "Before it: B社 ベータ株式会社 with 85.",
        "After it: C社 ガンマ合同会社 with 82.81.",
    ]
    assert "Nobody stands before it." in told(explain(result, "B社"))["Rank"]
    assert "Nobody stands after it." in told(explain(result, "C社"))["Rank"]


def test_what_is_compared_is_told_where_it_is_not_the_total(tmp_path):
    criteria = books.CRITERIA.replace("by: points", "by: rank-sum")
    found = told(explain(results.evaluated(tmp_path, criteria=criteria), "A社"))
    assert "What the ranking compares" in found
    assert "What is compared: Sum of ranks. The lowest is first." in found["Rank"]


def test_a_tie_is_told_step_by_step_to_who_is_in_it(tmp_path):
    result = results.tied(tmp_path)
    ties = told(explain(result, "A社"))["Ties"]
    assert ties[0] == f"A社, B社 have exactly the same value, {display(result.ties[0].value)}."
    assert ties[-1] == "Still tied: A社 = B社. A lot has to be drawn."
    assert "At the same rank: B社 ベータ株式会社 with" in told(explain(result, "A社"))["Rank"][3]
    assert "Ties" not in told(explain(result, "C社"))
    assert "is tied, and it is not decided yet" in told(explain(result, "A社"))["Award"][0]


def test_ties_of_several_stages_are_told_with_their_stage(tmp_path):
    sheets = stages.valid()
    sheets["提案者"][1][2] = 8_000_000
    for name in ("採点_委員1", "採点_委員2"):
        for row in sheets[name][1:]:
            row[4] = row[3]
    result = results.evaluated(tmp_path, sheets, stages.CRITERIA)
    ties = told(explain(result, "A社"))["Ties"]
    assert [each for each in ties if "exactly the same value" in each] == [
        "“一次審査”: A社, B社 have exactly the same value, 28.",
        "“二次審査”: A社, B社 have exactly the same value, 93.5.",
    ]


def test_stages_and_points_that_do_not_count_are_told(tmp_path):
    criteria = stages.CRITERIA.replace("carry_over: true", "carry_over: false")
    found = told(explain(results.evaluated(tmp_path, stages.valid(), criteria), "A社"))
    assert "Scored, and not counted for the total" in found
    assert found["Rank"][0] == "Rank in “一次審査”: 1 of 3, with 28 of 30 points."


def test_what_is_declared_and_not_used_is_told(tmp_path):
    criteria = books.CRITERIA.replace(
        "criteria:\n  - id: technical",
        "quantities: {sites: {name: 実績数}}\ncriteria:\n  - id: technical",
    )
    sheets = books.valid()
    for row, value in zip(sheets["提案者"], ["実績数", 3, 4, 5], strict=True):
        row.append(value)
    found = told(explain(results.evaluated(tmp_path, sheets, criteria), "A社"))
    assert "Declared, and not used for points" in found


def test_one_criterion_is_told_without_the_rank(tmp_path):
    found = explain(results.evaluated(tmp_path), "A社", "price")
    assert list(told(found)) == ["Where the points come from"]


def test_two_are_held_against_each_other(tmp_path):
    found = explain(results.evaluated(tmp_path), "A社", against="B社")
    assert str(page(found).title) == "A社 株式会社アルファ held against B社 ベータ株式会社"
    assert lead(found)[2] == "A社 株式会社アルファ has 0.25 points fewer than B社 ベータ株式会社."
    assert list(told(found)) == ["Where the gap comes from: A社 against B社"]


def test_a_result_is_named_as_where_it_comes_from(tmp_path):
    found = replace(explain(results.evaluated(tmp_path), "A社"), record="r.xlsx")
    assert "Computed again from the record in r.xlsx." in lead(found)


def test_an_anonymised_result_says_that_its_places_are_replaced(tmp_path):
    result = results.evaluated(tmp_path)
    sentence = "Files, sheets and names are replaced: the places named here are not those in the workbooks."
    assert sentence not in lead(explain(result, "A社"))
    assert sentence in lead(explain(anonymous(result, name_winner=True), "B社"))
