"""What a sheet gives its points for: by topic, by group, and how its shares are to be read."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from procscore.comparing.items import item_key
from procscore.exact import decimal_text
from procscore.language import N_, Message, listing, message
from procscore.model.comparison import Compared, Given, Subject, Weight
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.rounds import Round, rounds
from procscore.model.rules_told.words import quoted
from procscore.model.topics import TOPICS
from procscore.model.worths import about_price, counting, worths


def compared(given: Given) -> Compared:
    """Return a sheet with the points that count, and what has to be known to read its shares."""
    sheet = given.sheet
    points = worths(sheet)
    total = counting(sheet)
    price = sum((points[leaf.id] for leaf in counted(sheet) if about_price(leaf)), Fraction(0))
    return Compared(
        given.label, sheet, given.digest, total, price, tuple(_cautions(sheet, points, total))
    )


def counted(sheet: CriteriaSheet) -> tuple[Leaf, ...]:
    """Return the leaves whose points count in the last round, in the order of the sheet."""
    points = worths(sheet)
    return tuple(leaf for leaf in sheet.leaves if leaf.id in points)


def by_id(sheet: CriteriaSheet) -> dict[str, Weight]:
    """Return the weight of every criterion, groups too, that counts in the last round."""
    points = worths(sheet)
    total = counting(sheet)
    return {
        each: Weight(given, given / total if total else Fraction(0))
        for each, given in points.items()
    }


def subject(leaf: Leaf) -> Subject:
    """Return what a leaf is about: its topic, or itself where it states none."""
    if leaf.topic is not None:
        return Subject(leaf.topic)
    return Subject(None, item_key(leaf.criterion.name), leaf.criterion.name)


def by_subject(sheet: CriteriaSheet) -> dict[Subject, Weight]:
    """Return the weight of everything that a sheet gives points for, topics in their order first."""
    weights = by_id(sheet)
    found: dict[Subject, Weight] = {}
    for leaf in counted(sheet):
        about, weight = subject(leaf), weights[leaf.id]
        before = found.get(about, Weight(Fraction(0), Fraction(0)))
        found[about] = Weight(before.points + weight.points, before.share + weight.share)
    return {about: found[about] for about in in_order(found)}


def in_order(subjects: Iterable[Subject]) -> list[Subject]:
    """Return subjects in the order of the topics; those without a topic last, as they stand."""
    order = {topic: number for number, topic in enumerate(TOPICS)}
    return sorted(subjects, key=lambda each: order.get(each.topic or "", len(order)))


def _cautions(
    sheet: CriteriaSheet, points: dict[str, Fraction], total: Fraction
) -> Iterator[Message]:
    last = rounds(sheet)[-1]
    if not total:
        yield message(N_("It gives no points, so there are no shares."))
    yield from _left_behind(sheet, last, total)
    if last.ranking.by == "formula":
        yield message(
            N_("It ranks by a formula: the shares are of the points, not of what the formula adds.")
        )
    elif last.ranking.by != "points":
        yield message(
            N_("It ranks by the evaluators' own orders: the shares are of each one's points.")
        )
    shrunk = [
        criterion.name
        for _, criterion in sheet.walk()
        if criterion.criteria
        and criterion.id in points
        and criterion.worth != sum((part.worth for part in criterion.criteria), Fraction(0))
    ]
    if shrunk:
        yield message(
            N_("The points in {groups} are converted; its items count in proportion."),
            groups=listing(map(quoted, shrunk)),
        )
    panels = {(leaf.panel,) if sheet.summed(leaf) else None for leaf in counted(sheet)}
    if len(panels) > 1:
        yield message(
            N_(
                "Points are added up over the evaluators, others are given once: the shares are those of one evaluator."
            )
        )


def _left_behind(sheet: CriteriaSheet, last: Round, total: Fraction) -> Iterator[Message]:
    """Give what earlier stages judge and the last one does not count."""
    gone = [top.name for top in sheet.criteria if top not in last.counted]
    if gone:
        yield message(
            N_(
                "{criteria}: judged in an earlier stage and not counted in the last; the shares are of the last stage's {points} points."
            ),
            criteria=listing(gone),
            points=decimal_text(total),
        )
