from rich.text import Text

from procscore.language import message
from procscore.render.blocks import Paragraph, lines, titled
from support import screen


def test_a_title_stands_above_after_an_empty_line():
    assert screen.shown(titled("Ties", Text("none"))) == "\nTies\nnone\n"


def test_a_long_sentence_is_folded_under_itself():
    text = screen.shown(lines([message("one two three four")]), 12)
    assert text == "- one two\n  three four\n"


def test_brackets_in_a_sentence_are_no_markup():
    assert screen.shown(lines([message("{text}", text="[bold]x[/bold]")])) == "- [bold]x[/bold]\n"


def test_a_paragraph_is_folded_as_japanese_is_and_a_number_is_not_torn():
    assert (
        screen.shown(Paragraph("残る175点は、内訳非公表分"), 8)
        == "残る175\n点は、内\n訳非公表\n分\n"
    )
    assert screen.shown(lines(["残る175点は、"]), 8) == "- 残る\n  175点\n  は、\n"
