import pytest

from procscore.language import listing, message
from procscore.pages.discretion import Others
from support import notices, results


@pytest.fixture
def others(tmp_path):
    """The others of B社: A社 (株式会社アルファ), C社 (ガンマ合同会社), 福井 一郎, 坂井 花子."""
    result = results.evaluated(tmp_path)
    return Others(result, result.vendor("B社"))


@pytest.mark.parametrize(
    "text",
    [
        "A社より劣る。",
        "Ａ社より劣る。",
        "a社より劣る。",
        "株式会社アルファの提案",
        "㈱アルファの提案",
        "㈱ ｱﾙﾌｧの提案",
        "アルファの方が良い",
        "ア ル フ ァ",
        "ガンマ合同\n会社",
        "委員1に同意",
        "福井一郎に同意",
        "福井　一郎に同意",
        "福井委員に同意",
        "坂井氏の意見",
    ],
)
def test_others_are_found_in_all_their_spellings(others, text):
    assert others.named_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "良い。",
        "B社はよい。",
        "ベータ株式会社、ベータの計画",
        "福井市の実情に詳しい",
        "AA社",
        "委員10名を配置",
        "福井の実績",
    ],
)
def test_its_own_name_and_other_words_are_none(others, text):
    assert not others.named_in(text)


def renamed(tmp_path, **names):
    """Return the others of B社 where vendors are called otherwise, by the letter of their id."""
    result = results.evaluated(tmp_path)
    for letter, (id_, name) in names.items():
        result = notices.renamed(result, f"{letter}社", id=id_, name=name)
    return Others(result, next(each for each in result.vendors if each.vendor.id == names["B"][0]))


def test_a_name_that_holds_another_is_the_longer_one(tmp_path):
    names = {"A": ("甲", "日本データ"), "B": ("乙", "日本データサービス")}
    own_is_longer = renamed(tmp_path, **names)
    assert not own_is_longer.named_in("日本データサービスの提案")
    assert own_is_longer.named_in("日本データの提案")
    own_is_shorter = renamed(tmp_path, A=names["B"], B=names["A"])
    assert own_is_shorter.named_in("日本データサービスの提案")
    assert not own_is_shorter.named_in("日本データの提案")


def test_a_name_that_two_share_is_the_own_one(tmp_path):
    found = renamed(tmp_path, A=("甲", "株式会社アルファ"), B=("乙", "アルファ株式会社"))
    assert not found.named_in("アルファの提案、アルファ株式会社の提案")
    assert found.named_in("株式会社アルファの提案")


def test_an_own_name_may_begin_with_that_of_another(tmp_path):
    found = renamed(tmp_path, A=("甲", "株式会社アル"), B=("乙", "株式会社アルファ"))
    assert not found.named_in("株式会社アルファの提案")


@pytest.mark.parametrize("text", ["Aは良い", "than A.", "Ａ案", "A社"])
def test_a_letter_is_an_id_at_the_border_of_latin_words(tmp_path, text):
    assert renamed(tmp_path, A=("A", "A"), B=("B", "B")).named_in(text)


@pytest.mark.parametrize("text", ["a good plan", "ANSI", "B", "B&A2", "IDCA"])
def test_a_letter_inside_a_word_or_of_another_case_is_none(tmp_path, text):
    assert not renamed(tmp_path, A=("A", "A"), B=("B", "B")).named_in(text)


def test_an_own_name_may_hold_the_letter_of_another(tmp_path):
    found = renamed(tmp_path, A=("A", "A"), B=("B", "A & B Ltd."))
    assert not found.named_in("A & B Ltd. is fine")
    assert found.named_in("A is fine")
    assert found.named_in("better than A & B Ltd., says A")


def test_a_number_is_an_id_only_where_a_word_says_so(tmp_path):
    found = renamed(tmp_path, A=("1", "1"), B=("2", "2"))
    assert found.named_in("業者1より良い")
    assert found.named_in("better than vendor 1")
    assert not found.named_in("1年目に10件、業者12")


def test_the_letter_on_anonymous_score_sheets_is_a_name(tmp_path):
    result = notices.renamed(results.evaluated(tmp_path), "A社", label="X")
    found = Others(result, result.vendor("B社"))
    assert found.named_in("Xの方が良い")


def test_a_company_that_is_called_after_what_is_procured_needs_its_legal_form(tmp_path):
    found = renamed(tmp_path, A=("甲", "株式会社実施計画"), B=("乙", "乙"))
    assert not found.named_in("実施計画が良い")
    assert found.named_in("(株)実施計画が良い")


def test_of_a_sentence_only_what_was_put_into_it_names_somebody(others):
    assert not others.named_by(message("A社 is a word of the template: {points}", points="3"))
    assert others.named_by(message("{who} said no", who=listing(["委員1", "委員3"])))
    assert others.named_by(message("{told}", told=message("{who}", who="A社")))
    assert not others.named_by(message("{who}", who="B社"))


def test_the_words_are_given_as_they_are_written_each_once(others):
    assert others.named_in("Ａ社より劣ると坂井氏。A社 は、Ａ社は") == ("Ａ社", "坂井氏", "A社")
    told = message("{who} {which}", who=listing(["委員1", "委員1"]), which="A社")
    assert others.named_by(told) == ("委員1", "A社")


def test_what_the_criteria_sheet_says_is_no_secret(tmp_path):
    found = renamed(tmp_path, A=("技術点", "甲"), B=("B社", "乙"))
    assert not found.named_by(message("“{criterion}”: 45", criterion="技術点"))
    assert found.named_in("技術点より良い")
