from pathlib import Path

from procscore.pipeline import Part
from support import books

CRITERIA = """\
procscore: 1
id: cheapest
title: 最低価格の審査基準書
points: 40
amounts:
  total: {name: 提案価格, tax: excluded}
criteria:
  - id: price
    name: 価格点
    points: 40
    score: {method: price, amount: total, formula: lowest-ratio, round: {places: 2, mode: half-up}}
"""
WHERE = "bids.xlsx"
PART = Part(technical_only=True)


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.without("採点_委員1", "採点_委員2"), CRITERIA)]
