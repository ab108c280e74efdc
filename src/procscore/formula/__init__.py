"""The scoring language: one small exact language that computes and explains.

It knows nothing of vendors, criteria or sheets: values come in by name, a `Derivation` goes out.
"""

from procscore.formula.check import check
from procscore.formula.derivation import Derivation, Input, derive
from procscore.formula.errors import FormulaError, UndefinedValueError
from procscore.formula.parse import parse
from procscore.formula.presets import PRESETS, Preset
from procscore.formula.terms import Formula, Term, names

__all__ = [
    "PRESETS",
    "Derivation",
    "Formula",
    "FormulaError",
    "Input",
    "Preset",
    "Term",
    "UndefinedValueError",
    "check",
    "derive",
    "names",
    "parse",
]
