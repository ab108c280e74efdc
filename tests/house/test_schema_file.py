"""criteria/criteria.schema.json is the schema of the models, and fits every sheet there is."""

import pytest

from procscore.model import schema
from support import editor, rules_page, tree

FILE = tree.ROOT / "criteria" / schema.FILE_NAME
BUILT_IN = sorted((tree.ROOT / "criteria").glob("*.yaml"))
SHEETS = [*BUILT_IN, *sorted((tree.ROOT / "tests" / "cases").glob("*/criteria.yaml"))]
PAGES = ["criteria-sheets.md", "criteria-sheets.ja.md", "rules.md", "rules.ja.md"]
BLOCKS = [
    pytest.param(block.text, id=f"{page}:{block.line}")
    for page in PAGES
    for block in rules_page.blocks((tree.ROOT / "docs" / page).read_text(encoding="utf-8"))
    if block.kind == "yaml"
]


def test_the_file_beside_the_built_in_sheets_is_made_from_the_models(golden):
    golden(schema.text(), FILE)


@pytest.mark.parametrize("sheet", BUILT_IN, ids=lambda path: path.stem)
def test_every_built_in_sheet_names_it_in_its_first_line(sheet):
    first, _, _ = sheet.read_text(encoding="utf-8").partition("\n")
    assert first == schema.NAMED_BY


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem + path.parent.name)
def test_an_editor_finds_no_fault_with_a_sheet(sheet):
    assert editor.faults(sheet.read_text(encoding="utf-8")) == {}


@pytest.mark.parametrize("block", BLOCKS)
def test_an_editor_finds_no_fault_with_what_the_pages_show(block):
    assert editor.faults(block, whole="procscore:" in block) == {}


def test_whole_sheets_are_among_them():
    assert sum("procscore: 1" in block.values[0] for block in BLOCKS) >= len(PAGES) / 2
