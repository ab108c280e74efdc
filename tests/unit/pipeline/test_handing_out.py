"""Who marks whom: from the command line, from a workbook, or both; and the files that come of it."""

import os
import stat
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from procscore import language
from procscore.diagnostics import Problems, Severity
from procscore.export import files
from procscore.export.files import OutputError
from procscore.ingest import bids_file
from procscore.model.bids import Status
from procscore.pipeline import handing_out
from procscore.pipeline.handing_out import Order
from support import books, forms, values

RICH = """
procscore: 1
id: rich
title: 何でもある審査基準書
points: 100
amounts:
  initial: {name: 初期費用}
  yearly: {name: 年間費用}
  extra: {name: くじ番号}
  total: {name: 提案価格, formula: initial + yearly + extra}
quantities: {sites: {name: 導入団体数}}
criteria:
  - {id: plan, name: 計画, points: 50, score: {method: marks, step: 1}}
  - {id: talk, name: 説明, points: 20, panel: office, score: {method: marks, step: 1}}
  - {id: met, name: 要件, points: 0, score: {method: check, votes: majority, even: chair}}
  - {id: price, name: 価格点, points: 30, score: {method: price, amount: total, formula: lowest-ratio, round: {places: 2, mode: half-up}}}
panel: {name: 委員会, aggregate: mean, over: criteria}
panels: {office: {name: "職員,庁内", aggregate: mean, over: criteria}}
eligibility: {ceiling: {total: exclude, initial: flag, yearly: ignore}}
ranking: {by: points, ties: [{lot: {rule: remainder, order: code}}], equal_ranks: competition}
award: {winners: 1}
"""

RICH_BOOK = {
    "案件": [
        ["件名", "業務システム更新"],
        ["審査基準", "criteria.yaml"],
        ["予定価格 total", 30_000_000],
        ["予定価格 initial", 20_000_000],
        ["予定価格 yearly", 9_000_000],
        ["調査基準価格", 15_000_000],
        ["基準額", 25_000_000.5],
        ["通貨", "円"],
        ["開札日", "2026-04-01"],
    ],
    "提案者": [
        [
            *("記号", "名称", "初期費用", "年間費用", "extra", "導入団体数", "状態", "理由"),
            *("くじ番号", "業者コード", "受付番号", "フリガナ", "決定順位"),
        ],
        ["A", "株式会社アルファ", 1, 2, 3, 4, None, None, "078", "00109", "3", "アルファ", "1"],
        ["B", "ベータ, 本店", 25_000_000, 2.5, 0, 12, "有効", None, "5", "02103"],
        ["C,D", "ガンマ", 1, 1, 1, 1, "辞退", "人員の都合"],
        ["E", "E", None, None, None, None, "失格", "期限後"],
        ["F", "F", 5, 5, 5, 5, "無効", "様式違い", "6", "14291"],
        ["G", "G", 5, 5, 5, 5],
    ],
    "審査委員": [
        ["記号", "氏名", "出欠", "除斥", "審査班", "役割"],
        [1, "副町長", "出席", "A、ガンマ", "委員会", "委員長"],
        [2, "課長", "欠席", None, "委員会, office", None],
        [3, None, "代理出席", "B", "office", "委員"],
    ],
}


def source(folder, sheets=None, criteria=RICH):
    """Write a workbook that score sheets are made from."""
    return books.hand_in(folder, sheets or RICH_BOOK, criteria)


def made(order):
    """Return the handout of a faultless order."""
    problems = Problems()
    handout = handing_out.handout(order, problems)
    assert not problems.fatal, values.told(problems)
    return handout


def codes(order):
    """Return the errors of an order."""
    outcome = handing_out.sheets(order)
    errors = [each.code for each in outcome.diagnostics if each.severity is Severity.ERROR]
    assert (outcome.result is None) == bool(errors)
    return errors


def written(order, *, force=False):
    """Write the files of an order and return their names in its folders."""
    outcome = handing_out.sheets(order)
    assert outcome.result is not None, values.told(outcome.diagnostics)
    handing_out.write(outcome.result, order, force=force)
    return outcome.result


