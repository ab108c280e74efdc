from procscore.model.rules_told.eligibility import ceilings, minimums
from support import values


def sheet(eligibility, more=""):
    return values.sheet(f"""
        amounts: {{initial: {{name: 初期費用}}, total: {{name: 総額}}}}
        criteria:
          - id: technical
            name: 技術点
            criteria: [{{id: a, name: 計画, points: 50}}, {{id: b, name: 体制, points: 30}}]
          - {{id: bonus, name: 加算点, points: 5, requires: {{criterion: technical, at_least: 60%}}}}
          - {values.price(20)}
        eligibility: {{{eligibility}}}
        {more}
    """)


def told(tell, *texts):
    return [str(each) for each in tell(sheet(*texts))]


def test_what_a_bid_above_the_ceiling_means():
    assert told(ceilings, "") == ["A bid above the ceiling is excluded. (not stated)"]
    assert told(ceilings, "ceiling: flag") == ["A bid above the ceiling is flagged and stays in."]
    assert told(ceilings, "ceiling: {initial: exclude, total: ignore}") == [
        "初期費用: a bid above the ceiling is excluded.",
        "総額: a bid above the ceiling stays in.",
    ]
    assert not list(ceilings(values.sheet("amounts: {}\ncriteria: [{id: a, points: 1}]")))


def test_minimums_of_every_kind():
    rules = """minimums: [
        {criterion: technical, at_least: 60%}, {each_of: technical, at_least: 30%},
        {excluding: price, at_least: 40}, {at_least: 55%, when: [sole-bidder]},
        {at_least: 50, evaluators: majority, when: [promoted]}]"""
    assert told(minimums, rules) == [
        "“技術点”: at least 60%.",
        "Each part of “技術点”: at least 30%.",
        "Total without “price”: at least 40.",
        "For a sole bidder: Total: at least 55%.",
        "For who moves up: Total: at least 50. Given by more than half of the evaluators.",
        "“加算点” counts only with at least 60% of “技術点”.",
    ]


def test_least_values_knock_outs_and_low_prices_belong_to_it():
    whole = values.sheet("""
        criteria: [{id: a, points: 50}, {id: must, score: {method: check, by: secretariat}}]
        ranking: {by: formula, formula: a / total, at_least: 50 / ceiling}
        eligibility: {abnormally_low: {rule: below-mean, share: 80%}}
    """)
    assert [str(each) for each in minimums(whole)] == [
        "The value that is compared must be at least: 50 ÷ ceiling.",
        "Excluded: who fails “must”.",
        "Flagged: a price below 80% of the mean.",
    ]
