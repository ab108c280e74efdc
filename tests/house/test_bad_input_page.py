"""docs/bad-input.md shows real messages: the page is made from the hazard corpus, and compared."""

import pytest

from procscore import language
from support import hazards, tree

PAGES = {
    "en": ("bad-input.md", "# Bad input, and what procscore says", "*[日本語](bad-input.ja.md)*"),
    "ja": ("bad-input.ja.md", "# 入力の誤りと procscore の表示", "*[English](bad-input.md)*"),
}
INTRODUCTION = {
    "en": """Each row is a workbook of the tests (`tests/workbooks/`), run through procscore, with the options in
brackets where there are any; place and message are what it said. With every one of them nothing is
ranked, nothing is written, and the exit code is 1. `procscore codes CODE` says why a code exists.

This page is made by a test (`pytest --update-golden`); it is not edited by hand.""",
    "ja": """各行は、テスト用のブック（`tests/workbooks/`）を実際にprocscoreで処理した結果です（括弧内はそのとき付けたオプション）。場所とメッセージは表示されたとおりです。いずれの場合も順位は付けられず、ファイルは書き込まれず、終了コードは1です。コードの意味は`procscore codes コード`で確認できます。

このページはテストが作成します（`pytest --update-golden`）。手では編集しません。""",
}
HEADINGS = {
    "en": "| what is wrong | place | message | what to do | code |",
    "ja": "| 誤り | 場所 | メッセージ | 対処 | コード |",
}
CASES = [
    ("mark-above-maximum/half_a_point_over", "mark above the maximum", "満点を超える点"),
    ("mark-below-minimum/negative", "negative mark", "負の点"),
    ("mark-off-step/quarter_point", "mark not on the step", "刻みに合わない点"),
    ("grade-unknown/a_letter_of_another_scale", "unknown grade", "段階にない評語"),
    ("mark-blank/nothing", "blank mark", "採点の空欄"),
    ("cell-error-value/not_available", "#N/A", "#N/A"),
    ("cell-boolean/true", "TRUE", "TRUE"),
    ("cell-unit/points_sign", "text 80点", "文字列「80点」"),
    ("cell-percent-format/share_of_the_points", "85 % formatted", "パーセント表示の85%"),
    ("cell-date-format/mark", "formatted as a date", "日付の書式"),
    ("cell-formula-no-value/mark", "formula without a stored value", "計算結果のない数式"),
    ("cell-merged/one_mark_for_two_vendors", "merged marks", "結合されたセル"),
    ("headings-again/second_round_below_the_first", "second table below", "下にある2つ目の表"),
    ("criterion-row-missing/one_row_short", "criterion missing", "審査項目の欠落"),
    ("criterion-unknown/misspelt_id", "criterion unknown", "存在しない審査項目"),
    ("vendor-column-missing/one_column_short", "vendor missing", "提案者の欠落"),
    ("vendor-unknown/column_of_nobody", "vendor unknown", "存在しない提案者"),
    ("vendor-column-doubled/id_and_name", "vendor doubled", "提案者の重複"),
    ("points-differ/sheet_of_an_older_version", "other points than published", "配点の相違"),
    (
        "evaluator-sheet-doubled/japanese_and_english_name",
        "two sheets for one evaluator",
        "同一委員の採点シートが2枚",
    ),
    ("no-evaluator-sheets/none", "no evaluator sheets", "採点シートなし"),
    ("evaluator-sheet-missing/*", "an evaluator's sheet missing", "委員の採点シートの欠落"),
    ("panel-unknown/misspelt", "unknown panel", "存在しない審査班"),
    ("panel-without-quorum/one_of_two", "no quorum", "定足数に足りない出席"),
    ("chair-unclear/nobody", "nobody has the casting vote", "可否同数を決する者がいない"),
    ("stage-cut-undecided/two_for_one_place", "a tie across the line", "通過の境目での同点"),
    ("no-vendor-with-price/all_blank", "no vendor with a price", "価格が全者空欄"),
    ("amount-blank/price", "price blank", "価格の空欄"),
    ("formula-undefined/price_of_zero", "price zero", "価格が0円"),
    ("amount-negative/price", "price negative", "負の価格"),
    ("cell-not-a-number/price_in_words", "price as text", "文字で書かれた価格"),
    ("criteria-id-unknown/misspelt_id", "unknown criteria id", "存在しない審査基準書"),
    ("criteria-file-missing/misspelt_name", "criteria file missing", "審査基準書のファイルなし"),
    ("yaml-unreadable/tab", "YAML with a tab", "YAMLのタブ"),
    ("yaml-duplicate-key/points_twice", "duplicate key", "キーの重複"),
    ("criteria-unknown-key/misspelt", "misspelt key", "キーの誤記"),
    ("criteria-sum-wrong/group", "sums that do not add up", "配点の合計の不一致"),
    ("formula-unreadable/misspelt_name", "misspelt name in a formula", "算式中の名称の誤記"),
    ("criteria-panel-unknown/misspelt", "panel that is not declared", "宣言のない審査班"),
    ("criteria-stage-incomplete/*", "criterion in no stage", "どの段階にもない審査項目"),
    ("criteria-weight-wrong/product", "weight and points that differ", "荷重点と配点の不一致"),
    ("layout-place-unclear/not_said", "layout without vendors", "layout.yamlに提案者の記載なし"),
    ("layout-bad-address/range", "layout with a slip in a range", "layout.yamlの範囲の誤記"),
    (
        "layout-bad-pattern/misspelt",
        "layout with a slip in a pattern",
        "layout.yamlのシート名の誤記",
    ),
    ("layout-heading-in-marks/first_row", "headings among the marks", "採点の範囲に含まれる見出し"),
    ("layout-heading-missing/not_merged", "marks without a heading", "見出しのない採点"),
    ("layout-heading-unknown/vendor", "heading that is no vendor", "提案者でない見出し"),
    ("layout-item-unknown/number", "item number unknown", "存在しない項目番号"),
    ("layout-marks-doubled/one_number_twice", "item number twice", "項目番号の重複"),
    ("layout-cell-blank/no_name", "score sheet without a name", "氏名のない採点表"),
    ("layout-name-ambiguous/two_gaps", "sheet name of two readings", "二通りに読めるシート名"),
    ("layout-vendor-missing/one_sheet_short", "a vendor's sheet missing", "提案者のシートの欠落"),
    ("stage-unknown/misspelt", "unknown stage", "存在しない段階"),
    ("vendor-unknown/withdrawn", "somebody unknown withdraws", "存在しない者の辞退"),
    ("withdrawn-not-ranked/above_*", "somebody without a rank withdraws", "順位のない者の辞退"),
    ("result-file-unreadable/truncated", "earlier result cut off", "途中で切れた前回の結果"),
    ("technical-criteria-changed/*", "criteria changed since", "その後に変わった審査基準書"),
    ("technical-mark-changed/half_a_point", "mark changed since", "その後に変わった採点"),
    ("technical-points-changed/a_quantity", "quantity changed since", "その後に変わった申告値"),
    ("technical-vendor-gone/row_deleted", "vendor deleted since", "その後に消えた提案者"),
    ("technical-vendor-new/one_more", "vendor added since", "その後に増えた提案者"),
    ("key-missing/one_workbook", "letters without their key", "対応表のない匿名の採点表"),
    ("evaluators-none/nobody_named", "sheets for nobody", "審査委員のいない採点表"),
    ("vendor-no-heading/called_total", "a vendor called 合計", "「合計」という提案者"),
    ("folder-without-workbooks/empty", "an empty folder", "空のフォルダー"),
    (
        "result-not-an-input/a_ranking_as_csv",
        "a result named as an input",
        "結果のファイルを入力に指定",
    ),
    ("answer-doubled/sent_twice", "two answers of one evaluator", "同一委員の回答が2件"),
    ("criterion-column-missing/misspelt", "no column for a criterion", "審査項目の列の欠落"),
    ("criterion-column-doubled/*", "two columns for a criterion", "審査項目の列の重複"),
    ("points-differ/heading_of_answers", "other points in a heading", "見出しの配点の相違"),
    ("csv-not-understood/no_evaluator", "a CSV without evaluators", "審査委員の列のないCSV"),
    ("csv-encoding-unknown/unicode_*", "a CSV in UTF-16", "UTF-16のCSV"),
    ("csv-quotes-wrong/left_open", "an open quotation mark", "閉じていない引用符"),
    ("csv-row-longer/comma_in_a_text", "a comma in a text", "引用符のない文中のコンマ"),
    ("csv-is-workbook/renamed", "a workbook renamed .csv", "拡張子を変えたブック"),
    ("csv-too-large/*", "a CSV without end", "巨大なCSV"),
    ("workbook-empty/zero_bytes", "an empty file", "空のファイル"),
    ("workbook-damaged/truncated", "a truncated file", "途中で切れたファイル"),
    ("workbook-damaged/row_twice", "a row that stands there twice", "同じ行が2回ある"),
    ("workbook-encrypted/password", "an encrypted workbook", "パスワード付きブック"),
    ("workbook-is-lock-file/excel", "open in Excel (~$)", "Excelで開いている(~$)"),
    ("workbook-old-xls/renamed", "an old .xls", "旧形式の.xls"),
    ("workbook-ods/renamed", "an .ods", ".ods"),
    ("workbook-is-text/csv", "a CSV renamed", "拡張子を変えたCSV"),
    ("workbook-strict/saved_as_strict", "Strict Open XML", "厳密な Open XML 形式"),
    ("workbook-too-large/ratio", "a zip bomb", "展開すると巨大になるファイル"),
    ("workbook-has-doctype/entity", "a document type", "文書型宣言"),
    ("workbook-too-many-cells/painted_empty_rows", "painted empty rows", "書式だけの空行"),
]