def facts(parties):
    """Return all that parties say, without the cells in which it stands."""

    def quotes(given):
        return {each: quote.value for each, quote in given.items()}

    told = parties.procurement
    figures = {name: getattr(told, name) for name in ("investigation", "estimate")}
    return (
        (told.title, told.currency, told.opened, quotes(told.ceilings)),
        {name: quote and quote.value for name, quote in figures.items()},
        [
            replace(each, where=None, cells={}, quotes=quotes(each.quotes))
            for each in parties.vendors
        ],
        [replace(each, where=None, cells={}) for each in parties.evaluators],
    )


def parties(path, criteria_path):
    """Return the parties of a workbook."""
    problems = Problems()
    sheet = forms.criteria(criteria_path)
    found = bids_file.parties(bids_file.open_books([path], problems), sheet, problems)
    told = [each.code for each in problems if each.severity is Severity.ERROR]
    assert not set(told) - {"amount-blank", "no-vendor-with-price"}, values.told(problems)
    return found


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_workbook_made_from_another_says_all_that_the_other_says(tmp_path, lang):
    language.use(lang)
    book = source(tmp_path)
    order = Order(source=book, out=tmp_path / "out.xlsx")
    written(order)
    again = parties(order.out, tmp_path / "criteria.yaml")
    first = parties(book, tmp_path / "criteria.yaml")
    assert facts(again) == facts(first)
    assert again.vendors[0].lot == "078"
    assert again.procurement.estimate.value == Fraction("25000000.5")
    assert again.evaluators[1].panels == {None, "office"}
    assert again.evaluators[0].recused == {"A", "C,D"}


def test_the_workbook_names_the_criteria_sheet_from_where_it_lies(tmp_path):
    book = source(tmp_path)
    (tmp_path / "one" / "two").mkdir(parents=True)
    order = Order(source=book, out=tmp_path / "one" / "two" / "out.xlsx")
    written(order)
    named = bids_file.open_books([order.out], Problems()).criteria_named
    assert named.text == "../../criteria.yaml"


@pytest.mark.parametrize("named", [None, "criteria.yaml"])
def test_a_path_on_the_command_line_is_from_here_and_one_in_a_workbook_from_there(
    tmp_path, monkeypatch, named
):
    inner = tmp_path / "inner"
    inner.mkdir()
    book = source(inner)
    (tmp_path / "criteria.yaml").write_text(RICH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    order = Order(named, source=book, out=Path("out.xlsx"))
    assert made(order).reference == ("criteria.yaml" if named else "inner/criteria.yaml")


def test_a_built_in_sheet_is_named_by_its_id(tmp_path):
    order = Order("fukui-sakai", "A", ("2",), out=tmp_path / "x" / "out.xlsx")
    assert made(order).reference == "fukui-sakai"


def test_prices_may_be_missing_yet(tmp_path):
    sheets = {**RICH_BOOK, "提案者": [["記号", "名称"], ["A", "アルファ"], ["B", "ベータ"]]}
    sheets["審査委員"] = [["記号", "審査班"], [1, "委員会"], [2, "office"]]
    outcome = handing_out.sheets(Order(source=source(tmp_path, sheets), out=tmp_path / "o.xlsx"))
    assert outcome.result is not None
    assert not outcome.diagnostics


def test_what_else_is_wrong_in_the_workbook_is_told(tmp_path):
    sheets = {**RICH_BOOK, "提案者": [["記号", "状態"], ["A", "たぶん"]]}
    order = Order(source=source(tmp_path, sheets), out=tmp_path / "o.xlsx")
    assert "status-unknown" in codes(order)


def test_a_title_on_the_command_line_goes_before_the_one_in_the_workbook(tmp_path):
    book = source(tmp_path)
    assert made(Order(source=book)).procurement.title == "業務システム更新"
    titled = made(Order(source=book, title="別件")).procurement
    assert titled.title == "別件"
    assert titled.currency == "円"


def test_vendors_on_the_command_line_are_those_of_the_workbook(tmp_path):
    book = source(tmp_path)
    handout = made(Order(source=book, vendors="ガンマ,株式会社アルファ,g"))
    assert [each.id for each in handout.vendors] == ["C,D", "A", "G"]
    assert handout.vendors[1].lot == "078"
    assert [each.id for each in handout.to_mark] == ["A", "G"]
    assert codes(Order(source=book, vendors="アルファ社,B,ベータ")) == ["vendor-unknown"] * 2


def test_a_recusal_from_a_vendor_that_is_left_out_is_no_stumbling_block(tmp_path):
    order = Order(source=source(tmp_path), vendors="B,G", out=tmp_path / "out.xlsx")
    written(order)
    again = parties(order.out, tmp_path / "criteria.yaml")
    assert [each.recused for each in again.evaluators] == [frozenset(), frozenset(), {"B"}]


def test_evaluators_on_the_command_line_keep_what_the_workbook_says_of_them(tmp_path):
    book = source(tmp_path)
    handout = made(Order(source=book, evaluators=("課長,副町長,新人", "office=3")))
    told = {each.id: each for each in handout.evaluators}
    assert list(told) == ["2", "1", "新人", "職員,庁内1", "職員,庁内2", "職員,庁内3"]
    assert told["1"].recused == {"A", "C,D"}
    assert told["1"].chair
    assert not told["2"].present
    assert told["2"].panels == {None, "office"}
    assert told["新人"].panels == {None}


def test_a_panel_on_the_command_line_goes_before_the_one_in_the_workbook(tmp_path):
    book = source(tmp_path)
    handout = made(Order(source=book, evaluators=("office=副町長", "委員会=3,x")))
    assert [(each.id, each.panels) for each in handout.evaluators] == [
        ("1", {"office"}),
        ("3", {None}),
        ("x", {None}),
    ]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (("3",), {"委員1": {None}, "委員2": {None}, "委員3": {None}}),
        ((" ２ ",), {"委員1": {None}, "委員2": {None}}),
        (("佐藤 太郎、鈴木",), {"佐藤 太郎": {None}, "鈴木": {None}}),
        (("1,2",), {"1": {None}, "2": {None}}),
        (("1", "職員=2"), {"委員1": {None}, "職員1": {"office"}, "職員2": {"office"}}),
        (("1", "OFFICE=田中"), {"委員1": {None}, "田中": {"office"}}),
    ],
)
def test_evaluators_are_counted_or_named(tmp_path, given, found):
    language.use("ja")
    path = tmp_path / "criteria.yaml"
    path.write_text(forms.EVERY_KIND, encoding="utf-8")
    problems = Problems()
    handout = handing_out.handout(Order(str(path), "A,B", given), problems)
    assert {each.id: each.panels for each in handout.evaluators} == found
    assert {each.code for each in problems} <= {"panel-without-evaluators"}


