import pytest
from hypothesis import given
from hypothesis import strategies as st

from procscore.model.columns import behind, share_out


@pytest.mark.parametrize(
    ("texts", "unseen"),
    [
        (["12", "3.5", "0.25"], [".25", "5", ""]),
        (["12.5 %", "8 %"], ["", ".5"]),
        (["1,000", "0.6666…"], [".6666…", ""]),
        (["12", "-", ""], ["", "", ""]),
        (["12.5", "-", "8"], ["", "", ".5"]),
        (["8 : 2", "12.5"], ["", ""]),
        (["12.5 %", "8 points"], ["", ""]),
        (["12.5", "8\n9"], ["", ""]),
        (["-", ""], ["", ""]),
        ([], []),
    ],
)
def test_what_a_number_lacks_in_decimals_stands_unseen_behind_it(texts, unseen):
    assert behind(texts) == unseen


@pytest.mark.parametrize(
    ("least", "most", "room", "widths"),
    [
        ([1, 1], [5, 7], 20, [5, 7]),
        ([5, 5], [60, 20], 40, [20, 20]),
        ([5, 5], [60, 10], 40, [30, 10]),
        ([30, 5], [60, 20], 40, [30, 10]),
        ([5, 5], [60, 20], 31, [16, 15]),
        ([30, 30], [60, 60], 40, [30, 30]),
        ([], [], 40, []),
    ],
)
def test_the_widest_columns_are_cut_first(least, most, room, widths):
    assert share_out(least, most, room) == widths


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=8), st.integers(0, 300))
def test_all_the_room_is_used_and_no_more(pairs, room):
    least = [min(pair) for pair in pairs]
    most = [max(pair) for pair in pairs]
    widths = share_out(least, most, room)
    assert sum(widths) == max(sum(least), min(sum(most), room))
    assert all(low <= wide <= high for low, wide, high in zip(least, widths, most, strict=True))
