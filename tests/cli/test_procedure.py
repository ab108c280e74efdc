"""A procurement that is evaluated in parts: stage by stage, before the prices, after a withdrawal."""

import json
import os

import pytest

from support import books, command, stages

PRICES = {"C2": 10_234_567, "C3": 8_345_678, "C4": 9_456_789}
"""Figures that can stand nowhere by chance."""


def text(done):
    """Return what was shown, in lines whose spaces are single."""
    assert b"Traceback" not in done.stderr
    return "\n".join(" ".join(line.split()) for line in done.stdout.decode("utf-8").splitlines())


def told(done):
    """Return the diagnostics as one text without line breaks."""
    return " ".join(done.stderr.decode("utf-8").split())


def run_json(tmp_path, *arguments):
    """Evaluate, expect a result, and return it as JSON."""
    out = tmp_path / "out.json"
    done = command.run("evaluate", *arguments, "--out", out, "--force")
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(out.read_bytes())


@pytest.fixture
def staged(tmp_path):
    return books.hand_in(tmp_path, stages.valid(), stages.CRITERIA)


@pytest.fixture
def by_stage(tmp_path):
    """The procurement, and a workbook that each evaluator handed in after each stage."""
    folder = tmp_path / "returned"
    folder.mkdir()
    returned = [
        books.save(folder / f"{evaluator}-{number}.xlsx", sheets)
        for evaluator in ("委員1", "委員2")
        for number, sheets in enumerate(stages.by_stage(evaluator), start=1)
    ]
    return [books.hand_in(folder, stages.head(), stages.CRITERIA), *returned]


@pytest.fixture
def priced(tmp_path):
    return books.hand_in(tmp_path, books.with_cells({"提案者": PRICES}))


@pytest.fixture
def technical(tmp_path):
    """The earlier evaluation of the valid procurement, as the command wrote it."""
    path = tmp_path / "technical.json"
    workbook = books.hand_in(tmp_path, books.valid())
    done = command.run("evaluate", workbook, "--technical-only", "--out", path)
    assert done.returncode == 0
    return path


# Stage by stage


def test_two_stages_are_shown_one_after_the_other(staged):
    done = command.run("evaluate", staged)
    assert (done.returncode, done.stderr) == (0, b"")
    shown = text(done)
    assert "1 A社 株式会社アルファ 28.0 goes on" in shown
    assert "3 C社 ガンマ合同会社 15.5" in shown
    assert shown.index("一次審査") < shown.index("goes on") < shown.index("preferred")
    assert "rank 3 in “一次審査”; 2 go on" in shown


def test_two_stages_give_the_same_from_several_workbooks(staged, by_stage, tmp_path):
    one, several = run_json(tmp_path, staged), run_json(tmp_path, *by_stage)
    for each in ("award", "stages", "ties"):
        assert one[each] == several[each]
    assert [each["scores"] for each in one["vendors"]] == [
        each["scores"] for each in several["vendors"]
    ]
    assert one["award"]["winners"] == ["B社"]


def test_the_order_of_the_workbooks_does_not_matter(by_stage, tmp_path):
    first, turned = run_json(tmp_path, *by_stage), run_json(tmp_path, *reversed(by_stage))
    assert [each["scores"] for each in first["vendors"]] == [
        each["scores"] for each in turned["vendors"]
    ]


def test_the_first_stage_needs_neither_later_sheets_nor_prices(by_stage, tmp_path):
    sheets = stages.head()
    sheets["提案者"] = [row[:2] for row in sheets["提案者"]]
    books.hand_in(by_stage[0].parent, sheets, stages.CRITERIA)
    handed_in = [path for path in by_stage if not path.name.endswith("-2.xlsx")]
    done = command.run("evaluate", *handed_in, "--stage", "first")
    assert (done.returncode, done.stderr) == (0, b"")
    shown = text(done)
    assert "A later stage follows; nobody is chosen." in shown
    assert "To the next stage: A社 株式会社アルファ, B社 ベータ株式会社" in shown
    assert command.run("evaluate", *handed_in).returncode == 1