def test_evaluators_are_called_evaluators_in_english():
    assert [e.id for e in made(Order("fukui-sakai", "A", ("2",))).evaluators] == [
        "Evaluator 1",
        "Evaluator 2",
    ]


def test_the_only_panel_that_marks_needs_no_name(tmp_path):
    path = tmp_path / "criteria.yaml"
    path.write_text(RICH.replace("score: {method: marks, step: 1}}\n  - {id: talk", "panel: office, score: {method: marks, step: 1}}\n  - {id: talk").replace("score: {method: check, v", "panel: office, score: {method: check, v"), encoding="utf-8")  # fmt: skip
    handout = made(Order(str(path), "A", ("佐藤",)))
    assert [each.panels for each in handout.evaluators] == [{"office"}]


def test_one_person_may_sit_on_two_panels(tmp_path):
    source(tmp_path)
    path = str(tmp_path / "criteria.yaml")
    order = Order(path, "A,B", ("佐藤,鈴木", "office=佐藤"), out=tmp_path / "out.xlsx")
    assert [each.panels for each in made(order).evaluators] == [{None, "office"}, {None}]
    written(order)
    again = parties(order.out, tmp_path / "criteria.yaml")
    assert [each.panels for each in again.evaluators] == [{None, "office"}, {None}]


def test_a_panel_that_the_evaluators_sheet_could_not_name_is_told(tmp_path):
    path = tmp_path / "criteria.yaml"
    path.write_text(RICH.replace("name: 委員会, ", ""), encoding="utf-8")
    assert codes(Order(str(path), "A", ("佐藤", "office=佐藤"))) == ["panel-without-name"]
    assert codes(Order(str(path), "A", ("佐藤", "office=鈴木"))) == []


@pytest.mark.parametrize(
    ("evaluators", "code"),
    [
        ((), "evaluators-none"),
        ((",",), "evaluators-none"),
        (("0",), "evaluators-not-a-count"),
        (("1000",), "evaluators-not-a-count"),
        (("-1",), "evaluators-not-a-count"),
        (("２．５",), "evaluators-not-a-count"),
        (("佐藤,佐 藤",), "evaluator-doubled"),
        (("2", "2"), "evaluator-doubled"),
        (("staff=3",), "panel-unknown"),
        (("字" * 29,), "evaluator-no-sheet-name"),
        (("甲/乙",), "evaluator-no-sheet-name"),
    ],
)
def test_evaluators_that_get_no_sheet_are_told(evaluators, code):
    assert set(codes(Order("fukui-sakai", "A,B", evaluators))) == {code}


