"""Every workbook that goes wrong gives the code that its folder is named after, and no other.

A case defines `build(folder)`, which writes the files and returns the paths to evaluate, or, for
another command, `run(folder)`, which returns the outcome. It may define WHERE (the place of the
code), ALSO (codes that come with it), NOTES (what an accepted workbook is read with), PART (what is
evaluated, as the options of the command say it) and `check` (a look at the evaluation).
"""

import pytest

from procscore.diagnostics import CATALOGUE, Severity
from support import hazards

CASES = sorted(hazards.HOME.glob("*/*.py"))


@pytest.mark.parametrize("path", CASES, ids=[f"{each.parent.name}/{each.stem}" for each in CASES])
def test_a_workbook_gives_its_code_at_its_place_and_no_other(path, tmp_path):
    case = hazards.load(path)
    accepted = path.parent.name == "accepted"
    expected = set(case.NOTES if hasattr(case, "NOTES") else getattr(case, "ALSO", ()))
    if not accepted:
        expected.add(path.parent.name)

    outcome = hazards.evaluate(case, tmp_path)

    told = [(each.code, hazards.place(each, tmp_path)) for each in outcome.diagnostics]
    assert {code for code, _ in told} == expected, told
    if hasattr(case, "WHERE"):
        assert (path.parent.name, case.WHERE) in told
    fatal = any(CATALOGUE[code].severity is Severity.ERROR for code in expected)
    assert (outcome.result is None) == fatal
    assert not (accepted and fatal)
    if hasattr(case, "check"):
        case.check(outcome.result)


@pytest.mark.parametrize("path", CASES, ids=[f"{each.parent.name}/{each.stem}" for each in CASES])
def test_a_case_defines_only_what_is_looked_at(path):
    case = hazards.load(path)
    known = {"WHERE", "ALSO", "NOTES", "PART", "CRITERIA", "ENTITY"}
    assert {name for name in vars(case) if name.isupper()} <= known
