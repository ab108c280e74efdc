import pytest

from procscore.export.file_names import stems

DECOMPOSED = "\u304b\u3099"
COMPOSED = "\u304c"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("notice-a/b", "notice-a_b"),
        ("notice-a\\b", "notice-a_b"),
        ("notice-CON", "notice-CON"),
        ("notice-..", "notice-"),
        ("notice-A社*", "notice-A社_"),
        ("notice-A.", "notice-A"),
        ("notice-A ", "notice-A"),
        ('notice-<>:"|?', "notice-______"),
        ("notice-\n\x7f", "notice-__"),
        ("通知_ガ", "通知_ガ"),
    ],
)
def test_what_no_file_can_be_called_is_replaced(name, stem):
    assert stems([name]) == [stem]


@pytest.mark.parametrize(
    ("one", "other"), [("a-A", "a-a"), ("a-" + COMPOSED, "a-" + DECOMPOSED), ("x/", "x\\")]
)
def test_names_that_are_one_on_windows_or_macos_are_told_apart(one, other):
    first, second = stems([one, other])
    assert second.endswith("-2")
    assert not first.endswith("-2")


def test_numbers_do_not_meet_a_name_that_ends_in_one():
    assert stems(["n-a-2", "n-a", "n-A"]) == ["n-a-2", "n-a", "n-A-3"]


def test_a_name_that_is_taken_already_is_not_given():
    assert stems(["n-a"], ["N-A"]) == ["n-a-2"]


def test_a_long_name_is_cut_between_characters_and_the_cut_ones_told_apart():
    first, second = stems(["通知_" + "社" * 200, "通知_" + "社" * 201])
    assert len(first.encode()) <= 180
    assert first.startswith("通知_社")
    assert set(first[3:]) == {"社"}
    assert second == first + "-2"
