"""A record is read as it was written; whatever else a file holds is refused and never trusted."""

import copy
import json
from fractions import Fraction

import pytest

from procscore.diagnostics import Location, Problems
from procscore.export import json_result
from procscore.ingest import criteria_file, recorded
from procscore.model.part import WHOLE, Part
from procscore.pipeline import results as pipeline_results
from support import books, moderated, results

REFUSED = ["result-file-unreadable"]


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    return moderated.evaluated(tmp_path_factory.mktemp("moderated"))


@pytest.fixture
def content(result):
    return json.loads(json_result.export(result))


def read(content):
    """Return the record in some JSON, or in bytes, and the codes that are told."""
    problems = Problems()
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    found = recorded.read(data, "r.json", problems)
    return found, [each.code for each in problems]


def bids(content):
    """Return what was handed in according to some JSON, and the codes that are told."""
    found, told = read(content)
    if found is None:
        return None, told
    problems = Problems()
    document = recorded.document(found, problems)
    sheet = criteria_file.parse(document, problems)
    return recorded.bids(found, sheet, problems), [each.code for each in problems]


def changed(content, path, value):
    """Return `content` with another value at a path such as `vendors.0.id`."""
    made = copy.deepcopy(content)
    inside, steps = made, [int(each) if each.isdigit() else each for each in path.split(".")]
    for step in steps[:-1]:
        inside = inside[step]
    inside[steps[-1]] = value
    return made


def test_the_head_comes_back_as_it_was_written(content, result):
    found, told = read(content)
    assert told == []
    assert found.where == Location("r.json")
    assert (found.version, found.language, found.anonymous) == (result.version, "en", "")
    assert found.digest == result.digest
    assert found.document == result.document
    assert found.part == WHOLE
    (file,) = found.inputs
    assert (file.path, file.name) == ("bids.xlsx", "bids.xlsx")
    assert file.sha256 == result.inputs[0].sha256


def test_what_was_handed_in_comes_back_as_it_was_written(content, result):
    found, told = bids(content)
    assert told == []
    for given, one in zip(result.vendors, found.vendors, strict=True):
        assert (one.id, one.name, one.status) == (given.vendor.id, given.vendor.name, "eligible")
        assert [each.value for each in one.quotes.values()] == [
            each.value for each in given.vendor.quotes.values()
        ]
    own = found.marks["A社", "plan"]
    assert [(mark.evaluator, mark.value, mark.where.cell) for mark in own] == [
        ("委員1", 36, "D2"),
        ("委員2", 34, "D2"),
    ]
    (agreed,) = found.agreed["A社", "plan"]
    assert (agreed.value, agreed.written, agreed.comment) == (38, "38", moderated.REASON)
    assert ("B社", "plan") not in found.agreed
    assert found.procurement.title == "試験用の案件"
    assert [each.value for each in found.procurement.ceilings.values()] == [12_000_000]


def test_what_was_evaluated_comes_back(content):
    part = {"stage": "s", "technical_only": True, "withdrawn": ["A社"]}
    found, _ = read(changed(content, "part", part))
    assert found.part == Part("s", technical_only=True, withdrawn=("A社",))


def test_a_mark_that_counts_as_another_comes_back_as_it_was_given(content):
    mark = {**content["vendors"][1]["marks"]["plan"][0], "value": "0", "given": "-3"}
    found, _ = bids(changed(content, "vendors.1.marks.plan.0", mark))
    assert found.marks["B社", "plan"][0].value == -3


def test_a_mark_that_is_not_there_is_blank(content):
    del content["vendors"][1]["marks"]["plan"][1]
    del content["vendors"][2]["marks"]["staff"]
    found, told = bids(content)
    assert told == []
    assert [mark.value for mark in found.marks["B社", "plan"]][1:] == [None]
    assert [mark.evaluator for mark in found.marks["B社", "plan"]] == ["委員1", "委員2"]
    assert [mark.value for mark in found.marks["C社", "staff"]] == [None, None]


def beside(folder):
    """Return the JSON of a result with blanks of 委員1 beside an agreed mark, and of agreed marks."""
    cells = {
        "採点_委員1": {"D2": None, "G1": "A社 所見", "G2": "欠席時"},
        "合議": {"D3": None, "E3": "不一致"},
    }
    sheets = books.with_cells(cells, moderated.sheets())
    return json_result.export(results.evaluated(folder, sheets, moderated.CRITERIA))


def test_blanks_come_back_with_their_cells_and_comments(tmp_path):
    found, told = bids(json.loads(beside(tmp_path)))
    assert told == []
    own = found.marks["A社", "plan"]
    assert [(mark.evaluator, mark.value, mark.where.cell, mark.comment) for mark in own] == [
        ("委員2", 34, "D2", ""),
        ("委員1", None, "D2", "欠席時"),
    ]
    (blank,) = found.not_agreed["A社", "staff"]
    assert (blank.value, blank.where.sheet, blank.where.cell) == (None, "合議", "D3")
    assert (blank.comment, blank.said.cell) == ("不一致", "E3")
    assert ("A社", "staff") not in found.agreed


