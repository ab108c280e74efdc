import re
import zipfile
from io import BytesIO

from procscore.export.ranking_book import export
from procscore.model.anonymous import anonymous
from procscore.version import __version__
from support import results, values
from support.ranking_books import Written


def test_it_says_by_what_and_from_what_it_was_evaluated():
    result = results.example()
    book = Written(result)
    assert book.row("Record", "procscore")[:3] == ["Program", "procscore", __version__]
    assert book.row("Record", "fukui-sakai")[2] == f"SHA-256 {result.digest}"
    assert book.row("Record", "bids.xlsx")[2] == f"SHA-256 {result.inputs[0].sha256}"


def test_for_publication_it_says_that_the_digests_of_files_are_left_out():
    book = Written(anonymous(results.example(), name_winner=True))
    told = "The SHA-256 of a file is left out, because a name could be guessed by it."
    assert book.row("Record", "input-1.xlsx")[2] == told


def test_it_says_what_follows_a_change_and_what_does_not(tmp_path):
    texts = Written(results.evaluated(tmp_path)).texts("Record")
    assert any(each.startswith("・Where a mark or a price is changed here") for each in texts)


def test_it_lists_every_number_that_is_no_formula_by_its_reason():
    sheet = values.sheet("""
        criteria: [{id: a, points: 10}]
        ranking: {by: rank-sum, evaluator_ranks: distinct}
    """)
    own = {"E1": {"A": 2, "B": 1}}
    result = values.evaluate(sheet, {"A": {"a": [5]}, "B": {"a": [5]}}, own_ranks=own)
    (told,) = [each for each in Written(result).texts("Record") if "instead of a formula" in each]
    assert told == (
        "・'By evaluator'!C9: a number instead of a formula, because an evaluator put vendors with "
        "equal totals in an order of its own."
    )


def test_there_is_no_such_list_where_everything_is_live():
    assert not any("instead of a formula" in e for e in Written(results.example()).texts("Record"))


def test_of_many_cells_the_first_are_named():
    sheet = values.sheet("""
        criteria: [{id: a, points: 10}]
        ranking: {by: rank-sum, evaluator_ranks: distinct}
    """)
    count = 20
    own = {f"E{at}": {"A": 2, "B": 1} for at in range(1, count + 1)}
    vendors = {each: {"a": [5] * count} for each in "AB"}
    texts = Written(values.evaluate(sheet, vendors, own_ranks=own)).texts("Record")
    (told,) = [each for each in texts if "instead of a formula" in each]
    assert len(re.findall("!C", told)) == 12
    assert "and 8 more" in told


def test_what_the_program_remarked_stands_with_its_place():
    result, _problems = values.attempt(
        values.sheet("criteria: [{id: a, points: 10}]\nranking: {ties: [lot]}"),
        {"A": {"a": [5]}, "B": {"a": [5]}},
    )
    rows = Written(result).texts("Record")
    assert any(each.endswith("[lot-not-drawn]") for each in rows)


def test_no_path_of_the_machine_is_anywhere_in_the_workbook(tmp_path):
    folder = tmp_path / "secret-folder"
    folder.mkdir()
    result = results.tied(folder)
    assert result.diagnostics
    with zipfile.ZipFile(BytesIO(export(result))) as archive:
        assert not any(b"secret-folder" in archive.read(each) for each in archive.namelist())
    assert any("bids.xlsx" in each for each in Written(result).texts("Record"))
