import pytest

from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.layouts import LAYOUTS
from support import catalogue


@catalogue.each_entry(LAYOUTS)
def test_an_entry_is_complete(code, check):
    check(code, LAYOUTS[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(LAYOUTS) == {}


@pytest.mark.parametrize("code", ["layout-unused", "layout-finds-nothing"])
def test_only_what_loses_no_mark_is_a_warning(code):
    warnings = [each for each, kind in LAYOUTS.items() if kind.severity is not Severity.ERROR]
    assert code in warnings
    assert len(warnings) == 2
