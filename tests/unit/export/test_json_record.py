"""What stands in a record: all that a figure hangs on, and no folder of a machine."""

import json
from dataclasses import replace

import pytest

import procscore
from procscore import language
from procscore.diagnostics import Problems
from procscore.export import json_record
from procscore.ingest import yaml_file
from procscore.model.anonymous import anonymous
from procscore.model.part import Part
from support import books, moderated, results
from support.values import evaluate, sheet


@pytest.fixture
def content(tmp_path):
    result = results.evaluated(tmp_path)
    return json_record.named(json_record.record(result), result.inputs)


def test_the_criteria_sheet_stands_there_as_it_is_written_and_gives_its_digest(content):
    document = content["criteria"]["document"]
    assert document == yaml_file.read(books.CRITERIA, "criteria.yaml", Problems()).value
    text = json.dumps(document, ensure_ascii=False)
    assert yaml_file.read(text, "r.json", Problems()).digest == content["criteria"]["digest"]


def test_what_a_vendor_handed_in_stands_there_with_its_cells(content):
    vendor = content["vendors"][0]
    assert (vendor["declared"], vendor["reason"]) == ("eligible", "")
    assert vendor["cell"] == {"file": "bids.xlsx", "sheet": "提案者", "cell": "A2"}
    assert vendor["cells"] == {
        each: {"file": "bids.xlsx", "sheet": "提案者", "cell": cell}
        for each, cell in {"name": "B2", "status": "D2", "reason": "E2", "lot": "F2"}.items()
    }
    (quote,) = vendor["quotes"].values()
    assert quote == {
        "value": "10000000",
        "cell": {"file": "bids.xlsx", "sheet": "提案者", "cell": "C2"},
    }
    assert [each["mark"] for each in vendor["marks"]["plan"]] == ["36", "34"]


def test_a_declared_status_is_not_what_the_rules_made_of_a_vendor(tmp_path):
    result = results.evaluated(tmp_path, books.with_cells({"提案者": {"C2": 99_000_000}}))
    assert str(result.vendors[0].status) == "excluded"
    assert json_record.record(result)["vendors"][0]["declared"] == "eligible"


def test_it_says_what_part_of_the_procedure_it_is_of(tmp_path):
    result = replace(results.evaluated(tmp_path), part=Part("s", True, ("A社",)))
    part = {"stage": "s", "technical_only": True, "withdrawn": ["A社"]}
    assert json_record.record(result)["part"] == part


def test_what_was_agreed_on_stands_there_beside_the_evaluators_own(tmp_path):
    vendor = json_record.record(moderated.evaluated(tmp_path))["vendors"][0]
    assert vendor["agreed"] == ["plan", "staff"]
    assert [each["mark"] for each in vendor["marks"]["plan"]] == ["38"]
    assert [each["mark"] for each in vendor["originals"]["plan"]] == ["36", "34"]
    assert vendor["marks"]["plan"][0]["comment"] == moderated.REASON


def with_blanks(folder):
    """Return a result with blanks beside marks that count, and comments beside those."""
    cells = {
        "採点_委員1": {"D2": None, "G1": "A社 所見", "G2": "欠席時"},
        "合議": {"D3": None, "E3": "不一致"},
    }
    sheets = books.with_cells(cells, moderated.sheets())
    return results.evaluated(folder, sheets, moderated.CRITERIA)


def test_blanks_beside_the_marks_that_count_stand_there_with_their_comments(tmp_path):
    result = with_blanks(tmp_path)
    told = json_record.named(json_record.record(result), result.inputs)["vendors"][0]
    assert told["blanks"] == {
        "plan": [
            {
                "evaluator": "委員1",
                "mark": "",
                "value": None,
                "cell": {"file": "bids.xlsx", "sheet": "採点_委員1", "cell": "D2"},
                "comment": "欠席時",
                "comment_cell": {"file": "bids.xlsx", "sheet": "採点_委員1", "cell": "G2"},
            }
        ],
        "staff": [
            {
                "evaluator": "合議",
                "mark": "",
                "value": None,
                "cell": {"file": "bids.xlsx", "sheet": "合議", "cell": "D3"},
                "comment": "不一致",
                "comment_cell": {"file": "bids.xlsx", "sheet": "合議", "cell": "E3"},
            }
        ],
    }


