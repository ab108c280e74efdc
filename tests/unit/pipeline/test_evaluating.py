import hashlib
import os

import pytest

from procscore import language, pipeline
from procscore.export import files
from procscore.pipeline import Part, evaluating, notices
from support import books, foreign, stages


def test_a_result_is_withheld_while_an_error_stands_and_all_are_told(tmp_path):
    sheets = books.valid()
    sheets["採点_委員1"][1][3] = 41
    sheets["採点_委員2"][1][3] = None
    outcome = books.evaluate(tmp_path, sheets)
    assert outcome.result is None
    assert books.codes(outcome) == ["mark-above-maximum", "mark-blank"]


def test_a_fault_in_one_workbook_does_not_hide_those_of_another(tmp_path):
    sheets = books.valid()
    sheets["採点_委員1"][1][3] = 41
    workbook = books.hand_in(tmp_path, sheets)
    empty = tmp_path / "empty.xlsx"
    empty.touch()
    outcome = pipeline.evaluate([workbook, empty])
    assert books.codes(outcome) == ["mark-above-maximum", "workbook-empty"]


def test_outputs_are_all_made_before_the_first_is_written(tmp_path, monkeypatch):
    result = books.evaluate(tmp_path, books.valid()).result

    def broken(_result):
        raise RuntimeError

    monkeypatch.setitem(evaluating.FORMATS, ".csv", broken)
    with pytest.raises(RuntimeError):
        pipeline.export(result, [tmp_path / "a.json", tmp_path / "a.csv"])
    assert not (tmp_path / "a.json").exists()


def _evaluate(tmp_path, part, sheets=None, criteria=books.CRITERIA):
    return pipeline.evaluate(
        [books.hand_in(tmp_path, sheets or books.valid(), criteria)], part=part
    )


def _chosen(outcome):
    award = outcome.result.award
    return award.winners, award.reserve, tuple(award.passed_over)


def test_before_the_prices_are_opened_nobody_is_chosen_and_all_are_ranked(tmp_path):
    outcome = _evaluate(tmp_path, Part(technical_only=True))
    assert outcome.diagnostics == ()
    assert {each.vendor.id: each.rank for each in outcome.result.ranked} == {
        "A社": 1,
        "C社": 2,
        "B社": 3,
    }
    assert _chosen(outcome) == ((), (), ())
    assert outcome.result.provisional is not None


@pytest.mark.parametrize("price", ["#N/A", "未開封", None, -5])
def test_before_the_prices_are_opened_their_cells_are_not_read(tmp_path, price):
    sheets = books.with_cells({"提案者": {"C3": price}})
    assert _evaluate(tmp_path, Part(technical_only=True), sheets).diagnostics == ()
    assert _evaluate(tmp_path, pipeline.WHOLE, sheets).result is None


def test_a_part_is_of_the_same_criteria_sheet(tmp_path):
    """So that a later run can be held against an earlier one."""
    whole = _evaluate(tmp_path, pipeline.WHOLE, stages.valid(), stages.CRITERIA)
    for part in (Part(technical_only=True), Part(stage="first")):
        outcome = _evaluate(tmp_path, part, stages.valid(), stages.CRITERIA)
        assert outcome.result.digest == whole.result.digest


def test_up_to_the_last_stage_is_the_whole_procedure(tmp_path):
    outcomes = [
        _evaluate(tmp_path, part, stages.valid(), stages.CRITERIA)
        for part in (pipeline.WHOLE, Part(stage="second"))
    ]
    assert [_chosen(each) for each in outcomes] == [(("B社",), ("A社",), ())] * 2


@pytest.mark.parametrize("name", ["B社", "ベータ株式会社", "ベータ㈱", "Ｂ社"])
def test_who_withdraws_is_known_by_id_or_name_and_keeps_its_rank(tmp_path, name):
    outcome = _evaluate(tmp_path, Part(withdrawn=(name,)))
    assert outcome.diagnostics == ()
    assert outcome.result.vendor("B社").rank == 1
    assert _chosen(outcome) == (("A社",), ("C社",), ("B社",))


def test_who_withdraws_twice_withdraws_once(tmp_path):
    outcome = _evaluate(tmp_path, Part(withdrawn=("B社", "ベータ株式会社", "B社")))
    assert outcome.diagnostics == ()
    assert _chosen(outcome) == (("A社",), ("C社",), ("B社",))


def test_where_all_withdraw_nobody_is_chosen(tmp_path):
    outcome = _evaluate(tmp_path, Part(withdrawn=("A社", "B社", "C社")))
    assert _chosen(outcome) == ((), (), ("B社", "A社", "C社"))


def test_who_withdraws_and_is_nobody_is_refused_and_nothing_is_ranked(tmp_path):
    outcome = _evaluate(tmp_path, Part(withdrawn=("B社", "D社")))
    assert outcome.result is None
    assert books.codes(outcome) == ["vendor-unknown"]


