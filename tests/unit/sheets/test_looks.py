"""The looks that carry a meaning: what can be written into, and what is shown as wrong."""

from procscore.sheets import looks
from procscore.xlsx import Style

STYLES = {name: each for name, each in vars(looks).items() if isinstance(each, Style)}


def test_only_what_people_fill_in_is_unlocked():
    unlocked = {name for name, style in STYLES.items() if style.unlocked}
    assert unlocked == {"MARK", "COMMENT", "ENTRY", "MONEY", "WORDS"}


def test_cells_of_marks_have_the_colour_that_the_guide_names():
    yellow = {name for name, style in STYLES.items() if style.fill == looks.MARK.fill}
    assert yellow == {"MARK", "ENTRY", "MONEY", "WORDS"}


def test_a_wrong_mark_is_told_without_colour_too():
    assert looks.WRONG["bold"] == looks.OPEN["bold"] == "1"
    assert looks.WRONG["bg_color"] not in (looks.FILLED["bg_color"], looks.MARK.fill)


def test_numbers_with_zeros_in_front_stay_text():
    assert looks.WORDS.number == "@"


def test_groups_are_bold_and_the_darker_the_higher_they_stand():
    fills = [looks.group(looks.POINTS, depth).fill for depth in range(5)]
    assert fills[0] < fills[1] < fills[2] == fills[3] == fills[4]
    assert looks.group(looks.POINTS, 1).bold
    assert looks.group(looks.POINTS, 1).align == looks.POINTS.align
