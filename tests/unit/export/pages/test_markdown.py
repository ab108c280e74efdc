from fractions import Fraction

import pytest
from markdown_it import MarkdownIt

from procscore.export.pages import markdown
from procscore.model.page import Cell, Column, Node, Outline, Page, Sentences, Table
from support import pages

EXPECTED = r"""# Criteria of a town

Published in 2024

See <https://example.jp/a_b?c=1&d=2>を参照

## Weights

| 項目 | Points | Share | ID |
| --- | ---: | ---: | --- |
| **技術点** | **1,234.5** | **80.0 %** |  |
| &emsp;&lt;script>\|=1+1 | 12 | 12.5 % | a-b |

- Rounded.

## Rules

- The \*highest\* wins.
- Two<br>lines
"""


def test_a_small_page_word_for_word():
    assert markdown.export(pages.SMALL).decode() == EXPECTED


def written(title="t", lead=(), *blocks):
    return markdown.export(Page(title, lead, blocks)).decode()


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "- no list",
        "+5",
        "1. no list",
        "12) no list",
        "> no quotation",
        "---",
        "===",
        "***",
        "___",
        "_no_ emphasis",
        "*no* **emphasis**",
        "`no code`",
        "~~not struck~~",
        "[no](http://link)",
        "![no](picture)",
        "<b>no</b>",
        "&amp; &lt;",
        "a\\*b\\|c",
        "\\",
        "a | b",
        "snake_case_id",
        "第1 #",
        "C ##",
        "| a | b |",
        "[ ] no task",
        "<!-- no comment -->",
    ],
)
@pytest.mark.parametrize(
    "page",
    [
        lambda text: Page(text, (), ()),
        lambda text: Page("t", (text,), ()),
        lambda text: Page("t", (), (Sentences(text, ()),)),
        lambda text: Page("t", (), (Sentences("", (text,)),)),
        lambda text: Page("t", (), (Outline("", (Node("n", (Node(text),)),)),)),
        lambda text: Page("t", (), (Outline("", (Node("n", (Node(text, strong=True),)),)),)),
        lambda text: Page("t", (), (Table("", (Column(text),), ()),)),
        lambda text: Page("t", (), (Table("", (Column(""),), ((Cell(text, strong=True),),)),)),
        lambda text: Page("t", (), (Table("", (Column(""),), (), (text,)),)),
    ],
    ids=[
        "title",
        "lead",
        "block title",
        "sentence",
        "node",
        "strong node",
        "heading",
        "cell",
        "note",
    ],
)
def test_text_is_shown_as_it_stands_wherever_it_stands(page, text):
    made = MarkdownIt("commonmark").enable("table").render(markdown.export(page(text)).decode())
    parser = pages.html(made)
    assert text in "".join(parser.seen)
    tags = {tag for tag, _attributes in parser.tags}
    assert tags <= {
        "h1",
        "h2",
        "p",
        "ul",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "strong",
        "a",
    }


def test_an_address_can_be_clicked_and_nothing_behind_it_belongs_to_it():
    assert (
        written(lead=("https://example.jp/a_を見る",)) == "# t\n\n<https://example.jp/a_>を見る\n"
    )


def test_what_has_no_title_gets_none_and_what_is_empty_is_left_out():
    table = Table("", (Column("a"),), ((Cell("1", Fraction(1)),),))
    assert written("t", ("",), table) == "# t\n\n| a |\n| --- |\n| 1 |\n"
    assert written("t", (), Table("T", (), (), ("n",))) == "# t\n\n## T\n\n- n\n"
    assert written("t", (), Sentences("S", ())) == "# t\n\n## S\n"


def test_half_a_character_is_written_as_its_number():
    assert written("a\ud800b") == "# a\\ud800b\n"


def test_a_section_heads_its_blocks_one_level_deeper():
    assert (
        markdown.export(pages.SECTIONED).decode()
        == """# Report

## Award

- A wins.

## A 社

### Points

| ID |
| --- |
| a |

### Comments

- Good.

- Looked at.

## B 社

### Points

| ID |
| --- |
| b |

## C 社
"""
    )


def test_an_outline_is_a_list_in_lists_and_the_lines_of_a_node_stay_together():
    outline = Outline(
        "Points",
        (
            Node("A: *175*", strong=True, parts=(Node("- one\ntwo", (Node("c"),)), Node("d"))),
            Node("e"),
        ),
    )
    assert (
        written("t", (), outline)
        == r"""# t

## Points

- **A: \*175\***
  - \- one<br>two
    - c
  - d
- e
"""
    )


def test_a_node_without_a_text_makes_no_heading_of_the_one_above_it():
    content = written("t", (), Outline("", (Node("a", (Node("", (Node("b"),)), Node("c"))),)))
    tags = [tag for tag, _ in pages.html(MarkdownIt("commonmark").render(content)).tags]
    assert tags == ["h1", "ul", "li", "ul", "li", "ul", "li", "li"]


def test_an_outline_without_nodes_is_its_title():
    assert written("t", (), Outline("O", ())) == "# t\n\n## O\n"
