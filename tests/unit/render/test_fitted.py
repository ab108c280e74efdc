import re
from fractions import Fraction
from io import StringIO

import pytest
from rich.console import Console

from procscore.model.page import Cell, Column, Table
from procscore.render.fitted import Fitted, shade
from support import screen


def table(columns, *rows):
    return Fitted(Table("", tuple(columns), tuple(rows)))


def numbers(*texts, **how):
    return [Cell(text, Fraction(1), **how) for text in texts]


def lines(fitted, width=200):
    return screen.shown(fitted, width).splitlines()


def test_point_stands_under_point_and_a_name_below_its_group():
    fitted = table(
        (Column("項目"), Column("Share", "right"), Column("ID")),
        (Cell("技術点"), *numbers("12.5 %"), Cell("a")),
        (Cell("体制", indent=1), *numbers("8 %"), Cell("b")),
        (Cell("x", indent=2), *numbers("-"), Cell("c")),
    )
    assert lines(fitted) == [
        "項目     Share  ID",
        "──────────────────",
        "技術点  12.5 %  a",
        "  体制   8 %    b",
        "    x        -  c",
    ]


def test_where_there_is_room_nothing_is_folded():
    fitted = table(
        (Column("name"), Column("a heading of several words", "right")),
        (Cell("とても長い名前" * 5), *numbers("1")),
    )
    assert len(lines(fitted)) == 3
    assert "とても長い名前" * 5 in lines(fitted)[2]


def test_headings_of_numbers_are_folded_and_stand_on_the_line():
    fitted = table(
        (Column("name"), Column("福井坂井地区広域市町村圏事務組合", "right")),
        (Cell("とても長い名前とても長い名前"), *numbers("80.0 %")),
    )
    assert lines(fitted, 46) == [
        "                              福井坂井地区広域",
        "name                          市町村圏事務組合",
        "──────────────────────────────────────────────",
        "とても長い名前とても長い名前            80.0 %",
    ]


def test_at_eighty_columns_names_are_folded_and_no_number_is():
    names = ["情報システムの機能（標準機能とカスタマイズ）", "運用"]
    columns = [Column("主題"), *(Column(f"第{n}広域事務組合", "right") for n in range(5))]
    rows = [(Cell(name, indent=1), *numbers(*["1,234.5 %"] * 5)) for name in names]
    assert lines(table(columns, *rows), 80) == [
        "                           第0広域事  第1広域事  第2広域事  第3広域事  第4広域事",
        "主題                          務組合     務組合     務組合     務組合     務組合",
        "────────────────────────────────────────────────────────────────────────────────",
        "  情報システムの機能（標   1,234.5 %  1,234.5 %  1,234.5 %  1,234.5 %  1,234.5 %",
        "  準機能とカスタマイズ）",
        "  運用                     1,234.5 %  1,234.5 %  1,234.5 %  1,234.5 %  1,234.5 %",
    ]


def test_a_terminal_that_is_narrower_than_a_name_and_a_number_folds_the_name():
    fitted = table(
        (Column("name"), Column("n", "right")), (Cell("とても長い名前"), *numbers("12,345 %"))
    )
    assert lines(fitted, 16)[2:] == ["とても  12,345 %", "長い名", "前"]


@pytest.mark.parametrize("keep", [True, False])
def test_only_what_is_kept_stays_in_one_line(keep):
    fitted = table(
        (Column("ID", keep=keep), Column("name")),
        (Cell("machiai-300-500-200"), Cell("市民課待合インフォメーションシステム")),
    )
    assert any("machiai-300-500-200" in line for line in lines(fitted, 36)) is keep


def test_columns_that_have_no_room_go_on_in_another_table_under_the_same_names():
    columns = [Column("name"), *(Column(f"sheet {n}", "right") for n in range(12))]
    rows = [(Cell(name), *numbers(*["100.0 %"] * 12)) for name in ("alpha" * 4, "beta")]
    shown = "\n".join(lines(table(columns, *rows), 60))
    tables = shown.split("\n\n")
    assert [each.count("100.0 %") for each in tables] == [10, 10, 4]
    assert all("alpha" in each and "beta" in each and "name" in each for each in tables)
    assert [n for n in range(12) if f"sheet {n}" not in shown.replace("sheet\n", "")] == []


def test_rows_of_several_lines_are_set_apart():
    words = Cell("配点 × 最低価格 ÷ 提案価格（整数未満を四捨五入）")
    fitted = table((Column("rule"), Column("A"), Column("B")), *[(Cell("price"), words, words)] * 2)
    assert lines(fitted, 50).count("") == 1
    assert lines(fitted).count("") == 0


def test_a_table_without_rows_or_columns_is_no_error():
    assert lines(table((Column("a"),))) == ["a", "─"]
    assert screen.shown(table(())).strip() == ""


@pytest.mark.parametrize(
    ("colours", "heat", "background"),
    # Each with a heat of its own: rich remembers how it wrote a style before.
    [
        ("truecolor", Fraction(1, 2), "\x1b[38;2;0;0;0;48;2;255;214;90m"),
        ("256", Fraction(1), "\x1b[38;5;16;48;5;202m"),
        ("standard", Fraction(1, 3), None),
        (None, Fraction(1, 4), None),
    ],
)
def test_a_shade_is_a_background_where_there_are_enough_colours_for_it(colours, heat, background):
    out = StringIO()
    console = Console(file=out, width=40, force_terminal=True, color_system=colours)
    console.print(table((Column("a", "right"),), numbers("50 %", heat=heat)))
    text = out.getvalue()
    assert "50 %" in text
    assert (background in text) if background else not re.search(r"\x1b\[[34]", text)


def luminance(colour):
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (part / 255 for part in colour)
    ]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_black_can_be_read_on_every_shade_and_no_shade_vanishes_on_black():
    for heat in range(101):
        style = shade(Fraction(heat, 100))
        assert (luminance(style.bgcolor.triplet) + 0.05) / 0.05 >= 4.5
    weak, strong = (shade(heat).bgcolor.triplet for heat in (Fraction(1, 100), Fraction(1)))
    assert (1.05) / (luminance(weak) + 0.05) >= 2
    assert (1.05) / (luminance(strong) + 0.05) >= 2
    assert shade(Fraction(2)) == shade(Fraction(1))


def test_what_is_strong_is_bold_and_brackets_are_no_markup():
    out = StringIO()
    console = Console(file=out, width=40, force_terminal=True, color_system="truecolor")
    console.print(table((Column("[red]h[/red]"),), (Cell("[b]x[/b]", strong=True),)))
    assert "\x1b[1m[b]x[/b]" in out.getvalue()
    assert "[red]h[/red]" in out.getvalue()
