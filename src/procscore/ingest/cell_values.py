"""What a cell may say: the whole policy for turning cells into numbers, grades and words.

A blank is a blank and never a zero. What is not plainly a number is refused with its reason; what
is read otherwise than it was written is noted.
"""

import math
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from procscore import exact, names
from procscore.diagnostics import Problems
from procscore.ingest.sheet import Cell, Shape

_PASS = frozenset({"○", "適", "可", "合格", "適合", "はい", "yes", "pass", "ok", "1"})
_FAIL = frozenset({"×", "不適", "否", "不可", "不合格", "不適合", "いいえ", "no", "fail", "0"})


class Nothing(Enum):
    """Why there is no value."""

    BLANK = "blank"
    REFUSED = "refused"
    """The reason has been reported."""


class _Seen(NamedTuple):
    """A number as a person sees it in a cell."""

    value: Fraction
    text: str
    digits: int


@lru_cache(maxsize=10_000)
def _seen(stored: float) -> _Seen:
    """Read a stored number. The same few marks stand in thousands of cells, hence the cache."""
    value = exact.from_excel(stored)
    return _Seen(value, exact.decimal_text(value), exact.significant_digits(value))


def text(cell: Cell) -> str:
    """Return what a person reads in a cell of words; empty for a blank or an error."""
    if cell.value is None or cell.is_error:
        return ""
    if isinstance(cell.value, bool):
        return str(cell.value).upper()
    if isinstance(cell.value, datetime) and cell.value.time() == time():
        return cell.value.date().isoformat()
    if isinstance(cell.value, date | time | timedelta):
        return str(cell.value)
    if isinstance(cell.value, int | float):
        return written(cell)
    return names.display(str(cell.value))


def remark(cell: Cell) -> str:
    """Return what a person wrote in a cell freely, a comment say: as `text`, with its lines kept."""
    if cell.is_error or not isinstance(cell.value, str):
        return text(cell)
    return "\n".join(map(names.display, cell.value.splitlines())).strip("\n")


def label(cell: Cell, problems: Problems) -> str:
    """Return the words of a cell that names something; merging does no harm to a name."""
    return "" if _valueless(cell, problems) else text(cell)


def word(cell: Cell, problems: Problems) -> str | Nothing:
    """Return the words of a cell that decides something, or why there are none."""
    if refused := _unreadable(cell, problems):
        return refused
    if cell.blank:
        return Nothing.BLANK
    if cell.formula is not None:
        problems.add("cell-formula", cell.where, formula=cell.formula, text=written(cell))
    if cell.hidden:
        problems.add("cell-hidden", cell.where, text=written(cell))
    return text(cell)


def written(cell: Cell) -> str:
    """Return a cell's content as it should be quoted in a message."""
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        try:
            return _seen(cell.value).text
        except exact.NotANumberError:
            return str(cell.value)
    return "" if cell.value is None else names.display(str(cell.value))


def number(cell: Cell, problems: Problems, *, money: bool = False) -> Fraction | Nothing:
    """Return the number in a cell, or why there is none. `money` admits digit groups (1,234,000)."""
    if refused := _refused(cell, problems):
        return refused
    value = cell.value
    if isinstance(value, str):
        return _number_text(cell, value, problems, money=money)
    if not isinstance(value, int | float):
        problems.add("cell-not-a-number", cell.where, text=written(cell))
        return Nothing.REFUSED
    found = _seen(value)
    if found.digits > exact.SIGNIFICANT_DIGITS:
        problems.add("cell-too-precise", cell.where, text=found.text)
    return found.value


def grade(cell: Cell, grades: Iterable[str], problems: Problems) -> str | Nothing:
    """Return which of `grades` stands in a cell, or why none does."""
    if refused := _refused(cell, problems):
        return refused
    by_key = {names.sign_key(name): name for name in grades}
    found = by_key.get(names.sign_key(text(cell)))
    if found is None:
        problems.add(
            "grade-unknown", cell.where, text=written(cell), known=" ".join(by_key.values())
        )
        return Nothing.REFUSED
    return found


