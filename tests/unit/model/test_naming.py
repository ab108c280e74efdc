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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("総務部長 福井 一郎", "福井部長"),
        ("総務部長 福井 一郎", "福井一郎"),
        ("総務部長 福井 一郎", "総務部長福井"),
        ("総務部長福井一郎", "福井次長"),
        ("総務部長福井一郎", "福井一郎"),
        ("坂井花子（大学教授）", "坂井教授"),
        ("坂井花子（大学教授）", "坂井花子"),
        ("坂井花子(情報工学)", "坂井先生"),
        ("会計士（坂井 花子）", "坂井会計士"),
        ("委員1（坂井 花子）", "坂井花子"),
        ("坂井花子", "坂井准教授"),
        ("林花子", "林弁護士"),
        ("林さくら", "林税理士"),
        ("長谷川花子", "長谷川主幹"),
        ("福井市 坂井 花子", "坂井花子"),
        ("工学研究科 坂井花子", "坂井名誉教授"),
        ("服部 花子", "服部副市長"),
        ("Smith (professor)", "Smith"),
    ],
)
def test_an_office_beside_a_name_does_not_hide_it(name, text):
    assert told(f"と{text}は", evaluator("E1", name)) == "と委員1は"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("総務部長 福井 一郎", "総務部長と福井の実績"),
        ("坂井花子（大学教授）", "坂井の実績、大学教授の推薦"),
        ("学識経験者（大学教授）", "学識経験者と大学教授"),
        ("坂井花子（情報工学）", "情報工学の知見"),
        ("審査員甲", "審査委員会"),
        ("外部委員 福井 一郎", "外部委員会"),
        ("情報政策課長", "政策課長"),
    ],
)
def test_an_office_or_a_family_name_alone_is_nobody_s(name, text):
    assert told(text, evaluator("E1", name)) == text


def test_asked_for_an_office_that_stands_before_a_name_is_somebody_s_too():
    naming = evaluator("E1", "総務部長 福井 一郎", alone=True)
    assert told("総務部長と部長と福井", naming) == "委員1と部長と委員1"
    naming = evaluator("E1", "坂井花子（大学教授）", alone=True)
    assert told("坂井市の大学教授", naming) == "坂井市の大学教授"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("日本電気通信株式会社 北陸支社", "日本電気通信株式会社"),
        ("日本電気通信株式会社北陸支社", "日本電気通信㈱"),
        ("日本電気通信(株)（北陸支社）", "日本電気通信"),
        ("株式会社日本電気通信 丸岡営業所", "㈱日本電気通信"),
        ("株式会社日本電気通信北陸支社", "日本電気通信"),
        ("日本データ 北陸支社 第2営業所", "日本データ"),
        ("アルファ本社", "アルファ"),
        ("ABC Co., Ltd. Hokuriku", "ABC Co., Ltd."),
        ("ABC Systems Hokuriku Branch", "ABC Systems"),
    ],
)
def test_a_firm_is_called_without_the_branch_that_bids(name, text):
    assert told(f"「{text}」", vendor("V-7", name)) == "「X」"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("株式会社事業部", "株式会社"),
        ("中部事業所", "中部"),
        ("一般社団法人アルファ協会", "一般社団法人"),
        ("株式会社アルファ 北陸支社", "北陸支社"),
        ("The Company Store", "the company"),
    ],
)
def test_a_form_or_a_place_alone_is_no_firm(name, text):
    assert told(text, vendor("V-7", name)) == text


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
        ("一般社団法人アルファ", "アルファ"),
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
