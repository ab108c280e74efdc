"""What is told of two trees of JSON: each thing once, and nothing that stands alone is lost."""

import copy
import json
from dataclasses import replace
from functools import partial

import pytest

from procscore.diagnostics import Location
from procscore.export import json_result
from procscore.model.published import Published
from procscore.verifying.ranked import Level, ordered
from procscore.verifying.tree import Tree
from support import results


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    return results.evaluated(tmp_path_factory.mktemp("evaluated"))


@pytest.fixture(scope="module")
def tied(tmp_path_factory):
    return results.tied(tmp_path_factory.mktemp("tied"))


def _told(result, change):
    """Return what is told of a ranking that a function changed."""
    expected = json.loads(json_result.export(result))
    found = copy.deepcopy(expected)
    change(found)
    published = Published(Location("/there/r.json"), ".json", "en", content=found)
    return list(Tree(published, expected, result).differences())


@pytest.fixture
def told(result):
    return partial(_told, result)


def _paths(told):
    return [each.difference.where.sheet for each in told]


def _put(content, *path, to):
    for key in path[:-1]:
        content = content[key]
    assert content[path[-1]] != to
    content[path[-1]] = to


def _value(total):
    """Return what changes a total in every place that repeats it."""

    def change(content):
        for key in ("points", "value"):
            _put(content, "vendors", 0, key, to=total)
            _put(content, "vendors", 0, f"{key}_derivation", "value", to=total)
            _put(content, "vendors", 0, f"{key}_derivation", "exact", to=total)

    return change


def test_what_is_equal_is_not_told(told):
    assert told(lambda _: None) == []


@pytest.mark.parametrize("key", ["inputs", "diagnostics", "version"])
def test_files_remarks_and_the_version_are_told_elsewhere(key, told):
    assert told(lambda content: _put(content, key, to="other")) == []


def test_a_figure_is_told_once_with_its_place_and_its_calculation(told):
    (only,) = told(_value("1234567.5"))
    first = only.difference
    assert (str(first.where), only.level) == ("r.json [vendors.A社.points]", Level.FIGURE)
    assert (first.found, first.expected) == ("1,234,567.5", "84.75")
    assert str(first.why[0]).startswith("It is computed: ")


def test_the_number_before_a_rounding_is_told_where_the_rounded_one_is_the_same(told):
    alone = told(lambda content: _put(content, "vendors", 0, "value_derivation", "exact", to="9"))
    assert _paths(alone) == ["vendors.A社.value_derivation.exact"]

    def both(content):
        for key in ("exact", "value"):
            _put(content, "vendors", 0, "value_derivation", key, to="9" if key == "value" else "8")

    assert _paths(told(both)) == ["vendors.A社.value_derivation.value"]


def test_what_repeats_it_with_other_values_is_told_too(told):
    def change(content):
        _value("9")(content)
        content["vendors"][0]["value_derivation"]["value"] = "8"

    assert _paths(told(change)) == ["vendors.A社.points", "vendors.A社.value_derivation.value"]


def test_what_is_said_of_another_vendor_repeats_nothing(told):
    def change(content):
        for vendor in content["vendors"]:
            vendor["points"] = vendor["value"] = "9"

    assert _paths(told(change))[:2] == ["vendors.A社.points", "vendors.B社.points"]


def test_the_same_two_values_of_another_vendor_are_another_difference(tied):
    def change(content):
        content["vendors"][0]["points"] = content["vendors"][1]["value"] = "9"

    assert [each.points_in_all for each in tied.vendors[:2]] == 2 * [tied.vendors[0].compared]
    assert _paths(_told(tied, change)) == ["vendors.A社.points", "vendors.B社.value"]


def test_the_value_of_a_tie_repeats_the_totals_of_its_vendors(tied):
    def alone(content):
        _put(content, "ties", 0, "value", to="9")

    def with_total(content):
        alone(content)
        _put(content, "vendors", 0, "points", to="9")

    assert _paths(_told(tied, alone)) == ["ties.0.value"]
    assert _paths(_told(tied, with_total)) == ["vendors.A社.points"]


