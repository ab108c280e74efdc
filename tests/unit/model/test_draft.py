"""A draft as the text of a file."""

from procscore.language import N_, message
from procscore.model.draft import Draft, Line


def test_comments_stand_behind_what_they_are_about():
    lines = (
        Line("", message(N_("{n} lines"), n=3)),
        Line("marks: A1"),
        Line("# vendor: …", message(N_("? {n}"), n="A社\nmarks: B2")),
    )
    assert Draft(lines, ()).text == "# 3 lines\nmarks: A1\n# vendor: …  # ? A社 marks: B2\n"
