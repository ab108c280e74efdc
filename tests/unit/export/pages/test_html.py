import re
from fractions import Fraction
from pathlib import Path

import pytest

from procscore import language
from procscore.export.pages import html
from procscore.model.page import Cell, Column, Node, Outline, Page, Section, Sentences, Table
from support import pages
from support.palette import colours, contrast

CSS = (Path(html.__file__).parent / "page.css").read_text(encoding="utf-8")
EXPECTED = """\
<body>
<main>
<header>
<h1>Criteria of a town</h1>
<p>Published in 2024</p>
<p lang="ja">See <a href="https://example.jp/a_b?c=1&amp;d=2">https://example.jp/a_b?c=1&amp;d=2</a>を参照</p>
</header>
<section>
<div class="box" role="region" aria-label="Weights" tabindex="0">
<table style="--columns: 4">
<caption><h2>Weights</h2></caption>
<thead>
<tr>
<th scope="col" class="left" lang="ja">項目</th>
<th scope="col" class="right">Points</th>
<th scope="col" class="right">Share</th>
<th scope="col" class="left keep">ID</th>
</tr>
</thead>
<tbody>
<tr class="group">
<th scope="row" class="left strong" lang="ja">技術点</th>
<td class="right strong">1,234.5</td>
<td class="right strong">80.0 %</td>
<td class="left keep"></td>
</tr>
<tr>
<th scope="row" class="left" style="--level: 1">&lt;script&gt;|=1+1</th>
<td class="right" data-after=".5">12</td>
<td class="right hot" style="--heat: 50">12.5 %</td>
<td class="left keep">a-b</td>
</tr>
</tbody>
</table>
</div>
<ul class="notes">
<li>Rounded.</li>
</ul>
</section>
<section>
<h2>Rules</h2>
<ul class="sentences">
<li>The *highest* wins.</li>
<li>Two
lines</li>
</ul>
</section>
</main>
</body>
</html>
"""


def written(*blocks, title="t", lead=()):
    return html.export(Page(title, lead, blocks)).decode()


def test_the_body_of_a_small_page_word_for_word():
    text = html.export(pages.SMALL).decode()
    assert text[text.index("<body>") :] == EXPECTED


def test_the_head_says_language_encoding_and_title():
    text = written(title="A & B")
    assert text.startswith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>A &amp; B</title>" in text
    language.use("ja")
    assert '<html lang="ja">' in written()


def test_japanese_is_marked_only_where_the_page_is_not():
    assert '<h1 lang="ja">審査基準</h1>' in written(title="審査基準")
    language.use("ja")
    assert "<h1>審査基準</h1>" in written(title="審査基準")


def test_the_file_needs_nothing_else():
    text = html.export(pages.SMALL).decode()
    tags = pages.html(text).tags
    assert not {"script", "link", "img", "iframe", "base", "form"} & {tag for tag, _ in tags}
    assert [attributes for tag, attributes in tags if "src" in attributes] == []
    assert "@import" not in text
    assert "url(" not in text


@pytest.mark.parametrize("text", ["<b>", '" onclick="x', "'>", "&amp;", "{{ 7 * 7 }}", "</style>"])
def test_text_is_text_wherever_it_stands(text):
    column, row = Column(text), (Cell(text, strong=True, indent=1),)
    content = written(
        Table(text, (column,), (row,), (text,)), Sentences(text, (text,)), title=text, lead=(text,)
    )
    parser = pages.html(content)
    assert "".join(parser.seen).count(text) == 8
    assert {tag for tag, _ in parser.tags} == {
        *("html", "head", "meta", "title", "style", "body", "main", "header", "h1", "p", "section"),
        *("div", "table", "caption", "h2", "thead", "tr", "th", "tbody", "ul", "li"),
    }
    assert all("onclick" not in attributes for _, attributes in parser.tags)


def test_every_row_is_headed_by_its_first_cell_and_every_column_by_its_heading():
    tags = pages.html(html.export(pages.SMALL)).tags
    scopes = [attributes["scope"] for tag, attributes in tags if tag == "th"]
    assert scopes == ["col"] * 4 + ["row"] * 2


