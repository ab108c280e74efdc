from procscore.export.pages import PAGE_FORMATS
from procscore.model.page import Cell, Column, Page, Table


def test_a_page_is_a_value_and_an_empty_cell_says_nothing():
    one, other = (Page("t", (), (Table("", (Column("a"),), ((Cell(),),)),)) for _ in range(2))
    assert one == other
    assert {one: "found"}[other] == "found"
    assert Cell() == Cell("", None, None, strong=False, indent=0)
    assert PAGE_FORMATS[".md"](one) == b"# t\n\n| a |\n| --- |\n|  |\n"
