"""What holds of every entry of the catalogue of diagnostics, to be run over each family.

@catalogue.each_entry(FILES)
def test_an_entry_is_complete(code, check):
    check(code, FILES[code])
"""

import re
import string
from collections.abc import Callable

import pytest

from procscore.diagnostics import CATALOGUE, Kind, Severity

HINT_ONLY = {
    "amount-tax-not-stated": {"id"},
    "amount-term-not-stated": {"id"},
    "attendance-unknown": {"known"},
    "ceiling-amount-unclear": {"example"},
    "criteria-bad-choice": {"expected"},
    "criteria-version-unknown": {"key"},
    "grade-unknown": {"known"},
    "layout-bad-address": {"example"},
    "layout-cell-blank": {"layout"},
    "layout-heading-unknown": {"layout"},
    "layout-item-unknown": {"layout"},
    "layout-marks-doubled": {"layout"},
    "layout-place-unclear": {"key"},
    "mark-above-maximum": {"lowest"},
    "mark-below-minimum": {"highest"},
    "mark-not-allowed": {"allowed"},
    "mark-off-step": {"lowest", "highest"},
    "minimum-hangs-on-price": {"instead"},
    "price-points-only-at-zero": {"remedy"},
    "price-points-unreachable": {"remedy"},
    "price-undefined-at-zero": {"ruled"},
    "role-unknown": {"known"},
    "status-unknown": {"known"},
    "step-lost-in-rounding": {"places", "mode"},
    "ties-by-people": {"chain"},
    "ties-can-stay": {"instead"},
    "ties-not-stated": {"chain"},
}
"""Details that only the hint shows. Elsewhere a hint may only name what its message named."""


def fields(template: str) -> set[str]:
    """Return the names of the fields of a template."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def code_is_kebab_case(code: str, kind: Kind) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", code)


def severity_is_one_of_three(code: str, kind: Kind) -> None:
    assert kind.severity in set(Severity)


def texts_are_sentences(code: str, kind: Kind) -> None:
    for text in (kind.message, kind.hint, kind.why):
        assert text == text.strip()
        assert text.endswith((".", "}"))
        assert "  " not in text


def why_has_no_fields(code: str, kind: Kind) -> None:
    assert fields(kind.why) == set()
    assert "{" not in kind.why


def fields_of_the_hint_are_known(code: str, kind: Kind) -> None:
    assert fields(kind.hint) - fields(kind.message) == HINT_ONLY.get(code, set())


def fields_are_plain_names(code: str, kind: Kind) -> None:
    """A field `{}`, `{0}` or `{x.y}` could not be filled from a diagnostic's details."""
    details = {name: f"<{name}>" for name in fields(kind.message) | fields(kind.hint)}
    assert all(name.isidentifier() for name in details)
    for template in (kind.message, kind.hint):
        filled = template.format_map(details)
        assert all(details[name] in filled for name in fields(template))


CHECKS: tuple[Callable[[str, Kind], None], ...] = (
    code_is_kebab_case,
    severity_is_one_of_three,
    texts_are_sentences,
    why_has_no_fields,
    fields_of_the_hint_are_known,
    fields_are_plain_names,
)


def each_entry(family: dict[str, Kind]) -> Callable:
    """Parametrise a test by every code of `family` and every check."""

    def decorate(test: Callable) -> Callable:
        by_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
        return pytest.mark.parametrize("code", family)(by_check(test))

    return decorate


def codes_missing(family: dict[str, Kind]) -> dict[str, Kind]:
    """Return the entries of `family` that the catalogue lacks or that another family overrode."""
    return {code: kind for code, kind in family.items() if CATALOGUE.get(code) is not kind}
