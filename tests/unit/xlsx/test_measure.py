import pytest

from procscore import xlsx
from procscore.xlsx import measure


def test_widths_count_east_asian_characters_twice_and_the_widest_line():
    assert xlsx.width("abc") == 3
    assert xlsx.width("審査ab") == 6
    assert xlsx.width("a\n審査\nbc") == 4
    assert xlsx.width("") == 0


def test_a_text_takes_more_lines_in_a_narrower_cell_and_fewer_in_a_smaller_size():
    text = "提案システムの機能" * 4
    assert xlsx.lines(text, 100) == 1
    assert xlsx.lines(text, 30) > xlsx.lines(text, 60)
    assert xlsx.lines(text, 30, 9) < xlsx.lines(text, 30, 16)
    assert xlsx.lines("a\nb", 50) == 2


SENTENCE = "実施計画は具体的で、工程に無理がない。"  # 19 characters
TEXTS = [
    "",
    "良" * 3000,
    SENTENCE * 150,
    "One sentence of 92.75 points. " * 90,
    "行\n" * 200,
    "\n" * 100,
    f"{SENTENCE}\n\n" * 40,
    "か\u3099" * 500,
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("columns", "size", "most"), [(47, 11, None), (90, 9, 5), (8, 16, 1)])
def test_a_long_text_is_parted_so_that_each_piece_has_room_and_nothing_is_lost(
    text, columns, size, most
):
    pieces = xlsx.split(text, columns, size, most)
    room = xlsx.most_lines(size) if most is None else most
    assert "".join(pieces) == text
    assert all(xlsx.lines(each, columns, size) <= room for each in pieces if each != "\n")
    assert all(pieces) or pieces == [""]


def test_a_text_is_parted_behind_a_line_a_sentence_or_a_word_where_that_is_near():
    def ends(text, columns=47):
        return {each.rstrip(" ")[-2:] for each in xlsx.split(text, columns)[:-1]}

    assert ends(TEXTS[2]) == {"い。"}
    assert ends(TEXTS[3]) == {"s."}  # not within 92.75
    assert ends("word " * 900) == {"rd"}
    assert ends(f"{SENTENCE}はい\n" * 90) == {"い\n"}
    assert {each[0] for each in xlsx.split(TEXTS[7], 10)} == {"か"}  # the mark stays with it


def test_one_piece_is_enough_for_what_a_row_has_room_for():
    most = xlsx.most_lines()
    assert most * 19 <= measure.HIGHEST
    assert xlsx.split("\n".join("あ" * most), 20) == ["\n".join("あ" * most)]
    assert len(xlsx.split("\n".join("あ" * (most + 1)), 20)) == 2


def test_what_is_wider_than_its_room_is_cut_and_marked():
    assert measure.fitted("審査ab", 6) == "審査ab"
    assert measure.fitted("審査abc", 6) == "審査…"
    assert measure.fitted("abcdefg", 6) == "abcd…"