def test_all_that_is_wrong_with_a_call_is_told_at_once(tmp_path):
    sheets = books.with_cells({"採点_委員1": {"D2": 41}})
    other = tmp_path / "other.json"
    other.write_text("{}", encoding="utf-8")
    outcome = _evaluate(tmp_path, Part(withdrawn=("D社",), technical=other), sheets)
    assert sorted(books.codes(outcome)) == [
        "mark-above-maximum",
        "result-file-unreadable",
        "vendor-unknown",
    ]


def test_an_earlier_result_that_is_not_contradicted_changes_nothing(tmp_path):
    technical = books.before_opening(tmp_path, books.valid())
    outcome = _evaluate(tmp_path, Part(technical=technical))
    assert outcome.diagnostics == ()
    books.usual_totals(outcome.result)


def test_an_earlier_result_that_is_contradicted_leaves_nothing_ranked(tmp_path):
    technical = books.before_opening(tmp_path, books.valid())
    changed = books.with_cells({"採点_委員1": {"D2": 37}, "採点_委員2": {"F3": 20}})
    outcome = _evaluate(tmp_path, Part(technical=technical), changed)
    assert outcome.result is None
    assert [(each.code, str(each.where.cell)) for each in outcome.diagnostics] == [
        ("technical-mark-changed", "D2"),
        ("technical-mark-changed", "F3"),
    ]


def test_an_earlier_result_goes_in_as_an_input_with_its_digest(tmp_path):
    technical = books.before_opening(tmp_path, books.valid())
    outcome = _evaluate(tmp_path, Part(technical=technical))
    digest = hashlib.sha256(technical.read_bytes()).hexdigest()
    assert ("technical.json", digest) in {
        (each.name, each.sha256) for each in outcome.result.inputs
    }


def test_an_earlier_result_that_is_not_there_is_the_caller_s_to_tell(tmp_path):
    with pytest.raises(FileNotFoundError):
        _evaluate(tmp_path, Part(technical=tmp_path / "none.json"))


def _check(tmp_path, sheets, criteria=books.CRITERIA, part=pipeline.WHOLE):
    return pipeline.check([books.hand_in(tmp_path, sheets, criteria)], part=part)


def _states(outcome):
    return [str(row.state) for row in outcome.result.rows]


def test_what_is_missing_is_told_while_errors_stand(tmp_path):
    sheets = books.with_cells({"採点_委員1": {"D2": 41}, "採点_委員2": {"E2": None}})
    outcome = _check(tmp_path, sheets)
    assert _states(outcome) == ["faulty", "incomplete"]
    assert books.codes(outcome) == ["mark-above-maximum"]
    assert outcome.diagnostics == outcome.result.diagnostics


def test_a_sheet_that_is_missing_stands_in_the_result_alone(tmp_path):
    outcome = _check(tmp_path, books.without("採点_委員2"))
    assert (_states(outcome), outcome.diagnostics) == (["complete", "missing"], ())
    outcome = _check(tmp_path, books.without("採点_委員1", "採点_委員2"))
    assert (_states(outcome), outcome.diagnostics) == (["missing", "missing"], ())


def test_a_sheet_that_is_there_and_cannot_be_read_is_not_missing(tmp_path):
    sheets = books.valid()
    sheets["採点_福井 一郎"] = [["memo"]]
    del sheets["採点_委員1"]
    outcome = _check(tmp_path, sheets)
    assert _states(outcome) == ["faulty", "complete"]
    assert books.codes(outcome) == ["headings-missing"]
    assert outcome.result.rows[0].sheets[0].sheet == "採点_福井 一郎"


def test_who_stands_in_a_table_has_handed_in_whatever_could_be_read(tmp_path):
    sheets = books.without("採点_委員1", "採点_委員2")
    sheets["採点"] = books.long_table()
    for row in sheets["採点"][1:7]:
        row[3] = "80点"
    outcome = _check(tmp_path, sheets)
    assert _states(outcome) == ["faulty", "complete"]
    assert (outcome.result.rows[0].unread, outcome.result.rows[0].open) == (6, 0)


def test_a_refused_cell_and_a_missing_row_are_no_blanks(tmp_path):
    sheets = books.with_cells({"採点_委員1": {"D2": "80点"}})
    del sheets["採点_委員1"][2]
    outcome = _check(tmp_path, sheets)
    first = outcome.result.rows[0]
    assert (first.given, first.open, first.unread, first.errors) == (2, 0, 4, 2)
    assert books.codes(outcome) == ["criterion-row-missing", "cell-unit"]


def test_two_versions_are_both_named_where_they_stand(tmp_path):
    main = books.hand_in(tmp_path, books.valid())
    again = books.with_cells({"採点_委員1": {"D2": 35}})["採点_委員1"]
    outcome = pipeline.check([main, books.save(tmp_path / "again.xlsx", {"採点_委員1": again})])
    first = outcome.result.rows[0]
    assert [each.name for each in first.sheets] == ["bids.xlsx", "again.xlsx"]
    assert (str(first.state), first.errors) == ("faulty", 1)


