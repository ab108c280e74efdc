"""The notice to one vendor (結果通知書): what became of its proposal, and its own points.

Nobody else is named in it, and no figure of another vendor stands in it but what the criteria sheet
lets vendors know (`award: {notice: winner-totals}`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from procscore.diagnostics import Problems
from procscore.exact import display
from procscore.language import N_, Listing, Message, listing, message
from procscore.model import shown
from procscore.model.criteria import Criterion
from procscore.model.page import Block, Cell, Column, Page, Sentences, Table, Words
from procscore.model.result import Evaluation, Score, VendorResult
from procscore.model.rules_told import FACETS
from procscore.model.rules_told.eligibility import conditions
from procscore.model.scores import Check
from procscore.model.told import stage_sentences, title
from procscore.pages import figures, outcome
from procscore.pages.discretion import Others

_RULES = ("aggregation", "rounding", "price", "amounts", "ranking")
"""The facets of the criteria sheet by which points and ranks come about."""
_COMMENT_WITHHELD = message(N_("One comment is not shown here, because it names others."))
_WITHHELD = message(N_("One sentence is not shown here, because it names others."))


def page(result: Evaluation, each: VendorResult, problems: Problems) -> Page:
    """Return the notice for a vendor; what is left out of it is added to `problems`."""
    others = Others(result, each)
    return Page(
        message(N_("Notice of the result")),
        tuple(_lead(result, each)),
        tuple(_blocks(result, each, others, problems)),
    )


def _lead(result: Evaluation, each: VendorResult) -> Iterator[Words]:
    yield message(N_("To {vendor}"), vendor=each.vendor.name)
    if result.criteria.authority:
        yield message(N_("From {authority}"), authority=result.criteria.authority)
    yield message(
        N_("The proposals for “{title}” were evaluated, with the following result for yours."),
        title=title(result),
    )
    yield message(N_("Criteria sheet: {by}"), by=result.criteria.title)


def _blocks(
    result: Evaluation, each: VendorResult, others: Others, problems: Problems
) -> Iterator[Block]:
    told = _told(outcome.sentences(result, each), each, others, problems)
    yield Sentences(message(N_("Result")), tuple(told))
    if ties := tuple(_told(outcome.tie_sentences(result, each), each, others, problems)):
        yield Sentences(message(N_("Equal values")), ties)
    if shown.is_scored(each):
        yield _Points(result, each).table()
    if offered := tuple(_offered(result, each)):
        yield Sentences(message(N_("What you offered")), offered)
    if shown.is_scored(each):
        yield Sentences(message(N_("How points and ranks come about")), tuple(_rules(result)))
    if comments := tuple(_comments(result, each, others, problems)):
        columns = Column(message(N_("Criterion"))), Column(message(N_("Comment")))
        yield Table(message(N_("Comments by criterion")), columns, comments)


def _rules(result: Evaluation) -> Iterator[Message]:
    for facet in (FACETS[name] for name in _RULES):
        for told in facet.tell(result.criteria):
            yield message(N_("{about} – {rule}"), about=message(facet.title), rule=told)


class _Points:
    """The points of a vendor by criterion, and of who is chosen where the sheet lets it know."""

    def __init__(self, result: Evaluation, each: VendorResult) -> None:
        self._result = result
        self._each = each
        chosen = result.award.winners
        known = result.criteria.award.notice == "winner-totals" and each.vendor.id not in chosen
        self._chosen = [result.vendor(vendor) for vendor in chosen] if known else []
        self._tops = {top.id for top in result.criteria.criteria}

    def table(self) -> Table:
        outlined = shown.outline(self._result.criteria)
        rows = [self._row(depth, criterion) for depth, criterion in outlined]
        rows.append(self._total())
        return Table(
            message(N_("Points by criterion")),
            (
                Column(message(N_("Criterion"))),
                Column(message(N_("Out of")), align="right"),
                Column(message(N_("Your points")), align="right"),
                *(Column(heading, align="right") for heading in self._headings()),
            ),
            _aligned(rows),
            tuple(self._notes(rows)),
        )

    def _headings(self) -> Iterator[Message]:
        for number, _ in enumerate(self._chosen, start=1):
            if len(self._chosen) == 1:
                yield message(N_("Preferred bidder"))
            else:
                yield message(N_("Preferred bidder {number}"), number=number)

    def _row(self, depth: int, criterion: Criterion) -> tuple[Cell, ...]:
        score = self._each.score(criterion.id)
        top = criterion.id in self._tops
        strong = bool(criterion.criteria)
        return (
            Cell(criterion.name, strong=strong, indent=depth),
            figures.points(score.of, strong=strong) if score.of else Cell(),
            replace(self._own(criterion, score), strong=strong),
            *(
                _points(each.score(criterion.id), strong=strong) if top else Cell()
                for each in self._chosen
            ),
        )

    def _own(self, criterion: Criterion, score: Score) -> Cell:
        if not isinstance(criterion.score, Check) or score.of:
            return _points(score)
        if not score.marks:
            return Cell(message(N_("not scored")))
        failed = any(
            out.rule == "check" and out.reason.details["criterion"] == criterion.name
            for out in self._each.exclusions
        )
        return Cell(message(N_("not met") if failed else N_("met")))

    def _total(self) -> tuple[Cell, ...]:
        totals = [each.points_in_all for each in (self._each, *self._chosen)]
        return (
            Cell(message(N_("Total")), strong=True),
            figures.points(self._each.of, strong=True),
            *(
                figures.points(total, strong=True)
                if total is not None
                else Cell(message(N_("not scored")), strong=True)
                for total in totals
            ),
        )

    def _notes(self, rows: Sequence[tuple[Cell, ...]]) -> Iterator[Message]:
        """Give what has to be known to add the points up."""
        yield from stage_sentences(self._result)
        yield from conditions(self._result.criteria)
        for score in self._each.walk():
            criterion = self._result.criteria.by_id[score.criterion]
            if not score.adds_up and criterion.rescale is None:
                yield _apart(criterion.name)
        if not self._each.adds_up:
            yield _apart(message(N_("total")))
        if any(str(cell.text).endswith("…") for row in rows for cell in row):
            yield message(N_("“…” stands for further digits; nothing is rounded here."))


def _aligned(rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows with as many decimals in all numbers of a column; none is taken away."""
    columns = [_with_decimals(column) for column in zip(*rows, strict=True)]
    return tuple(zip(*columns, strict=True))


