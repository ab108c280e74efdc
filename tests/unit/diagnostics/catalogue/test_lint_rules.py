import pytest

from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.lint import LINT
from procscore.diagnostics.catalogue.lint_rules import RULES_LINT
from support import catalogue


@catalogue.each_entry(RULES_LINT)
def test_an_entry_is_complete(code, check):
    check(code, RULES_LINT[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(RULES_LINT) == {}
    assert RULES_LINT.items() <= LINT.items()


def test_only_what_shuts_everybody_out_is_an_error():
    errors = {code for code, kind in RULES_LINT.items() if kind.severity is Severity.ERROR}
    assert errors == {"minimum-unreachable"}


@pytest.mark.parametrize("code", sorted(RULES_LINT.keys() - {"declared-unused"}))
def test_why_names_a_published_document(code):
    assert "https://" in RULES_LINT[code].why
