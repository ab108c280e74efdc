from procscore.diagnostics import Location
from procscore.ingest.layouts.task import Task
from procscore.model import scope
from procscore.model.bids import Procurement, Quote, Status, Vendor
from support.values import price, sheet

WHERE = Location("bids.xlsx", "提案者", 2, 1)
PLAIN = sheet(f"""
    criteria:
      - {{id: plan, points: 10}}
      - {{id: isms, points: 10, score: {{method: check, by: secretariat}}}}
      - {price(40)}
""")
STAGED = """
    criteria:
      - {{id: plan, points: 10}}
      - {{id: talk, points: 10}}
      - {{id: visit, points: 10}}
    stages:
      - {{id: one, name: 一次, criteria: [plan], gate: {{top: 2, {skip}}}}}
      - {{id: two, name: 二次, criteria: [talk], gate: {{top: 1}}}}
      - {{id: three, name: 三次, criteria: [visit]}}
"""


def vendor(name, total=1, status=Status.ELIGIBLE):
    return Vendor(name, name, WHERE, status, quotes={"total": Quote(total, WHERE)})


def task(criteria, vendors, ceiling=10):
    told = Procurement(WHERE, ceilings={"total": Quote(ceiling, WHERE)})
    return Task.of(criteria, told, tuple(vendors))


def test_everybody_is_marked_who_is_neither_out_nor_above_a_ceiling():
    vendors = [vendor("A"), vendor("B", status=Status.WITHDRAWN), vendor("C", total=11)]
    assert task(PLAIN, vendors).to_mark == {"A"}


def test_who_is_above_a_ceiling_is_marked_while_prices_may_be_sealed():
    vendors = [vendor("A"), vendor("B", status=Status.WITHDRAWN), vendor("C", total=11)]
    assert task(sheet(STAGED.format(skip="skip_below: 0")), vendors).to_mark == {"A", "C"}


def test_the_panel_and_the_secretariat_have_leaves_of_their_own():
    found = task(PLAIN, [vendor("A")])
    assert [leaf.id for leaf in found.leaves("panel")] == ["plan"]
    assert [leaf.id for leaf in found.leaves("secretariat")] == ["isms"]
    assert found.first == found.held == {"plan", "isms", "price"}
    assert found.aside == set()


def test_the_marks_of_the_first_stage_come_first():
    found = task(sheet(STAGED.format(skip="skip_below: 0")), [vendor("A"), vendor("B")])
    assert found.first == {"plan"}
    assert [leaf.id for leaf in found.leaves("panel")] == ["plan", "talk", "visit"]
    assert found.aside == set()


def test_a_stage_that_is_not_held_is_not_marked_though_it_may_stand_there():
    skipping = sheet(STAGED.format(skip="skip_below: 3"))
    found = task(skipping, [vendor("A"), vendor("B")])
    assert found.first == {"talk"}
    assert found.held == {"talk", "visit"}
    assert [leaf.id for leaf in found.leaves("panel")] == ["talk", "visit"]
    assert found.aside == {"plan"}


def test_whether_a_stage_is_held_goes_by_who_applies():
    skipping = sheet(STAGED.format(skip="skip_below: 3"))
    three = [vendor("A"), vendor("B"), vendor("C")]
    assert task(skipping, three).first == {"plan"}
    assert task(skipping, [*three[:2], vendor("C", total=11)]).first == {"plan"}
    assert task(skipping, three[:2]).first == {"talk"}


def test_what_a_part_of_the_procedure_leaves_out_may_stand_there():
    staged = sheet(STAGED.format(skip="skip_below: 0"))
    assert task(scope.up_to(staged, "one"), [vendor("A")]).aside == {"talk", "visit"}
    assert task(scope.technical_only(PLAIN), [vendor("A")]).aside == {"price"}
