"""Which sheets are in which workbook, and what must not be in any part of one."""

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction

import pytest

from procscore import language
from procscore.model.bids import Procurement, Quote, Status
from procscore.sheets import workbooks
from procscore.sheets.letters import lettered
from support import forms

AMOUNTS = {"total": 98_765_432, "sites": 4711}
CEILING, INVESTIGATION = 123_454_321, 87_654_321


@pytest.fixture(autouse=True)
def japanese():
    language.use("ja")


def quote(value):
    return Quote(Fraction(value), forms.WHERE)


def full(**more):
    """Return a handout of everything, with prices, a withdrawn vendor, a recusal and an absence."""
    quotes = {each: quote(value) for each, value in AMOUNTS.items()}
    vendors = (
        forms.vendor("甲", name="株式会社アルファ", quotes=quotes, reason="秘密の理由"),
        forms.vendor("乙", name="ベータ合同会社", quotes=quotes, lot="078"),
        forms.vendor("丙", name="ガンマ", status=Status.WITHDRAWN),
        forms.vendor("丁", name="デルタ有限会社", quotes=quotes),
    )
    evaluators = (
        forms.evaluator("委員1", name="福井 一郎", recused=frozenset({"丁"})),
        forms.evaluator("委員2", name="坂井 花子"),
        forms.evaluator("委員3", present=False),
        forms.evaluator("職員1", panels=frozenset({"office"})),
    )
    told = Procurement(
        forms.WHERE,
        title="業務の更新",
        ceilings={"total": quote(CEILING)},
        investigation=quote(INVESTIGATION),
        currency="円",
    )
    usual = {"vendors": vendors, "evaluators": evaluators, "procurement": told}
    return forms.handout(**{**usual, **more})


def sheets(content):
    """Return the names of the sheets that are shown."""
    return [each.title for each in forms.opened(content) if each.sheet_state == "visible"]


def whole(handout):
    """Return everything that a workbook holds as one text, escapes resolved."""
    text = "\n".join(f"{name}\n{part}" for name, part in forms.parts(handout).items())
    return text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def test_the_secretariats_workbook_holds_what_evaluate_takes():
    assert sheets(workbooks.of_secretariat(full(), with_evaluators=True)) == [
        *("案件", "提案者", "審査委員", "事務局", "合議"),
        *("採点_委員1", "採点_委員2", "採点_職員1"),
    ]


def test_evaluators_who_get_a_workbook_each_have_no_sheet_in_the_secretariats():
    assert sheets(workbooks.of_secretariat(full(), with_evaluators=False)) == [
        *("案件", "提案者", "審査委員", "事務局", "合議"),
    ]


def test_sheets_that_nothing_is_marked_in_are_not_made():
    handout = full()
    few = tuple(leaf for leaf in handout.leaves if leaf.id == "aim")
    found = sheets(workbooks.of_secretariat(replace(handout, leaves=few), with_evaluators=True))
    assert found == ["案件", "提案者", "審査委員", "採点_委員1", "採点_委員2"]


def test_an_evaluators_workbook_holds_nothing_but_the_evaluators_sheet():
    handout = full()
    content = workbooks.of_evaluator(handout, handout.evaluators[0])
    book = forms.opened(content)
    assert [(each.title, each.sheet_state) for each in book] == [
        ("採点_委員1", "visible"),
        ("procscore", "hidden"),
    ]
    assert book.properties.title == "業務の更新"
    assert "福井 一郎" in book["採点_委員1"]["A2"].value


def test_a_recused_vendor_has_no_column_and_is_named_as_recused():
    handout = full()
    sheet = forms.opened(workbooks.of_evaluator(handout, handout.evaluators[0]))["採点_委員1"]
    headings = [cell.value for cell in sheet[5]]
    assert headings[-2:] == ["甲", "乙"]
    guide = sheet["A3"].value
    assert "丁" in guide
    assert "丁" not in headings
    other = forms.opened(workbooks.of_evaluator(handout, handout.evaluators[1]))["採点_委員2"]
    assert [cell.value for cell in other[5]][-3:] == ["甲", "乙", "丁"]


