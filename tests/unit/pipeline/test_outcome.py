from procscore.diagnostics import Location, Problems
from procscore.pipeline.outcome import settled

HERE = Location("bids.xlsx")


def test_a_result_is_withheld_while_an_error_stands_and_only_then():
    problems = Problems()
    problems.add("workbook-has-macros", HERE)
    assert settled("result", problems).result == "result"
    problems.add("workbook-damaged", HERE)
    outcome = settled("result", problems)
    assert outcome.result is None
    assert [each.code for each in outcome.diagnostics] == [
        "workbook-damaged",
        "workbook-has-macros",
    ]