def test_for_publication_blanks_have_no_comments_and_nobody_s_id(tmp_path):
    found = anonymous(with_blanks(tmp_path), name_winner=False)
    content = json_record.named(json_record.record(found), found.inputs)
    (own,) = content["vendors"][0]["blanks"]["plan"]
    assert own["evaluator"] == found.evaluators[0].id != "委員1"
    text = json.dumps(content, ensure_ascii=False)
    assert not any(name in text for name in ("委員1", "欠席時", "不一致", "bids"))


def test_the_cells_of_an_evaluator_stand_there(content):
    assert content["evaluators"][0]["cells"] == {
        each: {"file": "bids.xlsx", "sheet": "審査委員", "cell": cell}
        for each, cell in {"name": "B2", "attendance": "C2", "recused": "D2"}.items()
    }


def test_the_ranks_that_evaluators_wrote_themselves_stand_there():
    ranked = sheet("{criteria: [{id: a, points: 9}], ranking: {by: rank-sum, ties: [committee]}}")
    result = evaluate(ranked, {"A": {"a": [8]}, "B": {"a": [7]}})
    assert json_record.record(result)["own_ranks"] == []
    (mark,) = result.vendors[0].score("a").marks
    quote = procscore.model.bids.Quote(mark.value, mark.where)
    told = json_record.record(replace(result, own_ranks={("E1", "A"): quote}))["own_ranks"]
    assert told == [
        {"evaluator": "E1", "vendor": "A", "value": "8", "cell": json_record.place(mark.where)}
    ]


def test_panels_stand_in_one_order_and_the_sheet_s_own_is_null(tmp_path):
    result = results.evaluated(tmp_path)
    first = replace(result.evaluators[0], panels=frozenset({"staff", None, "board"}))
    told = json_record.record(replace(result, evaluators=(first,)))["evaluators"][0]["panels"]
    assert told == [None, "board", "staff"]


def test_the_language_is_that_of_the_sentences(tmp_path):
    result = results.evaluated(tmp_path)
    for code in ("ja", "en"):
        language.use(code)
        assert json_record.record(result)["language"] == code


def test_no_file_has_its_folder(tmp_path):
    result = results.evaluated(tmp_path)
    assert str(tmp_path) in json.dumps(json_record.record(result))
    named = json_record.named(json_record.record(result), result.inputs)
    assert str(tmp_path) not in json.dumps(named)


def test_a_criteria_sheet_may_speak_of_files_and_cells_itself(tmp_path):
    result = replace(results.evaluated(tmp_path), document={"cell": {"file": "a/b"}})
    named = json_record.named(json_record.record(result), result.inputs)
    assert named["criteria"]["document"] == {"cell": {"file": "a/b"}}


def test_for_publication_nobody_is_named_and_no_file_has_a_digest(tmp_path):
    given = results.evaluated(tmp_path)
    given = replace(
        given,
        part=Part(withdrawn=("A社",)),
        own_ranks={("委員1", "A社"): next(iter(given.vendors[0].vendor.quotes.values()))},
    )
    found = anonymous(given, name_winner=False)
    content = json_record.named(json_record.record(found), found.inputs)
    text = json.dumps(content, ensure_ascii=False)
    assert not any(
        name in text for name in ("アルファ", "A社", "福井", "委員1", "bids", str(tmp_path))
    )
    assert content["part"]["withdrawn"] == [found.vendors[0].vendor.id]
    (rank,) = content["own_ranks"]
    assert (rank["evaluator"], rank["vendor"]) == (
        found.evaluators[0].id,
        found.vendors[0].vendor.id,
    )
    assert [each["sha256"] for each in content["inputs"]] == [None]
    assert content["criteria"]["document"] == given.document
    assert content["criteria"]["digest"] == given.digest


def test_the_criteria_sheet_is_public_and_stays_as_it_is_written(tmp_path):
    given = replace(results.evaluated(tmp_path), document={"note": "福井 一郎"})
    found = anonymous(given, name_winner=False)
    assert json_record.record(found)["criteria"]["document"] == {"note": "福井 一郎"}


def test_in_cells_it_is_the_same_of_signs_that_no_program_changes():
    content = {"a": ["_x0041_ <r>b</r>", "  ", "長\n\x0b\u2028", "\\u0020", "😀"]}
    text = json_record.in_cells(content)
    assert json.loads(text) == content
    assert text.isascii()
    assert text.isprintable()
    assert not set(text) & set(" _<")
