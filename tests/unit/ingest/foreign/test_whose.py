"""What tells whose the sheets of one shape are."""

from pathlib import Path

import pytest

from procscore.ingest.foreign.acquaintance import Acquaintance
from procscore.ingest.foreign.whose import tell
from procscore.model.address import Position
from procscore.model.bids import Evaluator
from support import foreign
from support.foreign import Drawn

ALL = Acquaintance(foreign.criteria(), foreign.vendors(), foreign.panel())
NOBODY = Acquaintance(None, (), ())


def _tell(cells, known=ALL, names=("甲", "乙"), file="採点表.xlsx", dimension="evaluator"):
    sheets = [Drawn(each, name=name) for each, name in zip(cells, names, strict=True)]
    return tell(Path(file), sheets, dimension, known)


def test_a_cell_in_which_every_sheet_has_a_known_name():
    found = _tell([{"B2": "山田 太郎", "D4": "佐藤 花子"}, {"B2": "佐藤花子", "D4": "議長"}])
    assert (found.key, found.cell, found.sure, found.like) == ("cell", Position(2, 2), True, None)
    assert [name for name, _ in found.names] == ["山田 太郎", "佐藤花子"]


def test_a_label_in_the_same_cell_becomes_a_pattern():
    found = _tell([{"A1": "委員名：山田 太郎"}, {"A1": "委員名：鈴木 一郎"}])
    assert (found.cell, found.like, found.sure) == (Position(1, 1), "委員名：<evaluator>", True)


@pytest.mark.parametrize(
    ("names", "pattern"),
    [
        (("委員1", "委員2"), "<evaluator>"),
        (("採点（山田 太郎）", "採点（佐藤 花子）"), "採点（<evaluator>）"),
    ],
)
def test_names_of_sheets_that_hold_known_names(names, pattern):
    found = _tell([{"A1": "委員名", "B1": "誰か"}] * 2, names=names)
    assert (found.key, found.pattern, found.sure) == ("sheets", pattern, True)


def test_the_longest_name_in_the_name_of_a_sheet_counts():
    panel = [
        Evaluator(each, each, foreign.panel()[0].where)
        for each in ("委員1", "委員2", "委員10", "委員20")
    ]
    known = Acquaintance(foreign.criteria(), foreign.vendors(), panel)
    found = _tell([{}] * 2, known, names=("委員10", "委員20"))
    assert [name for name, _ in found.names] == ["委員10", "委員20"]


def test_the_name_of_the_file():
    found = _tell([{"A1": 1}], names=("様式",), file="採点表_佐藤 花子.xlsx")
    assert (found.key, found.pattern) == ("files", "採点表_<evaluator>")
    assert [name for name, _ in found.names] == ["佐藤 花子"]


def test_the_next_cell_of_a_label_is_plain_only_where_nothing_contradicts():
    beside = [{"A1": "委員名", "B1": "山田"}, {"A1": "委員名", "B1": "佐藤"}]
    assert _tell(beside, NOBODY)[:3] == ("cell", True, Position(1, 2))
    assert _tell(beside, ALL)[:3] == ("cell", False, Position(1, 2))
    further = [{"A1": "委員名", "C1": "山田"}, {"A1": "委員名", "C1": "佐藤"}]
    assert _tell(further, NOBODY)[:3] == ("cell", False, Position(1, 3))
    empty = [{"A1": "委員名"}] * 2
    assert _tell(empty, NOBODY)[:3] == ("cell", False, Position(1, 2))


def test_names_of_sheets_that_look_like_it_where_nobody_is_known():
    assert _tell([{}] * 2, NOBODY, ("委員1", "委員2")).pattern == "<evaluator>"
    assert _tell([{}], NOBODY, ("委員1",)) is None
    assert _tell([{}] * 2, NOBODY, ("委員1", "別紙")) is None


def test_nothing_tells_it():
    assert _tell([{"A1": "題名"}] * 2) is None
    assert _tell([{"A1": "題名"}] * 2, NOBODY, dimension="vendor") is None
