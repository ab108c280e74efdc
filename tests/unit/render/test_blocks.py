from rich.text import Text

from procscore.language import message
from procscore.render.blocks import lines, titled
from support import screen


def test_a_title_stands_above_after_an_empty_line():
    assert screen.shown(titled("Ties", Text("none"))) == "\nTies\nnone\n"


def test_a_long_sentence_is_folded_under_itself():
    text = screen.shown(lines([message("one two three four")]), 12)
    assert text == "- one two\n  three four\n"


def test_brackets_in_a_sentence_are_no_markup():
    assert screen.shown(lines([message("{text}", text="[bold]x[/bold]")])) == "- [bold]x[/bold]\n"
