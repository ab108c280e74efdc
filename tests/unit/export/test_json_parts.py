import json

from procscore.diagnostics import Location
from procscore.export.json_parts import place, written


def test_a_place_is_told_by_the_parts_that_it_has():
    assert place(Location("a.yaml", row=3, column=7)) == {"file": "a.yaml", "line": 3, "column": 7}
    cell = Location("a.xlsx", "採点", 2, 4)
    assert place(cell) == {"file": "a.xlsx", "sheet": "採点", "cell": "D2"}
    assert place(Location("a.xlsx", "採点")) == {"file": "a.xlsx", "sheet": "採点"}
    assert place(Location("a.xlsx")) == {"file": "a.xlsx"}


def test_what_is_written_can_be_read_by_people_and_ends_with_a_line():
    told = written({"b": "審査", "a": None})
    assert told.decode().splitlines()[1] == '  "b": "審査",'  # neither sorted nor escaped
    assert told.endswith(b"}\n")
    assert json.loads(told) == {"b": "審査", "a": None}