def paragraph(text):
    """Return text that may stand in a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def found(pattern, folder):
    """Run a case in `folder`; return the diagnostic that it is there for, and its options."""
    (path, *_) = sorted(hazards.HOME.glob(f"{pattern}.py"))
    case = hazards.load(path)
    outcome = hazards.evaluate(case, folder)
    assert outcome.result is None
    diagnostic = next(each for each in outcome.diagnostics if each.code == path.parent.name)
    return diagnostic, hazards.options(case)


@pytest.fixture(scope="module")
def diagnostics(tmp_path_factory):
    home = tmp_path_factory.mktemp("bad")
    rows = []
    for number, (pattern, *titles) in enumerate(CASES):
        folder = home / str(number)
        folder.mkdir()
        diagnostic, options = found(pattern, folder)
        wrong = [f"{title} (`{options}`)" if options else title for title in titles]
        rows.append((wrong, diagnostic, hazards.place(diagnostic, folder), folder))
    return rows


@pytest.mark.parametrize("code", ["en", "ja"])
def test_the_page_shows_what_is_really_said(code, diagnostics, golden):
    language.use(code)
    name, title, link = PAGES[code]
    lines = [title, "", link, "", INTRODUCTION[code], "", HEADINGS[code], "|---|---|---|---|---|"]
    for titles, diagnostic, where, folder in diagnostics:
        texts = (
            titles[0 if code == "en" else 1],
            where,
            diagnostic.message.replace(f"{folder}/", "").replace(str(folder), "…"),
            diagnostic.hint,
        )
        cells = " | ".join(paragraph(text) for text in texts)
        lines.append(f"| {cells} | `{diagnostic.code}` |")
    golden("\n".join(lines) + "\n", tree.ROOT / "docs" / name)
