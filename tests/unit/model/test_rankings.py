from procscore.model.rankings import rank_without_ties, rankings
from support.values import sheet

STAGES = """
    criteria: [{id: a, points: 10}, {id: b, points: 10}]
    stages:
      - {id: first, name: 一次審査, criteria: [a], gate: {top: 2}, ranking: {by: rank-sum%s}}
      - {id: second, name: 二次審査, criteria: [b]}
    ranking: {by: points}
"""


def test_every_ranking_is_given_with_its_path():
    found = [(path, ranking.by) for path, ranking in rankings(sheet(STAGES % ""))]
    assert found == [(("ranking",), "points"), (("stages", 0, "ranking"), "rank-sum")]


def test_ranks_without_ties_can_be_demanded_in_a_stage():
    assert not rank_without_ties(sheet(STAGES % ""))
    assert rank_without_ties(sheet(STAGES % ", evaluator_ranks: distinct"))
