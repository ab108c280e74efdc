"""What a well-formed criteria sheet can still get wrong: sums, ids, names, scales, chains."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from procscore.checks import procedure, rankings
from procscore.checks.finding import Finding, finding, unknown
from procscore.checks.formulas import formula_faults, two_meanings
from procscore.checks.monotonic import cheaper_scores_less
from procscore.checks.scenes import priced
from procscore.exact import decimal_text
from procscore.language import N_, Message, listing, message
from procscore.model.criteria import CriteriaSheet, Criterion, Leaf, Path
from procscore.model.rankings import rankings as rankings_of
from procscore.model.rules import Panel
from procscore.model.scores import Check, Grades, Marks, Price
from procscore.names import key, sign_key


def check(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Give every fault of `sheet`."""
    for rule in RULES:
        yield from rule(sheet)


def sums(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Points that are written for a group or the sheet equal the sum of the parts."""
    total = sum((criterion.worth for criterion in sheet.criteria), Fraction(0))
    if total != sheet.points:
        yield _sum_finding(
            ("points",),
            sheet.title,
            sheet.points,
            total,
            [criterion.worth for criterion in sheet.criteria],
        )
    for path, criterion in sheet.walk():
        rescaled = criterion.rescale is not None
        if criterion.criteria and criterion.points is not None and not rescaled:
            parts = [part.worth for part in criterion.criteria]
            if sum(parts, Fraction(0)) != criterion.points:
                yield _sum_finding(
                    (*path, "points"),
                    criterion.name,
                    criterion.points,
                    sum(parts, Fraction(0)),
                    parts,
                )


def _sum_finding(
    path: Path, name: str, written: Fraction, total: Fraction, parts: list[Fraction]
) -> Finding:
    return finding(
        "criteria-sum-wrong",
        *path,
        name=name,
        points=decimal_text(written),
        total=decimal_text(total),
        parts=" + ".join(decimal_text(part) for part in parts),
    )


def points(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Every leaf has points, and none are negative; a mere check may have none."""
    for leaf in sheet.leaves:
        written = leaf.criterion.points
        if written is None and not isinstance(leaf.score, Check):
            yield finding("criteria-points-missing", *leaf.path, criterion=leaf.criterion.name)
        elif written is not None and (
            written < 0 or (written == 0 and not isinstance(leaf.score, Check))
        ):
            yield finding(
                "criteria-points-not-positive",
                *leaf.path,
                "points",
                criterion=leaf.criterion.name,
                points=decimal_text(written),
            )


def ids(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Ids are unique across the sheet, and a column's heading can mean one amount only."""
    met: set[str] = set()
    places = [
        *((("amounts", each), each) for each in sheet.amounts),
        *((("quantities", each), each) for each in sheet.quantities),
        *(((*path, "id"), criterion.id) for path, criterion in sheet.walk()),
    ]
    for path, each in places:
        if key(each) in met:
            yield Finding("criteria-id-doubled", path, {"id": each}, at_key=path[-1] != "id")
        met.add(key(each))
    named: dict[str, str] = {}
    for kind, declared in (("amounts", sheet.amounts), ("quantities", sheet.quantities)):
        for each, about in declared.items():
            other = named.setdefault(key(about.name), each)
            if other != each or (key(about.name) in met and key(about.name) != key(each)):
                yield finding("criteria-name-doubled", kind, each, "name", name=about.name)


def scores(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Scales and amounts that scores name exist, and marks have a range that can be given."""
    for leaf in sheet.leaves:
        path = sheet.score_path(leaf)
        match leaf.score:
            case Grades(scale=scale) if scale not in sheet.scales:
                yield unknown("criteria-scale-unknown", (*path, "scale"), scale, sheet.scales)
            case Price(amount=amount) if amount not in sheet.amounts:
                yield unknown("criteria-amount-unknown", (*path, "amount"), amount, sheet.amounts)
            case Marks() if leaf.criterion.points is not None:
                yield from _marks(leaf.score, leaf.points, path)
            case _:
                pass


def _marks(marks: Marks, of: Fraction, path: Path) -> Iterator[Finding]:
    lowest, highest = marks.range(of)
    if highest <= 0 or lowest >= highest:
        yield finding(
            "criteria-marks-range",
            *path,
            lowest=decimal_text(lowest),
            highest=decimal_text(highest),
        )
    if marks.step is not None and (marks.step <= 0 or (highest - lowest) % marks.step != 0):
        yield finding(
            "criteria-marks-step",
            *path,
            "step",
            step=decimal_text(marks.step),
            lowest=decimal_text(lowest),
            highest=decimal_text(highest),
        )


def scales(sheet: CriteriaSheet) -> Iterator[Finding]:
    """The grades of a scale are all shares or all numbers, and the best is above zero."""
    for name, scale in sheet.scales.items():
        if len({grade.percent for grade in scale.values()}) > 1:
            yield finding("criteria-scale-mixed", "scales", name, scale=name)
        elif alike := _alike(scale):
            yield finding("criteria-grades-alike", "scales", name, scale=name, grades=alike)
        elif max(grade.value for grade in scale.values()) <= 0:
            yield finding("criteria-scale-no-points", "scales", name, scale=name)
        elif (
            max(grade.value for grade in scale.values()) > 1 and next(iter(scale.values())).percent
        ):
            yield finding("criteria-scale-over-full", "scales", name, scale=name)


def _alike(scale: Mapping[str, object]) -> str:
    """Return the grades of a scale that a cell could not tell apart, such as A and a."""
    spellings: dict[str, list[str]] = {}
    for grade in scale:
        spellings.setdefault(sign_key(grade), []).append(grade)
    return ", ".join(grade for group in spellings.values() if len(group) > 1 for grade in group)


def references(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Ceilings and the low-bid test name amounts that exist."""
    if isinstance(sheet.eligibility.ceiling, dict):
        for amount in sheet.eligibility.ceiling:
            if amount not in sheet.amounts:
                found = unknown(
                    "criteria-amount-unknown",
                    ("eligibility", "ceiling", amount),
                    amount,
                    sheet.amounts,
                )
                yield found._replace(at_key=True)
    low = sheet.eligibility.abnormally_low
    if low and low.amount and low.amount not in sheet.amounts:
        path = ("eligibility", "abnormally_low", "amount")
        yield unknown("criteria-amount-unknown", path, low.amount, sheet.amounts)
    elif low and not low.amount and sheet.main_amount is None:
        yield finding(
            "criteria-amount-unclear",
            "eligibility",
            "abnormally_low",
            amounts=listing(sheet.amounts),
        )


def panel(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Points that come from the evaluators' totals can be told apart from the rest."""
    rules = sheet.panel
    if "trim" in rules.model_fields_set and rules.aggregate != "trimmed-mean":
        yield finding("criteria-trim-unused", "panel", "trim", aggregate=rules.aggregate)
    for path, minimum in sheet.all_minimums:
        without = sheet.by_id.get(minimum.excluding or "")
        if without is not None and any(
            _divided(sheet, frozenset(leaf.id for leaf in leaves if leaf.totalled), without)
            for each, leaves in sheet.marking_panels.items()
            if sheet.totals_decide(each)
        ):
            yield finding("criteria-minimum-undefined", *path[:-1])
            return


def _divided(sheet: CriteriaSheet, marked: frozenset[str], without: Criterion) -> bool:
    """Tell whether leaving out `without` would divide points that come from totals of `marked`."""
    groups = [criterion for criterion in sheet.criteria if marked & criterion.ids]
    taken = marked & without.ids
    return len(groups) > 1 or (bool(taken) and taken != marked)


def overriding(sheet: CriteriaSheet) -> Iterator[Finding]:
    """An agreed mark overrides the aggregate of one criterion, and nobody's own order or minimum."""
    asked = _asked(sheet)
    panels: list[tuple[str | None, Path, Panel]] = [(None, ("panel",), sheet.panel)]
    panels += [(each, ("panels", each), rules) for each, rules in sheet.panels.items()]
    for each, path, rules in panels:
        if rules.consensus is None:
            continue
        if rules.aggregate in ("consensus", "sum"):
            reason = message(N_("the aggregate is {aggregate}"), aggregate=rules.aggregate)
        elif rules.over == "totals":
            reason = message(N_("the panel is aggregated over totals"))
        elif each in asked:
            reason = asked[each]
        else:
            continue
        yield finding("criteria-overrides-unfit", *path, "consensus", reason=reason)


def _asked(sheet: CriteriaSheet) -> Mapping[str | None, Message]:
    """Return the panels whose evaluators are asked one by one, with the rule that asks them."""
    found: dict[str | None, Message] = {}
    for _path, minimum in sheet.all_minimums:
        inside = sheet.by_id.get(minimum.criterion or "")
        about = [leaf for leaf in sheet.totalled if inside is None or leaf.id in inside.ids]
        if minimum.evaluators is not None:
            told = message(N_("a minimum asks what each evaluator gave"))
            found.update(dict.fromkeys(_voting(about), told))
    if any(ranking.asks_evaluators for _path, ranking in rankings_of(sheet)):
        told = message(N_("the ranking or a tie asks for each evaluator's order"))
        found.update(dict.fromkeys(_voting(sheet.totalled), told))
    return found


def _voting(leaves: Sequence[Leaf]) -> frozenset[str | None]:
    """Return the panels that are asked about `leaves`: the sheet's own, else all of them."""
    panels = frozenset(leaf.panel for leaf in leaves)
    return frozenset({None}) if None in panels else panels


def formulas(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Every name in a formula has a meaning where it stands, and a cheaper bid scores no less."""
    looked_at: set[Path] = set()
    for path, formula, fault in formula_faults(sheet):
        looked_at.add(path)
        details = {"reason": fault.reason, "position": fault.position, "formula": formula.text}
        yield Finding("formula-unreadable", path, details)
    for path, _leaf, about in priced(sheet):
        if path not in looked_at:
            looked_at.add(path)
            if example := cheaper_scores_less(about):
                yield Finding("criteria-cheaper-scores-less", path, example)
    for path, name in two_meanings(sheet):
        yield Finding("criteria-id-reserved", path, {"id": name}, at_key=path[-1] != "id")


RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (
    sums,
    points,
    ids,
    scales,
    scores,
    references,
    *rankings.RULES,
    panel,
    overriding,
    *procedure.RULES,
    formulas,
)
