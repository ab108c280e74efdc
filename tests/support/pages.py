"""A small page, and what a reader of each format finds in it."""

from fractions import Fraction
from html.parser import HTMLParser
from io import BytesIO

from markdown_it import MarkdownIt
from openpyxl import load_workbook

from procscore.export.pages import PAGE_FORMATS
from procscore.language import message
from procscore.model.page import Cell, Column, Page, Section, Sentences, Table

NASTY = "<script>|=1+1"
"""What somebody might be called."""

SMALL = Page(
    "Criteria of a town",
    ("Published in 2024", "See https://example.jp/a_b?c=1&d=2を参照"),
    (
        Table(
            message("Weights"),
            (
                Column("項目"),
                Column("Points", align="right"),
                Column("Share", align="right"),
                Column("ID", keep=True),
            ),
            (
                (
                    Cell("技術点", strong=True),
                    Cell("1,234.5", Fraction(2469, 2), strong=True),
                    Cell("80.0 %", Fraction(4, 5), strong=True),
                    Cell(),
                ),
                (
                    Cell(NASTY, indent=1),
                    Cell("12", Fraction(12)),
                    Cell("12.5 %", Fraction(1, 8), heat=Fraction(1, 2)),
                    Cell("a-b"),
                ),
            ),
            ("Rounded.",),
        ),
        Sentences("Rules", (message("{one} wins.", one="The *highest*"), "Two\nlines")),
    ),
)


SECTIONED = Page(
    "Report",
    (),
    (
        Sentences("Award", ("A wins.",)),
        Section(
            "A 社",
            (
                Table("Points", (Column("ID"),), ((Cell("a"),),)),
                Sentences("Comments", ("Good.",)),
                Sentences("", ("Looked at.",)),
            ),
        ),
        Section("B 社", (Table("Points", (Column("ID"),), ((Cell("b"),),)),)),
        Section("C 社", ()),
    ),
)


def words(page):
    """Return every text of a page."""
    yield page.title
    yield from page.lead
    yield from _words(page.blocks)


def _words(blocks):
    for block in blocks:
        yield block.title
        match block:
            case Section():
                yield from _words(block.blocks)
            case Sentences():
                yield from block.sentences
            case Table():
                yield from (column.heading for column in block.columns)
                yield from (cell.text for row in block.rows for cell in row)
                yield from block.notes


def seen_in(suffix, page):
    """Return all that a reader of the format sees, in one text."""
    return READERS[suffix](PAGE_FORMATS[suffix](page))


class _Html(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []
        self.tags = []
        self._unseen = 0

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._unseen += tag in {"style", "title", "script"}
        if tag not in {"a", "strong"}:
            self.seen.append("\n")

    def handle_endtag(self, tag):
        self._unseen -= tag in {"style", "title", "script"}

    def handle_data(self, data):
        if not self._unseen:
            self.seen.append(data)


def html(content):
    """Return a parser that has read an HTML file: `seen` and `tags`."""
    parser = _Html()
    parser.feed(content.decode("utf-8") if isinstance(content, bytes) else content)
    return parser


def _seen_html(content):
    return "".join(html(content).seen)


def _seen_markdown(content):
    made = MarkdownIt("commonmark").enable("table").render(content.decode("utf-8"))
    return _seen_html(made)


def _seen_xlsx(content):
    book = load_workbook(BytesIO(content))
    return "\n".join(shown(cell) for sheet in book for row in sheet for cell in row if shown(cell))


def shown(cell):
    """Return what Excel shows of a cell, for the formats that pages use."""
    if cell.value is None:
        return ""
    if cell.data_type == "s":
        return cell.value.replace("_x005F_", "_")
    return as_excel_shows(Fraction(str(cell.value)), cell.number_format)


def as_excel_shows(value, number_format):
    """Return a number in a format of literals, digits and %."""
    digits, before, behind = "", [], []
    inside = escaped = False
    for sign in number_format:
        where = behind if digits else before
        if escaped or (inside and sign != '"'):
            where.append(sign)
            escaped = False
        elif sign == "\\":
            escaped = True
        elif sign == '"':
            inside = not inside
        elif sign == "%":
            value *= 100
            where.append(sign)
        else:
            assert not behind
            digits += sign
    places = len(digits.partition(".")[2])
    scaled = abs(value) * 10**places
    whole = str(int(scaled + Fraction(1, 2))).rjust(places + 1, "0")
    whole, decimals = (whole[:-places], whole[-places:]) if places else (whole, "")
    grouped = f"{int(whole):,}" if "," in digits else whole
    sign = "-" if value < 0 else ""
    return sign + "".join(before) + grouped + "." * bool(places) + decimals + "".join(behind)


READERS = {".html": _seen_html, ".md": _seen_markdown, ".xlsx": _seen_xlsx}
