"""Which vendor a text names."""

from dataclasses import replace

import pytest

from procscore.diagnostics import Location
from procscore.model.bids import Vendor
from procscore.model.published import Held
from procscore.model.told import vendor_name
from procscore.verifying.vendors import Vendors
from support import results

WHERE = Location("bids.xlsx", "Vendors", 2)
OTHERS = (
    Vendor("B社", "ベータ株式会社", WHERE),
    Vendor("B2", "", WHERE),
    Vendor("3", "", WHERE),
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("優先交渉権者はＢ社に訂正", True),
        ("now: ベータ 株式会社.", True),
        ("ベータを優先交渉権者とする", True),
        ("preferred: B2", True),
        ("form AB2, B21", False),
        ("2026年3月", False),
        ("3", True),
        ("", False),
        ("次点はВ社", True),
        ("B\u3164社", True),
        ("B\u200b社に訂正", True),
        ("\u202eB社", True),
        ("べーた株式会社", True),
        ("べき乗", False),
    ],
)
def test_a_vendor_is_named_by_what_it_is_called_and_by_its_id_as_a_word(text, named, tmp_path):
    result = replace(results.evaluated(tmp_path), vendors=())
    assert Vendors(result, OTHERS).named({1: Held(text)}) == named


def test_a_text_calls_the_vendor_whose_longest_name_it_begins_with(tmp_path):
    found = Vendors(results.evaluated(tmp_path))
    one, other = found.of("A社"), found.of("B社")
    assert one is not None
    assert other is not None
    assert found.called(f"{vendor_name(one)} (失格)") == found.called("A社") == one.vendor.id
    assert found.called("計画") == "計画"
    assert found.of("計画", "B社") is other
    long = replace(other, vendor=Vendor("A社 東支店", "A社 東支店", WHERE))
    both = Vendors(replace(results.evaluated(tmp_path), vendors=(one, long)))
    assert both.called("A社 東支店 (失格)") == "A社 東支店"
