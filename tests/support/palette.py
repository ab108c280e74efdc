"""The colours of style sheets, and whether one can be read on another (WCAG 2)."""

import re


def colours(css):
    """Return the colours of a style sheet by name, each part from 0 to 1."""
    found = re.findall(r"--(\w+): (\d+) (\d+) (\d+);", css)
    return {name: [int(part) / 255 for part in parts] for name, *parts in found}


def luminance(colour):
    """Return the relative luminance of WCAG 2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
