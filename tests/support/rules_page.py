"""docs/rules.md as a test reads it: YAML to copy, and small examples of what it does.

An example is a block of plain lines, the same on both pages. What stands before `→` is handed in
(see `support.rules_example`), what stands after it comes out:

    A: plan 80 70 60, total 90,000,000
    B: plan 75 60 90, total 100,000,000
    C: withdrawn
    → price: A 100, B 90
    → out: C (status)

`recomputed` writes these lines again from what procscore computes, and adds those that must not be
missing (who is out, who is flagged, what the linter notes), so that a test compares the whole block
as text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from procscore.checks import bids as bids_checks
from procscore.diagnostics import CATALOGUE, Problems
from procscore.exact import decimal_text
from procscore.model import scope
from procscore.model.result import Award, Evaluation, Exclusion, StageResult
from procscore.scoring.evaluate import evaluate as score
from support.rules_example import criteria, handed, handed_in

ARROW = "→ "
_FENCE = re.compile(r"^```(\w*)$")
_HEADING = re.compile(r"^#{2,4} (.+)$")


class Block(NamedTuple):
    """A fenced block, a heading or a quote, in the order of the page."""

    kind: str
    """`yaml`, `text` or another language of a fence; `heading` or `quote`."""
    text: str
    line: int


class Snippet(NamedTuple):
    """YAML to copy, and the examples that follow it."""

    heading: str
    yaml: str
    line: int
    examples: tuple[str, ...]


class Example(NamedTuple):
    """An example as it is written: what goes in, and the lines of what comes out."""

    given: tuple[str, ...]
    expected: tuple[str, ...]


def blocks(page: str) -> list[Block]:
    """Return the headings, quotes and fenced blocks of a page."""
    found: list[Block] = []
    fence, start = "", 0
    inside: list[str] = []
    for number, line in enumerate(page.splitlines(), start=1):
        opened, heading = _FENCE.match(line), _HEADING.match(line)
        if fence and line == "```":
            found.append(Block(fence, "\n".join(inside), start))
            fence = ""
        elif fence:
            inside.append(line)
        elif opened:
            fence, start, inside = opened[1] or "plain", number, []
        elif heading:
            found.append(Block("heading", heading[1], number))
        elif line.startswith(">"):
            found.append(Block("quote", line[1:].strip(), number))
    if fence:
        raise ValueError(f"the block of line {start} is not closed")
    return found


def snippets(page: str) -> list[Snippet]:
    """Return every YAML of a page with its examples. Raises ValueError for one without the other."""
    found: list[Snippet] = []
    heading, last = "", ""
    for block in blocks(page):
        if block.kind == "heading":
            heading = block.text
        elif block.kind == "yaml":
            found.append(Snippet(heading, block.text, block.line, ()))
        elif block.kind == "text":
            if last not in ("yaml", "text"):
                raise ValueError(f"the example of line {block.line} follows no YAML")
            found[-1] = found[-1]._replace(examples=(*found[-1].examples, block.text))
        last = block.kind
    for snippet in found:
        if not snippet.examples:
            raise ValueError(f"the YAML of line {snippet.line} has no example")
    return found


def example(text: str) -> Example:
    """Return the two halves of an example. Raises ValueError where they are mixed or missing."""
    lines = text.splitlines()
    given = [line for line in lines if not line.startswith(ARROW)]
    expected = lines[len(given) :]
    if not given or not expected or lines[: len(given)] != given:
        raise ValueError(f"not an example:\n{text}")
    return Example(tuple(given), tuple(expected))


def recomputed(yaml: str, text: str) -> str:
    """Return the example as it must read: what goes in, and the lines that really come out."""
    given, expected = example(text)
    sheet, notes = criteria(yaml, given)
    taken = handed(given, sheet.panels)
    if taken.sealed:
        sheet = scope.technical_only(sheet)
    problems = Problems()
    bids = handed_in(sheet, taken)
    bids_checks.check(sheet, bids, problems)
    result = None
    if not problems.fatal:
        result = score(sheet, "digest", bids, problems, taken.withdraws)
    asked = [line.removeprefix(ARROW).partition(":")[0] for line in expected]
    return "\n".join([*given, *_told(result, problems, notes, asked)])


def _told(
    result: Evaluation | None, problems: Problems, notes: Iterable[str], asked: Iterable[str]
) -> Iterator[str]:
    """Give the lines that come out: those that are asked for, and those that must be there."""
    if result is None:
        codes = dict.fromkeys(e.code for e in problems if CATALOGUE[e.code].severity == "error")
        yield f"{ARROW}error: {', '.join(codes)}"
        return
    said = {name: words(result) for name, words in WORDS.items()}
    said |= {f"pass {each.id}": _passed(each) for each in result.stages}
    said |= {"note": ", ".join(notes), "error": ""}
    must = [name for name in ("out", "flagged", "note") if said[name]]
    for name in dict.fromkeys([*asked, *must]):
        words = said[name] if name in said else _numbers(result, name)
        yield f"{ARROW}{name}: {words}"


def _listing(pairs: Iterable[tuple[str, Fraction | None]]) -> str:
    return ", ".join(f"{who} {_grouped(number)}" for who, number in pairs if number is not None)


def _grouped(number: Fraction) -> str:
    """Return a number with its thousands grouped; a fraction such as 1700/19 as it is."""
    text = decimal_text(number)
    whole, point, decimals = text.partition(".")
    return text if "/" in text else re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", whole) + point + decimals


def _numbers(result: Evaluation, name: str) -> str:
    """Return every vendor's points of a criterion, or its amount."""
    if name in result.criteria.declared:
        amounts = ((each.vendor.id, each.amounts.get(name)) for each in result.vendors)
        return _listing((who, amount.value if amount else None) for who, amount in amounts)
    return _listing((each.vendor.id, each.points(name)) for each in result.vendors)