def check(cell: Cell, problems: Problems) -> bool | Nothing:
    """Return whether a cell says yes (○, 適, pass …) or no (×, 不適, fail …)."""
    if refused := _refused(cell, problems):
        return refused
    answer = names.sign_key(text(cell))
    if answer in _PASS:
        return True
    if answer in _FAIL:
        return False
    problems.add("check-unknown", cell.where, text=written(cell))
    return Nothing.REFUSED


def _refused(cell: Cell, problems: Problems) -> Nothing | None:
    """Report what no mark or price may be, and what the eye does not see."""
    if refused := _unreadable(cell, problems):
        return refused
    if cell.blank:
        return Nothing.BLANK
    if isinstance(cell.value, bool):
        problems.add("cell-boolean", cell.where, text=str(cell.value).upper())
        return Nothing.REFUSED
    if cell.shape is Shape.DATE:
        problems.add("cell-date-format", cell.where, text=text(cell))
        return Nothing.REFUSED
    if isinstance(cell.value, float) and not math.isfinite(cell.value):
        problems.add("cell-not-finite", cell.where)
        return Nothing.REFUSED
    if cell.shape is Shape.PERCENT:
        held = exact.from_excel(cell.value)
        problems.add(
            "cell-percent-format",
            cell.where,
            shown=f"{exact.decimal_text(held * 100)}%",
            text=exact.decimal_text(held),
        )
        return Nothing.REFUSED
    if cell.formula is not None:
        problems.add("cell-formula", cell.where, formula=cell.formula, text=written(cell))
    if cell.shape is Shape.UNSEEN:
        problems.add("cell-not-shown", cell.where, text=written(cell))
    if cell.hidden:
        problems.add("cell-hidden", cell.where, text=written(cell))
    return None


def _unreadable(cell: Cell, problems: Problems) -> Nothing | None:
    """Report a cell of which nobody can say what it holds."""
    if cell.merged:
        problems.add("cell-merged", cell.where, range=cell.merged)
        return Nothing.REFUSED
    return _valueless(cell, problems)


def _valueless(cell: Cell, problems: Problems) -> Nothing | None:
    """Report a cell that shows an error, or whose formula was never calculated."""
    if cell.formula is not None and cell.value is None:
        problems.add("cell-formula-no-value", cell.where, formula=cell.formula)
        return Nothing.REFUSED
    if cell.is_error:
        problems.add("cell-error-value", cell.where, text=str(cell.value))
        return Nothing.REFUSED
    return None


def _number_text(cell: Cell, value: str, problems: Problems, *, money: bool) -> Fraction | Nothing:
    try:
        found = exact.parse(value, grouped=money)
    except exact.NotANumberError:
        _report_not_a_number(cell, value, problems, money=money)
        return Nothing.REFUSED
    if found.converted or cell.shape is not Shape.UNTYPED:
        code = "cell-full-width" if found.converted else "cell-number-as-text"
        problems.add_once_per_column(
            code, cell.where, text=names.display(value), number=exact.decimal_text(found.value)
        )
    return found.value


def _report_not_a_number(cell: Cell, value: str, problems: Problems, *, money: bool) -> None:
    shown = names.display(value)
    if "," in unicodedata.normalize("NFKC", value) and not money:
        problems.add("cell-comma", cell.where, text=shown)
    elif unit := _unit(value):
        problems.add("cell-unit", cell.where, text=shown, unit=unit)
    else:
        problems.add("cell-not-a-number", cell.where, text=shown)


def _unit(value: str) -> str | None:
    """Return what stands after a number in `value`, such as 点 in 80点."""
    plain = unicodedata.normalize("NFKC", value).strip()
    rest = names.display(plain.lstrip("0123456789.,+-¥￥ "))
    is_unit = rest and rest != plain and not any(character.isdigit() for character in rest)
    return rest if is_unit else None