def test_a_panel_without_evaluators_is_told_by_its_name(tmp_path):
    path = tmp_path / "criteria.yaml"
    path.write_text(forms.EVERY_KIND, encoding="utf-8")
    (told,) = handing_out.sheets(Order(str(path), "A", ("2",))).diagnostics
    assert (told.code, told.details["panel"]) == ("panel-without-evaluators", "職員")
    assert codes(Order(str(path), "A", ("職員=2",))) == ["evaluators-none"]


def test_who_is_absent_needs_no_sheet_name(tmp_path):
    source(tmp_path)
    sheets = {**RICH_BOOK, "審査委員": [["記号", "出欠", "審査班"], ["a/b", "欠席", "委員会"]]}
    sheets["審査委員"] += [[1, "出席", "委員会"], [2, "出席", "office"]]
    assert codes(Order(source=source(tmp_path, sheets), out=tmp_path / "o.xlsx")) == []


@pytest.mark.parametrize("vendors", [",", "、 、", ""])
def test_nobody_to_mark_is_told(vendors):
    assert codes(Order("fukui-sakai", vendors, ("2",))) == ["no-vendor-to-mark"]


def test_that_all_have_withdrawn_is_told_where_it_stands(tmp_path):
    sheets = {**RICH_BOOK, "提案者": [["記号", "状態"], ["A", "辞退"], ["B", "失格"]]}
    sheets["審査委員"] = [["記号", "審査班"], [1, "委員会"], [2, "office"]]
    outcome = handing_out.sheets(Order(source=source(tmp_path, sheets), out=tmp_path / "o.xlsx"))
    told = [each for each in outcome.diagnostics if each.severity is Severity.ERROR]
    assert [(each.code, each.where.cell) for each in told] == [("no-vendor-to-mark", "A2")]


@pytest.mark.parametrize("vendors", ["A,a", "ア社,ｱ社", "A 社,A社"])
def test_a_vendor_that_is_named_twice_is_told(vendors):
    assert codes(Order("fukui-sakai", vendors, ("2",))) == ["vendor-doubled"]


@pytest.mark.parametrize("vendor", ["合計", "ID", "配点", "Total", "所見", "A 所見", "A comment"])
def test_a_vendor_that_cannot_head_a_column_is_told_unless_a_letter_stands_for_it(vendor):
    assert codes(Order("fukui-sakai", f"A,{vendor}", ("2",))) == ["vendor-no-heading"]
    assert codes(Order("fukui-sakai", f"A,{vendor}", ("2",), anonymous=True)) == []


def test_a_workbook_that_is_missing_is_told_once(tmp_path):
    assert codes(Order("fukui-sakai", source=tmp_path / "no.xlsx")) == ["workbook-missing"]


def test_a_workbook_without_vendors_is_told(tmp_path):
    sheets = {name: rows for name, rows in RICH_BOOK.items() if name != "提案者"}
    assert codes(Order(source=source(tmp_path, sheets))) == ["sheet-missing"]


def test_a_criteria_sheet_that_is_missing_is_told():
    assert codes(Order("nowhere", "A", ("1",))) == ["criteria-id-unknown"]


STAGED = RICH.replace(
    "eligibility:",
    "stages:\n"
    "  - {id: first, name: 一次, criteria: [plan, met], gate: {top: 2}}\n"
    "  - {id: second, name: 二次, criteria: [talk, price]}\n"
    "eligibility:",
)


def test_only_what_is_marked_in_a_stage_is_handed_out_to_those_who_mark_it(tmp_path):
    book = source(tmp_path, criteria=STAGED)
    whole = made(Order(source=book))
    assert [leaf.id for leaf in whole.leaves] == ["plan", "talk", "met", "price"]
    assert [each.id for each in whole.marking()] == ["1", "3"]
    first = made(Order(source=book, stage="first"))
    assert [leaf.id for leaf in first.leaves] == ["plan", "met"]
    assert [each.id for each in first.marking()] == ["1"]
    second = made(Order(source=book, stage="second", split=tmp_path / "scores"))
    assert [each.id for each in second.marking()] == ["3"]
    assert codes(Order(source=book, stage="third")) == ["stage-unknown"]