def test_what_has_blanks_is_computed_again_to_the_byte(tmp_path):
    content = json.loads(beside(tmp_path))
    problems = Problems()
    found, _ = read(content)
    again = json.loads(json_result.export(pipeline_results.recomputed(found, problems)))
    assert content["vendors"][0]["blanks"].keys() == {"plan", "staff"}
    # The remarks of those who read the workbook are not made again.
    del content["diagnostics"], again["diagnostics"]
    assert json.dumps(again) == json.dumps(content)


def test_a_record_without_blanks_and_without_the_cells_of_evaluators_is_read(content):
    for each in content["vendors"]:
        del each["blanks"]
    for each in content["evaluators"]:
        del each["cells"]
    found, told = bids(content)
    assert told == []
    assert found.not_agreed == {}
    assert found.evaluators[0].place("name") == found.evaluators[0].where


def test_the_cells_of_an_evaluator_come_back(content):
    found, _ = bids(content)
    assert {what: where.cell for what, where in found.evaluators[1].cells.items()} == {
        "name": "B3",
        "attendance": "C3",
        "recused": "D3",
    }


def test_a_mark_of_the_panel_may_be_missing_where_one_was_agreed(content):
    del content["vendors"][0]["originals"]["plan"]
    found, _ = bids(content)
    assert ("A社", "plan") not in found.marks


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"7",
        b"{}",
        "案件".encode("cp932"),
        b"\xff\xfe{}",
        b'{"procscore": "result/2"}',
        b"[" * 100_000,
        b'{"procscore":' * 100_000,
        b'{"procscore": "result/1", "anonymous": ' + b"9" * 10_000 + b"}",
    ],
)
def test_what_is_no_record_is_refused(data):
    assert read(data) == (None, REFUSED)


def test_a_sign_at_the_beginning_that_windows_sets_is_none_of_it(content):
    found, _ = read(b"\xef\xbb\xbf" + json.dumps(content).encode())
    assert found is not None


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("procscore", "result/2"),
        ("anonymous", "some"),
        ("anonymous", ["losers"]),
        ("language", "fr"),
        ("language", {}),
        ("version", 1),
        ("version", "\ud800"),
        ("part", None),
        ("part.stage", 1),
        ("part.stage", False),
        ("part.technical_only", "no"),
        ("part.withdrawn", "A社"),
        ("part.withdrawn", [1]),
        ("inputs", 5),
        ("inputs.0", "bids.xlsx"),
        ("inputs.0.sha256", 5),
        ("criteria", []),
        ("criteria.digest", None),
    ],
)
def test_a_head_that_says_something_else_is_refused(content, path, value):
    assert read(changed(content, path, value)) == (None, REFUSED)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("vendors", []),
        ("vendors", {}),
        ("vendors.0", None),
        ("vendors.1.id", "A社"),
        ("vendors.0.id", 5),
        ("vendors.0.declared", "excluded"),
        ("vendors.0.declared", "winner"),
        ("vendors.0.lot", "x"),
        ("vendors.0.lot", 5),
        ("vendors.0.arrival", "-1"),
        ("vendors.0.decision", "first"),
        ("vendors.0.code", False),
        ("vendors.0.quotes", {}),
        ("vendors.0.quotes.total.value", "-1"),
        ("vendors.0.quotes.total.value", 10_000_000),
        ("vendors.0.quotes.total.value", "1e99"),
        ("vendors.0.quotes.total.value", "1/0"),
        ("vendors.0.quotes.total.value", "٣"),
        ("vendors.0.quotes.total.value", "9" * 401),
        ("vendors.0.quotes.total.cell", None),
        ("vendors.0.quotes.total.cell.cell", "ZZZZ1"),
        ("vendors.0.quotes.total.cell.cell", "A0"),
        ("vendors.0.quotes.total.cell.cell", 5),
        ("vendors.0.quotes.total.cell.file", None),
        ("vendors.0.quotes.bribe", {"value": "1", "cell": {"file": "bids.xlsx"}}),
        ("vendors.0.cell", {"file": "bids.xlsx", "line": "1", "column": 2}),
        ("vendors.0.cell", {"file": "bids.xlsx", "line": 1.5, "column": 2}),
        ("vendors.0.cell", {"file": "bids.xlsx", "line": True, "column": 2}),
        ("vendors.0.cells", {"lot": "F2"}),
        ("vendors.0.marks.unknown", [{}]),
        ("vendors.0.originals.unknown", [{}]),
        ("vendors.1.marks.plan", []),
        ("vendors.1.marks.plan", "ab"),
        ("vendors.1.marks.plan.0.evaluator", "委員9"),
        ("vendors.1.marks.plan.0.evaluator", "委員2"),
        ("vendors.1.marks.plan.0.value", 36),
        ("vendors.1.marks.plan.0.comment", 36),
        ("vendors.1.marks.plan.0.comment_cell", None),
        ("vendors.0.blanks", {"unknown": [{}]}),
        ("vendors.1.blanks", {"plan": []}),
        ("vendors.0.blanks", {"plan": "ab"}),
        ("vendors.1.blanks.plan.0.value", "8"),
        ("vendors.1.blanks.plan.0.cell", None),
        ("vendors.0.agreed", "plan"),
        ("vendors.0.agreed", [["plan"]]),
        ("vendors.1.agreed", ["plan"]),
        ("evaluators", None),
        ("evaluators.0.id", "委員2"),
        ("evaluators.0.cells", []),
        ("evaluators.0.cells.name", "B2"),
        ("evaluators.0.present", "yes"),
        ("evaluators.0.chair", 0),
        ("evaluators.0.panels", [0]),
        ("evaluators.0.panels", None),
        ("evaluators.0.recused", ["Z社"]),
        ("evaluators.0.recused", "A社"),
        ("own_ranks", "none"),
        (
            "own_ranks",
            [{"evaluator": "委員1", "vendor": "Z社", "value": "1", "cell": {"file": "b"}}],
        ),
        (
            "own_ranks",
            [{"evaluator": "委員9", "vendor": "A社", "value": "1", "cell": {"file": "b"}}],
        ),
        ("part.withdrawn", ["Z社"]),
        ("procurement", None),
        ("procurement.title", None),
        ("procurement.ceilings", []),
        ("procurement.ceilings.bribe", {"value": "1", "cell": {"file": "bids.xlsx"}}),
        ("procurement.estimate", {}),
        ("procurement.estimate", ""),
        ("procurement.investigation", 0),
    ],
)
def test_bids_that_no_workbook_can_say_are_refused(content, path, value):
    assert bids(content)[0] is not None
    assert bids(changed(content, path, value)) == (None, REFUSED)


