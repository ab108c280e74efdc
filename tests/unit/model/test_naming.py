from dataclasses import replace

import pytest

from procscore.diagnostics import Location
from procscore.model.bids import Evaluator, Vendor
from procscore.model.name_finder import NameFinder
from procscore.model.naming import of_evaluator, of_vendor, public_words, stem
from support import results
from support.values import sheet

PLACE = Location("bids.xlsx")


def told(text, naming):
    return NameFinder([naming], ()).replaced(text)


def vendor(id_, name="甲信堂", **more):
    return of_vendor(Vendor(id_, name, PLACE, **more), "X")


def evaluator(id_, name, **more):
    return of_evaluator(Evaluator(id_, name, PLACE), "委員1", **more)


@pytest.mark.parametrize(
    "written",
    ["V-7", "有限会社甲信堂", "㈲甲信堂", "甲信堂", "07654321", "コウシンドウ", "T9", "Q"],
)
def test_a_vendor_is_called_by_id_name_stem_code_reading_arrival_and_letter(written):
    more = {"code": "07654321", "reading": "コウシンドウ", "arrival": "T9", "label": "Q"}
    naming = vendor("V-7", "有限会社甲信堂", **more)
    assert told(f"「{written}」", naming) == "「X」"


def test_a_vendor_is_called_by_its_id_and_a_firm():
    assert told("A社とa社とAA社", vendor("A")) == "XとXとAA社"
    assert told("V-1社と甲社", vendor("V-1")) == "Xと甲社"


def test_an_id_may_be_a_name_with_its_legal_form():
    assert told("アルファの", vendor("株式会社アルファ")) == "Xの"


@pytest.mark.parametrize("id_", ["3", "2010", "80%", "12.5", "1,234.5"])
@pytest.mark.parametrize("text", ["{}", "2月{}日", "{}件", "{}社", "in {}"])
def test_a_figure_is_an_id_only_behind_a_word_that_says_so(id_, text):
    for naming in (vendor(id_, id_, code=id_, arrival=id_), evaluator(id_, id_)):
        assert told(text.format(id_), naming) == text.format(id_)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("業者3より", "Xより"),
        ("提案者 ３", "X"),
        ("better than vendor 3", "better than X"),
        ("No.3", "X"),
        ("受付番号3", "受付X"),
        ("業者31", "業者31"),
        ("委員3", "委員3"),
    ],
)
def test_words_say_whose_number_it_is(text, found):
    assert told(text, vendor("3")) == found


def test_an_evaluator_has_words_of_its_own():
    naming = evaluator("3", "山田 太郎")
    assert told("委員3と審査員3とevaluator 3と業者3", naming) == "委員1と委員1と委員1と業者3"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("福井委員に同意", "委員1に同意"),
        ("福井　委員長", "委員1"),
        ("一郎さん", "委員1"),
        ("福井准教授", "委員1"),
        ("福井一郎氏", "委員1氏"),
        ("福井市の実績", "福井市の実績"),
    ],
)
def test_a_part_of_a_name_is_somebody_s_with_a_title(text, found):
    assert told(text, evaluator("E1", "福井 一郎")) == found


@pytest.mark.parametrize("text", ["Smith-san", "Smith san", "Dr. Smith", "Mr Smith", "mrs. smith"])
def test_a_latin_title_may_stand_before_a_name(text):
    assert told(f"as {text} said", evaluator("E1", "John Smith")) == "as 委員1 said"


def test_asked_for_a_part_alone_is_somebody_s_too_unless_it_is_one_sign():
    assert told("福井が林に", evaluator("E1", "福井 林", alone=True)) == "委員1が林に"


def test_of_one_word_nothing_is_left_out():
    assert evaluator("E1", "福井", alone=True).shorter == ()


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("株式会社アルファ", "アルファ"),
        ("アルファ(株)", "アルファ"),
        ("㈱ アルファ", "アルファ"),
        ("医療法人アルファ", "アルファ"),
        ("公益財団法人アルファ", "アルファ"),
        ("アルファ特定建設工事共同企業体", "アルファ"),
        ("ABC Corporation", "abc"),
        ("ABC Co., Ltd.", "abc"),
        ("アルファInc.", "アルファ"),
        ("Unicorp", "unicorp"),
        ("A & B GmbH", "a & b"),
        ("株式会社A", ""),
        ("AB", ""),
        ("東京", "東京"),
    ],
)
def test_the_stem_is_the_name_without_its_legal_form_if_that_tells_who_it_is(name, left):
    assert stem(name) == left


def test_public_are_the_title_and_every_text_of_the_criteria_sheet():
    scored = sheet("""
        scales: {five: {優: 100%, 不可: 0%}}
        criteria: [{id: plan, name: 実施計画, points: 10, score: {method: grades, scale: five}}]
    """)
    result = replace(results.example(), criteria=scored)
    words = public_words(result)
    assert {result.procurement.title, "plan", "実施計画", "優"} <= words
    assert "A社" not in words