def test_a_stage_is_provisional_in_the_json_too(staged, tmp_path):
    result = run_json(tmp_path, staged, "--stage", "first")
    assert result["provisional"] == "A later stage follows; nobody is chosen."
    assert result["award"] == {"winners": [], "reserve": [], "undecided": [], "passed_over": {}}
    (first,) = result["stages"]
    assert (first["id"], first["passed"]) == ("first", ["A社", "B社"])
    assert {each["id"]: each["points"] for each in result["vendors"]} == {
        "A社": "28",
        "B社": "23.5",
        "C社": "15.5",
    }


def test_a_tie_across_the_line_is_the_committee_s_until_it_has_decided(tmp_path):
    sheets = stages.valid()
    for name in ("採点_委員1", "採点_委員2"):
        for row in sheets[name][1:3]:
            row[5] = row[4]
        sheets[name][3][5] = 20
    workbook = books.hand_in(tmp_path, sheets, stages.CRITERIA)
    shown = text(command.run("evaluate", workbook, "--stage", "first"))
    assert "Tied across the line: B社 ベータ株式会社, C社 ガンマ合同会社" in shown
    done = command.run("evaluate", workbook)
    assert (done.returncode, done.stdout) == (1, b"")
    assert "B社, C社 are tied where “一次審査” lets 2 go on; the committee has to decide." in told(
        done
    )
    for row, place in ((2, 2), (3, 1)):
        sheets["提案者"][row].append(place)
    done = command.run("evaluate", books.hand_in(tmp_path, sheets, stages.CRITERIA))
    assert done.returncode == 0
    assert "rank 3 in “一次審査”; 2 go on" in text(done)


def test_who_went_on_must_be_marked_in_the_next_stage(by_stage, tmp_path):
    _first, second = stages.by_stage("委員1")
    second["採点_委員1"][1][4] = None
    books.save(by_stage[0].parent / "委員1-2.xlsx", second)
    done = command.run("evaluate", *by_stage)
    assert done.returncode == 1
    assert "委員1-2.xlsx [採点_委員1] E2" in told(done)
    assert "The mark of 委員1 for ベータ株式会社, “プレゼンテーション”, is blank." in told(done)


# Before the prices are opened


@pytest.mark.parametrize("columns", [None, PRICES], ids=["without prices", "with prices"])
def test_before_the_opening_prices_are_not_needed(tmp_path, columns):
    sheets = books.with_cells({"提案者": columns or {}})
    if columns is None:
        sheets["提案者"] = [[*row[:2], *row[3:]] for row in sheets["提案者"]]
    workbook = books.hand_in(tmp_path, sheets)
    done = command.run("evaluate", workbook, "--technical-only")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "The prices are not opened yet; nobody is chosen." in text(done)
    assert "1 A社 株式会社アルファ 35" in text(done).replace("│ ", "")
    assert "preferred" not in text(done)


def test_before_the_opening_prices_appear_nowhere(priced, tmp_path):
    outputs = [tmp_path / "r.json", tmp_path / "r.csv"]
    done = command.run(
        *("evaluate", priced, "--technical-only", "--detail"),
        *(part for path in outputs for part in ("--out", path)),
    )
    assert done.returncode == 0
    written = [done.stdout, done.stderr, *(path.read_bytes() for path in outputs)]
    for price in PRICES.values():
        for shown in (str(price), f"{price:,}"):
            assert not any(shown.encode() in each for each in written)
    result = json.loads(outputs[0].read_bytes())
    assert all(each["amounts"] == each["amount_derivations"] == {} for each in result["vendors"])
    assert all("price" not in each["scores"] for each in result["vendors"])
    whole = command.run("evaluate", priced, "--detail")
    assert b"8,345,678" in whole.stdout  # where they may be seen, they are


def test_a_derived_amount_does_not_give_a_price_away(tmp_path):
    criteria = books.criteria_with(
        "  total: {name: 提案価格, tax: excluded}",
        "  yearly: {name: 年額}\n  total: {name: 提案価格, formula: 5 * yearly}",
    )
    sheets = books.with_cells({"提案者": {"C1": "年額", **PRICES}})
    result = run_json(tmp_path, books.hand_in(tmp_path, sheets, criteria), "--technical-only")
    assert all(each["amounts"] == each["amount_derivations"] == {} for each in result["vendors"])


