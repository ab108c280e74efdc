from io import BytesIO, TextIOWrapper

import pytest
from rich.cells import cell_len
from rich.console import Console

from procscore.model.page import Node, Outline
from procscore.render.outline import Unfolded
from support import screen

SCORE = Outline(
    "",
    (
        Node(
            "A社の合計",
            strong=True,
            parts=(
                Node(
                    "技術点は審査委員の平均",
                    (Node("委員1: A"), Node("委員2: B\n対応体制が明確で評価できる")),
                ),
                Node("価格点は配点×最低価格÷提案価格", (Node("200 * 98 / 112 = 175"),)),
            ),
        ),
        Node("Rank 1"),
    ),
)
FOLDED = """\
A社の合計
├ 技術点は審査委員
│ の平均
│ ├ 委員1: A
│ └ 委員2: B
│   対応体制が明確
│   で評価できる
└ 価格点は配点×最
  低価格÷提案価格
  └ 200 * 98 / 112
    = 175
Rank 1
"""


def test_every_text_is_folded_under_itself():
    assert screen.shown(Unfolded(SCORE), 18) == FOLDED


def deep(levels):
    node = Node(f"{levels}. 審査委員の評価")
    for level in reversed(range(levels)):
        node = Node(f"{level}. 審査委員の評価", (node, Node("後")))
    return Outline("", (node,))


@pytest.mark.parametrize("width", [6, 14, 20, 80])
def test_nothing_is_cut_however_deep_it_stands_and_however_narrow_the_terminal_is(width):
    seen = screen.shown(Unfolded(deep(12)), width)
    assert max(cell_len(line) for line in seen.splitlines()) <= width
    plain = "".join(each for each in seen if each not in "├└│ \n")
    for level in range(13):
        assert f"{level}.審査委員の評価" in plain
    assert plain.count("後") == 12


def test_the_innermost_guides_stay_where_there_is_no_room_for_all():
    lines = screen.shown(Unfolded(deep(12)), 20).splitlines()
    # Six characters are left for guides: those of the three levels that are nearest.
    at = lines.index("│ │ ├ 12. 審査委員の")
    assert lines[at + 1 : at + 3] == ["│ │ │ 評価", "│ │ └ 後"]


def test_what_is_strong_is_bold_and_its_guides_are_not():
    console = Console(width=40, file=BytesIO())
    outline = Outline("", (Node("a", (Node("b", strong=True),)),))
    segments = [
        (each.text, bool(each.style and each.style.bold))
        for each in console.render(Unfolded(outline))
        if each.text.strip()
    ]
    assert segments == [("a", False), ("└ ", False), ("b", True)]


@pytest.mark.parametrize(
    ("encoding", "seen"),
    [
        ("utf-8", ["a", "├ b", "│ └ c", "└ d"]),
        ("cp932", ["a", "├ b", "│ └ c", "└ d"]),
        ("ascii", ["a", "+ b", "| ` c", "` d"]),
    ],
)
def test_guides_are_signs_that_the_encoding_has(encoding, seen):
    written = BytesIO()
    stream = TextIOWrapper(written, encoding=encoding, errors="strict")
    outline = Outline("", (Node("a", (Node("b", (Node("c"),)), Node("d"))),))
    Console(file=stream, width=40).print(Unfolded(outline))
    stream.flush()
    assert [each.rstrip() for each in written.getvalue().decode(encoding).splitlines()] == seen
