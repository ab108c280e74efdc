"""Addresses as people write them, and nothing that only resembles one."""

import pytest

from procscore.model import address
from procscore.model.address import Block, NotAnAddressError, Position


@pytest.mark.parametrize(
    ("text", "cell"),
    [("B3", (3, 2)), ("$AA$10", (10, 27)), ("ｄ６", (6, 4)), (" XFD1048576 ", (1_048_576, 16_384))],
)
def test_a_cell(text, cell):
    assert address.cell(text) == Position(*cell)


@pytest.mark.parametrize("text", ["", "B", "3", "B0", "XFE1", "A1048577", "B3:C4", "Bß3", "AAAA1"])
def test_what_is_no_cell(text):
    with pytest.raises(NotAnAddressError):
        address.cell(text)


def test_a_range_is_the_same_from_whichever_corner():
    assert address.block("D6:H25") == address.block("H6：D25") == Block(6, 4, 25, 8)
    assert address.block("D6") == Block(6, 4, 6, 4)
    assert [
        address.block("D6:H25").holds(*each) for each in ((6, 4), (25, 8), (26, 8), (6, 3))
    ] == [*(True, True, False, False)]


@pytest.mark.parametrize("text", ["D6-H25", "D6:", "D:H", "D6:H25:J30", ":H25"])
def test_what_is_no_range(text):
    with pytest.raises(NotAnAddressError):
        address.block(text)


def test_rows_and_columns():
    assert [address.column(each) for each in ("A", "z", "AA", "XFD")] == [1, 26, 27, 16_384]
    assert [address.row(each) for each in ("1", "１２")] == [1, 12]
    for read, text in ((address.column, "3"), (address.row, "B"), (address.row, "0")):
        with pytest.raises(NotAnAddressError):
            read(text)