def test_before_the_opening_a_price_that_cannot_be_read_is_no_matter(tmp_path):
    sheets = books.with_cells({"提案者": {"C2": "#N/A", "C3": "別紙", "C4": None}})
    workbook = books.hand_in(tmp_path, sheets)
    assert command.run("evaluate", workbook, "--technical-only").returncode == 0
    assert command.run("evaluate", workbook).returncode == 1


# After the prices are opened


def test_what_did_not_change_is_evaluated_as_a_whole(technical, tmp_path):
    workbook = tmp_path / "bids.xlsx"
    done = command.run("evaluate", workbook, "--technical", technical)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == command.run("evaluate", workbook).stdout


def changed(tmp_path, technical, cells, criteria=books.CRITERIA):
    """Run the evaluation of a workbook with other cells against the earlier one."""
    workbook = books.hand_in(tmp_path, books.with_cells(cells), criteria)
    done = command.run("evaluate", workbook, "--technical", technical)
    assert done.stdout == b"" or done.returncode == 0
    return done


def test_a_changed_mark_is_named_with_its_cell(technical, tmp_path):
    done = changed(tmp_path, technical, {"採点_委員2": {"E3": 14.5}})
    assert done.returncode == 1
    assert "[採点_委員2] E3" in told(done)
    assert (
        "The mark of 委員2 for ベータ株式会社, “実施体制”, was 14 before the prices were opened and is"
        " 14.5 now." in told(done)
    )
    assert "Nothing was ranked. Errors: 1" in told(done)


def test_a_criteria_sheet_that_changed_is_told(technical, tmp_path):
    other = books.criteria_with("{lower: total}, ", "")
    done = changed(tmp_path, technical, {}, other)
    assert done.returncode == 1
    assert "technical.json" in told(done)
    assert "The criteria sheet is not the one of this earlier evaluation." in told(done)


def test_a_criteria_sheet_that_is_only_written_otherwise_is_the_same(technical, tmp_path):
    commented = f"# 審査委員会 第2回で確認\n{books.CRITERIA}"
    assert changed(tmp_path, technical, {}, commented).returncode == 0


def test_a_vendor_that_is_removed_is_told(technical, tmp_path):
    sheets = books.valid()
    del sheets["提案者"][3]
    for name in ("採点_委員1", "採点_委員2"):
        sheets[name] = [row[:5] for row in sheets[name]]
    done = command.run("evaluate", books.hand_in(tmp_path, sheets), "--technical", technical)
    assert done.returncode == 1
    assert "ガンマ合同会社 was in this earlier evaluation and is missing now." in told(done)


def test_a_vendor_above_the_ceiling_is_out_and_nothing_else_changes(technical, tmp_path):
    done = changed(tmp_path, technical, {"提案者": {"C2": 12_000_001}})
    assert done.returncode == 0
    assert "提案価格 12,000,001 is above the ceiling of 12,000,000" in text(done)


def test_a_quantity_that_changed_is_told_by_the_points(tmp_path):
    criteria = books.criteria_with(
        "{id: staff, name: 実施体制, points: 20}",
        "{id: staff, name: 導入実績, points: 20,"
        " score: {method: formula, formula: 'min(points, 2 * sites)'}}",
        books.criteria_with("criteria:\n", "quantities: {sites: {name: 団体数}}\ncriteria:\n"),
    )
    sheets = books.with_cells({"提案者": {"G1": "団体数", "G2": 3, "G3": 5, "G4": 9}})
    for name in ("採点_委員1", "採点_委員2"):
        del sheets[name][2]
    technical = tmp_path / "technical.json"
    workbook = books.hand_in(tmp_path, sheets, criteria)
    command.run("evaluate", workbook, "--technical-only", "--out", technical)
    sheets["提案者"][2][6] = 6
    workbook = books.hand_in(tmp_path, sheets, criteria)
    done = command.run("evaluate", workbook, "--technical", technical)
    assert done.returncode == 1
    assert (
        "“導入実績” of ベータ株式会社 had 10 points before the prices were opened and has 12 now, though"
        " no mark changed." in told(done)
    )


