import pytest
from rich.cells import cell_len

from procscore.checks.submissions import submissions
from procscore.diagnostics import Diagnostic, Location
from procscore.model.bids import Bids
from procscore.pipeline import WHOLE
from procscore.render.submissions import report
from support import books, screen, stages, values
from support.submissions import CRITERIA, checked, some_missing

SHEET = values.sheet(
    """
    criteria:
      - {id: plan, points: 60}
      - {id: staff, points: 40}
      - {id: cost, points: 10}
    """
)


def shown(folder, sheets, criteria=books.CRITERIA, *more, width=200, part=WHOLE):
    return screen.shown(report(checked(folder, sheets, criteria, *more, part=part).result), width)


def row(text, name):
    """Return the cells of the row that begins with `name`."""
    line = next(line for line in text.splitlines() if line.startswith(f"│ {name}"))
    return [cell.strip() for cell in line.strip("│").split("│")]


def told(vendors, **handed_in):
    """Return the lines about blanks, for marks of `SHEET` in memory."""
    given = values.bids(SHEET, vendors, **handed_in)
    lines = screen.shown(report(submissions(SHEET, given))).splitlines()
    start = lines.index("Blank marks") + 1
    return lines[start : lines.index("", start)]


def test_every_evaluator_has_a_row_with_what_is_there(tmp_path):
    text = shown(tmp_path, some_missing(), CRITERIA)
    for name, *cells in (
        ("委員1 福井 一郎", "handed in", "9 / 9", "0", "0", "bids.xlsx [採点_委員1]"),
        ("委員2 坂井 花子", "marks blank", "4 / 9", "5", "0", "bids.xlsx [採点_委員2]"),
        ("委員3 敦賀 次郎", "not handed in", "0 / 9", "9", "-", "-"),
        ("委員4 小浜 三郎", "absent", "-", "-", "-", "-"),
        ("委員5 大野 四郎", "handed in", "6 / 6", "0", "0", "bids.xlsx [採点_委員5]"),
        ("委員6 鯖江 五郎", "to be corrected", "8 / 9", "0", "2", "bids.xlsx [採点_委員6]"),
    ):
        assert row(text, name) == [name, *cells]


def test_blanks_are_listed_as_they_are_read_out(tmp_path):
    text = shown(tmp_path, some_missing(), CRITERIA)
    assert (
        "Blank marks\n"
        "委員2 坂井 花子\n"
        "- B社 ベータ株式会社: 実施計画 (E2), 実施体制 (E3)\n"
        "- C社 ガンマ合同会社: all criteria\n"
    ) in text
    assert text.count("委員3") == 1  # nothing was handed in: no list of all


def test_the_last_line_says_what_it_comes_to(tmp_path):
    assert shown(tmp_path, some_missing(), CRITERIA).splitlines()[-1] == (
        "Evaluators who have handed in everything: 2 of 5. Blank marks: 14. Errors: 2."
    )
    sheets = books.with_cells({"採点_委員2": {"D2": None}})
    assert shown(tmp_path, sheets).splitlines()[-1] == (
        "Evaluators who have handed in everything: 1 of 2. Blank marks: 1."
    )


def test_when_all_is_there_the_next_command_is_named(tmp_path):
    text = shown(tmp_path, books.valid())
    assert text.splitlines()[-1] == "Everything is there: procscore evaluate …"
    assert "Blank marks" not in text


def test_an_error_beside_the_sheets_is_in_the_way_too(tmp_path):
    sheets = books.with_cells({"提案者": {"C2": "#N/A"}})
    assert shown(tmp_path, sheets).splitlines()[-1] == (
        "Evaluators who have handed in everything: 2 of 2. Blank marks: 0. Errors: 1."
    )


def test_who_is_not_to_be_marked_is_named(tmp_path):
    sheets = books.with_cells({"提案者": {"D4": "辞退"}, "採点_委員1": {"F2": None}})
    text = shown(tmp_path, sheets)
    assert "Not to be marked: C社 ガンマ合同会社" in text
    assert row(text, "委員1")[2] == "4 / 4"


def test_a_criterion_that_is_blank_everywhere_is_said_once():
    vendors = {each: {"plan": [None], "staff": [1], "cost": [1]} for each in "ABC"}
    assert told(vendors) == ["E1", "- plan: all vendors"]


def test_the_shorter_way_to_say_it_is_taken():
    vendors = {each: {"plan": [None], "staff": [1], "cost": [1]} for each in "ABC"}
    vendors["D"] = {"plan": [1], "staff": [None], "cost": [None]}
    assert told(vendors) == [
        "E1",
        "- plan: A (D2), B (E2), C (F2)",
        "- staff: D (G3)",
        "- cost: D (G4)",
    ]
    del vendors["A"], vendors["B"]
    assert told(vendors) == ["E1", "- C: plan (D2)", "- D: staff (E3), cost (E4)"]


def test_the_only_criterion_is_named_and_not_called_all_of_them():
    sheet = values.sheet("criteria: [{id: plan, points: 60}]")
    given = values.bids(sheet, {"A": {"plan": [1]}, "B": {"plan": [None]}})
    assert "- B: plan (E2)" in screen.shown(report(submissions(sheet, given)))


def test_a_blank_without_a_cell_is_named_without_one(tmp_path):
    sheets = books.without("採点_委員1", "採点_委員2")
    sheets["採点"] = books.long_table()[:-1]
    assert "委員2 坂井 花子\n- C社 ガンマ合同会社: 実施体制\n" in shown(tmp_path, sheets)


