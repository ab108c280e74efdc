from typing import get_args

from procscore.exact import Mode
from procscore.formula import PRESETS
from procscore.ingest.starting.sections import DROPPED, HEAD, SECTIONS
from procscore.model import rules, tie_steps
from procscore.model.criteria import CriteriaSheet


def test_every_part_of_a_sheet_is_told():
    fields = set(CriteriaSheet.model_fields)
    assert {*HEAD, *DROPPED, *SECTIONS} == fields
    assert fields - {*HEAD, *DROPPED} <= set(SECTIONS)


def test_the_words_are_those_of_the_model():
    panel, eligibility, ranking = (
        SECTIONS[key].synopsis for key in ("panel", "eligibility", "ranking")
    )
    assert panel["aggregate"] == "mean | median | sum | trimmed-mean | consensus"
    assert all(mode in panel["round"] for mode in Mode)
    assert eligibility["ceiling"].split(" | ") == list(get_args(rules.CeilingRule))
    assert "spain-85" in eligibility["abnormally_low"]
    assert "points-of-firsts}, lot | committee | chair | vote]" in ranking["ties"]
    assert all(each in ranking["ties"] for each in get_args(tie_steps.Ballot))
    assert SECTIONS["source"].synopsis["coverage"] == "complete | excerpt | illustrative"
    assert SECTIONS["amounts"].synopsis["tax"] == "included | excluded"


def test_a_criterion_is_told_with_all_methods_and_all_presets():
    synopsis = SECTIONS["criteria"].synopsis
    assert synopsis["score"] == "{method: marks | grades | formula | price | check}"
    assert set(PRESETS) < set(synopsis["formula"].split(" | "))
