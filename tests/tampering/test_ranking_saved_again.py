"""A ranking in which somebody typed, and which LibreOffice computed and saved anew.

What follows from the cell that was typed into is different, too: it has to come after it.
"""

import shutil

import pytest

from support import books, tampering
from support.tampering import Files, type_into

TYPED = {
    "a mark": ("明細", {"D6": 39}, ("39", "34"), {"審査結果!H5"}),
    "a mark that moves a rank": ("明細", {"D34": 20}, ("20", "14"), {"審査結果!A8"}),
    "a price": ("価格点", {"B9": 7_000_000}, ("7,000,000", "8,000,000"), {"審査結果!H5"}),
    "a number over a formula": ("明細", {"G7": 19}, ("19", "17.83"), {"審査結果!H5"}),
    "a rank": ("審査結果", {"A6": 3}, ("3", "2"), set()),
    "the winner": ("審査結果", {"J5": "次点"}, ("次点", "優先交渉権者"), set()),
    "a lot": ("同点", {"G9": 7}, ("7", "1"), {"審査結果!A6", "審査結果!A7"}),
}
"""The sheet, what is typed, what is found and expected there, and cells that follow."""


@pytest.fixture(scope="module")
def saved(original, tmp_path_factory):
    """Return rankings that LibreOffice saved, by what was typed; `""` is the one as published."""
    folder = tmp_path_factory.mktemp("typed")
    paths = {"": folder / "published.xlsx"}
    shutil.copy(original.xlsx, paths[""])
    for number, (name, (sheet, cells, *_)) in enumerate(TYPED.items()):
        paths[name] = folder / f"typed-{number}.xlsx"
        shutil.copy(original.xlsx, paths[name])
        type_into(paths[name], sheet, cells)
    return dict(zip(paths, books.all_saved_by_libreoffice(list(paths.values())), strict=True))


@pytest.mark.parametrize("name", TYPED)
def test_what_was_typed_comes_first_and_what_follows_after_it(name, saved, original: Files):
    sheet, cells, values, follow = TYPED[name]
    found = tampering.verified(saved[name], original.book)
    assert not found.reproduced
    first = found.differences[0]
    assert (first.where.sheet, first.where.cell) == (sheet, *cells)
    assert (first.found, first.expected) == values
    assert follow <= {f"{each.where.sheet}!{each.where.cell}" for each in found.differences}


def test_a_ranking_that_was_only_saved_again_is_reproduced(saved, original):
    found = tampering.verified(saved[""], original.book)
    assert (found.differences, found.reproduced) == ((), True)
