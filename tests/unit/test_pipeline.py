import hashlib
from pathlib import Path

import pytest

from procscore import pipeline
from procscore.pipeline import Part
from support import books, stages


def test_the_caller_s_criteria_sheet_goes_before_the_workbook_s(tmp_path):
    workbook = books.hand_in(tmp_path, books.valid())
    other = tmp_path / "other.yaml"
    other.write_text(books.CRITERIA.replace("id: small", "id: other"), encoding="utf-8")
    outcome = pipeline.evaluate([workbook], str(other))
    assert outcome.result.criteria.id == "other"


def test_a_criteria_file_is_looked_for_beside_the_workbook(tmp_path, monkeypatch):
    workbook = books.hand_in(tmp_path, books.valid())
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert pipeline.evaluate([workbook]).result.criteria.id == "small"


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


def test_the_digest_follows_the_content_and_not_the_writing(tmp_path):
    plain = tmp_path / "a.yaml"
    plain.write_text(books.CRITERIA, encoding="utf-8")
    lines = books.CRITERIA.splitlines()
    written_otherwise = tmp_path / "b.yaml"
    written_otherwise.write_text(
        "# a comment\n" + "\n".join([lines[2], lines[1], lines[0], *lines[3:]]), encoding="utf-8"
    )
    changed = tmp_path / "c.yaml"
    changed.write_text(books.CRITERIA.replace("places: 2", "places: 1"), encoding="utf-8")
    digests = [
        pipeline.load_criteria(str(path)).result.digest
        for path in (plain, written_otherwise, changed)
    ]
    assert digests[0] == digests[1] != digests[2]


def test_outputs_are_all_made_before_the_first_is_written(tmp_path, monkeypatch):
    result = books.evaluate(tmp_path, books.valid()).result

    def broken(_result):
        raise RuntimeError

    monkeypatch.setitem(pipeline.FORMATS, ".csv", broken)
    with pytest.raises(RuntimeError):
        pipeline.export(result, [tmp_path / "a.json", tmp_path / "a.csv"])
    assert not (tmp_path / "a.json").exists()


def test_bids_can_be_loaded_without_scoring(tmp_path):
    outcome = pipeline.load_bids([books.hand_in(tmp_path, books.valid())])
    assert [vendor.id for vendor in outcome.result.bids.vendors] == ["A社", "B社", "C社"]
    assert Path(outcome.result.bids.inputs[0].name) == Path("bids.xlsx")


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


def test_a_stage_that_does_not_exist_comes_with_the_one_that_was_meant(tmp_path):
    (told,) = _evaluate(tmp_path, Part(stage="frist"), stages.valid(), stages.CRITERIA).diagnostics
    assert told.message == "The criteria sheet has no stage “frist”. Did you mean “first”?"


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
