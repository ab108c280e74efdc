"""Published awards and worked examples, run through the real command on a real workbook.

A case is a folder: criteria.yaml (the rules), bids.yaml (the sheets of the workbook, row by row)
and expected.yaml (the figures as published, their source, and what had to be made up to feed them
in). Dropping a folder here is adding a test.
"""

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from support import books

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.yaml"))


@pytest.fixture(scope="module", params=CASES, ids=lambda folder: folder.name)
def case(request, tmp_path_factory):
    """Return what the case expects and what the command wrote."""
    folder = request.param
    tmp_path = tmp_path_factory.mktemp(folder.name)
    sheets = yaml.safe_load((folder / "bids.yaml").read_text(encoding="utf-8"))
    criteria = (folder / "criteria.yaml").read_text(encoding="utf-8")
    workbook = books.hand_in(tmp_path, sheets, criteria)
    result = tmp_path / "result.json"
    command = [sys.executable, "-m", "procscore", "evaluate", workbook, "--out", result]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "error" not in done.stderr
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    return expected, json.loads(result.read_text(encoding="utf-8"))


def test_every_published_figure_is_reproduced_to_the_last_digit(case):
    expected, result = case
    vendors = {vendor["id"]: vendor for vendor in result["vendors"]}
    wrong = []

    def compare(what, published, computed):
        if computed is None or Fraction(str(published)) != Fraction(computed):
            wrong.append(f"{what}: published {published}, computed {computed}")

    for vendor, figures in expected.get("figures", {}).items():
        for criterion, points in figures.items():
            compare(f"{vendor} {criterion}", points, vendors[vendor]["scores"][criterion])
    for key, name in (("totals", "points"), ("values", "value"), ("ranks", "rank")):
        for vendor, published in expected.get(key, {}).items():
            compare(f"{vendor} {name}", published, vendors[vendor][name])
    for vendor, ranks in expected.get("inputs_of_value", {}).items():
        (given,) = vendors[vendor]["value_derivation"]["inputs"]
        assert given["value"] == ranks, vendor
    if "of" in expected:
        for vendor in vendors.values():
            compare(f"{vendor['id']} of", expected["of"], vendor["of"])
    assert not wrong, "\n".join(wrong)


def test_the_award_is_the_published_one(case):
    expected, result = case
    for place, vendors in expected.get("award", {}).items():
        assert result["award"][place] == vendors
    statuses = {vendor["id"]: vendor["status"] for vendor in result["vendors"]}
    for vendor, status in expected.get("status", {}).items():
        assert statuses[vendor] == status
    for vendor, count in expected.get("counted", {}).items():
        counted = next(v["evaluators"] for v in result["vendors"] if v["id"] == vendor)
        assert len(counted) == count


def test_every_case_names_its_source_and_what_was_made_up(case):
    expected, _result = case
    assert expected["source"].startswith("http")
    assert expected["printed"]
    assert expected["constructed"]
