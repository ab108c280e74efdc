import hashlib
import json
import re
from base64 import b64encode
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from procscore import language
from procscore.exact import decimal_text
from procscore.export.report import report
from procscore.model.page import Cell, Column, Page, Section, Sentences, Table
from procscore.model.told import vendor_name
from procscore.pages import evaluation
from support import books, results, values
from support.palette import colours, contrast

HERE = Path(report.__file__).parent
CSS = (HERE / "report.css").read_text(encoding="utf-8")
PAGE_CSS = (HERE.parent / "pages" / "page.css").read_text(encoding="utf-8")
EMPTY = {"meta", "line", "rect"}
NASTY = "<script>alert(1)</script>\"'&]]>--></style>{{ 7 * 7 }}"


class Read(HTMLParser):
    """What a browser finds: tags in their order, which must be closed in theirs, and texts."""

    def __init__(self, content):
        super().__init__()
        self.tags, self.open, self.texts, self.scripts = [], [], [], []
        self.feed(content.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        assert len(dict(attributes)) == len(attributes)
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "script" in self.open:
            self.scripts.append(data)
        elif "style" not in self.open:
            self.texts.append(data)

    def all(self, name, attribute):
        """Return the values of an attribute of all tags of a name."""
        return [a[attribute] for tag, a in self.tags if tag == name and attribute in a]

    @property
    def text(self):
        return "".join(self.texts)


def written(result, what_if=""):
    return report.export(result, evaluation.page(result), what_if)


@cache
def evaluated():
    return results.example()


@pytest.fixture(params=["en", "ja"])
def example(request):
    """The example and its report, in each language."""
    language.use(request.param)
    return evaluated(), Read(written(evaluated()))


@pytest.fixture(scope="module")
def nasty(tmp_path_factory):
    """A result in which everything that somebody can name is as bad as it gets."""
    sheets = books.valid()
    for row in sheets["提案者"][1:]:
        row[1] = f"{row[1]} {NASTY}"
    sheets["案件"][0][1] = NASTY
    criteria = books.criteria_with("name: 実施計画", f"name: {json.dumps(NASTY)}")
    return results.evaluated(tmp_path_factory.mktemp("nasty"), sheets, criteria)


def test_headings_stand_in_their_order(example):
    _result, read = example
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_has_its_target_and_every_id_is_one(example):
    _result, read = example
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {href.removeprefix("#") for href in read.all("a", "href") if href.startswith("#")}
    named = {
        one
        for key in ("aria-labelledby", "aria-describedby")
        for _, attributes in read.tags
        for one in attributes.get(key, "").split()
    }
    assert targets | named <= set(ids)
    assert {"bars", "main", "contents"} <= targets


def test_the_contents_name_every_block_of_the_page(example):
    result, read = example
    page = evaluation.page(result)
    parts = [one for one in read.all("section", "id") if one.startswith("part-")]
    assert parts == [f"part-{number}" for number in range(1, len(page.blocks) + 1)]
    hrefs = read.all("a", "href")
    for number, block in enumerate(page.blocks, start=1):
        assert f"#part-{number}" in hrefs
        assert read.texts.count(str(block.title)) >= 2  # in the contents and as a heading


def test_every_vendor_has_its_section_and_every_ranked_one_its_bar(example):
    result, read = example
    assert read.all("section", "class").count("vendor") == len(result.vendors)
    assert read.all("svg", "role") == ["img"] * len(result.ranked)
    for vendor in result.vendors:
        assert vendor_name(vendor) in read.texts


def test_a_bar_is_drawn_as_wide_as_its_points(example):
    result, read = example
    drawn = [a for tag, a in read.tags if tag == "rect" and a["class"].startswith("segment")]
    points = [v.points(each) for v in result.ranked for each in ("proposal", "demo", "price")]
    assert len(drawn) == len(points)
    tracks = [a for tag, a in read.tags if tag == "rect" and a.get("class") == "track"]
    assert [(a["x"], a["width"]) for a in tracks] == [("0%", "100%")] * len(result.ranked)
    for attributes, each in zip(drawn, points, strict=True):
        assert attributes["width"] == f"{decimal_text(each / 10)}%"


def test_every_table_is_whole(example):
    result, read = example
    tables, row = [], []
    for tag, attributes in read.tags:
        if tag == "table":
            tables.append((int(attributes["style"].removeprefix("--columns: ")), []))
        if tag == "tr":
            row = []
            tables[-1][1].append(row)
        if tag in {"th", "td"}:
            row.append((tag, attributes.get("scope")))
    for columns, rows in tables:
        assert rows[0] == [("th", "col")] * columns
        assert all(each == [("th", "row"), *[("td", None)] * (columns - 1)] for each in rows[1:])
    assert len(tables) == len(read.all("div", "role"))
    assert sum(len(rows) for _, rows in tables) > len(result.vendors)


def test_the_award_is_said_once_and_large(example):
    result, read = example
    assert read.all("p", "class")[:2] == ["award", "award"]
    winner = vendor_name(result.vendor(result.award.winners[0]))
    header = read.text[: read.text.index(_first(read, "nav"))]
    assert header.count(winner) == 1


def _first(read, _tag):
    """Return the title of the contents, which follow the header."""
    return read.texts[read.texts.index(language._("Contents"))]


def test_who_is_out_is_told_below_the_bars():
    told = "C社 Cソリューションズ株式会社: excluded. 提案価格 123,000,000 is above the ceiling of 120,000,000"
    read = Read(written(evaluated()))
    assert told in read.text
    assert read.text.count("Not ranked") == 2  # in the contents and above the table only


def test_where_nobody_is_ranked_there_are_no_bars(tmp_path):
    sheets = books.valid()
    for row in sheets["提案者"][1:]:
        row[2] = 13_000_000
    result = results.evaluated(tmp_path, sheets)
    assert not result.ranked
    read = Read(written(result))
    assert "bars" not in read.all("section", "id")
    assert "#bars" not in read.all("a", "href")
    assert "No award: nobody is eligible." in read.texts


def test_what_a_bar_has_no_room_for_stands_below_it():
    rules = "criteria: [{id: a, points: 50}, {id: b, points: 50}]"
    marks = {"A": {"a": ["40"], "b": ["3"]}, "B": {"a": ["20"], "b": ["12"]}}
    read = Read(written(values.evaluate(values.sheet(rules), marks)))
    figures = [a for tag, a in read.tags if tag == "p" and "figures" in a.get("class", "")]
    assert [each["class"] for each in figures] == ["figures", "figures narrow"]
    assert all(each["aria-hidden"] == "true" for each in figures)
    assert {"① 40", "② 3", "① 20", "② 12"} <= set(read.texts)


def test_what_is_tied_is_told(tmp_path):
    read = Read(written(results.tied(tmp_path)))
    assert "tied with B社" in read.text
    assert "tied with A社" in read.text


def test_text_is_text_wherever_it_stands(nasty):
    read = Read(written(nasty, "<p>panel</p>"))
    assert len(read.scripts) == 1
    assert read.text.count(NASTY) >= 10
    assert not [name for _, a in read.tags for name in a if name.startswith("on")]


def test_nothing_comes_from_outside(example):
    result, _read = example
    text = written(result).decode()
    for word in ("src=", "@import", "url(", "@font-face", "<link", "<iframe", "<form", "<base"):
        assert word not in text
    body, sources = text, str(list(result.assumptions))
    for address in re.findall(r"https?://[^\s\"<]*", body):
        assert address in sources or address in str(result.criteria.source)


def test_only_the_scripts_of_the_page_may_run(example):
    result, _read = example
    read = Read(written(result, "<script>let panel = 1;</script>"))
    policy = next(a["content"] for tag, a in read.tags if a.get("http-equiv"))
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]
    assert len(read.scripts) == 2
    for script in read.scripts:
        digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_the_policy_stands_before_all_that_it_is_about(example):
    _result, read = example
    names = [a.get("http-equiv") or tag for tag, a in read.tags]
    assert names.index("Content-Security-Policy") < names.index("style") < names.index("script")


