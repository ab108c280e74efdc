import pytest

from procscore.ingest.starting.comments import WIDTH, columns, comment

JAPANESE = (
    "採点方法は出典に示されていないため、各審査委員が0点から配点までを0.5点刻みで採点する" * 4
)
ENGLISH = (
    "Who stays in: what a price above the ceiling means, and which points must be reached. " * 4
)


def test_a_short_text_is_one_line():
    assert comment("All points.") == ["# All points."]


def test_a_full_width_character_takes_two_columns():
    assert columns("5年") == 3
    assert columns("“x”") == 3


@pytest.mark.parametrize("text", [JAPANESE, ENGLISH, JAPANESE + ENGLISH])
def test_a_long_text_is_broken_and_nothing_is_lost(text):
    lines = comment(text, first="  ", indent="    ")
    assert len(lines) > 1
    assert all(columns(line) <= WIDTH for line in lines)
    assert lines[0].startswith("#   ")
    assert not lines[0].startswith("#    ")
    assert all(line.startswith("#     ") for line in lines[1:])
    held = "".join(line.removeprefix("#") for line in lines)
    assert held.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("length", range(40, 52))
def test_no_line_begins_with_a_stop_or_ends_with_an_opening_bracket(length):
    text = "あ" * length + "。「" + "い" * 60
    lines = comment(text)
    assert all(not line.startswith("# 。") for line in lines)
    assert all(not line.endswith("「") for line in lines)


def test_words_stay_whole_and_lines_become_one():
    lines = comment("interfaces " * 30 + "\n\nend")
    assert {word for line in lines for word in line.split()} == {"#", "interfaces", "end"}
    assert lines[-1].endswith(" interfaces end")


def test_a_word_longer_than_a_line_stands_alone():
    assert comment("see " + "x" * 150) == ["# see", "# " + "x" * 150]
