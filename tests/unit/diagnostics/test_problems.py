import pytest

from procscore.diagnostics import Diagnostic, Location, Problems


def cell(row, column=3, sheet="採点", file="bids.xlsx"):
    return Location(file, sheet, row, column)


def codes(problems):
    return [found.code for found in problems]


def test_all_are_kept_and_given_in_the_order_of_their_places():
    problems = Problems()
    problems.add("cell-not-a-number", cell(10), text="x")
    problems.add("cell-boolean", cell(2), text="TRUE")
    problems.add("workbook-has-macros", Location("bids.xlsx"))
    assert codes(problems) == ["workbook-has-macros", "cell-boolean", "cell-not-a-number"]


def test_findings_at_one_place_are_in_the_order_of_their_codes():
    problems = Problems()
    problems.add("cell-hidden", cell(2), text="7")
    problems.add("cell-formula", cell(2), formula="=A1", text="7")
    assert codes(problems) == ["cell-formula", "cell-hidden"]


def test_the_same_finding_counts_once():
    problems = Problems()
    for _ in range(2):
        problems.add("cell-not-a-number", cell(2), text="x")
    assert problems.count == 1


def test_other_details_or_another_place_make_another_finding():
    problems = Problems()
    problems.add("cell-not-a-number", cell(2), text="x")
    problems.add("cell-not-a-number", cell(2), text="y")
    problems.add("cell-not-a-number", cell(3), text="x")
    assert problems.count == 3


def test_once_per_column_is_once_for_each_code_and_each_column():
    problems = Problems()
    for row in (2, 3, 4):
        problems.add_once_per_column("cell-number-as-text", cell(row), text="7", number=str(row))
    assert [found.where.row for found in problems] == [2]

    problems.add_once_per_column("cell-full-width", cell(4), text="７", number="7")
    problems.add_once_per_column("cell-number-as-text", cell(4, column=4), text="7", number="7")
    problems.add_once_per_column("cell-number-as-text", cell(4, sheet="B"), text="7", number="7")
    problems.add_once_per_column("cell-number-as-text", cell(4, file="b"), text="7", number="7")
    assert problems.count == 5


def test_a_code_outside_the_catalogue_is_a_bug():
    with pytest.raises(KeyError):
        Problems().add("no-such-code", cell(1))


@pytest.mark.parametrize(
    ("code", "details", "fatal"),
    [
        ("cell-boolean", {"text": "TRUE"}, True),
        ("cell-hidden", {"text": "7"}, False),
        ("workbook-has-macros", {}, False),
    ],
)
def test_only_an_error_is_fatal(code, details, fatal):
    problems = Problems([Diagnostic("sheet-not-read", cell(1), {})])
    assert not problems.fatal
    problems.add(code, cell(2), **details)
    assert problems.fatal is fatal


def test_findings_of_two_readers_are_joined_without_doubles():
    first, second = Problems(), Problems()
    first.add("cell-boolean", cell(2), text="TRUE")
    second.add("cell-boolean", cell(2), text="TRUE")
    second.add("cell-boolean", cell(1), text="TRUE")
    first.extend(second)
    assert [found.where.row for found in first] == [1, 2]


def test_details_may_be_named_like_the_parameters():
    problems = Problems()
    problems.add("vendor-doubled", cell(3), name="A", other="B", where="C2")
    (found,) = problems
    assert found.where == cell(3)
    assert found.details["where"] == "C2"


def test_details_cannot_be_changed_afterwards():
    problems = Problems()
    problems.add("cell-boolean", cell(2), text="TRUE")
    (found,) = problems
    with pytest.raises(TypeError):
        found.details["text"] = "FALSE"