def test_a_price_is_told_once_though_it_went_into_everybodys_points(told):
    def change(content):
        was = content["vendors"][1]["quotes"]["total"]["value"]
        text = json.dumps(content["vendors"])
        assert text.count(f'"{was}"') > len(content["vendors"])  # it is the lowest
        content["vendors"] = json.loads(text.replace(f'"{was}"', '"7777777"'))

    assert _paths(told(change)) == ["vendors.B社.quotes.total.value"]


def test_who_a_price_was_compared_with_is_told_once(told):
    def everywhere(content):
        for vendor in content["vendors"]:
            _put(vendor, "among", "price", to=["A社"])

    assert _paths(told(everywhere)) == ["vendors.A社.among.price"]
    alone = told(lambda content: _put(content, "vendors", 1, "among", "price", to=["A社"]))
    assert _paths(alone) == ["vendors.B社.among.price"]


def test_two_things_that_stand_for_themselves_are_both_told(told):
    def change(content):
        for key in ("declared", "status"):
            _put(content, "vendors", 0, key, to="withdrawn")

    assert _paths(told(change)) == ["vendors.A社.declared", "vendors.A社.status"]


def test_two_vendors_of_one_id_are_told_by_their_names(told):
    def change(content):
        _put(content, "vendors", 1, "id", to="A社")
        _put(content, "vendors", 0, "rank", to="9")

    assert _paths(told(change)) == [
        "vendors.ベータ株式会社.id",
        "vendors.株式会社アルファ.rank",
    ]


def test_the_order_of_the_vendors_comes_before_what_else_was_handed_in(told):
    def change(content):
        _put(content, "procurement", "title", to="other")
        content["vendors"].reverse()

    keys = [each.where.sheet for each in ordered(told(change))]
    assert keys == ["vendors", "procurement.title"]


def _mark_out(content):
    """Take a mark of the first vendor out, with what it was in the calculation."""
    vendor = content["vendors"][0]
    marks = vendor["marks"]["plan"]
    (went_in,) = vendor["derivations"]["plan"]["inputs"]
    gone = marks.pop(0)
    went_in["value"].remove(gone["value"])
    went_in["cells"].remove(gone["cell"])


def test_a_mark_that_is_gone_is_told_once_though_it_went_into_a_calculation(told):
    assert _paths(told(_mark_out)) == ["vendors.A社.marks.plan.委員1"]


@pytest.mark.parametrize("came", [True, False])
def test_a_grade_that_came_or_is_gone_went_in_as_its_number(came, result):
    expected = json.loads(json_result.export(result))
    expected["vendors"][0]["marks"]["plan"][0]["mark"] = "A"
    found = copy.deepcopy(expected)
    _mark_out(expected if came else found)
    published = Published(Location("r.json"), ".json", "en", content=found)
    (only,) = Tree(published, expected, result).differences()
    assert (only.difference.found, only.difference.expected) == (("A", "") if came else ("", "A"))


def test_what_else_went_in_otherwise_is_told_as_one(told):
    def change(content):
        _mark_out(content)
        content["vendors"][0]["derivations"]["plan"]["inputs"][0]["value"][0] = "9"

    first, second = told(change)
    assert first.difference.where.sheet == "vendors.A社.marks.plan.委員1"
    assert second.difference.where.sheet == "vendors.A社.derivations.plan.inputs.marks.value"
    assert (second.difference.found, second.difference.expected) == ("9", "36, 34")


def test_a_mark_that_became_another_beside_one_that_is_gone_is_told_once(told):
    def change(content):
        _mark_out(content)
        content["vendors"][0]["derivations"]["plan"]["inputs"][0]["value"][0] = "9"
        content["vendors"][0]["marks"]["plan"][0].update(mark="9", value="9")

    assert _paths(told(change)) == [
        "vendors.A社.marks.plan.委員1",
        "vendors.A社.marks.plan.委員2.mark",
    ]


