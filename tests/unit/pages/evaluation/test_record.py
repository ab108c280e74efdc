from procscore.model.anonymous import anonymous
from procscore.pages.evaluation import record
from support import results
from support.values import evaluate, sheet


def texts(table):
    return [[str(cell.text) for cell in row] for row in table.rows]


def block(result, title):
    return next((each for each in record.blocks(result) if str(each.title) == title), None)


def test_the_record_names_what_went_in_by_its_digest():
    result = results.example()
    table = block(result, "Record")
    assert texts(table) == [
        ["Criteria sheet fukui-sakai (its content)", result.digest],
        ["bids.xlsx", result.inputs[0].sha256],
    ]
    assert str(table.notes[0]) == f"Computed by procscore {result.version}."


def test_for_publication_the_digests_of_files_are_left_out_and_that_is_said():
    result = anonymous(results.example(), name_winner=True)
    table = block(result, "Record")
    assert texts(table)[0] == ["Criteria sheet fukui-sakai (its content)", result.digest]
    assert texts(table)[1:] == [["input-1.xlsx", ""]]
    told = "The SHA-256 of a file is left out, because a name could be guessed by it."
    assert str(table.notes[1]) == told


def test_a_diagnostic_says_how_much_it_weighs_and_where():
    first, _ = texts(block(results.example(), "Diagnostics"))
    assert first[:2] == ["note", "bids.xlsx [審査委員] A5"]
    assert first[2].startswith("The evaluator “学識経験者(大学教授)” is recused")
    assert first[3] == "evaluator-recused"


def test_the_rules_are_told_facet_by_facet():
    rules = block(results.example(), "Rules of the criteria sheet")
    told = {str(each.title): [str(one) for one in each.sentences] for each in rules.blocks}
    assert told["Ceiling"] == ["A bid above the ceiling is excluded."]
    assert told["Ties"] == ["more of 技術点 → less of 提案価格 → lot"]


def test_evaluators_are_listed_with_what_keeps_them_from_marking():
    criteria = sheet("criteria: [{id: plan, points: 10}]")
    marks = {"A": {"plan": {"E1": 5}}, "B": {"plan": {"E1": 5, "E2": 6}}}
    result = evaluate(
        criteria,
        marks,
        recused={"E2": ["A"]},
        evaluators=["E1", "E2", "E3"],
        absent=["E3"],
        chair="E1",
    )
    assert texts(block(result, "Evaluators")) == [
        ["E1", "E1", "present", "", "chair"],
        ["E2", "E2", "present", "A", ""],
        ["E3", "E3", "absent", "", ""],
    ]


def test_nothing_is_said_of_what_there_is_none():
    result = evaluate(sheet("criteria: [{id: plan, points: 10}]"), {"A": {"plan": [5]}})
    assert block(result, "Diagnostics") is None
