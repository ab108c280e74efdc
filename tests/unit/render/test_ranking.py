import pytest

from procscore import language
from procscore.render.ranking import report
from support import books, results, screen, values


def test_the_ranking_shows_points_award_and_what_is_left_open(tmp_path):
    text = screen.shown(report(results.evaluated(tmp_path)))
    first = next(line for line in text.splitlines() if line.startswith("│    1"))
    # B社: (30+31)/2 = 30.5, (15+14)/2 = 14.5, the lowest price = 40 points
    for cell in ("B社 ベータ株式会社", "30.50", "14.50", "45.00", "40.00", "85.00", "preferred"):
        assert cell in first
    assert "Preferred bidder: B社 ベータ株式会社" in text
    assert "Reserve: A社 株式会社アルファ" in text


def test_a_vendor_that_is_out_stands_below_with_its_reason(tmp_path):
    sheets = books.valid()
    sheets["提案者"][3][2] = 12_000_001
    text = screen.shown(report(results.evaluated(tmp_path, sheets)))
    assert "Not ranked" in text
    assert "12,000,001 is above the ceiling of 12,000,000" in text


def test_a_tie_is_shown_as_a_tie_with_every_step(tmp_path):
    text = screen.shown(report(results.tied(tmp_path)))
    rows = [line for line in text.splitlines() if line.startswith("│    1")]
    assert len(rows) == 2
    assert all("tied" in row for row in rows)
    assert "Tied and not decided: A社 株式会社アルファ, B社 ベータ株式会社" in text
    assert "A社 = B社" in text
    assert "Preferred" not in text


def test_nobody_eligible_is_told_as_no_award(tmp_path):
    criteria = books.CRITERIA.replace(
        "ceiling: exclude,", "ceiling: exclude, minimums: [{at_least: 100%}],"
    )
    text = screen.shown(report(results.evaluated(tmp_path, criteria=criteria)))
    assert "No award: nobody is eligible." in text
    assert "at least 100 (100%) needed" in text


@pytest.mark.parametrize(("width", "split"), [(80, True), (200, False)])
def test_the_groups_get_a_table_of_their_own_where_it_is_narrow(width, split):
    text = screen.shown(report(results.example()), width)
    assert ("Points by group" in text) is split


def test_assumptions_stand_under_the_result():
    text = screen.shown(report(results.example()), 300)
    assert "The price formula is not in the source" in text
    language.use("ja")
    text = screen.shown(report(results.example()), 300)
    assert "価格点の算式は出典に示されていないため" in text


def test_a_mere_check_takes_no_column():
    sheet = values.sheet(f"""
        criteria:
          - {{id: must, score: {{method: check, by: secretariat}}}}
          - id: technical
            criteria: [{{id: period, score: {{method: check, by: secretariat}}}}, {{id: plan, points: 60}}]
          - {values.price(40)}
    """)
    vendors = {
        "A": {"must": "○", "period": "○", "plan": [50], "total": 100},
        "B": {"must": "○", "period": "×", "plan": [60], "total": 100},
    }
    text = screen.shown(report(values.evaluate(sheet, vendors)))
    heading = text[: text.index("└" if "└" in text else "╰")]
    assert "plan" in heading
    assert "must" not in heading
    assert "period" not in heading
    assert "does not meet “period”" in text  # nothing is lost: who fails stands below


def test_the_panel_names_who_is_not_counted():
    text = screen.shown(report(results.example()), 300)
    assert "For B社, 6 evaluators are counted; recused: 学識経験者(大学教授)." in text
