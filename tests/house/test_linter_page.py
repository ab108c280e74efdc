"""docs/linter.md shows what is really said: the page is made from tests/lint, and compared."""

import pytest

from procscore import language
from procscore.diagnostics import CATALOGUE, SEVERITY_WORDS
from procscore.language import _
from support import linted, tree

LANGUAGES = ("en", "ja")
PAGES = {
    "en": ("linter.md", "# The linter: a criteria sheet before it is published"),
    "ja": ("linter.ja.md", "# 公表前の点検: 審査基準書の不備"),
}
LINKS = {"en": ("ja", "*[日本語](linter.ja.md)*"), "ja": ("en", "*[English](linter.md)*")}
INTRODUCTION = {
    "en": """```sh
procscore check criteria.yaml                    # a file, the id of a built-in sheet, or a folder of sheets
procscore check criteria.yaml --strict           # exit code 1 on warnings, too
procscore check criteria.yaml --format github    # or json
```

`procscore check` reads a criteria sheet as a bidder's lawyer would, and scores nothing. A finding says
what is so, why it matters, with the document that it comes from, and what to write instead. What cannot
be decided is not told. An **error** is what keeps everybody from being awarded; a **warning** can
decide an award or a dispute; **advice** is what the sheet could say better. The exit code is 1 where an
error stands (with `--strict` also a warning), else 0. `--quiet` shows only what fails.

Slips that keep a sheet from being used at all (sums that do not add up, names that do not exist) are
errors whenever it is read; [bad-input.md](bad-input.md) shows some.

Each entry shows the line of a sheet of the tests (`tests/lint/`) and what procscore said of it.

This page is made by a test (`pytest --update-golden`); it is not edited by hand.""",
    "ja": """```sh
procscore check criteria.yaml                    # ファイル、内蔵の審査基準書のID、審査基準書のフォルダー
procscore check criteria.yaml --strict           # 警告でも終了コードは1
procscore check criteria.yaml --format github    # またはjson
```

`procscore check`は、公表前の審査基準書を応募者側の弁護士の目で点検します。点数の計算はしません。指摘ごとに、内容、理由（根拠となる文書）、代わりに書くべき内容を示します。判定できないことは指摘しません。**エラー**は、誰も選定できなくなるものです。**警告**は、選定結果や争いを左右しうるものです。**助言**は、より明確に書けるものです。エラーがあれば終了コードは1（`--strict`では警告でも1）、なければ0です。`--quiet`では、終了コードを1にするものだけを表示します。

配点の合計の不一致や存在しない名称など、審査基準書として使えない誤りは、読み込むたびにエラーになります（例: [bad-input.ja.md](bad-input.ja.md)）。

各項目には、テスト用の審査基準書（`tests/lint/`）の該当行と、実際の表示を載せています。

このページはテストが作成します（`pytest --update-golden`）。手では編集しません。""",
}
WORDS = {
    "en": ("Message: ", "Why: ", "What to write: "),
    "ja": ("メッセージ：", "理由：", "代わりに書く内容："),
}


def entry(code, words):
    """Return what the page says of one code."""
    path = linted.HOME / code / "has.yaml"
    (found, *_others) = [each for each in linted.findings(path) if each.code == code]
    line = path.read_text(encoding="utf-8").splitlines()[found.where.row - 1]
    said, why, do = words
    return [
        f"## `{code}`",
        "",
        f"*{_(SEVERITY_WORDS[CATALOGUE[code].severity])}*",
        "",
        "```yaml",
        line.partition(f" # {code}")[0].strip(),
        "```",
        "",
        f"- {said}{paragraph(found.message)}",
        f"- {why}{paragraph(found.why)}",
        f"- {do}{paragraph(found.hint)}",
        "",
    ]


def paragraph(text):
    """Return text that may stand in a paragraph: signs that are Markdown's are only signs."""
    return text.replace("*", "\\*").replace("`", "\\`").replace("[", "\\[").replace("<", "&lt;")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_shows_what_is_really_said(code, golden):
    language.use(code)
    name, title = PAGES[code]
    other, link = LINKS[code]
    lines = [title, "", *([link, ""] if other in LANGUAGES else []), INTRODUCTION[code], ""]
    for each in [each for each in CATALOGUE if each in linted.codes()]:
        lines += entry(each, WORDS[code])
    golden("\n".join(lines), tree.ROOT / "docs" / name)