@pytest.mark.parametrize(
    ("sheets", "criteria", "code"),
    [
        (books.without("提案者"), books.CRITERIA, "sheet-missing"),
        (books.without("案件"), books.CRITERIA, "criteria-not-named"),
        (books.valid(), books.CRITERIA.replace("points: 40", "points: 41"), "criteria-sum-wrong"),
    ],
)
def test_without_vendors_or_criteria_nothing_can_be_told(tmp_path, sheets, criteria, code):
    outcome = _check(tmp_path, sheets, criteria)
    assert outcome.result is None
    assert code in books.codes(outcome)


def test_a_part_is_asked_for_on_its_own(tmp_path):
    sheets = stages.first_only()
    first = _check(tmp_path, sheets, stages.CRITERIA, Part(stage="first"))
    assert (_states(first), first.diagnostics) == (["complete", "complete"], ())
    sealed = books.with_cells({"提案者": {"C2": "未開封"}})
    outcome = _check(tmp_path, sealed, part=Part(technical_only=True))
    assert (outcome.diagnostics, outcome.result.complete) == ((), True)
    assert books.codes(_check(tmp_path, sealed)) != []


def test_nothing_is_scored_to_tell_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(evaluating, "score", None)
    assert _check(tmp_path, books.valid()).result.complete


def test_own_sheets_and_a_foreign_workbook_give_the_same_evaluation(tmp_path):
    own = books.evaluate(tmp_path, foreign.own(), foreign.CRITERIA).result
    foreign.usual_totals(own)
    folder = tmp_path / "foreign"
    folder.mkdir()
    for shape in foreign.SHAPES:
        result = pipeline.evaluate(foreign.changed(folder, shape)).result
        assert [each.points_in_all for each in result.vendors] == [
            each.points_in_all for each in own.vendors
        ]
        assert [each.rank for each in result.vendors] == [each.rank for each in own.vendors]
        assert result.award == own.award


def test_what_may_not_be_written_is_told_of_outputs_and_of_the_folder_of_notices(tmp_path):
    (tmp_path / "file").touch()
    (tmp_path / "folder.html").mkdir()
    for outputs, folder, named, reason in (
        ([], "file", "file", files.NOT_A_FOLDER),
        ([], "no/letters", "no/letters", files.NO_FOLDER),
        (["folder.html"], None, "folder.html", files.NOT_A_FILE),
        (["new/a.md"], None, "new/a.md", files.NO_FOLDER),
    ):
        with pytest.raises(files.OutputError) as refused:
            pipeline.check_outputs(
                [tmp_path / each for each in outputs],
                [],
                force=True,
                new_folder=tmp_path / folder if folder else None,
            )
        assert (refused.value.path, refused.value.reason) == (tmp_path / named, reason)
    new = tmp_path / "new"
    pipeline.check_outputs([new / "a.md"], [], force=False, new_folder=new)


def test_a_result_and_its_notices_are_written_together_or_not_at_all(tmp_path, monkeypatch):
    result = books.evaluate(tmp_path, books.valid()).result
    before = sorted(tmp_path.iterdir())
    made = notices.notices(result, tmp_path / "letters")
    room = iter(range(6))

    def fsync(_descriptor):
        if next(room, None) is None:
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fsync)
        with pytest.raises(files.OutputError) as refused:
            pipeline.export(result, [tmp_path / "r.md"], made.files, made.folder)
    assert refused.value.path == list(made.files)[-1]
    assert sorted(tmp_path.iterdir()) == before
    pipeline.export(result, [tmp_path / "r.md"], made.files, made.folder)
    assert len(list((tmp_path / "letters").iterdir())) == 6
    assert (tmp_path / "r.md").exists()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_results_and_notices_beside_the_workbooks_are_no_inputs_of_the_next_run(tmp_path, lang):
    language.use(lang)
    workbook = books.hand_in(tmp_path, books.valid())
    outputs = [tmp_path / f"r{suffix}" for suffix in (".xlsx", ".csv")]
    for _ in range(2):
        outcome = pipeline.evaluate([tmp_path])
        assert [each.name for each in outcome.result.inputs] == [workbook.name]
        made = notices.notices(outcome.result, tmp_path)
        pipeline.check_outputs(outputs, [tmp_path], force=True, new_folder=tmp_path)
        pipeline.check_outputs(made.files, [tmp_path], force=True, new_folder=made.folder)
        pipeline.export(outcome.result, outputs, made.files, made.folder)
    told = [str(each.message) for each in outcome.diagnostics if each.code == "results-not-read"]
    stem = {"en": "notice", "ja": "通知"}[lang]
    names = [
        *(f"{stem}{'-' if lang == 'en' else '_'}{vendor}.xlsx" for vendor in ("A社", "B社", "C社")),
        *("r.csv", "r.xlsx"),
    ]
    assert len(told) == 1
    assert all(name in told[0] for name in names)