def test_the_secretariat_and_agreed_marks_have_rows_of_their_own(tmp_path):
    criteria = books.criteria_with("aggregate: mean", "aggregate: consensus")
    criteria = books.criteria_with(
        "  - id: price",
        "  - {id: isms, name: 認証, score: {method: check, by: secretariat}}\n  - id: price",
        criteria,
    )
    sheets = books.valid()
    del sheets["採点_委員2"]
    sheets["事務局"] = [["ID", "A社", "B社", "C社"], ["isms", "○", None, None]]
    text = shown(tmp_path, sheets, criteria)
    assert row(text, "委員1")[1:4] == ["optional", "6", "-"]
    assert row(text, "委員2")[1:4] == ["optional", "0", "-"]
    assert row(text, "Secretariat")[1:4] == ["marks blank", "1 / 3", "2"]
    assert row(text, "Agreed marks")[1:4] == ["not handed in", "0 / 6", "6"]
    assert "Secretariat\n- 認証: B社 ベータ株式会社 (C2), C社 ガンマ合同会社 (D2)\n" in text
    assert text.splitlines()[-1].startswith("Blank marks: 8.")


def test_evaluators_of_anonymous_sheets_are_told_the_letter_that_they_know():
    given = values.bids(SHEET, {"A": {"plan": [1], "staff": [1], "cost": [None]}})
    (vendor,) = given.vendors
    letters = type(vendor)(vendor.id, "Alpha Inc.", vendor.where, label="ア")
    anonymous = Bids(given.procurement, (letters,), given.evaluators, given.marks, {})
    assert "- ア: cost (D4)" in screen.shown(report(submissions(SHEET, anonymous)))


def test_of_two_sheets_the_one_with_the_blank_is_named_and_later_stages_stand_apart(tmp_path):
    (one, two), (three, four) = stages.by_stage("委員1"), stages.by_stage("委員2")
    four["採点_委員2"][1][3] = None
    text = shown(tmp_path, stages.head(), stages.CRITERIA, one, two, three, four)
    assert (
        "Blank in later stages, of vendors that others have marked there\n"
        "委員2 坂井 花子\n"
        "- A社 株式会社アルファ: プレゼンテーション (4.xlsx [採点_委員2] D2)\n"
    ) in text
    assert row(text, "委員2")[1:3] == ["handed in", "6 / 6"]
    assert text.splitlines()[-1] == (
        "Everything that “一次審査” needs is there: procscore evaluate … --stage first"
    )


def test_of_a_later_stage_nobody_is_told_that_all_is_owed(tmp_path):
    criteria = books.criteria_with(
        "{id: hearing, name: プレゼンテーション, points: 30, score: {method: marks, step: 0.5}}",
        "{id: hearing, name: プレゼンテーション, points: 20}\n  - {id: answers, name: 質疑, points: 10}",
        stages.CRITERIA.replace("[hearing, price]", "[hearing, answers, price]"),
    )
    sheets = stages.valid()
    for name, marks in (("採点_委員1", [8, 9]), ("採点_委員2", [None, 9])):
        sheets[name].append(["answers", "質疑", 10, *marks])
        sheets[name][3] = [
            "hearing",
            "プレゼンテーション",
            20,
            *([15, 15] if marks[0] else [None, 16]),
        ]
    text = shown(tmp_path, sheets, criteria)
    assert "- A社 株式会社アルファ: プレゼンテーション (D4), 質疑 (D5)\n" in text


def test_a_form_that_was_left_empty_has_no_list_of_blanks(tmp_path):
    sheets = books.valid()
    for row_of_form in sheets["採点_委員2"][1:]:
        row_of_form[3:] = []
    text = shown(tmp_path, sheets)
    assert row(text, "委員2")[1:] == ["not handed in", "0 / 6", "6", "0", "bids.xlsx [採点_委員2]"]
    assert "Blank marks\n" not in text


def test_files_of_one_name_are_told_apart(tmp_path):
    sheets = books.valid()
    for number in (1, 2):
        (tmp_path / str(number)).mkdir()
        own = {f"採点_委員{number}": sheets.pop(f"採点_委員{number}")}
        books.save(tmp_path / str(number) / "marks.xlsx", own)
    books.hand_in(tmp_path, sheets)
    from procscore import pipeline

    result = pipeline.check([tmp_path / "bids.xlsx", tmp_path / "1", tmp_path / "2"]).result
    text = screen.shown(report(result))
    assert [row(text, f"委員{number}")[-1] for number in (1, 2)] == [
        "1/marks.xlsx [採点_委員1]",
        "2/marks.xlsx [採点_委員2]",
    ]


def test_nobody_known_is_nothing_handed_in():
    given = values.bids(SHEET, {"A": {}})
    problem = Diagnostic("no-evaluator-sheets", Location("bids.xlsx"), {})
    text = screen.shown(report(submissions(SHEET, given, (problem,))))
    assert text.splitlines()[-1] == "No marks were handed in yet."


@pytest.mark.parametrize("width", [80, 100, 200])
def test_the_table_is_aligned_fits_and_cuts_no_name(tmp_path, width):
    sheets = some_missing()
    sheets["審査委員"][1][1] = "福井県立大学地域経済研究所 特任教授 福井 一郎[仮]"
    text = shown(tmp_path, sheets, CRITERIA, width=width)
    frame = [line for line in text.splitlines() if line.startswith(tuple("╭│├╰"))]
    assert len({cell_len(line) for line in frame}) == 1
    assert cell_len(frame[0]) <= width
    first = "".join(line.split("│")[1].strip() for line in frame if line.startswith("│"))
    assert "福井県立大学地域経済研究所特任教授福井一郎[仮]" in first.replace(" ", "")
