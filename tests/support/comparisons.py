"""Small criteria sheets to hold side by side, written so that shares can be computed by hand."""

from procscore.comparing import sheets
from procscore.model.comparison import Given
from support import values

CITY = """\
    criteria:
      - id: technical
        name: 技術点
        criteria:
          - {id: plan, name: 1. 実施計画, points: 30, topic: schedule}
          - {id: staff, name: 2. 実施体制, points: 20, topic: organisation, score: {method: marks, to: 5, step: 1}}
          - {id: demo, name: デモ, points: 10, topic: demonstration}
      - {id: price, name: 価格点, points: 40, score: {method: price, amount: total, formula: lowest-ratio}}
"""
"""60 : 40, out of 100."""
TOWN = """\
    scales:
      four: {A: 100%, B: 75%, C: 50%, D: 0%}
    criteria:
      - id: technical
        name: 技術点
        criteria:
          - {id: schedule, name: （1）実施計画, points: 60, topic: schedule}
          - {id: people, name: ①実施体制, points: 100, topic: organisation, score: {method: grades, scale: four}}
          - {id: training, name: 研修, points: 20, topic: training}
      - {id: price, name: 価格点, points: 20, score: {method: price, amount: total, formula: lowest-ratio}}
"""
"""180 : 20, out of 200."""


def given(label, text):
    """Return a sheet of YAML text as it is compared; its digest is its text's."""
    return Given(label, values.sheet(text), f"digest of {text}")


def compared(*texts, library=()):
    """Return the comparison of sheets, called `a`, `b`, … in their order."""
    return sheets.compare(
        [given(label, text) for label, text in zip("abcdef", texts, strict=False)],
        [given(f"built-in-{number}", text) for number, text in enumerate(library, start=1)],
    )


def shares(weights):
    """Return weights as texts: points and share, None where there is nothing."""
    return [
        None if each is None else (values.text(each.points), values.text(each.share))
        for each in weights
    ]


BIDS_SHEET = """\
procscore: 1
id: small
title: 小さな審査基準書
authority: 福井市
points: 100
amounts:
  total: {name: 提案価格, tax: excluded}
criteria:
  - id: technical
    name: 技術点
    points: 60
    score: {method: marks, step: 0.5}
    criteria:
      - {id: plan, name: 1. 実施計画, points: 40, topic: schedule}
      - {id: staff, name: 2. 実施体制, points: 20, topic: organisation}
  - id: price
    name: 価格点
    points: 40
    score: {method: price, amount: total, formula: lowest-ratio, round: {places: 2, mode: half-up}}
panel: {aggregate: mean, over: criteria, round: {places: 2, mode: half-up}}
eligibility: {ceiling: exclude, lowest_among: eligible}
ranking: {by: points, ties: [{higher: technical}, {lower: total}, lot], equal_ranks: competition}
award: {winners: 1, reserve: 1}
"""
"""The sheet of `books.valid()`, with topics."""
OTHER_SHEET = """\
procscore: 1
id: other
title: 別の審査基準書
authority: 坂井市
points: 200
amounts:
  total: {name: 提案価格, tax: excluded}
criteria:
  - {id: people, name: ①実施体制, points: 120, topic: organisation, score: {method: marks, step: 1}}
  - {id: training, name: 研修, points: 40, topic: training}
  - id: price
    name: 価格点
    points: 40
    score: {method: price, amount: total, formula: linear-from-lowest}
panel: {aggregate: mean, over: criteria}
"""


def saved(folder, **texts):
    """Write sheets into a folder by the names of their files; return the paths in that order."""
    paths = [folder / f"{name}.yaml" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths
