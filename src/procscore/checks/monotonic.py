"""Can a cheaper bid score less?

A body may want that (80 percent of the ceiling scores best in a rule that stands in dozens of
contracts), so the formula is applied as it stands. One that only rises with the price is that of an
income contract.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from procscore.checks.scenes import Priced, Study, pair, studies
from procscore.formula.curve import Sample

_ROUND_STEPS = (10, 40)
"""Into how many steps the whole is divided for an example: round prices are the easiest to follow."""


def cheaper_scores_less(about: Priced) -> Mapping[str, object] | None:
    """Return an example of a cheaper bid that scores less, and how that was found.

    None where points only fall, or only rise, with the price, and where the formula is not studied.
    A price of zero is left out: a sheet may rule it as it likes.
    """
    found = studies(about)
    rising = [study for study in found if study.paid.rises]
    if not rising or not any(study.paid.falls for study in found):
        return None
    worst = _worst(rising[0])
    return worst and {"example": pair(*worst), "how": worst.study.how}


class _Worse(NamedTuple):
    study: Study
    cheap: Sample
    dear: Sample


def _worst(study: Study) -> _Worse | None:
    """Return the neighbours whose cheaper one loses most, of round prices if there are any."""
    for steps in _ROUND_STEPS:
        found = [_Worse(study, *each) for each in pairwise(study.row(steps))]
        losing = [each for each in found if each.cheap.height < each.dear.height]
        if losing:
            return max(losing, key=lambda each: (each.dear.height - each.cheap.height, each.dear))
    rise = study.paid.rise()
    return _Worse(study, *rise) if rise else None
