"""Tables of several evaluators, over all of them: what is missing, and what could not be read."""

from procscore.diagnostics import Location, Problems
from procscore.ingest import tabled
from procscore.ingest.layouts.tables import LAYOUTS, Reading
from procscore.ingest.layouts.task import Task
from procscore.ingest.tabled import READERS, Tabled
from procscore.ingest.versions import Versions
from procscore.model.bids import Evaluator, Mark, Procurement
from support import forms, values

SHEET = values.sheet("criteria: [{id: plan, points: 5}, {id: staff, points: 5}]")
HOME = Location("bids.xlsx", "審査委員", 2, 1)
ONE, OTHER = Evaluator("委員1", "委員1", HOME), Evaluator("委員2", "委員2", HOME)
TASK = Task.of(SHEET, Procurement(HOME), (forms.vendor("A"), forms.vendor("B")))


class At:
    """A sheet of which only the place matters here."""

    def __init__(self, name):
        self.where = Location(name, "採点")


def read(*found):
    """Return tables with their marks: `(name, Reading)`."""
    versions = Versions()
    for name, reading in found:
        versions.add(At(name), reading.marks)
    return Tabled(TASK, [(At(name), reading) for name, reading in found]), versions


def marks(evaluator, *places):
    where = Location("a.csv", "採点", 2, 2)
    return [(vendor, criterion, Mark(evaluator.id, 1, where)) for vendor, criterion in places]


def missing(tables, versions, evaluator):
    problems = Problems()
    found = tables.missing(evaluator, SHEET.leaves, versions, problems)
    blanks = {(vendor, criterion) for vendor, criterion, mark in found if mark.value is None}
    return blanks, [(each.code, each.where.name, each.details["criterion"]) for each in problems]


def test_what_stands_in_no_table_is_blank_and_a_refused_cell_is_not():
    refused = {(ONE.id, "A", "staff")}
    tables, versions = read(("a.csv", Reading(marks(ONE, ("A", "plan")), refused)))
    assert missing(tables, versions, ONE) == ({("B", "plan"), ("B", "staff")}, [])


def test_a_criterion_without_a_column_is_told_once_and_of_the_first_answers():
    one = Reading(marks(ONE, ("A", "plan")), columns=frozenset({"plan"}), evaluators={ONE.id})
    other = Reading(columns=frozenset({"plan"}), evaluators={ONE.id, OTHER.id})
    tables, versions = read(("1.csv", one), ("2.csv", other))
    blanks, told = missing(tables, versions, ONE)
    assert blanks == {("B", "plan")}
    assert told == [("criterion-column-missing", "1.csv", "staff")]


def test_a_criterion_that_stands_elsewhere_needs_no_column():
    answers = Reading(marks(ONE, ("A", "plan")), columns=frozenset({"plan"}), evaluators={ONE.id})
    table = Reading(marks(ONE, ("A", "staff")))
    tables, versions = read(("1.csv", answers), ("2.csv", table))
    assert missing(tables, versions, ONE) == ({("B", "plan"), ("B", "staff")}, [])


def test_who_stands_in_no_table_has_no_blanks():
    tables, versions = read(("a.csv", Reading(marks(ONE, ("A", "plan")))))
    assert missing(tables, versions, OTHER) == (set(), [])


def test_every_layout_of_a_table_has_its_reader():
    assert READERS.keys() == LAYOUTS.keys()
    assert tabled.read_all([], TASK, [ONE], Versions(), Problems()).complete


def test_somebody_elses_answers_say_nothing_of_whose_marks_stand_in_a_table():
    answers = Reading(marks(ONE, ("A", "plan")), columns=frozenset({"plan"}), evaluators={ONE.id})
    table = Reading(marks(OTHER, ("A", "plan"), ("B", "plan")), evaluators={OTHER.id})
    tables, versions = read(("1.csv", answers), ("2.csv", table))
    assert missing(tables, versions, OTHER) == ({("A", "staff"), ("B", "staff")}, [])
