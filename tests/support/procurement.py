"""A whole procurement invented for any criteria sheet, and the workbook a secretary would make of it.

invented = procurement.invent(sheet)
procurement.write(tmp_path / "bids.xlsx", invented, "fukui-sakai")

What is invented follows from the rules that the sheet declares and from nothing else, so a sheet
that is added tomorrow needs nothing here. Nobody is out and nobody is tied: the marks are good
enough for minimums, the vendors differ, amounts are below their ceilings, and what a lot or a
formula asks for is there. The same sheet gives the same procurement.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from procscore.exact import decimal_text
from procscore.formula import Formula, Input, UndefinedValueError, derive, names
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.rankings import rank_without_ties, rankings
from procscore.model.scores import ByFormula, Check, Grades, Marks
from support import books

NAMES = (  # id, name, reading
    ("A社", "株式会社あおば情報", "アオバジョウホウ"),
    ("B社", "みなとシステム株式会社", "ミナトシステム"),
    ("C社", "合同会社はやぶさ", "ハヤブサ"),
    ("D社", "北陸データ株式会社", "ホクリクデータ"),
    ("E社", "株式会社つばき総研", "ツバキソウケン"),
    ("F社", "株式会社ときわ", "トキワ"),
    ("G社", "やまと企画株式会社", "ヤマトキカク"),
    ("H社", "株式会社ろっこう", "ロッコウ"),
)
EVALUATORS = 5
QUALITY = (90, 100, 80, 85, 83, 88, 95, 81)
"""How good the vendors are, in per cent of the highest mark."""
PRICES = (103, 107, 98, 112, 100, 105, 109, 101)
"""What they ask, in per cent of the usual price."""
USUAL_PRICE = 40_000_000
ANY_STEP = Fraction(1, 4)
"""The steps in which is marked what takes any number."""
HEADROOM = Fraction(5, 4)
"""How far a ceiling stands above the highest bid."""
COUNTS = ("0", "1", "2", "3", "4", "5", "8", "10", "12", "20", "40", "60", "100", "120", "200")
"""What is tried for a quantity."""

Entry = dict[str, object]
"""What `support.values.evaluate` takes of a vendor: marks by criterion, amounts, quantities, a lot."""
Choice = Callable[[CriteriaSheet, Leaf, int, int, int], str]
"""Chooses a mark by the number of the criterion, of the vendor and of the evaluator."""


@dataclass(frozen=True)
class Invented:
    """A procurement as `support.values.evaluate` takes it, and what only a workbook holds."""

    sheet: CriteriaSheet
    vendors: dict[str, Entry]
    """Panel marks are by evaluator; agreed marks and the secretariat's stand alone."""
    evaluators: dict[str, frozenset[str | None]]
    """The panels that each evaluator sits on."""
    ceilings: dict[str, Fraction] = field(default_factory=dict)
    figures: dict[str, Fraction] = field(default_factory=dict)
    """調査基準価格 and 基準額, where a rule needs them."""
    own_ranks: dict[str, dict[str, int]] = field(default_factory=dict)
    """By evaluator and vendor, where evaluators rank without ties and have equal totals."""

    def marked_by(self, evaluator: str) -> tuple[Leaf, ...]:
        """Return what an evaluator marks alone: what its panel agrees on is not part of it."""
        return tuple(
            leaf
            for leaf in self.sheet.needs_marks("panel")
            if leaf.panel in self.evaluators[evaluator] and not self.sheet.agreed(leaf)
        )