@pytest.mark.parametrize("value", [["36"], [36], []])
def test_what_went_in_is_told_where_nothing_else_says_it(value, told):
    path = ("vendors", 0, "derivations", "plan", "inputs", 0, "value")
    assert _paths(told(lambda content: _put(content, *path, to=value))) == [
        "vendors.A社.derivations.plan.inputs.marks.value"
    ]


def test_cells_that_went_in_are_told_where_the_numbers_are_the_same(told):
    def change(content):
        content["vendors"][0]["derivations"]["plan"]["inputs"][0]["cells"].pop()

    assert _paths(told(change)) == ["vendors.A社.derivations.plan.inputs.marks.cells"]


def _cells(content):
    for vendor in content["vendors"]:
        for name in ("cell", *vendor["cells"]):
            place = vendor["cell"] if name == "cell" else vendor["cells"][name]
            place["cell"] = place["cell"][0] + "9"


def test_cells_of_a_sheet_that_moved_are_one_difference(told):
    def change(content):
        _cells(content)
        content["vendors"][0]["marks"]["plan"][0]["cell"].update(cell="Z9")

    first, second = told(change)
    assert [each.level for each in (first, second)] == 2 * [Level.TEXT]
    assert first.difference.where.sheet == "vendors.A社.cell"
    assert str(first.difference.what) == "where things were read in [提案者]: 15 other places"
    assert (first.difference.found, first.difference.expected) == ("[提案者] A9", "[提案者] A2")
    assert second.difference.where.sheet == "vendors.A社.marks.plan.委員1.cell"
    assert str(second.difference.what).startswith("where something of")


def test_a_cell_of_another_file_is_told_with_the_files(told):
    path = ("vendors", 0, "cell", "file")
    (only,) = told(lambda content: _put(content, *path, to="other.xlsx"))
    assert only.difference.found == "other.xlsx [提案者] A2"
    assert only.difference.expected == "bids.xlsx [提案者] A2"


@pytest.mark.parametrize("path", [("cell",), ("marks", "plan", 0, "cell")])
def test_a_cell_that_is_not_there_is_told(path, told):
    (only,) = told(lambda content: _put(content, "vendors", 0, *path, to=None))
    assert only.level is Level.TEXT
    assert only.difference.found == ""
    assert only.difference.expected.startswith("bids.xlsx [")


def test_cells_are_counted_by_the_sheet_or_file_from_which_they_should_be_read(told):
    def other_sheet(content):
        for vendor in content["vendors"][:2]:
            vendor["cell"]["sheet"] = vendor["id"]

    (only,) = told(other_sheet)
    assert str(only.difference.what) == "where things were read in [提案者]: 2 other places"

    def a_file(content):
        for key in ("extra", "more"):
            content[key] = {"file": "b.yaml", "line": 1, "column": 1}

    (only,) = told(a_file)
    assert str(only.difference.what) == "where things were read in [b.yaml]: 2 other places"


def test_the_cell_of_what_was_handed_in_goes_with_it(told, result):
    first = result.vendors[0]

    def change(content):
        _put(content, "vendors", 0, "marks", "plan", 0, "mark", to="6")
        _put(content, "vendors", 0, "scores", "plan", to="7")

    mark, figure = told(change)
    assert mark.origin == first.score("plan").marks[0].where
    assert figure.origin is None
    causes = {result.vendors[1].vendor.cells["lot"]}

    def lots(content):
        for vendor in content["vendors"]:
            vendor["lot"] = "9"

    keys = [each.where.sheet for each in ordered(told(lots), causes)]
    assert keys[0] == "vendors.B社.lot"


def test_what_is_taken_out_as_a_whole_is_told_each_time(told):
    keys = ("derivations", "amount_derivations")

    def change(content):
        for key in keys:
            del content["vendors"][0][key]

    assert _paths(told(change)) == [f"vendors.A社.{key}" for key in keys]


def test_a_calculation_that_is_taken_out_with_its_figure_is_told_by_the_figure(told):
    def change(content):
        for key in ("points", "points_derivation"):
            content["vendors"][0][key] = None

    assert _paths(told(change)) == ["vendors.A社.points"]


