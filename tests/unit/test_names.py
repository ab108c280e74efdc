import pytest

from procscore import names

YAMADA = [
    "株式会社山田",
    "㈱山田",
    "（株）山田",
    "(株)山田",
    "㍿山田",
    "株式会社 山田",
    "株式会社\u3000山田",
    "株式会社\u200b山田",
]


def test_the_eight_spellings_of_yamada_are_one_name():
    assert {names.key(spelling) for spelling in YAMADA} == {names.key("株式会社山田")}


def test_where_the_legal_form_stands_is_part_of_the_name():
    assert names.key("山田株式会社") != names.key("株式会社山田")
    assert names.key("山田㈱") == names.key("山田株式会社")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ﾔﾏﾀﾞ", "ヤマダ"),
        ("Ａ社", "a社"),
        ("サーバー", "サ－バ\u2212"),
        ("サーバー", "サ一バ一"),
        ("Ａ\u2010１", "A-1"),
        ("葛\U000e0100城", "葛城"),
        ("㈲丸", "有限会社丸"),
        ("（一社）丸", "一般社団法人丸"),
        ("STRASSE", "straße"),
        ("A \t社", "A社"),
    ],
)
def test_two_spellings_of_one_name_meet(one, other):
    assert names.key(one) == names.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("高橋", "髙橋"),
        ("渡辺", "渡邉"),
        ("A社", "B社"),
        ("有限会社丸", "株式会社丸"),
        ("1-2", "12"),
    ],
)
def test_names_that_only_look_alike_stay_apart(one, other):
    assert names.key(one) != names.key(other)


def test_a_voiced_mark_joins_its_letter_however_it_was_typed():
    spellings = {"ガイア", "カ\u3099イア", "ｶﾞｲｱ", "カ゛イア"}
    assert {names.key(spelling) for spelling in spellings} == {names.key("ガイア")}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("  山田  商店 ", "山田 商店"),
        ("山田\u3000商店", "山田 商店"),
        ("山\u200b田\ufeff", "山田"),
        ("山田\n商店", "山田 商店"),
        ("evil\x1b[31m", "evil[31m"),
        ("abc\u202edef", "abcdef"),
        ("山田[bold]商店", "山田[bold]商店"),
        ("㈱山田", "㈱山田"),
    ],
)
def test_a_name_is_shown_as_written_without_what_cannot_be_seen(name, shown):
    assert names.display(name) == shown


@pytest.mark.parametrize("character", ["\ue000", "\U00031350"])
def test_a_character_that_some_fonts_lack_is_not_dropped_from_a_name(character):
    # Gaiji (private use) and kanji newer than Python's tables stand in the names of real people.
    assert names.display(f"渡{character}") == f"渡{character}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("高橋", "髙橋"),
        ("渡邉商事", "渡邊商事"),
        ("山田電機", "山田電気"),
        ("山田電機", "山田電機部"),
        ("山田電機部", "山電機部"),
    ],
)
def test_a_slip_of_the_pen_is_noticed(one, other):
    assert names.look_alike(one, other)
    assert names.look_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("株式会社山田", "㈱山田"),
        ("A社", "B社"),
        ("ベンダーA", "ベンダーB"),
        ("提案者1", "提案者2"),
        ("山川", "山田"),
        ("山田電機", "川田電気"),
        ("山田", "山田電機"),
    ],
)
def test_one_name_or_two_plainly_different_names_are_no_slip(one, other):
    assert not names.look_alike(one, other)


def test_the_nearest_name_is_given_in_its_own_spelling():
    assert names.nearest("initail", ["Initial", "yearly"]) == "Initial"
    assert names.nearest("提案価挌", ["提案価格", "導入団体数"]) == "提案価格"


def test_nothing_is_suggested_where_nothing_is_near():
    assert names.nearest("xyz", ["initial", "yearly"]) is None
    assert names.nearest("initial", []) is None