def test_stages_are_held_to_their_word_too(staged, tmp_path):
    technical = tmp_path / "first.json"
    done = command.run("evaluate", staged, "--stage", "first", "--out", technical)
    assert done.returncode == 0
    assert command.run("evaluate", staged, "--technical", technical).returncode == 0
    sheets = stages.valid()
    sheets["採点_委員1"][2][3] = 9.5
    done = command.run(
        "evaluate", books.hand_in(tmp_path, sheets, stages.CRITERIA), "--technical", technical
    )
    assert done.returncode == 1
    assert "[採点_委員1] D3" in told(done)


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[" * 100_000, b"\xff\xfe", b'{"procscore": "result/9"}'],
    ids=["empty", "of another program", "nested", "no text", "a later format"],
)
def test_a_file_that_is_no_earlier_result_is_told(tmp_path, content):
    workbook = books.hand_in(tmp_path, books.valid())
    other = tmp_path / "other.json"
    other.write_bytes(content)
    done = command.run("evaluate", workbook, "--technical", other)
    assert (done.returncode, done.stdout) == (1, b"")
    assert "other.json" in told(done)
    assert "This is no result that procscore wrote as .json (“result/1”)." in told(done)
    assert b"bug" not in done.stderr


def test_an_earlier_result_that_was_cut_off_is_told(technical, tmp_path):
    technical.write_bytes(technical.read_bytes()[:-40])
    done = command.run("evaluate", tmp_path / "bids.xlsx", "--technical", technical)
    assert done.returncode == 1
    assert "result-file-unreadable" in told(done)


@pytest.mark.parametrize("name", ["none.json", "."])
def test_an_earlier_result_that_cannot_be_read_is_4(tmp_path, name):
    workbook = books.hand_in(tmp_path, books.valid())
    done = command.run("evaluate", workbook, "--technical", tmp_path / name)
    assert (done.returncode, done.stdout) == (4, b"")
    assert done.stderr.startswith(b"Error: ")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("link", [None, os.link, os.symlink])
def test_the_earlier_result_is_never_overwritten_whatever_it_is_called(technical, tmp_path, link):
    before = technical.read_bytes()
    out = technical
    if link:
        out = tmp_path / "new.json"
        link(technical, out)
    workbook = tmp_path / "bids.xlsx"
    done = command.run("evaluate", workbook, "--technical", technical, "--out", out, "--force")
    assert done.returncode == 4
    assert technical.read_bytes() == before
    assert "is one of the inputs and is never overwritten" in told(done)


# After the ranking


@pytest.mark.parametrize(
    "who", [["B社"], ["ベータ株式会社"], ["B社", "B社"], ["B社", "ベータ株式会社"]]
)
def test_where_the_first_withdraws_the_next_moves_up(tmp_path, who):
    workbook = books.hand_in(tmp_path, books.valid())
    options = [part for name in who for part in ("--withdraw", name)]
    done = command.run("evaluate", workbook, *options)
    assert (done.returncode, done.stderr) == (0, b"")
    rows = [line for line in text(done).splitlines() if line.startswith("│")]
    words = [row.strip("│ ").rpartition("│")[2].strip() for row in rows[-3:]]
    assert words == ["passed over", "preferred", "reserve"]
    result = run_json(tmp_path, workbook, *options)
    assert result["award"] == {
        "winners": ["A社"],
        "reserve": ["C社"],
        "undecided": [],
        "passed_over": {"B社": "withdrew after the ranking"},
    }
    assert {each["id"]: each["rank"] for each in result["vendors"]} == {
        "A社": "2",
        "B社": "1",
        "C社": "3",
    }


def test_who_withdraws_and_is_nobody_is_told_with_who_was_meant(tmp_path):
    workbook = books.hand_in(tmp_path, books.valid())
    done = command.run("evaluate", workbook, "--withdraw", "ベータ株式会会")
    assert (done.returncode, done.stdout) == (1, b"")
    assert "“ベータ株式会会” is no vendor of this procurement." in told(done)
    assert "Did you mean “ベータ株式会社”?" in told(done)


