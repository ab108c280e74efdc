from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.rankings import RANKINGS
from support import catalogue


@catalogue.each_entry(RANKINGS)
def test_an_entry_is_complete(code, check):
    check(code, RANKINGS[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(RANKINGS) == {}


def test_a_chain_that_could_not_be_applied_scores_nothing():
    assert {kind.severity for kind in RANKINGS.values()} == {Severity.ERROR}


def test_the_braces_of_a_yaml_example_are_shown():
    hint = RANKINGS["criteria-tie-step-unknown"].hint.format()
    assert "{higher: <criterion>}" in hint
    assert "{lot: {…}}" in hint
    assert "{{" not in hint
