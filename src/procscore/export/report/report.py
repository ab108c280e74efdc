"""The result as one HTML file that needs nothing else: no network, no other file.

`report.html` says what it is made of; the rest is the page that every format writes
(`export/pages`). The file shows everything without its script, which only folds and unfolds.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from procscore.export.pages import html
from procscore.export.report.chart import chart
from procscore.language import N_, Message, _, listing, message
from procscore.model.page import Block, Page, Section, Words
from procscore.model.result import Evaluation
from procscore.model.told import award_sentences, status_word, vendor_name

_HERE = Path(__file__).parent
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def export(result: Evaluation, page: Page, what_if: str = "") -> bytes:
    """Return `result` as UTF-8: its bars, and `page`, which tells all of it in words and tables.

    The page begins with the ranking; each section that folds begins with where a vendor stands, and
    the rest of it can be folded. `what_if` is a panel in HTML that is put
    behind the ranking as it is; it may hold `<script>`.
    """
    from markupsafe import Markup

    own = [isinstance(each, Section) and each.folds for each in page.blocks]
    script = (_HERE / "report.js").read_text(encoding="utf-8")
    return html.written(
        "report.html",
        page,
        _HERE,
        _=_,
        details=_details,
        award=[str(each) for each in award_sentences(result)],
        chart=chart(result),
        out=tuple(_out(result)),
        own=own,
        across=False,
        lying=_lying(page.blocks, own),
        what_if=Markup(what_if),  # noqa: S704 - made by this package, with all text escaped
        script=Markup(script),  # noqa: S704 - a file of this package
        policy=policy(script, *_SCRIPT.findall(what_if)),
    )


def policy(*scripts: str) -> str:
    """Return the Content-Security-Policy of a page: nothing from outside, and only these scripts."""
    hashes = " ".join(
        f"'sha256-{b64encode(hashlib.sha256(each.encode()).digest()).decode()}'" for each in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )


def _details(title: Words) -> Message:
    return message(N_("Details: {what}"), what=title)


def _lying(blocks: Sequence[Block], own: Sequence[bool]) -> list[bool]:
    """Tell of each block whether it is printed across the page; `own` are those of a vendor.

    These go by their own tables. Those before the vendors stay together on pages of one kind, and
    those behind them.
    """
    found: list[bool] = []
    for vendor, group in groupby(zip(blocks, own, strict=True), itemgetter(1)):
        lies = [html.lying([block]) for block, _own in group]
        found += lies if vendor else [any(lies)] * len(lies)
    return found


def _out(result: Evaluation) -> Iterator[Message]:
    """Give who is not ranked, and why."""
    for each in result.excluded:
        yield message(
            N_("{vendor}: {status}. {reasons}"),
            vendor=vendor_name(each),
            status=status_word(each),
            reasons=listing(exclusion.reason for exclusion in each.exclusions),
        )