@pytest.mark.parametrize("name", ["criteria", "part", "vendors", "own_ranks", "evaluators"])
def test_a_key_that_is_missing_is_refused(content, name):
    del content[name]
    assert bids(content) == (None, REFUSED)


def test_a_vendor_that_is_out_owes_no_price(content):
    out = changed(content, "vendors.0.declared", "withdrawn")
    found, told = bids(changed(out, "vendors.0.quotes", {}))
    assert told == []
    assert found.vendors[0].quotes == {}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"file": "b.xlsx"}, Location("b.xlsx")),
        ({"file": "b.csv", "line": 3, "column": None}, Location("b.csv", row=3)),
        ({"file": "b.xlsx", "sheet": "採点"}, Location("b.xlsx", "採点")),
        ({"file": "b.xlsx", "sheet": "採点", "cell": "AB12"}, Location("b.xlsx", "採点", 12, 28)),
        ({"file": "b", "sheet": "s", "cell": "XFD9"}, Location("b", "s", 9, 16384)),
    ],
)
def test_places_come_back(written, expected):
    assert recorded.place(written) == expected


def test_numbers_are_exact():
    assert recorded.number("-19/6") == Fraction(-19, 6)
    assert recorded.number("882.25") == Fraction("882.25")


def test_a_criteria_sheet_comes_back_whatever_signs_stand_in_it(content):
    told = {"note": "a\u2028b\u2029c\ufeffd\uffffe\t“”: #- \\u0041 😀\n", "k: [": ["'\"", ""]}
    found, _ = read(changed(content, "criteria.document", told))
    problems = Problems()
    assert recorded.document(found, problems).value == told
    assert list(problems) == []


def test_a_criteria_sheet_without_end_is_refused(content):
    nested = []
    for _ in range(200):
        nested = [nested]
    found, _ = read(changed(content, "criteria.document", nested))
    problems = Problems()
    assert recorded.document(found, problems) is None
    assert {each.code for each in problems} == {"yaml-too-deep"}


def test_a_criteria_sheet_that_cannot_be_written_is_refused(content):
    found, _ = read(content)
    circle = []
    circle.append(circle)
    problems = Problems()
    broken = type(found)(
        *(getattr(found, each) for each in ("where", "version", "language", "anonymous", "part")),
        found.inputs,
        found.digest,
        circle,
        found.content,
    )
    assert recorded.document(broken, problems) is None
    assert [each.code for each in problems] == REFUSED


def test_a_result_of_the_example_is_read():
    found, told = bids(json.loads(json_result.export(results.example())))
    assert told == []
    assert len(found.marks) > 50