def _with_decimals(column: Sequence[Cell]) -> list[Cell]:
    texts = [str(cell.text) for cell in column if cell.value is not None]
    places = max((len(text.rstrip("…").partition(".")[2]) for text in texts), default=0)
    return [
        replace(cell, text=_padded(str(cell.text), places)) if cell.value is not None else cell
        for cell in column
    ]


def _padded(text: str, places: int) -> str:
    if text.endswith("…") or not places:
        return text
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.ljust(places, '0')}"


def _apart(group: Words) -> Message:
    return message(
        N_(
            "The points of “{group}” come from the evaluators' totals; its parts need not add up to them."
        ),
        group=group,
    )


def _points(score: Score, *, strong: bool = False) -> Cell:
    if score.points is None:
        return Cell(message(N_("not scored")), strong=strong)
    return figures.points(score.points, strong=strong)


def _offered(result: Evaluation, each: VendorResult) -> Iterator[Message]:
    """Give the vendor's own amounts and quantities."""
    sheet = result.criteria
    for declared, derivation in each.amounts.items():
        about = sheet.declared[declared]
        value = display(derivation.value)
        if unit := sheet.quantities[declared].unit if declared in sheet.quantities else None:
            yield message(N_("{name}: {value} {unit}"), name=about.name, value=value, unit=unit)
        else:
            yield message(N_("{what}: {value}"), what=about.name, value=value)
    # A derived amount need not be money: the currency is that of what is quoted.
    if each.amounts and result.procurement.currency:
        yield message(N_("Currency: {currency}"), currency=result.procurement.currency)


def _comments(
    result: Evaluation, each: VendorResult, others: Others, problems: Problems
) -> Iterator[tuple[Cell, ...]]:
    """Give what was commented, criterion by criterion.

    The comments on a criterion are sorted, so that their order does not tell whose they are.
    """
    for score in each.walk():
        name = result.criteria.by_id[score.criterion].name
        written: list[str] = []
        for mark in (*score.marks, *score.originals):
            if mark.comment and (names := others.named_in(mark.comment)):
                vendor = each.vendor.name
                quoted = _quoted(names)
                problems.add("comment-names-others", mark.where, vendor=vendor, names=quoted)
                yield Cell(name), Cell(_COMMENT_WITHHELD)
            elif mark.comment:
                written.append(mark.comment)
        for comment in sorted(written):
            yield Cell(name), Cell(comment)


def _told(
    sentences: Iterable[Message], each: VendorResult, others: Others, problems: Problems
) -> Iterator[Message]:
    """Give what became of a vendor, without sentences that name others by what was put into them.

    Only here may stand what somebody wrote freely, beside comments: the reason for a status, say.
    """
    for sentence in sentences:
        if names := others.named_by(sentence):
            vendor = each.vendor
            details = {"text": sentence, "vendor": vendor.name, "names": _quoted(names)}
            problems.add("notice-names-others", vendor.where, **details)
            yield _WITHHELD
        else:
            yield sentence


def _quoted(names: Iterable[str]) -> Listing:
    return listing(message(N_("“{name}”"), name=each) for each in names)
