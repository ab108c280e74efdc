"""Can a cheaper bid score less?

A body may want that (80 percent of the ceiling scores best in a rule that stands in dozens of
contracts), so the formula is applied as it stands. One that only rises with the price is that of an
income contract.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from procscore.checks.scenes import Priced, Study, studies
from procscore.exact import display
from procscore.formula.curve import Sample
from procscore.language import N_, message

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
    return worst and {"example": _example(worst), "how": worst.study.how}


class _Worse(NamedTuple):
    study: Study
    cheap: Sample
    dear: Sample


def _worst(study: Study) -> _Worse | None:
    """Return the neighbours whose cheaper one loses most, of round prices if there are any."""
    for steps in _ROUND_STEPS:
        pairs = [_Worse(study, *pair) for pair in pairwise(study.row(steps))]
        losing = [pair for pair in pairs if pair.cheap.height < pair.dear.height]
        if losing:
            return max(losing, key=lambda pair: (pair.dear.height - pair.cheap.height, pair.dear))
    rise = study.paid.rise()
    return _Worse(study, *rise) if rise else None


def _example(worse: _Worse) -> object:
    sentence = N_("a price of {dear} gives {more} points and a price of {cheap} gives {less}")
    said = message(
        sentence,
        dear=display(worse.dear.at),
        more=display(worse.dear.height),
        cheap=display(worse.cheap.at),
        less=display(worse.cheap.height),
    )
    return worse.study.within(said)