def test_what_others_follow_from_comes_first(told):
    def change(content):
        _put(content, "criteria", "digest", to="0")
        _put(content, "criteria", "document", "id", to="other")
        _value("9")(content)
        _put(content, "vendors", 0, "scores", "technical", to="8")
        _put(content, "vendors", 0, "scores", "plan", to="7")
        _put(content, "vendors", 0, "marks", "plan", 0, "mark", to="6")
        _put(content, "vendors", 0, "rank", to="5")
        _put(content, "award", "winners", to=[])
        _put(content, "language", to="ja")
        _put(content, "vendors", 1, "id", to="X社")

    keys = [each.where.sheet for each in ordered(told(change))]
    assert keys == [
        "criteria.document.id",
        "criteria.digest",
        "vendors.B社",
        "vendors.X社",
        "vendors.A社.marks.plan.委員1.mark",
        "vendors.A社.scores.plan",
        "vendors.A社.scores.technical",
        "vendors.A社.points",
        "vendors.A社.rank",
        "award.winners",
        "language",
    ]


def test_a_figure_comes_before_its_calculation_and_a_total_after_all_points(told):
    def change(content):
        first, second, _ = content["vendors"]
        first["points"], first["value"] = "9", "8"
        first["points_derivation"]["value"], first["value_derivation"]["value"] = "7", "6"
        second["scores"]["technical"] = "5"

    assert [each.where.sheet for each in ordered(told(change))] == [
        "vendors.B社.scores.technical",
        "vendors.A社.points",
        "vendors.A社.value",
        "vendors.A社.points_derivation.value",
        "vendors.A社.value_derivation.value",
    ]


@pytest.mark.parametrize("key", ["points", "value"])
def test_so_it_does_where_no_total_should_have_been_computed(key, result):
    def change(content):
        first = content["vendors"][0]
        first["scores"]["technical"], first[key] = "9", "8"

    first, *others = result.vendors
    out = replace(result, vendors=(replace(first, total=None, value=None), *others))
    keys = [each.where.sheet for each in ordered(_told(out, change))]
    assert keys == ["vendors.A社.scores.technical", f"vendors.A社.{key}"]


def test_a_rank_is_told_by_what_it_compares_and_a_word_by_nothing(told, result):
    (rank,) = told(lambda content: _put(content, "vendors", 0, "rank", to="9"))
    assert [str(each) for each in rank.difference.why] == [
        f"A社 {result.vendors[0].vendor.name} is ranked by 84.75, which gives rank 2."
    ]
    (word,) = told(lambda content: _put(content, "vendors", 0, "status", to="excluded"))
    assert word.difference.why == ()


@pytest.mark.parametrize(
    ("path", "found", "shown"),
    [
        (("points",), "46000000", "46,000,000"),
        (("points",), "-1234.50", "-1,234.5"),
        (("points",), 84.75, "84.75"),
        (("points",), "84.750", "84.750"),  # it would be shown as the number that is expected
        (("points",), "107/3", "107/3"),
        (("points",), "9" * 5_000, "9" * 5_000),
        (("quotes", "total", "value"), "46000000", "46,000,000"),
        (("lot",), "46000000", "46000000"),
        (("code",), "00123456", "00123456"),
        (("rank",), "12000", "12,000"),
    ],
)
def test_figures_are_grouped_and_numbers_that_are_texts_are_not(path, found, shown, told):
    (only,) = told(lambda content: _put(content, "vendors", 0, *path, to=found))
    assert only.difference.found == shown


@pytest.mark.parametrize(("key", "should"), [("rank", "2"), ("of", "100")])
def test_a_number_that_reads_like_the_text_that_should_stand_there_is_told_apart(key, should, told):
    (only,) = told(lambda content: _put(content, "vendors", 0, key, to=int(should)))
    assert (only.difference.found, only.difference.expected) == (should, f'"{should}"')


def test_so_is_a_text_that_reads_like_yes(told):
    (only,) = told(lambda content: _put(content, "vendors", 0, "adds_up", to="true"))
    assert (only.difference.found, only.difference.expected) == ('"true"', "true")
