"""Who is chosen and who stands ready (order of work, step 9)."""

from collections.abc import Sequence

from procscore.model.result import Award
from procscore.model.rules import Award as Rule


def decide(groups: Sequence[Sequence[str]], rule: Rule) -> Award:
    """Choose from `groups`, best first, where a group of more than one is an unsettled tie.

    A tie that lies wholly on one side of a line is no question. A tie across the line between
    chosen and not chosen is left to the committee, and so is everything that hangs on it.
    """
    winners: list[str] = []
    reserve: list[str] = []
    for group in groups:
        taken = len(winners) + len(reserve)
        if taken + len(group) <= rule.winners:
            winners.extend(group)
        elif taken >= rule.winners and taken + len(group) <= rule.winners + rule.reserve:
            reserve.extend(group)
        elif taken < rule.winners + rule.reserve:
            return Award(tuple(winners), tuple(reserve), tuple(group))
        else:
            break
    return Award(tuple(winners), tuple(reserve), ())
