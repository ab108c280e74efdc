from procscore.model.page import Cell, Column, Node, Outline, Page, Sentences, Table
from procscore.render.page import page
from support import pages, screen

EXPECTED = """\
Criteria of a town
Published in 2024
See https://example.jp/a_b?c=1&d=2を参照

Weights
項目              Points   Share  ID
─────────────────────────────────────
技術点           1,234.5  80.0 %
  <script>|=1+1     12    12.5 %  a-b
- Rounded.

Rules
- The *highest* wins.
- Two
  lines
"""


def test_a_small_page_as_it_is_seen():
    assert screen.shown(page(pages.SMALL)) == EXPECTED


def test_every_text_is_there_however_narrow_the_terminal_is():
    for width in (20, 40, 80, 10_000):
        seen = "".join(screen.shown(page(pages.SMALL), width).split())
        for text in pages.words(pages.SMALL):
            if len(str(text)) < 8:
                assert "".join(str(text).split()) in seen


def test_a_block_without_a_title_is_set_apart_by_one_line():
    content = Page("P", (), (Table("", (Column("a"),), ((Cell("1"),),)), Sentences("", ("s",))))
    assert screen.shown(page(content)) == "P\n\na\n─\n1\n\n- s\n"


def test_a_lead_is_folded_where_a_person_would_fold_it():
    assert (
        screen.shown(page(Page("P", ("最低価格、提案価格",), ())), 8)
        == "P\n最低価\n格、提案\n価格\n"
    )


def test_a_section_stands_above_its_blocks():
    assert (
        screen.shown(page(pages.SECTIONED))
        == """\
Report

Award
- A wins.

A 社

Points
ID
──
a

Comments
- Good.

- Looked at.

B 社

Points
ID
──
b

C 社
"""
    )


def test_an_outline_stands_under_its_title():
    content = Page("P", (), (Outline("O", (Node("a", (Node("b"),)),)), Outline("", (Node("c"),))))
    assert screen.shown(page(content)) == "P\n\nO\na\n└ b\n\nc\n"
