"""A small page, and what a reader of each format finds in it."""

from fractions import Fraction
from html.parser import HTMLParser
from io import BytesIO

from markdown_it import MarkdownIt
from openpyxl import load_workbook

from procscore.export.pages import PAGE_FORMATS
from procscore.language import message
from procscore.model.page import (
    Cell,
    Column,
    Node,
    Outline,
    Page,
    Section,
    Sentences,
    Table,
    unfolded,
)

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


OUTLINED = Page(
    "得点の内訳 / How the score came about",
    ("総合行政情報システム調達",),
    (
        Sentences("Result", ("株式会社Aシステムズ is first with 882.25 of 1,000 points.",)),
        Outline(
            "株式会社Aシステムズ",
            (
                Node(
                    message("{vendor}: {points} of 1,000 points", vendor="A社", points="882.25"),
                    strong=True,
                    parts=(
                        Node(
                            "技術点: 707.25 of 800",
                            strong=True,
                            parts=(
                                Node(
                                    "住民情報システムに求められる機能要件を十分に理解し、将来の制度改正（標準化・共通化を含む）"
                                    "への対応方針が具体的に示されているか: 15.75 of 20",
                                    parts=(
                                        Node(
                                            "points * mean(marks) = 20 × (100% + 75% + 75% + 65%) ÷ 4 = 63/4,"
                                            " rounded half up to 2 places: 15.75"
                                        ),
                                        Node(
                                            "Marks of the panel",
                                            parts=(
                                                Node("審査委員1: A (bids.xlsx, 採点_審査委員1!D6)"),
                                                Node("審査委員2: B (bids.xlsx, 採点_審査委員2!D6)"),
                                                Node(
                                                    "審査委員3: B (bids.xlsx, 採点_審査委員3!D6)\n"
                                                    "制度改正への対応体制が明確で評価できる。一方、移行時の負荷について"
                                                    "より踏み込んだ説明がほしかった。"
                                                ),
                                                Node(NASTY),
                                            ),
                                        ),
                                    ),
                                ),
                                Node("- デモ評価: 340 of 400"),
                            ),
                        ),
                        Node(
                            "価格点: 175 of 200",
                            strong=True,
                            parts=(
                                Node(
                                    "points * lowest / price = 200 × 98,000,000 ÷ 112,000,000 = 175"
                                ),
                                Node(
                                    "提案価格: 112,000,000 円 (bids.xlsx, 提案者!F5); 初期費用 + 5 × 年間利用料; "
                                    "see https://example.jp/tender?id=1 for the notice"
                                ),
                            ),
                        ),
                    ),
                ),
                Node("Rank 1 of 5"),
            ),
        ),
    ),
)
"""A score as far down as the marks, five levels deep."""


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
            case Outline():
                yield from (node.text for _depth, node in unfolded(block.nodes))
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