def test_a_stage_needs_only_the_evaluators_who_mark_in_it(tmp_path):
    source(tmp_path, criteria=STAGED)
    path = str(tmp_path / "criteria.yaml")
    assert codes(Order(path, "A", ("2",), stage="first")) == []
    assert codes(Order(path, "A", ("2",), stage="second")) == ["panel-without-evaluators"]


def test_letters_of_a_key_in_the_workbook_are_not_taken_over(tmp_path):
    key = {"匿名対応表": [["表示", "記号"], ["X", "A"], ["Y", "B"], ["Z", "G"]]}
    book = source(tmp_path, {**RICH_BOOK, **key})
    assert not made(Order(source=book)).anonymous
    labels = {each.label for each in made(Order(source=book, anonymous=True)).vendors}
    assert len(labels) == 6
    assert not labels & {"X", "Y", "Z"}


def test_the_files_of_an_order(tmp_path):
    language.use("ja")
    order = Order(
        *("fukui-sakai", "A社,B社", ("佐藤,鈴木",)),
        out=tmp_path / "bids.v1.xlsx",
        split=tmp_path / "scores.2026",
        anonymous=True,
    )
    result = written(order)
    assert list(result.bids) == [tmp_path / "bids.v1.xlsx"]
    assert list(result.key) == [tmp_path / "bids.v1-key.xlsx"]
    assert [path.name for path in result.evaluators] == ["採点_佐藤.xlsx", "採点_鈴木.xlsx"]
    for path, content in result.files.items():
        assert path.read_bytes() == content
    assert len(list(order.split.iterdir())) == 2


@pytest.mark.parametrize(
    ("folder", "key"),
    [
        ("scores", "scores-key.xlsx"),
        ("a/scores.2026", "a/scores.2026-key.xlsx"),
        (".", "../work-key.xlsx"),
        ("a/..", "../work-key.xlsx"),
    ],
)
def test_without_a_workbook_the_key_lies_beside_the_folder_and_never_in_it(
    tmp_path, monkeypatch, folder, key
):
    home = tmp_path / "work"
    (home / "a").mkdir(parents=True)
    monkeypatch.chdir(home)
    order = Order("fukui-sakai", "A,B", ("1",), split=Path(folder), anonymous=True)
    written(order)
    assert (home / key).resolve().is_file()
    assert not list(Path(folder).glob("*-key.xlsx"))


def test_what_no_file_can_be_called_is_replaced_and_no_file_is_written_twice(tmp_path):
    language.use("ja")
    names = '佐藤<b>,佐藤|b|,佐藤_b_,x.,x,X-2,a"b'
    order = Order("fukui-sakai", "A", (names,), split=tmp_path / "scores")
    found = [path.name for path in written(order).evaluators]
    assert found == [
        *("採点_佐藤_b_.xlsx", "採点_佐藤_b_-2.xlsx", "採点_佐藤_b_-3.xlsx"),
        *("採点_x.xlsx", "採点_x-2.xlsx", "採点_X-2-2.xlsx", "採点_a_b.xlsx"),
    ]
    assert len({path.name.casefold() for path in order.split.iterdir()}) == 7


def test_the_workbook_and_the_key_are_never_replaced_by_an_evaluators(tmp_path, monkeypatch):
    language.use("ja")
    monkeypatch.chdir(tmp_path)
    order = Order(
        *("fukui-sakai", "A,B", ("1,1-key",)),
        out=Path("採点_1.xlsx"),
        split=tmp_path,
        anonymous=True,
    )
    result = written(order)
    assert len(result.files) == len(list(tmp_path.iterdir())) == 4
    assert [path.name for path in result.evaluators] == ["採点_1-2.xlsx", "採点_1-key-2.xlsx"]


def test_if_one_of_the_files_exists_nothing_at_all_is_written(tmp_path):
    language.use("ja")
    order = Order(
        *("fukui-sakai", "A,B", ("2",)),
        out=tmp_path / "bids.xlsx",
        split=tmp_path / "scores",
        anonymous=True,
    )
    for name in ("bids.xlsx", "bids-key.xlsx", "scores/採点_委員2.xlsx"):
        existing = tmp_path / name
        existing.parent.mkdir(exist_ok=True)
        existing.write_text("old", encoding="utf-8")
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(OutputError) as refused:
            written(order)
        assert (refused.value.reason, refused.value.path) == (files.EXISTS, existing)
        assert sorted(tmp_path.rglob("*")) == before
        assert existing.read_text(encoding="utf-8") == "old"
        written(order, force=True)
        assert existing.read_bytes()[:2] == b"PK"
        for path in tmp_path.rglob("*.xlsx"):
            path.unlink()


