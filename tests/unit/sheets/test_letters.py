"""Letters that say nothing of a vendor, and are the same for the same order."""

from itertools import islice

from procscore.model.bids import Status
from procscore.sheets import letters
from support import forms


def labels(*vendors, **more):
    """Return the letters by vendor."""
    given = tuple(each if not isinstance(each, str) else forms.vendor(each) for each in vendors)
    found = letters.lettered(forms.handout(vendors=given, **more))
    return {each.id: each.label for each in found.vendors}


NAMES = tuple(f"{number}号" for number in range(1, 9))


def test_every_vendor_has_a_letter_of_its_own_and_keeps_its_place():
    found = labels(*NAMES)
    assert tuple(found) == NAMES
    assert sorted(found.values()) == list("ABCDEFGH")


def test_letters_are_not_in_the_order_of_the_vendors():
    assert "".join(labels(*NAMES).values()) != "ABCDEFGH"


def test_the_order_and_the_spelling_of_the_vendors_do_not_matter():
    again = labels(*(name.replace("号", " 号") for name in reversed(NAMES)))
    assert {name.replace(" ", ""): label for name, label in again.items()} == labels(*NAMES)


def test_another_criteria_sheet_gives_other_letters():
    assert labels(*NAMES) != labels(*NAMES, digest="another")


def test_who_is_out_has_a_letter_too_so_that_nothing_moves_when_somebody_withdraws():
    out = forms.vendor(NAMES[0], status=Status.WITHDRAWN)
    assert labels(out, *NAMES[1:]) == labels(*NAMES)


def test_a_letter_that_is_somebodys_id_or_name_is_not_used():
    found = labels(forms.vendor("A", name="X"), forms.vendor("1", name="ｂ"), "c", "丁")
    assert sorted(found.values()) == ["D", "E", "F", "G"]


def test_a_letter_never_reads_as_another_heading():
    every = labels(*(f"{number}号" for number in range(300)))
    assert len(set(every.values())) == 300
    assert "IC" in every.values()
    assert "ID" not in every.values()


def test_there_are_letters_for_any_number_of_vendors():
    found = list(islice(letters._letters(), 800))
    assert (found[0], found[25], found[26], found[701], found[702]) == (
        *("A", "Z", "AA", "ZZ", "AAA"),
    )
    assert len(set(found)) == 800
