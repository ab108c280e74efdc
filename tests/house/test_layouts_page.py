"""docs/layouts.md shows layouts that read what the page shows, and names every key."""

import re

import pytest

from procscore.model import address
from procscore.model.layout import Layout, Place
from support import foreign, tree

PAGES = {
    name: (tree.ROOT / "docs" / name).read_text(encoding="utf-8")
    for name in ("layouts.md", "layouts.ja.md")
}
_YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


def tables(page):
    """Return the tables that picture a sheet: cells by address."""
    for block in re.findall(r"(?:^\|.*\n)+", page, flags=re.MULTILINE):
        letters, _, *rows = [
            [cell.strip() for cell in line.strip()[1:-1].split("|")] for line in block.splitlines()
        ]
        if letters[:2] == ["", "A"]:
            columns = letters[1:]
            yield {
                f"{column}{row}": text
                for row, *texts in rows
                if row.isdigit()
                for column, text in zip(columns, texts, strict=True)
                if column != "…"
            }


def drawn(form):
    """Return a form as a sheet in memory."""
    corners = {each.partition(":")[0]: value for each, value in form.merged.items()}
    return foreign.Drawn({**form.cells, **corners}, tuple(form.merged))


def text_of(sheet, place):
    """Return what stands in a cell itself, numbers with two decimals."""
    row, column = address.cell(place)
    value = sheet.cell(row, column).value
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return "" if value is None else "".join(str(value).split("\n"))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_layouts_are_those_that_the_tests_read(page):
    assert _YAML.findall(page) == [layout for _, layout in foreign.SHAPES.values()]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_pictures_show_what_stands_in_the_sheets(page):
    pictures = list(tables(page))
    assert len(pictures) == len(foreign.SHAPES)
    for picture, (build, _) in zip(pictures, foreign.SHAPES.values(), strict=True):
        sheet = drawn(next(iter(build().values())))
        shown = {place: text for place, text in picture.items() if text != "…"}
        assert {place: text_of(sheet, place) for place in shown} == shown


def test_both_pages_show_the_same_pictures():
    english, japanese = (list(tables(page)) for page in PAGES.values())
    assert english == japanese


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_key_is_told(page):
    keys = [field.alias or name for name, field in Layout.model_fields.items()]
    assert [key for key in keys if f"\n| `{key}` |" not in page] == []
    assert [key for key in Place.model_fields if f"{{{key}: " not in page and key != "like"] == []
    assert "`like`" in page
