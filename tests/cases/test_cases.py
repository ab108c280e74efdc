"""Published awards and worked examples, run through the real command on a real workbook.

A case is a folder: criteria.yaml (the rules), bids.yaml (the sheets of the workbook, row by row)
and expected.yaml (the figures as published, their source, and what had to be made up to feed them
in). Dropping a folder here is adding a test. What is not stated in expected.yaml must not be there:
no vendor out, flagged or tied, and nothing told.
"""

import json
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from support import books

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.yaml"))
KINDS = {"published result", "worked example", "published rule"}
"""What the source prints: figures of an award, figures of an example, or only the rule itself."""
STATED = {
    "kind": "one of KINDS",
    "source": "where it was published",
    "printed": "what the source prints",
    "constructed": "what had to be made up, or nothing",
    "exit": "the exit code, 0 if not stated; after any other there is no result",
    "diagnostics": "codes of everything that is told",
    "messages": "code → words of each diagnostic of this code and of its place, a list a diagnostic",
    "shown": "lines of the report",
    "figures": "vendor → criterion → points",
    "exact": "the same before rounding",
    "amounts": "vendor → amount or quantity → value",
    "inputs": "vendor → criterion, total or value → name → what went into its formula",
    "totals": "vendor → points in all",
    "values": "vendor → what the ranking compares",
    "ranks": "vendor → rank",
    "of": "out of how many points",
    "status": "vendor → why it is not ranked",
    "flags": "vendor → rules that flag it",
    "out": "vendor → rules that put it out",
    "reasons": "vendor → words of the reasons why it is out or flagged",
    "counted": "vendor → how many evaluators count",
    "ties": "vendors that stay tied, a list a tie",
    "steps": "words of each step that was taken, a list a tie",
    "stages": "stage → of, totals of who was ranked, passed",
    "award": "winners, reserve, undecided",
}
NOTHING = {"vendors": [], "ties": [], "stages": [], "award": {}}
"""What there is to compare where no result was written."""
_TOLD = re.compile(
    r"^(?P<severity>error|warning|note) (?P<text>.*) \[(?P<code>[a-z-]+)\]$", re.MULTILINE
)


class Case(NamedTuple):
    """What a case expects, and what the run of it gave."""

    expected: dict
    result: dict
    """The JSON that was written."""
    told: list[dict[str, str]]
    """Every diagnostic: severity, text (with its place) and code."""
    shown: list[str]
    """The report, line by line."""


