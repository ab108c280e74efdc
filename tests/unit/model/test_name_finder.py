import pytest

from procscore.model.name_finder import NameFinder, Naming


def finder(*namings, public=(), own=()):
    return NameFinder([Naming(*each) for each in namings], public, own)


def replaced(text, *namings, **known):
    return finder(*namings, **known).replaced(text)


def test_names_that_look_like_labels_are_replaced_in_one_pass():
    found = replaced("A社とB社", ("B社", ("A社",)), ("A社", ("B社",)))
    assert found == "B社とA社"


def test_the_longest_name_goes_first():
    short, long = ("A社", ("日本システム",)), ("B社", ("日本システム東京",))
    assert replaced("日本システム東京と日本システム", short, long) == "B社とA社"


def test_who_may_be_named_keeps_a_name_in_which_another_name_stands():
    other, named = ("A社", ("日本システム",)), (None, ("日本システム東京",))
    found = finder(other, named)
    assert found.replaced("日本システム東京") == "日本システム東京"
    assert not found.found("日本システム東京")
    assert found.found("日本システム東京と日本システム")


@pytest.mark.parametrize(
    "written", ["山田 太郎", "山田太郎", "山田　太郎", "山 田\n太 郎", "山田\u200b太郎"]
)
def test_a_name_is_found_whatever_its_spaces_are(written):
    assert replaced(f"と{written}は", ("委員1", ("山田 太郎",))) == "と委員1は"


@pytest.mark.parametrize(
    "written", ["ABCデータ株式会社", "ＡＢＣデータ(株)", "abc ﾃﾞｰﾀ㈱", "Abcデータ（株）"]
)
def test_a_name_is_found_in_any_width_and_with_any_legal_form(written):
    assert replaced(f"「{written}」", ("A社", ("ABCデータ株式会社",))) == "「A社」"


def test_brackets_around_a_name_stay():
    assert replaced("(ア)と(アイ)", ("A社", ("アイ",))) == "(ア)と(A社)"


@pytest.mark.parametrize(
    "text", ["A4判", "DATA", "B&A2", "Ａ４判", "a good plan", "than a", "A1とB12", "it is", "IT5"]
)
def test_a_letter_or_two_are_no_name_beside_latin_letters_or_in_another_case(text):
    assert replaced(text, ("C社", ("A", "B1", "IT"))) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("of IT's", "of X's"),
        ("A and B (A)", "X and B (X)"),
        ("Aは良い", "Xは良い"),
        ("評価Ａのため", "評価Xのため"),
        ("B1案", "X案"),
    ],
)
def test_a_letter_or_two_that_stand_apart_are_a_name_beside_japanese_too(text, told):
    assert replaced(text, ("X", ("Ａ", "B1", "IT"))) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [("甲は良い", "Xは良い"), ("甲信堂", "甲信堂"), ("アの案", "Xの案"), ("アイ", "アイ")],
)
def test_one_japanese_sign_is_a_name_where_it_stands_apart_from_its_script(text, told):
    assert replaced(text, ("X", ("甲", "ア"))) == told


@pytest.mark.parametrize(
    ("name", "text"), [("NEC", "NECの"), ("NEC", "necの"), ("V01", "V01a"), ("12345", "№12345号")]
)
def test_beside_other_signs_a_name_is_found(name, text):
    assert name.lower() not in replaced(text, ("A社", (name,))).lower()


@pytest.mark.parametrize(
    ("name", "text"), [("NEC", "connector NECT ＸNEC"), ("V01", "V012"), ("A社", "AA社")]
)
def test_within_a_latin_word_or_a_number_there_is_no_name(name, text):
    assert replaced(text, ("X", (name,))) == text


@pytest.mark.parametrize("text", ["委員1名を配置", "委員１人", "応募者3社のうち", "応募者3者"])
def test_how_many_there_are_is_no_name(text):
    found = finder(("X", ("委員1", "応募者3")))
    assert found.replaced(text) == text
    assert found.replaced("委員1と応募者3の") == "XとXの"


def test_what_several_are_called_gets_no_label_that_would_be_false():
    before = ("A社", ("株式会社アルファ",), ("アルファ",))
    behind = (None, ("アルファ株式会社",), ("アルファ",))
    found = replaced("アルファ、株式会社アルファ、アルファ株式会社", before, behind)
    assert found == "…、A社、アルファ株式会社"


def test_what_somebody_is_called_goes_before_what_another_may_be_called_for_short():
    assert replaced("アルファ", ("A社", ("アルファ",)), ("B社", ("x",), ("アルファ",))) == "A社"


def test_a_public_word_stays_though_a_name_stands_in_it():
    assert replaced("福井の理解", ("委員1", ("福井",)), public=["福井の理解"]) == "福井の理解"


def test_a_public_word_goes_before_what_is_meant_for_short_and_not_before_a_name():
    assert replaced("福井", ("委員1", ("福井",)), public=["福井"]) == "委員1"
    assert replaced("福井", ("委員1", ("x",), ("福井",)), public=["福井"]) == "福井"


def test_own_names_stay_where_others_are_called_so_too():
    other = ("…", ("アルファ",), ("ベータ",))
    found = finder(other, own=("アルファ", "ベータ商会"))
    assert not found.found("アルファとベータ商会")
    assert found.found("アルファとベータ")


def test_the_words_that_were_found_are_given_as_they_are_written_each_once():
    known = finder((None, ("ベータ",)), ("…", ("株式会社アルファ", "坂井委員"), ("アルファ",)))
    text = "ベータは㈱ ｱﾙﾌｧに劣る。坂井委員、坂井　委員、坂井委員"
    assert known.found(text) == ("㈱ ｱﾙﾌｧ", "坂井委員", "坂井　委員")
    assert known.found("ベータ") == ()


def test_nothing_is_no_name():
    found = finder(("A社", ("", " ")), public=[""])
    assert found.replaced("") == ""
    assert found.replaced("良い。 以上") == "良い。 以上"