def _totals(result: Evaluation) -> str:
    return _listing((each.vendor.id, each.points_in_all) for each in result.vendors)


def _of(result: Evaluation) -> str:
    return _grouped(result.of_total)


def _values(result: Evaluation) -> str:
    return _listing((each.vendor.id, each.compared) for each in result.ranked)


def _ranks(result: Evaluation) -> str:
    return ", ".join(f"{decimal_text(each.rank)} {each.vendor.id}" for each in result.ranked)


def _out(result: Evaluation) -> str:
    return _by_rule((each.vendor.id, each.exclusions) for each in result.vendors)


def _flagged(result: Evaluation) -> str:
    return _by_rule((each.vendor.id, each.flags) for each in result.vendors)


def _by_rule(found: Iterable[tuple[str, Iterable[Exclusion]]]) -> str:
    rules = ((who, dict.fromkeys(each.rule for each in reasons)) for who, reasons in found)
    return ", ".join(f"{who} ({' and '.join(each)})" for who, each in rules if each)


def _chosen(result: Evaluation) -> str:
    return "nobody yet" if result.provisional else _award(result.award)


def _award(award: Award) -> str:
    parts = ["nobody"] if award.none else []
    parts += [", ".join(award.winners)] if award.winners else []
    parts += [f"next {', '.join(award.reserve)}"] if award.reserve else []
    parts += [f"open between {', '.join(award.undecided)}"] if award.undecided else []
    parts += [f"passed over {', '.join(award.passed_over)}"] if award.passed_over else []
    return "; ".join(parts)


def _passed(stage: StageResult) -> str:
    return "not held" if stage.skipped else ", ".join(stage.passed) or "nobody"


WORDS: dict[str, Callable[[Evaluation], str]] = {
    "points": _totals,
    "of": _of,
    "value": _values,
    "ranks": _ranks,
    "chosen": _chosen,
    "out": _out,
    "flagged": _flagged,
}
"""What a line after `→` begins with, besides a criterion, an amount, `error`, `note` or `pass`."""
