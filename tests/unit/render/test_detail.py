from procscore.model.anonymous import anonymous
from procscore.render.detail import detail
from support import books, moderated, results, screen


def test_every_criterion_has_its_points_for_every_vendor(tmp_path):
    text = screen.shown(detail(results.evaluated(tmp_path)))
    row = next(line for line in text.splitlines() if line.strip().startswith("実施計画"))
    assert row.split() == ["実施計画", "40", "30.5", "35.00", "31.25"]


def test_the_marks_stand_as_they_were_given(tmp_path):
    text = screen.shown(detail(results.evaluated(tmp_path)))
    part = text[text.index("Marks for C社 ガンマ合同会社") :]
    row = next(line for line in part.splitlines() if line.strip().startswith("実施計画"))
    assert row.split() == ["実施計画", "32.5", "30", "31.25"]


def test_a_calculation_is_written_out(tmp_path):
    text = screen.shown(detail(results.evaluated(tmp_path)))
    assert (
        "40 × 8,000,000 ÷ 9,000,000 = 35.5555… → 35.56 (rounded half up to 2 decimal places)"
        in text
    )


def test_marks_that_trimming_left_out_stand_in_brackets(tmp_path):
    sheets = books.valid()
    sheets["審査委員"].append(["委員3", "永平寺 次郎", "出席", None])
    sheets["採点_委員3"] = [
        sheets["採点_委員1"][0],
        ["plan", "実施計画", 40, 20, 20, 20],
        ["staff", "実施体制", 20, 10, 10, 10],
    ]
    criteria = books.CRITERIA.replace(
        "aggregate: mean, over: criteria, round: {places: 2, mode: half-up}",
        "aggregate: trimmed-mean, over: totals",
    )
    text = screen.shown(detail(results.evaluated(tmp_path, sheets, criteria)))
    part = text[text.index("Marks for A社") :]
    row = next(line for line in part.splitlines() if line.strip().startswith("実施計画"))
    assert row.split()[:4] == ["実施計画", "(36)", "34", "(20)"]


def test_agreed_marks_are_shown_with_what_they_changed(tmp_path):
    text = screen.shown(detail(moderated.evaluated(tmp_path)))
    part = text[text.index("Agreed marks for A社") :]
    row = next(line for line in part.splitlines() if line.strip().startswith("実施計画"))
    expected = ["実施計画", "委員1", "36,", "委員2", "34", "35", "38", "38", "+3", moderated.REASON]
    assert row.split() == expected
    assert "Agreed marks for B社" not in text


def test_reasons_are_not_shown_for_publication(tmp_path):
    result = anonymous(moderated.evaluated(tmp_path), name_winner=False)
    text = screen.shown(detail(result))
    assert "-0.75" in text
    assert "Reason" not in text
    assert moderated.REASON not in text