@pytest.mark.parametrize("make", [os.link, os.symlink, None], ids=["link", "symlink", "./"])
@pytest.mark.parametrize("given", ["bids.xlsx", "criteria.yaml"])
def test_an_input_is_never_overwritten_whatever_it_is_called(tmp_path, monkeypatch, make, given):
    source(tmp_path)
    monkeypatch.chdir(tmp_path)
    out = Path("out.xlsx") if make else Path("sub") / ".." / given
    (tmp_path / "sub").mkdir()
    if make:
        make(tmp_path / given, out)
    before = (tmp_path / given).read_bytes()
    order = Order("criteria.yaml", source=Path("bids.xlsx"), out=out, split=Path("scores"))
    with pytest.raises(OutputError) as refused:
        written(order, force=True)
    assert refused.value.reason == files.IS_INPUT
    assert (tmp_path / given).read_bytes() == before
    assert not (tmp_path / "scores").exists()


@pytest.mark.parametrize(
    ("split", "reason"), [("no/scores", files.NO_FOLDER), ("file", files.NOT_A_FOLDER)]
)
def test_a_folder_that_cannot_be_made_is_told_before_anything_is_written(tmp_path, split, reason):
    (tmp_path / "file").write_text("", encoding="utf-8")
    order = Order("fukui-sakai", "A", ("2",), out=tmp_path / "bids.xlsx", split=tmp_path / split)
    with pytest.raises(OutputError) as refused:
        written(order, force=True)
    assert refused.value.reason == reason
    assert not order.out.exists()


def test_where_one_file_cannot_be_written_there_is_none_and_no_folder(tmp_path, monkeypatch):
    order = Order("fukui-sakai", "A", ("2",), out=tmp_path / "bids.xlsx", split=tmp_path / "s")
    room = iter(range(2))

    def fsync(_descriptor):
        if next(room, None) is None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OutputError) as refused:
        written(order)
    assert refused.value.path == tmp_path / "s" / "Marks_Evaluator 2.xlsx"
    assert not list(tmp_path.iterdir())


def test_the_workbook_may_go_into_the_folder_that_is_made_for_the_others(tmp_path):
    order = Order(
        "fukui-sakai", "A", ("2",), out=tmp_path / "s" / "bids.xlsx", split=tmp_path / "s"
    )
    written(order)
    assert len(list((tmp_path / "s").iterdir())) == 3


def test_files_have_the_rights_of_any_new_file(tmp_path):
    order = Order(
        *("fukui-sakai", "A", ("1",)),
        out=tmp_path / "bids.xlsx",
        split=tmp_path / "scores",
        anonymous=True,
    )
    mask = os.umask(0o022)
    try:
        result = written(order)
    finally:
        os.umask(mask)
    assert {stat.S_IMODE(path.stat().st_mode) for path in result.files} == {0o644}


def test_who_is_out_has_no_column_and_who_is_above_the_ceiling_has_one(tmp_path):
    book = source(tmp_path)
    handout = made(Order(source=book))
    assert (
        handout.procurement.ceilings["initial"].value < handout.vendors[1].quotes["initial"].value
    )
    assert [each.id for each in handout.to_mark] == ["A", "B", "G"]
    assert {each.status for each in handout.to_mark} == {Status.ELIGIBLE}


def test_a_sheet_in_the_folder_that_the_vendors_are_taken_from_is_never_overwritten(tmp_path):
    home = tmp_path / "2026"
    home.mkdir()
    books.hand_in(home, books.valid())
    first = Order(source=home, split=home)
    written = handing_out.sheets(first).result
    handing_out.write(written, first, force=False)
    before = {each.name: each.read_bytes() for each in home.iterdir()}
    for order in (first, Order(source=home, out=home / "bids.xlsx")):
        again = handing_out.sheets(order).result
        with pytest.raises(OutputError):
            handing_out.write(again, order, force=True)
    assert {each.name: each.read_bytes() for each in home.iterdir()} == before