def plausible(sheet: CriteriaSheet, leaf: Leaf, row: int, vendor: int, evaluator: int) -> str:
    """Choose the mark nearest to how good the vendor is, a little otherwise for each evaluator."""
    scatter = (row * 4 + vendor * 11 + evaluator * 7) % 15 - 7
    share = Fraction(min(QUALITY[vendor] + scatter, 100), 100)
    score = leaf.score
    if isinstance(score, Marks) and not score.allowed:
        lowest, highest = score.range(leaf.points)
        step = score.step or ANY_STEP
        return decimal_text(lowest + step * ((share * highest - lowest) // step))
    marks = {text: mark_value(sheet, leaf, text) for text in choices(sheet, leaf)}
    wanted = share * max(marks.values())
    return min(marks, key=lambda text: (abs(marks[text] - wanted), -marks[text]))


def choices(sheet: CriteriaSheet, leaf: Leaf) -> list[str]:
    """Return marks that may be given for a criterion, as they are typed, none of them a veto.

    They are all of them, or some forty from the lowest on where there are many.
    """
    match leaf.score:
        case Check():
            return ["○"]
        case Grades(scale=scale):
            known = list(sheet.scales[scale])
        case score if score.allowed:
            known = [decimal_text(each) for each in score.allowed]
        case score:
            lowest, highest = score.range(leaf.points)
            step = score.step or ANY_STEP
            count = int((highest - lowest) / step)
            numbers = range(0, count + 1, max(1, count // 40))
            known = [decimal_text(lowest + step * number) for number in numbers]
    veto = leaf.score.veto
    return [text for text in known if veto is None or text != veto.mark]


def mark_value(sheet: CriteriaSheet, leaf: Leaf, text: str) -> Fraction:
    """Return what a mark counts, before it is scaled to the points: a grade's is its share."""
    if isinstance(leaf.score, Check):
        return Fraction(text == "○")
    if isinstance(leaf.score, Grades):
        every = sheet.scales[leaf.score.scale]
        share = every[text]
        return share.value / (1 if share.percent else max(each.value for each in every.values()))
    return Fraction(text)


def invent(
    sheet: CriteriaSheet,
    vendors: Sequence[str] | None = None,
    evaluators: Mapping[str, frozenset[str | None]] | None = None,
    choose: Choice = plausible,
) -> Invented:
    """Invent a procurement: four vendors (more where a stage needs them) and five evaluators a panel.

    `vendors` and `evaluators` are named where the sheets for them exist already.
    """
    ids = vendors or [each for each, *_ in NAMES[: _fewest_vendors(sheet)]]
    people = dict(evaluators) if evaluators is not None else _panels(sheet)
    entries: dict[str, Entry] = {each: {} for each in ids}
    for column, entry in enumerate(entries.values()):
        for number, each in enumerate(sheet.quoted):
            entry[each] = Fraction((USUAL_PRICE + 1_234_000 * number) * PRICES[column] // 100)
        for row, leaf in enumerate(sheet.leaves):
            if leaf.marked_by == "secretariat" or sheet.agreed(leaf):
                entry[leaf.id] = choose(sheet, leaf, row, column, 0)
            elif leaf.marked_by == "panel":
                entry[leaf.id] = {
                    name: choose(sheet, leaf, row, column, number)
                    for number, (name, panels) in enumerate(people.items())
                    if leaf.panel in panels
                }
    _count(sheet, list(entries.values()))
    for number, (each, entry) in enumerate(entries.items()):
        entry.update(_numbers_for_a_lot(sheet, each, number))
    invented = Invented(sheet, entries, people, *_stated(sheet, list(entries.values())))
    if rank_without_ties(sheet):
        invented.own_ranks.update(_own_ranks(invented))
    return invented


def _fewest_vendors(sheet: CriteriaSheet) -> int:
    """Return how many vendors a procurement needs so that every stage of it is held."""
    gates = [stage.gate for stage in sheet.stages if stage.gate]
    return max(4, *(gate.skip_below or 0 for gate in gates)) if gates else 4


def _panels(sheet: CriteriaSheet) -> dict[str, frozenset[str | None]]:
    people: dict[str, frozenset[str | None]] = {}
    for panel in sheet.marking_panels:
        rules = sheet.rules_of(panel)
        trimmed = rules.trim.highest + rules.trim.lowest + 1
        quorum = rules.quorum
        asked = int(quorum.value) if quorum and not quorum.percent else 0
        for _ in range(max(EVALUATORS, trimmed, asked)):
            people[f"委員{len(people) + 1}"] = frozenset({panel})
    return people


def amounts(sheet: CriteriaSheet, entry: Mapping[str, object]) -> dict[str, Fraction]:
    """Return all amounts and quantities of a vendor, derived ones too."""
    known = {each: Fraction(str(entry[each])) for each in sheet.declared if each in entry}
    pending = {key: each.formula for key, each in sheet.amounts.items() if each.formula}
    while ready := [key for key, formula in pending.items() if known.keys() >= set(names(formula))]:
        for key in ready:
            known[key] = value_of(pending.pop(key), known)
    return known


def value_of(formula: Formula, known: Mapping[str, Fraction]) -> Fraction:
    """Return the value of a formula over numbers by name."""
    return derive(formula, [Input(name, known[name]) for name in names(formula)]).value


def _count(sheet: CriteriaSheet, entries: Sequence[Entry]) -> None:
    """Choose quantities under which every formula gives points that it may give, best many ones.

    One quantity after the other, twice: what is right for the second may hang on the first.
    """
    for entry in entries:
        entry.update(dict.fromkeys(sheet.quantities, Fraction(1)))
    for quantity in [*sheet.quantities, *sheet.quantities]:
        tried = []
        for text in COUNTS:
            for number, entry in enumerate(entries):
                entry[quantity] = Fraction(int(text) * (100 - 10 * number) // 100)
            tried.append((_worth(sheet, entries), [entry[quantity] for entry in entries]))
        _, chosen = max(tried)
        for entry, value in zip(entries, chosen, strict=True):
            entry[quantity] = value


def _worth(sheet: CriteriaSheet, entries: Sequence[Entry]) -> tuple[int, int, Fraction]:
    """Return how good quantities are: points that may be given, how many differ, their sum."""
    points: list[Fraction] = []
    everyone = [amounts(sheet, entry) for entry in entries]
    for leaf in sheet.leaves:
        if isinstance(leaf.score, ByFormula):
            compared = [known[leaf.score.compare] for known in everyone if leaf.score.compare]
            market = market_of(compared) if compared else {}
            for known in everyone:
                try:
                    value = value_of(leaf.score.formula, {**known, **market, "points": leaf.points})
                except UndefinedValueError:
                    continue
                if 0 <= value <= leaf.points:
                    points.append(value)
    return len(points), len(set(points)), sum(points, Fraction(0))


def market_of(values: Sequence[Fraction]) -> dict[str, Fraction]:
    """Return what formulas may name of several bids together."""
    return {
        "lowest": min(values),
        "highest": max(values),
        "average": sum(values) / len(values),
        "count": Fraction(len(values)),
    }


def _numbers_for_a_lot(sheet: CriteriaSheet, vendor: str, number: int) -> Entry:
    """Return the lot of a vendor and what lots may number vendors by, where a chain asks for them."""
    lots = [step.lot for _, each in rankings(sheet) for step in each.ties if step.lot]
    if not lots:
        return {}
    reading = next((kana for each, _, kana in NAMES if each == vendor), "アオバ")
    every = {
        "code": f"{1207 + 311 * number:05}",
        "arrival": str(number + 1),
        "reading": reading,
    }
    return {
        "lot": f"{(37 * number + 11) % 100:03}",
        **{key: value for key, value in every.items() if any(lot.order == key for lot in lots)},
    }


def _stated(
    sheet: CriteriaSheet, entries: Sequence[Entry]
) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    """Return the ceilings and the other figures that rules or formulas of the sheet need."""
    low = sheet.eligibility.abnormally_low
    formulas = [(leaf.score.amount, leaf.score.formula) for leaf in sheet.price_leaves]
    formulas += [(sheet.main_amount, each.at_least) for _, each in rankings(sheet) if each.at_least]
    wanted = dict.fromkeys(_with_a_ceiling(sheet))
    wanted |= dict.fromkeys(amount for amount, each in formulas if "ceiling" in names(each))
    if low and low.rule == "spain-85":
        wanted[low.amount or sheet.main_amount] = None
    everyone = [amounts(sheet, entry) for entry in entries]

    def above(amount: str) -> Fraction:
        return Fraction(int(HEADROOM * max(known[amount] for known in everyone)))

    asked = {name for _, each in formulas for name in names(each)}
    if low and low.rule in ("world-bank", "below-estimate"):
        asked.add("estimate")
    scored = next((amount for amount, _ in formulas), sheet.main_amount)
    shares = {"investigation": Fraction(7, 10), "estimate": Fraction(1)}
    figures = {
        name: Fraction(int(share * above(scored)))
        for name, share in shares.items()
        if name in asked
    }
    return {amount: above(amount) for amount in wanted}, figures


def _with_a_ceiling(sheet: CriteriaSheet) -> Iterator[str]:
    """Give the amounts whose ceiling the sheet speaks of."""
    rule = sheet.eligibility.ceiling
    if isinstance(rule, dict):
        yield from (amount for amount, each in rule.items() if each != "ignore")
    elif "ceiling" in sheet.eligibility.model_fields_set and rule != "ignore":
        yield from [sheet.main_amount] if sheet.main_amount else sheet.quoted


def own_total(invented: Invented, evaluator: str, vendor: str) -> Fraction:
    """Return what an evaluator's own marks for a vendor add up to."""
    sheet = invented.sheet
    total = Fraction(0)
    for leaf in invented.marked_by(evaluator):
        if leaf.totalled:
            given = invented.vendors[vendor][leaf.id][evaluator]
            total += mark_value(sheet, leaf, given) * leaf.points / full(leaf)
    return total


def full(leaf: Leaf) -> Fraction:
    """Return the mark that is worth all points."""
    return Fraction(1) if isinstance(leaf.score, Grades | Check) else leaf.score.full(leaf.points)


def _own_ranks(invented: Invented) -> dict[str, dict[str, int]]:
    """Return the ranks of evaluators who have equal totals and must rank without ties.

    Equal ones stand in the order of the vendors. Points that all evaluators share would have to be
    known for that: no sheet has needed it yet.
    """
    shared = [leaf for leaf in invented.sheet.leaves if leaf.points and not leaf.totalled]
    assert not shared, "ranks without ties beside points that are shared are not invented yet"
    ranks = {}
    for evaluator in invented.evaluators:
        totals = {each: own_total(invented, evaluator, each) for each in invented.vendors}
        if len(set(totals.values())) < len(totals):
            ordered = sorted(totals, key=lambda each: -totals[each])
            ranks[evaluator] = {each: ordered.index(each) + 1 for each in totals}
    return ranks


def write(path: Path, invented: Invented, reference: str) -> Path:
    """Write the workbook of a procurement under the criteria sheet that `reference` names."""
    return books.save(path, rows(invented, reference))


def rows(invented: Invented, reference: str) -> books.Sheets:
    """Return the sheets of the workbook, row by row."""
    sheet, vendors = invented.sheet, invented.vendors
    sheets: books.Sheets = {
        "案件": [
            ["件名", sheet.title],
            ["審査基準", reference],
            *([f"予定価格 {key}", cell(each)] for key, each in invented.ceilings.items()),
            *(
                [{"investigation": "調査基準価格", "estimate": "基準額"}[key], cell(each)]
                for key, each in invented.figures.items()
            ),
        ],
        "提案者": _vendor_rows(invented),
    }
    if invented.evaluators:
        several = bool(sheet.panels)
        sheets["審査委員"] = [["記号", "氏名", "出欠", "役割", *["審査班"][: int(several)]]]
        chaired: set[str | None] = set()
        for number, (each, panels) in enumerate(invented.evaluators.items(), start=1):
            role = "委員" if panels <= chaired else "委員長"
            chaired |= panels
            words = ",".join(_panel_name(sheet, panel) for panel in panels)
            person = [each, f"審査 {number}郎", "出席", role]
            sheets["審査委員"].append([*person, *[words][: int(several)]])
    for each in invented.evaluators:
        if leaves := invented.marked_by(each):
            given = {
                (leaf.id, vendor): entry[leaf.id][each]
                for vendor, entry in vendors.items()
                for leaf in leaves
            }
            own = invented.own_ranks.get(each)
            ranked = [["順位", "順位", None, *(own[vendor] for vendor in vendors)]] if own else []
            sheets[f"採点_{each}"] = [*_grid(sheet, leaves, vendors, given), *ranked]
    alone = {
        "事務局": sheet.needs_marks("secretariat"),
        "合議": [leaf for leaf in sheet.leaves if sheet.agreed(leaf)],
    }
    for name, leaves in alone.items():
        if leaves:
            given = {
                (leaf.id, vendor): entry[leaf.id]
                for vendor, entry in vendors.items()
                for leaf in leaves
            }
            sheets[name] = _grid(sheet, leaves, vendors, given)
    return sheets


def _panel_name(sheet: CriteriaSheet, panel: str | None) -> str:
    return sheet.rules_of(panel).name or panel or ""


def _vendor_rows(invented: Invented) -> list[list[object]]:
    sheet = invented.sheet
    declared = [
        each for each in sheet.declared if each not in sheet.amounts or each in sheet.quoted
    ]
    headings = {
        "lot": "くじ番号",
        "code": "業者コード",
        "arrival": "受付番号",
        "reading": "フリガナ",
    }
    kept = [each for each in headings if any(each in entry for entry in invented.vendors.values())]
    called = {each: name for each, name, _ in NAMES}
    return [
        [
            *("記号", "名称"),
            *(sheet.declared[each].name for each in declared),
            *("状態", "理由"),
            *(headings[each] for each in kept),
        ],
        *(
            [
                *(vendor, called[vendor]),
                *(cell(entry[each]) for each in declared),
                *("有効", None),
                *(entry[each] for each in kept),
            ]
            for vendor, entry in invented.vendors.items()
        ),
    ]


def _grid(
    sheet: CriteriaSheet,
    leaves: Sequence[Leaf],
    vendors: Mapping[str, Entry],
    given: Mapping[tuple[str, str], str],
) -> list[list[object]]:
    """Return a score sheet; groups are headings, without an id."""
    inside = {leaf.id for leaf in leaves}
    grid: list[list[object]] = [["ID", "審査項目", "配点", *vendors]]
    for _, criterion in sheet.walk():
        if criterion.id in inside:
            marks = [cell(given[criterion.id, vendor]) for vendor in vendors]
            grid.append([criterion.id, criterion.name, cell(criterion.worth), *marks])
        elif criterion.criteria and inside & criterion.ids:
            grid.append([None, criterion.name, cell(criterion.worth)])
    return grid


def cell(value: object) -> object:
    """Return what a cell holds when `value` is typed into it."""
    try:
        number = Fraction(str(value))
    except ValueError:
        return value
    return int(number) if number.denominator == 1 else float(number)
