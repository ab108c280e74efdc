"""How the columns of a table stand, whatever it is written as: room shared, decimals under decimals."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"[^0-9\n]*[0-9][0-9,]*(?P<decimals>(\.[0-9]+)?…?)(?P<unit>[^0-9\n]*)")


def behind(texts: Sequence[str]) -> list[str]:
    """Return what has to stand unseen behind each text of a right-aligned column.

    It is as wide as the decimals that a number lacks, so that point stands under point: `.5` for
    `12` above `3.5`. Nothing where a text is no number, or where the numbers have different units.
    """
    found = [_NUMBER.fullmatch(text) for text in texts]
    numbers = [each for each in found if each is not None]
    if len({each["unit"] for each in numbers}) != 1:
        return [""] * len(texts)
    longest = max((each["decimals"] for each in numbers), key=len)
    return ["" if each is None else longest[len(each["decimals"]) :] for each in found]


def share_out(least: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns that share `room`, each between its `least` and its `most`.

    The widest are cut first. More than `room` only where the least is already more.
    """
    widths = [max(low, high) for low, high in zip(least, most, strict=True)]
    if sum(widths) <= room:
        return widths
    widths = list(least)
    while (left := room - sum(widths)) > 0:
        low = min(each for each, high in zip(widths, most, strict=True) if each < high)
        narrow = [n for n, high in enumerate(most) if widths[n] == low and low < high]
        for number in narrow[:left]:
            widths[number] += 1
    return widths
