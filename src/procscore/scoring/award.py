"""Who is chosen and who stands ready (order of work, step 9)."""

from collections.abc import Collection, Mapping, Sequence

from procscore.language import N_, Message, message
from procscore.model.result import Award
from procscore.model.rules import Award as Rule


def decide(
    groups: Sequence[Sequence[str]],
    rule: Rule,
    withdrawn: Collection[str] = (),
    unfit: Mapping[str, Message] | None = None,
) -> Award:
    """Choose from `groups`, best first, where a group of more than one is an unsettled tie.

    A tie that lies wholly on one side of a line is no question. A tie across the line between
    chosen and not chosen is left to the committee, and so is everything that hangs on it.

    Who is among `withdrawn` (it withdrew, or negotiations with it failed) is passed over, and the
    next moves up, but not one that is `unfit` for it, by vendor id with the reason (日田市:
    https://expydoc.com/doc/10822299/).
    """
    winners: list[str] = []
    reserve: list[str] = []
    gone = message(N_("withdrew after the ranking"))
    passed_over = {each: gone for group in groups for each in group if each in withdrawn}
    places, gone_by_now = 0, False
    for group in groups:
        places += len(group)
        gone_by_now = gone_by_now or any(vendor in passed_over for vendor in group)
        # Who would have been chosen anyway does not move up.
        moves_up = gone_by_now and places > rule.winners > len(winners)
        for vendor in group if moves_up else ():
            if unfit and vendor in unfit:
                passed_over.setdefault(vendor, unfit[vendor])
        left = [vendor for vendor in group if vendor not in passed_over]
        taken = len(winners) + len(reserve)
        if taken + len(left) <= rule.winners:
            winners.extend(left)
        elif taken >= rule.winners and taken + len(left) <= rule.winners + rule.reserve:
            reserve.extend(left)
        elif taken < rule.winners + rule.reserve:
            return Award(tuple(winners), tuple(reserve), tuple(left), passed_over)
        else:
            break
    return Award(tuple(winners), tuple(reserve), (), passed_over)