def test_the_panel_stands_behind_the_ranking():
    text = written(evaluated(), '<section id="what-if"></section>').decode()
    first, second = text.index('id="part-1"'), text.index('id="part-2"')
    assert first < text.index('<section id="what-if"></section>') < second
    links = Read(text.encode()).all("a", "href")
    assert links.index("#part-1") + 1 == links.index("#what-if") == links.index("#part-2") - 1
    assert "what-if" not in written(evaluated()).decode()


def test_all_details_are_open_without_the_script(example):
    result, read = example
    opened = [a for tag, a in read.tags if tag == "details"]
    assert len(opened) == len(result.vendors)
    assert all("open" in a for a in opened)
    assert read.all("button", "id") == ["fold"]
    assert "hidden" in next(a for tag, a in read.tags if tag == "button")


def test_only_sections_that_fold_are_folded_whatever_they_are_called():
    result = evaluated()
    lines = Sentences("s", ("one",))
    table = Table("t", (Column("c"),), ())
    other = Section("A社 株式会社Aシステム", (lines, table))  # a stage may be called so
    withdrawn = Section("A社 株式会社Aシステム", (lines,), folds=True)
    read = Read(report.export(result, Page("p", (), (other, withdrawn))))
    assert "details" not in [tag for tag, _ in read.tags]
    assert read.all("section", "class") == ["part", "vendor"]


