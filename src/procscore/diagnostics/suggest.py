"""What a name that does not exist was probably meant to be."""

from collections.abc import Collection

from procscore.language import N_, Message, listing, message
from procscore.names import nearest

_MOST_LISTED = 20


def suggest(written: str, known: Collection[str]) -> Message:
    """Return “Did you mean …?” where one of `known` is near to `written`, else what there is."""
    if guess := nearest(written, known):
        return message(N_("Did you mean “{guess}”?"), guess=guess)
    if not known:
        return message(N_("There are none."))
    listed = list(known)[:_MOST_LISTED]
    if len(known) > _MOST_LISTED:
        listed.append("…")
    return message(N_("There are: {known}."), known=listing(listed))
