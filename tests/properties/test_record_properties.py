"""Any procedure is computed again from its record alone, and comes out as it was."""

import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procscore.diagnostics import Problems
from procscore.export import json_result
from procscore.ingest import recorded, yaml_file
from procscore.model.part import Part
from procscore.pipeline import results
from support import procedures, values

PARTS = {
    "whole": Part(),
    "technical": Part(technical_only=True),
    "first": Part(stage="first"),
}


def bare(data):
    content = json.loads(data)
    del content["diagnostics"]
    return json.dumps(content, ensure_ascii=False)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_procedure_is_computed_again_from_its_record(data):
    written = data.draw(procedures.procedures())
    vendors = data.draw(procedures.entries(written))
    part = data.draw(st.sampled_from(sorted(PARTS)))
    withdrawn = data.draw(st.sampled_from([(), ("A",), ("A", "B")]))
    recused = data.draw(procedures.recusals(written))
    result, _problems = procedures.run(
        written, vendors, part=part, withdrawn=withdrawn, recused=recused
    )
    if result is None:
        return
    text = json.dumps(values.completed(yaml_file.read(json.dumps(written), "", Problems()).value))
    document = yaml_file.read(text, "", Problems())
    asked = PARTS[part] if result.criteria.stages or part != "first" else Part()
    result = replace(
        result,
        document=document.value,
        digest=document.digest,
        part=replace(asked, withdrawn=tuple(sorted(withdrawn))),
    )
    exported = json_result.export(result)
    problems = Problems()
    found = recorded.read(exported, "r.json", problems)
    again = results.recomputed(found, problems)
    assert again is not None, list(problems)
    assert bare(json_result.export(again)) == bare(exported)
