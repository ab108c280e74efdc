from procscore.diagnostics import CATALOGUE
from procscore.render.catalogue import entry, overview
from support import screen


def test_the_overview_lists_every_code():
    text = screen.shown(overview())
    assert all(code in text for code in CATALOGUE)


def test_an_entry_says_what_to_do_and_why():
    text = screen.shown(entry("mark-blank"))
    assert text.startswith("mark-blank (error)\n")
    assert "Why: A blank is never read as zero." in text


def test_fields_are_shown_as_gaps_and_escaped_braces_as_braces():
    assert "{" not in screen.shown(entry("mark-above-maximum"))
    assert "{higher: <criterion>}" in screen.shown(entry("criteria-tie-step-unknown"))
