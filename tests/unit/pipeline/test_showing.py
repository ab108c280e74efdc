from procscore.ingest import library
from procscore.model.page import Table
from procscore.pipeline import showing


def test_the_library_is_one_table_with_a_row_a_sheet():
    outcome = showing.list_criteria()
    assert outcome.diagnostics == ()
    (table,) = outcome.result.blocks
    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows] == list(library.ids())


def test_a_file_with_errors_has_no_page_but_its_diagnostics(tmp_path):
    (tmp_path / "own.yaml").write_text("procscore: 1\n", encoding="utf-8")
    outcome = showing.show_criteria(str(tmp_path / "own.yaml"))
    assert outcome.result is None
    assert {each.code for each in outcome.diagnostics} == {"criteria-missing-key"}


def test_nothing_is_written_where_one_format_is_not_there(tmp_path):
    page = showing.show_criteria("senkyo").result
    try:
        showing.write_page(page, [tmp_path / "a.md", tmp_path / "a.pdf"])
    except KeyError:
        assert not list(tmp_path.iterdir())
    else:
        raise AssertionError