@pytest.fixture(scope="module", params=CASES, ids=lambda folder: folder.name)
def case(request, tmp_path_factory):
    """Run a case by the command."""
    folder = request.param
    tmp_path = tmp_path_factory.mktemp(folder.name)
    sheets = yaml.safe_load((folder / "bids.yaml").read_text(encoding="utf-8"))
    criteria = (folder / "criteria.yaml").read_text(encoding="utf-8")
    workbook = books.hand_in(tmp_path, sheets, criteria)
    written = tmp_path / "result.json"
    command = [sys.executable, "-m", "procscore", "evaluate", workbook, "--out", written]
    done = subprocess.run(
        [*command, "--lang", "en"], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    assert done.returncode == expected.get("exit", 0), done.stderr
    result = json.loads(written.read_text(encoding="utf-8")) if written.exists() else NOTHING
    told = [each.groupdict() for each in _TOLD.finditer(done.stderr)]
    return Case(expected, result, told, [line.strip("- ") for line in done.stdout.splitlines()])


def test_every_published_figure_is_reproduced_to_the_last_digit(case):
    expected, result, *_ = case
    vendors = {vendor["id"]: vendor for vendor in result["vendors"]}
    wrong = []

    def compare(what, published, computed):
        if computed is None or Fraction(str(published)) != Fraction(computed):
            wrong.append(f"{what}: published {published}, computed {computed}")

    for key, name in (("figures", "scores"), ("amounts", "amounts"), ("exact", "derivations")):
        for vendor, figures in expected.get(key, {}).items():
            for item, published in figures.items():
                computed = vendors[vendor][name][item]
                computed = computed["exact"] if key == "exact" else computed
                compare(f"{vendor} {item} ({key})", published, computed)
    for key, name in (("totals", "points"), ("values", "value"), ("ranks", "rank")):
        for vendor, published in expected.get(key, {}).items():
            compare(f"{vendor} {name}", published, vendors[vendor][name])
    for vendor, derivations in expected.get("inputs", {}).items():
        for item, published in derivations.items():
            given = {each["name"]: each["value"] for each in _inputs(vendors[vendor], item)}
            for name, value in published.items():
                assert _fractions(given[name]) == _fractions(value), f"{vendor} {item} {name}"
    if "of" in expected:
        for vendor in vendors.values():
            compare(f"{vendor['id']} of", expected["of"], vendor["of"])
    for stage in result["stages"]:
        published = expected["stages"][stage["id"]]
        compare(f"{stage['id']} of", published["of"], stage["of"])
        totals = {each["id"]: each["points"] for each in stage["ranked"]}
        assert list(totals) == list(published["totals"])
        for vendor, computed in totals.items():
            compare(f"{vendor} in {stage['id']}", published["totals"][vendor], computed)
    assert not wrong, "\n".join(wrong)


def _inputs(vendor, item):
    """Return what went into the formula of a criterion, of the total, or of the ranking value."""
    of_vendor = {"total": vendor["points_derivation"], "value": vendor["value_derivation"]}
    return {**vendor["derivations"], **of_vendor}[item]["inputs"]


def _fractions(value):
    """Return a number, or a list of them in its order, as exact numbers."""
    return [Fraction(str(each)) for each in (value if isinstance(value, list) else [value])]


def test_the_award_is_the_published_one(case):
    expected, result, *_ = case
    vendors = {vendor["id"]: vendor for vendor in result["vendors"]}
    for place, winners in expected.get("award", {}).items():
        assert result["award"][place] == winners
    out = {each: v["status"] for each, v in vendors.items() if v["status"] != "eligible"}
    assert out == expected.get("status", {})
    flags = {e: [flag["rule"] for flag in v["flags"]] for e, v in vendors.items() if v["flags"]}
    assert flags == expected.get("flags", {})
    for vendor, rules in expected.get("out", {}).items():
        assert [each["rule"] for each in vendors[vendor]["exclusions"]] == rules
    for vendor, words in expected.get("reasons", {}).items():
        given = [each["reason"] for key in ("exclusions", "flags") for each in vendors[vendor][key]]
        assert all(any(each in reason for reason in given) for each in words), given
    tied = [group for tie in result["ties"] for group in tie["order"] if len(group) > 1]
    assert tied == expected.get("ties", [])
    if "steps" in expected:
        for tie, words in zip(result["ties"], expected["steps"], strict=True):
            assert all(
                each in step["rule"] for step, each in zip(tie["steps"], words, strict=True)
            ), tie
    passed = {stage["id"]: stage["passed"] for stage in result["stages"]}
    assert passed == {name: each["passed"] for name, each in expected.get("stages", {}).items()}
    for vendor, count in expected.get("counted", {}).items():
        assert len(vendors[vendor]["evaluators"]) == count


def test_the_run_tells_what_it_must(case):
    expected, result, told, shown = case
    assert {each["code"] for each in told} == set(expected.get("diagnostics", ()))
    failed = any(each["severity"] == "error" for each in told)
    assert failed is (result is NOTHING) is (expected.get("exit", 0) != 0)
    for code, messages in expected.get("messages", {}).items():
        texts = [each["text"] for each in told if each["code"] == code]
        for text, words in zip(texts, messages, strict=True):
            assert all(each in text for each in words), text
    assert set(expected.get("shown", ())) <= set(shown)


def test_every_case_names_its_source_and_what_was_made_up(case):
    expected = case.expected
    assert expected["source"].startswith("http")
    assert expected["kind"] in KINDS
    assert expected["printed"]
    assert expected["constructed"]
    assert expected.keys() <= STATED.keys()
