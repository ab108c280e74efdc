import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from procscore.render.folding import folded, pieces


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three four", 10, ["one two", "three four"]),
        ("福井坂井地区広域市町村圏事務組合", 10, ["福井坂井地", "区広域市町", "村圏事務組", "合"]),
        ("残る175点は", 8, ["残る175", "点は"]),
        ("残る175点は", 6, ["残る", "175点", "は"]),
        ("最低価格、提案", 8, ["最低価", "格、提案"]),
        ("価格(四捨五入)", 6, ["価格", "(四捨", "五入)"]),
        ("サーバー", 6, ["サー", "バー"]),
        ("izunokuni-koumu", 10, ["izunokuni-", "koumu"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("ab cdefghij", 4, ["ab", "cdef", "ghij"]),
        ("two\nlines", 10, ["two", "lines"]),
        ("  lead", 10, ["  lead"]),
        ("あ", 1, ["あ"]),
    ],
)
def test_lines_end_where_a_person_would_end_them(text, width, lines):
    assert list(folded(text, width)) == lines


@given(st.text(max_size=60), st.integers(2, 20))
def test_nothing_is_lost_and_no_line_is_too_wide(text, width):
    assert "".join(pieces(text)) == text.replace("\n", "") or "\n" in text
    lines = folded(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)