@pytest.mark.parametrize("anonymous", [False, True])
@pytest.mark.parametrize("number", [0, 1, 3])
@pytest.mark.parametrize("comments", [False, True])
def test_no_part_of_an_evaluators_workbook_holds_a_price(anonymous, number, comments):
    handout = full(comments=comments)
    handout = lettered(handout) if anonymous else handout
    text = whole(workbooks.of_evaluator(handout, handout.evaluators[number]))
    for secret in (*AMOUNTS.values(), CEILING, INVESTIGATION):
        assert str(secret) not in text
        assert f"{secret:,}" not in text
    for word in ("価格", "price", "total", "予定", "導入団体数", "秘密の理由", "078"):
        assert word not in text.replace("totalsRow", "")
    assert "実施計画" in text or number == 3


@pytest.mark.parametrize("number", [0, 1, 3])
def test_no_part_of_an_anonymous_evaluators_workbook_names_a_vendor(number):
    handout = lettered(full(comments=True))
    text = whole(workbooks.of_evaluator(handout, handout.evaluators[number]))
    for vendor in handout.vendors:
        assert vendor.name not in text
        assert vendor.id not in text
    recused = handout.evaluators[number].recused
    for label in {each.label for each in handout.to_mark if each.id not in recused}:
        assert re.search(f">{label}<", text)
    named = full(comments=True)
    shown = whole(workbooks.of_evaluator(named, named.evaluators[number]))
    assert "株式会社アルファ" in shown  # so that it would be seen if it were there


def test_letters_stand_in_their_order_so_that_places_say_nothing():
    handout = lettered(full())
    sheet = forms.opened(workbooks.of_evaluator(handout, handout.evaluators[1]))["採点_委員2"]
    headings = [cell.value for cell in sheet[5]][-3:]
    assert headings == sorted(headings)
    assert sheet["F4"].value is None


def test_the_key_tells_which_letter_is_which_vendor():
    handout = lettered(full())
    sheet = forms.opened(workbooks.key(handout))["匿名対応表"]
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    assert rows[0] == ("表示", "記号", "名称")
    assert rows[1:] == sorted((each.label, each.id, each.name) for each in handout.vendors)
    assert len(rows) == 5


def test_names_of_sheets_are_those_of_the_language():
    language.use("en")
    handout = full()
    assert sheets(workbooks.of_secretariat(handout, with_evaluators=True)) == [
        *("Procurement", "Vendors", "Evaluators", "Secretariat", "Consensus"),
        *("Marks_委員1", "Marks_委員2", "Marks_職員1"),
    ]
    assert sheets(workbooks.key(lettered(handout))) == ["Key"]


def test_every_form_of_a_workbook_may_use_the_choices_that_stand_in_the_hidden_sheet():
    handout = full()
    book = forms.opened(workbooks.of_secretariat(handout, with_evaluators=True))
    ranges = {
        (sheet.title, rule.formula1)
        for sheet in book
        for rule in sheet.data_validations.dataValidation
        if "procscore" in str(rule.formula1)
    }
    assert ranges == {
        ("採点_委員1", "'procscore'!$D$1:$D$4"),
        ("採点_委員2", "'procscore'!$D$1:$D$4"),
    }
    hidden = book["procscore"]
    assert [hidden.cell(row, 4).value for row in range(1, 6)] == ["優", "良,可", '"並"', "劣", None]


SCRIPT = """
import hashlib
from procscore import language
from procscore.pipeline import handing_out
from pathlib import Path
language.use("ja")
order = handing_out.Order(
    "fukui-sakai", "A社,B社,C社,D社", ("3",), out=Path("bids.xlsx"), split=Path("scores"),
    title="試験", anonymous=True, comments=True,
)
for path, content in sorted(handing_out.sheets(order).result.files.items()):
    print(path, hashlib.sha256(content).hexdigest())
"""


def test_the_same_order_gives_the_same_bytes_in_any_process(tmp_path):
    runs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout.decode()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert runs[0] == runs[1]
    assert runs[0].count("\n") == 5


def test_different_evaluators_get_different_workbooks_and_the_same_twice_the_same():
    handout = full()
    digests = [
        hashlib.sha256(workbooks.of_evaluator(handout, each)).hexdigest()
        for each in (*handout.evaluators[:2], *handout.evaluators[:2])
    ]
    assert digests[:2] == digests[2:]
    assert digests[0] != digests[1]