def test_who_is_not_ranked_cannot_withdraw_from_the_ranking(tmp_path):
    workbook = books.hand_in(tmp_path, books.with_cells({"提案者": {"D3": "失格"}}))
    done = command.run("evaluate", workbook, "--withdraw", "B社")
    assert (done.returncode, done.stdout) == (1, b"")
    assert "ベータ株式会社 is not ranked, so that it cannot withdraw from the ranking." in told(
        done
    )


@pytest.mark.parametrize("option", [["--stage", "first"], ["--technical-only"]])
def test_before_the_whole_is_ranked_nobody_withdraws_from_the_ranking(staged, option):
    done = command.run("evaluate", staged, "--withdraw", "B社", *option)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told(done) == (
        "Error: --withdraw needs a ranking of the whole procedure, with the prices."
    )


# Marks that a panel agreed on


def test_an_agreed_mark_does_not_hide_what_the_evaluators_gave(tmp_path):
    criteria = books.criteria_with("aggregate: mean", "aggregate: consensus")
    sheets = {**books.valid(), "合議": books.valid()["採点_委員1"]}
    sheets["合議"][1][3] = 35
    workbook = books.hand_in(tmp_path, sheets, criteria)
    (a, *_) = run_json(tmp_path, workbook)["vendors"]
    assert [each["mark"] for each in a["marks"]["plan"]] == ["35"]
    assert [
        (each["evaluator"], each["mark"], each["cell"]["sheet"], each["counted"])
        for each in a["originals"]["plan"]
    ] == [("委員1", "36", "採点_委員1", False), ("委員2", "34", "採点_委員2", False)]
    assert a["scores"]["plan"] == "35"
    shown = text(command.run("evaluate", workbook, "--detail"))
    part = shown[shown.index("Marks for A社") :]
    row = next(line for line in part.splitlines() if line.startswith("実施計画"))
    assert row == "実施計画 36 34 35 35"


def test_who_agreed_without_sheets_of_their_own_has_no_marks_beside_it(tmp_path):
    criteria = books.criteria_with("aggregate: mean", "aggregate: consensus")
    sheets = books.without("採点_委員1", "採点_委員2")
    sheets["合議"] = books.valid()["採点_委員1"]
    (a, *_) = run_json(tmp_path, books.hand_in(tmp_path, sheets, criteria))["vendors"]
    assert a["originals"] == {}
    for name in ("採点_委員1", "採点_委員2"):  # 委員1 wrote down one mark, 委員2 none
        sheets[name] = [[*row[:3], None, None, None] for row in books.valid()[name]]
        sheets[name][0] = books.valid()[name][0]
    sheets["採点_委員1"][1][3] = 36
    (a, *_) = run_json(tmp_path, books.hand_in(tmp_path, sheets, criteria))["vendors"]
    assert {criterion: len(marks) for criterion, marks in a["originals"].items()} == {"plan": 1}


# Sums in score sheets


def test_a_wrong_sum_is_warned_of_with_what_hangs_on_it_and_not_used(tmp_path):
    criteria = books.criteria_with(
        "ceiling: exclude,", "ceiling: exclude, minimums: [{criterion: technical, at_least: 80%}],"
    )
    cells = {"採点_委員1": {"B4": "合計", "D4": 54, "E4": 51.5, "F4": 50}}
    workbook = books.hand_in(tmp_path, books.with_cells(cells), criteria)
    done = command.run("evaluate", workbook)
    assert done.returncode == 0
    assert (
        "51.5 stands here as the sum for ベータ株式会社, but the marks add up to 45; 45 was used."
        " By the stated sum, this minimum would be judged otherwise: 技術点." in told(done)
    )
    assert (
        "50 stands here as the sum for ガンマ合同会社, but the marks add up to 48.5; 48.5 was used."
        " By the stated sum, this minimum would be judged otherwise: 技術点." in told(done)
    )
    assert "54 stands here" not in told(done)
    assert done.stdout == command.run("evaluate", workbook, "--quiet").stdout
