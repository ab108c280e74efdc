from procscore import language
from procscore.export.ranking_book.frame import Frame, headed
from procscore.model.words import RANKING_SHEETS, look_up
from support import books, cases, results, stages, values

PEOPLE = values.sheet("criteria: [{id: a, points: 10}, {id: b, points: 10}]")


def test_who_has_points_is_shown_ranked_before_out(tmp_path):
    frame = Frame(results.example())
    assert [each.vendor.id for each in frame.vendors] == ["A社", "B社", "E社", "D社"]
    frame = Frame(results.evaluated(tmp_path))
    assert [each.vendor.id for each in frame.vendors] == ["B社", "A社", "C社"]


def test_absent_and_recused_evaluators_have_a_column_and_a_reason():
    vendors = {
        "A": {"a": {"E1": 5, "E2": 6}, "b": {"E1": 5, "E2": 6}},
        "B": {"a": {"E1": 5}, "b": {"E1": 5}},
    }
    frame = Frame(
        values.evaluate(
            PEOPLE, vendors, evaluators=["E1", "E2", "E3"], absent=["E3"], recused={"E2": ["B"]}
        )
    )
    assert frame.givers == ("E1", "E2", "E3")
    assert [frame.silent(each, "B") for each in frame.givers] == ["", "recused", "absent"]
    assert frame.silent("事務局", "B") == ""
    assert frame.sits_on("E1", None)
    assert not frame.sits_on("E1", "staff")


def test_who_gives_marks_is_headed_by_id_and_name(tmp_path):
    frame = Frame(results.evaluated(tmp_path))
    assert frame.giver("委員1") == "委員1\n福井 一郎"
    assert frame.giver("委員1", " ") == "委員1 福井 一郎"
    assert frame.giver("事務局") == "事務局"


def test_every_ranking_is_a_contest(tmp_path):
    (end,) = Frame(results.tied(tmp_path)).contests
    assert (end.id, end.title, end.rules.lowest_first, end.by_value) == ("", "", False, False)
    assert len(end.ties) == 1


def test_a_stage_before_the_last_is_a_contest_of_its_own(tmp_path):
    frame = Frame(books.evaluate(tmp_path, stages.valid(), stages.CRITERIA).result)
    assert [(each.id, each.title, each.of) for each in frame.contests] == [
        ("first", "一次審査", 30),
        ("", "", 100),
    ]
    assert [each.vendor.id for each in frame.contests[0].ranked] == ["A社", "B社", "C社"]
    assert [each.vendor.id for each in frame.contests[1].ranked] == ["B社", "A社"]


def test_who_was_ranked_in_a_stage_stands_before_who_never_was():
    frame = Frame(cases.result("funabashi-shoman-function-score"))
    ranked = [each.vendor.id for each in frame.contests[0].ranked]
    assert "5位" in ranked
    assert {each.vendor.id for each in frame.vendors[: len(ranked)]} == set(ranked)
    assert [each.vendor.id for each in frame.vendors][-3:] == ["必須不可", "共通不可", "420点未満"]


def test_who_is_out_is_headed_so():
    result = cases.result("funabashi-shoman-function-score")
    assert headed(result.vendor("1位")) == "1位"
    assert headed(result.vendor("5位")) == "5位 (did not go on)"
    assert headed(result.vendor("必須不可")) == "必須不可 (excluded)"


def test_the_sheet_of_the_prices_is_called_amounts_where_nothing_is_scored_by_them():
    assert Frame(results.example()).names["prices"] == "Price points"
    by_formula = Frame(cases.result("mlit-usa-2025"))
    assert by_formula.names["prices"] == "Amounts"
    language.use("ja")
    assert Frame(by_formula.result).names["prices"] == "金額・数量"
    for name in ("価格点", "Price points", "金額・数量", "Amounts"):
        assert look_up(RANKING_SHEETS, name) == "prices"


def test_a_name_stands_beside_the_id_only_where_it_says_more():
    sheet = values.sheet("criteria: [{id: a, points: 10}]")
    frame = Frame(values.evaluate(sheet, {"A": {"a": [5]}}))
    assert (frame.name("E1"), frame.giver("E1"), frame.named) == ("", "E1", False)
    example = Frame(results.example())
    assert example.giver("委員1") == f"委員1\n{example.name('委員1')}"
    assert example.named