def across(*blocks):
    """Return which parts of a report are printed across the page: the bars, then the blocks."""
    written = report.export(evaluated(), Page("p", (), blocks))
    assert b"@page { size: A4 portrait; }" in written  # where nothing else is said
    read = Read(written)
    header = next(a for tag, a in read.tags if tag == "header")
    bars = next(a for tag, a in read.tags if a.get("id") == "bars")
    assert ("across" in header["class"]) == ("class" in bars)  # one page for both
    return [
        "class" in bars,
        *("across" in each for each in read.all("section", "class")[-len(blocks) :]),
    ]


def test_a_vendor_with_a_wide_table_is_printed_across_the_page_and_another_is_not():
    wide = Table("", tuple(Column("とても長い名前", "right") for _ in range(12)), ())
    narrow = Table("", (Column("c"),), ())
    first, second = ("A社 株式会社Aシステム", "B社 B情報サービス株式会社")
    one = Section(first, (narrow,), folds=True)
    other = Section(second, (narrow, wide), folds=True)
    assert across(narrow, one, other, narrow)[1:] == [False, False, True, False]
    assert across(narrow, wide, one, narrow) == [True, True, True, False, False]
    assert across(narrow, one, narrow, wide) == [False, False, False, True, True]


def test_japanese_is_marked_in_an_english_page_and_nowhere_in_a_japanese_one():
    text = written(evaluated()).decode()
    assert '<span class="name" lang="ja">A社 株式会社Aシステム</span>' in text
    assert '<h2 lang="ja">A社 株式会社Aシステム</h2>' in text
    assert '<summary>Details: A<span lang="ja">社</span> <span lang="ja">株式会社</span>A' in text
    assert '<title id="bar-1-title" lang="ja">Rank 1, A社' in text  # where no element can stand
    assert '<html lang="en">' in text
    language.use("ja")
    text = written(evaluated()).decode()
    assert '<html lang="ja">' in text
    assert 'lang="ja"' not in text.partition("<body>")[2]


def test_the_same_result_gives_the_same_bytes():
    assert written(evaluated()) == written(evaluated())


@pytest.mark.parametrize(("rows", "name"), [(30, "box"), (31, "box long")])
def test_a_long_table_keeps_its_head_in_sight(rows, name):
    table = Table("t", (Column("c"),), ((Cell("1"),),) * rows)
    read = Read(report.export(evaluated(), Page("p", (), (table,))))
    assert read.all("div", "class") == [name]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_can_be_told_from_the_ground_and_read(scheme):
    def part(css):
        dark = css[css.index("prefers-color-scheme: dark") :]
        return dark.partition("\n}\n")[0] if scheme == "dark" else css[: css.index("@media")]

    paper = colours(part(PAGE_CSS))["paper"]
    track = colours(part(PAGE_CSS))["group"]
    segments = colours(part(CSS))
    assert list(segments) == [f"c{number}" for number in range(8)]
    for colour in segments.values():
        assert contrast(colour, paper) >= 4.5  # of the text in it, which has the colour of paper
        assert contrast(colour, track) >= 3


def test_every_colour_has_its_class():
    assert re.findall(r"^\.c(\d) \{ fill: rgb\(var\(--c(\d)\)\); \}$", CSS, re.MULTILINE) == [
        (str(number), str(number)) for number in range(8)
    ]


def test_nothing_moves():
    assert not re.search("transition|animation|scroll-behavior", CSS + PAGE_CSS)
