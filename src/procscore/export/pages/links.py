"""Addresses of the web in a text."""

import re
from collections.abc import Iterator

_ADDRESS = re.compile(r"(https?://[A-Za-z0-9._~:/?#@!$&*+,;=%-]*[A-Za-z0-9_~/#@$&*+=%-])")
"""Only what an address can hold, and not the stop of the sentence behind it; Japanese goes on at once."""


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """Give the parts of `text` in their order, each with whether it is an address."""
    for number, part in enumerate(_ADDRESS.split(text)):
        if part:
            yield part, number % 2 == 1
