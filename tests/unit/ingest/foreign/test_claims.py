"""Which sheets a layout reads: those that it names, and of procscore's own only what it names."""

from pathlib import Path

import pytest

from procscore.diagnostics import Problems
from procscore.ingest.foreign.claims import Layouts, is_own
from support import foreign
from support.foreign import Drawn

LAYOUT = "procscore-layout: 1\nmarks: C3:D4\nvendor: {row: 1}\ncriterion: {column: A}\n"
CELL = "evaluator: {cell: A1}\n"


def _claimed(folder, layout, sheets, workbook="採点表.xlsx"):
    (folder / "layout.yaml").write_text(layout, encoding="utf-8")
    layouts, problems = Layouts(), Problems()
    drawn = [Drawn({"A1": 1}, name=name) for name in sheets]
    claims, others = layouts.claim(folder / workbook, drawn, problems)
    layouts.report_unused(problems)
    codes = [each.code for each in problems]
    named = {claim.sheet.name: dict(claim.named) for claim in claims}
    return named, [sheet.name for sheet in others], codes


def test_without_a_layout_nothing_is_claimed(tmp_path):
    sheets = [Drawn({"A1": 1})]
    assert Layouts().claim(tmp_path / "a.xlsx", sheets, Problems()) == ([], sheets)


def test_by_default_all_sheets_are_read(tmp_path):
    found = _claimed(tmp_path, LAYOUT + CELL, ["一", "二"])
    assert found == ({"一": {}, "二": {}}, [], [])


@pytest.mark.parametrize("own", ["案件", "採点_山田", "Vendors", "procscore"])
def test_but_none_of_a_workbook_that_has_one_of_procscore_s_own(tmp_path, own):
    assert _claimed(tmp_path, LAYOUT + CELL, ["一", own]) == ({}, ["一", own], ["layout-unused"])


def test_sheets_that_a_pattern_names_are_read_whatever_stands_beside_them(tmp_path):
    layout = LAYOUT + "sheets: 採点_<evaluator>\n"
    found = _claimed(tmp_path, layout, ["提案者", "採点_山田", "メモ"])
    assert found == ({"採点_山田": {"evaluator": "山田"}}, ["提案者", "メモ"], [])


def test_names_of_totals_and_of_what_is_skipped_are_nobody_s(tmp_path):
    layout = LAYOUT + "sheets: <evaluator>\nskip: 記入例\n"
    found = _claimed(tmp_path, layout, ["山田", "記入例", "集計表"])
    assert found == ({"山田": {"evaluator": "山田"}}, ["集計表"], [])


@pytest.mark.parametrize(
    ("files", "workbook", "named"),
    [
        ("採点表*", "採点表R7.xlsx", {}),
        ("採点表*.xlsx", "採点表.xlsx", {}),
        ("採点表_<evaluator>", "採点表_山田.xlsm", {"evaluator": "山田"}),
        ("<evaluator>", "カ\u3099.xlsx", {"evaluator": "ガ"}),
        ("採点表", "採点表2.xlsx", None),
        ("採点表.xlsx", "採点表.xlsm", None),
    ],
)
def test_files_are_named_with_or_without_their_suffix(tmp_path, files, workbook, named):
    layout = LAYOUT + f"files: {files}\n" + ("" if "<" in files else CELL)
    claimed, _, codes = _claimed(tmp_path, layout, ["一"], workbook)
    if named is None:
        assert (claimed, codes) == ({}, ["layout-unused"])
    elif "ガ" in named.values():
        assert claimed["一"]["evaluator"] in ("ガ", "カ\u3099")
    else:
        assert claimed == {"一": named}


def test_a_csv_file_is_read_by_a_layout_that_names_it_only(tmp_path):
    assert _claimed(tmp_path, LAYOUT + CELL, ["一"], "a.csv")[0] == {}
    assert _claimed(tmp_path, LAYOUT + CELL + "files: a\n", ["一"], "a.csv")[0] == {"一": {}}


def test_an_empty_sheet_is_left(tmp_path):
    (tmp_path / "layout.yaml").write_text(LAYOUT + CELL, encoding="utf-8")
    empty = Drawn({})
    assert Layouts().claim(tmp_path / "a.xlsx", [empty], Problems()) == ([], [empty])


def test_a_faulty_layout_leaves_only_what_is_procscore_s_own(tmp_path):
    (tmp_path / "layout.yaml").write_text("marks: ?", encoding="utf-8")
    layouts, problems = Layouts(), Problems()
    sheets = [Drawn({"A1": 1}, name=name) for name in ("一", "案件")]
    for _ in range(2):
        assert layouts.claim(tmp_path / "a.xlsx", sheets, problems) == ([], sheets[1:])
    layouts.report_unused(problems)
    assert layouts.faulty
    assert not layouts.used
    assert "layout-unused" not in [each.code for each in problems]


def test_an_ambiguous_name_is_told_and_its_sheet_not_read(tmp_path):
    layout = LAYOUT.replace("vendor: {row: 1}\n", "") + "sheets: <evaluator>_<vendor>\n"
    assert _claimed(tmp_path, layout, ["a_b_c"]) == ({}, [], ["layout-name-ambiguous"])


def test_layouts_that_read_something_are_inputs(tmp_path):
    (tmp_path / "layout.yaml").write_text(LAYOUT + CELL, encoding="utf-8")
    layouts = Layouts()
    layouts.claim(tmp_path / "a.xlsx", [Drawn({"A1": 1})], Problems())
    assert [Path(each.path).name for each in layouts.used] == ["layout.yaml"]


def test_procscore_s_own_sheets_are_known_by_name():
    assert [is_own(Drawn({}, name=name)) for name in ("採点", "採点_x", "Key", "採点表1")] == [
        *(True, True, True, False)
    ]
    assert foreign.layout(LAYOUT + CELL).name == "layout.yaml"