def test_what_is_empty_leaves_no_trace():
    table = Table("", (Column("a"),), ((Cell("1"),),))
    text = written(table, Table("T", (), (), ()), Sentences("", ("s",)))
    assert "<caption>" not in text
    assert 'aria-label="t"' in text
    assert text.count("<table") == 1
    assert text.count("<h2>") == 1
    assert 'class="notes"' not in text


@pytest.mark.parametrize(("columns", "side"), [(3, "portrait"), (12, "landscape")])
def test_a_wide_table_is_printed_across_the_page(columns, side):
    table = Table("", tuple(Column("とても長い名前", "right") for _ in range(columns)), ())
    assert f"@page {{ size: A4 {side}; }}" in written(table)


def test_control_characters_and_halves_of_characters_do_not_spoil_the_file():
    assert "<h1>ab\\ud800c</h1>" in written(title="a\x00\x08b\ud800c")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_shade(scheme):
    dark = CSS[CSS.index("prefers-color-scheme: dark") :]
    css = dark if scheme == "dark" else CSS[: CSS.index("@media")]
    known = colours(css.partition("\n}\n")[0])
    most = int(re.search(r"--most: (\d+)%", css)[1]) / 100
    assert {"ink", "quiet", "paper", "head", "group", "hot", "link"} <= set(known)
    for ground in ("paper", "group"):
        assert contrast(known["quiet"], known[ground]) >= 4.5
        assert contrast(known["link"], known[ground]) >= 4.5
        for heat in range(101):
            share = heat / 100 * most
            shade = [
                below + (hot - below) * share
                for below, hot in zip(known[ground], known["hot"], strict=True)
            ]
            assert contrast(known["ink"], shade) >= 4.5
    assert contrast(known["ink"], known["head"]) >= 4.5


def test_a_shade_says_the_heat_in_whole_per_cent():
    table = Table("", (Column("a"),), ((Cell("1", heat=Fraction(2, 3), indent=2),),))
    assert 'style="--heat: 67; --level: 2"' in written(table)
    table = Table("", (Column("a"),), ((Cell("1", heat=Fraction(0)),),))
    assert "hot" not in written(table).partition("<body>")[2]


def test_a_section_heads_its_blocks_one_level_deeper_and_names_its_tables_in_full():
    text = html.export(pages.SECTIONED).decode()
    assert re.findall(r"</?section>|<h[1-6][^>]*>[^<]+|aria-label=\"[^\"]*", text) == [
        "<h1>Report",
        *("<section>", "<h2>Award", "</section>"),
        *("<section>", '<h2 lang="ja">A 社'),
        *("<section>", 'aria-label="A 社: Points', "<h3>Points", "</section>"),
        *("<section>", "<h3>Comments", "</section>"),
        *("<section>", "</section>"),
        "</section>",
        *("<section>", '<h2 lang="ja">B 社'),
        *("<section>", 'aria-label="B 社: Points', "<h3>Points", "</section>"),
        "</section>",
        *("<section>", '<h2 lang="ja">C 社', "</section>"),
    ]


def test_a_wide_table_in_a_section_is_printed_across_the_page_too():
    table = Table("", tuple(Column("とても長い名前", "right") for _ in range(12)), ())
    assert "@page { size: A4 landscape; }" in written(Section("S", (table,)))


OUTLINE = Outline(
    "Points",
    (Node("a <b>", (Node("b", (Node("c", (Node("d"),)),)),), strong=True), Node("技術点")),
)


def test_an_outline_unfolds_and_its_first_two_levels_are_open():
    text = written(OUTLINE)
    assert (
        text.partition("<h2>Points</h2>\n")[2].partition("</section>")[0]
        == """\
<ul class="outline">
<li>
<details open>
<summary class="strong">a &lt;b&gt;</summary>
<ul>
<li>
<details open>
<summary>b</summary>
<ul>
<li>
<details>
<summary>c</summary>
<ul>
<li>
<p>d</p>
</li>
</ul>
</details>
</li>
</ul>
</details>
</li>
</ul>
</details>
</li>
<li>
<p lang="ja">技術点</p>
</li>
</ul>
"""
    )


def test_an_outline_without_nodes_leaves_no_list():
    assert 'class="outline"' not in written(Outline("O", ()))
