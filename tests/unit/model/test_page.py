from procscore.export.pages import PAGE_FORMATS
from procscore.model.page import (
    Cell,
    Column,
    Node,
    Outline,
    Page,
    Section,
    Sentences,
    Table,
    flattened,
    unfolded,
    within,
)
from support import pages


def test_a_page_is_a_value_and_an_empty_cell_says_nothing():
    one, other = (Page("t", (), (Table("", (Column("a"),), ((Cell(),),)),)) for _ in range(2))
    assert one == other
    assert {one: "found"}[other] == "found"
    assert Cell() == Cell("", None, None, strong=False, indent=0)
    assert PAGE_FORMATS[".md"](one) == b"# t\n\n| a |\n| --- |\n|  |\n"


def test_blocks_without_their_sections_are_titled_by_both_and_none_is_lost():
    told = [(type(each), str(each.title)) for each in flattened(pages.SECTIONED.blocks)]
    assert told == [
        (Sentences, "Award"),
        (Table, "A 社: Points"),
        (Sentences, "A 社: Comments"),
        (Sentences, "A 社"),
        (Table, "B 社: Points"),
        (Sentences, "C 社"),
    ]


def test_a_title_within_a_section_without_one_is_its_own():
    assert str(within("", "Points")) == "Points"
    assert str(within("A", "")) == "A"


def test_an_outline_of_a_section_keeps_its_nodes():
    nodes = (Node("a", (Node("b"),)),)
    (outline,) = flattened((Section("S", (Outline("O", nodes),)),))
    assert isinstance(outline, Outline)
    assert (str(outline.title), outline.nodes) == ("S: O", nodes)


def test_an_outline_is_read_from_each_node_into_its_parts():
    nodes = (Node("a", (Node("b", (Node("c"),)), Node("d"))), Node("e"))
    told = [(depth, node.text) for depth, node in unfolded(nodes)]
    assert told == [(0, "a"), (1, "b"), (2, "c"), (1, "d"), (0, "e")]
