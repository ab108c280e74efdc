"""Whatever stands on a page, every format holds it, and the terminal shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procscore.export.pages import PAGE_FORMATS
from procscore.model.page import Cell, Column, Node, Outline, Page, Section, Sentences, Table
from procscore.render.page import page as rendered
from support import pages, screen

# What people and sources write, and what the formats might mistake it for; no control characters,
# which no format can hold.
SIGNS = "aZ09 ５点、（）ー①㈱髙𠮟éß=+-@|*_`#>[]()~!&<\\\"'/:.,;%…\n"
TEXTS = st.one_of(
    st.text(SIGNS, max_size=12),
    st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=8),
    st.sampled_from(["12.5 %", "1,234", "-5", "19/6", "https://example.jp/a?b=c", "<script>|=1+1"]),
)
CELLS = st.builds(
    Cell,
    TEXTS,
    st.none() | st.fractions(-1000, 1000, max_denominator=200),
    st.none() | st.fractions(0, 1),
    strong=st.booleans(),
    indent=st.integers(0, 3),
)
COLUMNS = st.builds(Column, TEXTS, st.sampled_from(["left", "right"]), st.booleans())


@st.composite
def tables(draw):
    """Draw a table of some columns and rows."""
    columns = draw(st.lists(COLUMNS, min_size=1, max_size=4))
    rows = draw(st.lists(st.tuples(*[CELLS] * len(columns)), max_size=4))
    return Table(draw(TEXTS), tuple(columns), tuple(rows), draw(NOTES))


NOTES = st.lists(TEXTS, max_size=2).map(tuple)
LEAVES = st.builds(Node, TEXTS, strong=st.booleans())
NODES = st.recursive(
    LEAVES,
    lambda parts: st.builds(
        Node, TEXTS, st.lists(parts, max_size=2).map(tuple), strong=st.booleans()
    ),
    max_leaves=5,
)
OUTLINES = st.builds(Outline, TEXTS, st.lists(NODES, max_size=2).map(tuple))
BLOCKS = tables() | st.builds(Sentences, TEXTS, NOTES) | OUTLINES
SECTIONS = st.builds(Section, TEXTS, st.lists(BLOCKS, max_size=2).map(tuple))
PAGES = st.builds(Page, TEXTS, NOTES, st.lists(BLOCKS | SECTIONS, max_size=3).map(tuple))


def folded(text):
    """Return a text without its spaces, which formats set as they need."""
    return "".join(text.split())


@pytest.mark.parametrize("suffix", PAGE_FORMATS)
@given(page=PAGES)
def test_every_format_holds_every_text_in_its_order(suffix, page):
    seen = folded(pages.seen_in(suffix, page))
    at = 0
    for text in pages.words(page):
        found = seen.find(folded(str(text)), at)
        assert found >= 0, text
        at = found + len(folded(str(text)))


@pytest.mark.parametrize("suffix", PAGE_FORMATS)
@given(page=PAGES)
def test_the_same_page_gives_the_same_bytes(suffix, page):
    assert PAGE_FORMATS[suffix](page) == PAGE_FORMATS[suffix](page)


@given(page=PAGES)
def test_a_terminal_shows_every_text_in_its_order_where_nothing_is_folded(page):
    seen = folded(screen.shown(rendered(page), 10_000))
    texts = [str(text) for text in pages.words(page)]
    at = 0
    for text in texts if not any("\n" in each for each in texts) else ():
        found = seen.find(folded(text), at)
        assert found >= 0, text
        at = found + len(folded(text))


@given(page=PAGES, width=st.integers(12, 100))
def test_a_terminal_of_any_width_shows_every_character(page, width):
    seen = screen.shown(rendered(page), width)
    for text in pages.words(page):
        assert set(folded(str(text))) <= set(seen)
