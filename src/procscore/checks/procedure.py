"""Panels, stages, and what a criterion's points hang on beside its marks."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from procscore.checks.finding import Finding, finding, unknown
from procscore.exact import decimal_text
from procscore.language import listing
from procscore.model.criteria import CriteriaSheet, Criterion, Leaf, Path
from procscore.model.rules import Minimum, Panel
from procscore.model.scores import ByFormula, Check, Grades, Marks
from procscore.names import key


def panels(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Criteria name panels that exist, every panel marks something, and names tell them apart."""
    for path, criterion in sheet.walk():
        if criterion.panel is not None and criterion.panel not in sheet.panels:
            place: Path = (*path, "panel")
            yield unknown("criteria-panel-unknown", place, criterion.panel, sheet.panels)
    names: dict[str, str] = {}
    for each in sheet.panels:
        if names.setdefault(key(each), each) != each:
            yield Finding("criteria-id-doubled", ("panels", each), {"id": each}, at_key=True)
    own = sheet.panel.name
    if own and names.setdefault(key(own), "") != "":
        yield finding("criteria-panel-name-doubled", "panel", "name", name=own)
    for each, rules in sheet.panels.items():
        if each not in sheet.marking_panels:
            yield Finding("criteria-panel-unused", ("panels", each), {"panel": each}, at_key=True)
        if rules.name and names.setdefault(key(rules.name), each) != each:
            yield finding("criteria-panel-name-doubled", "panels", each, "name", name=rules.name)
        if "trim" in rules.model_fields_set and rules.aggregate != "trimmed-mean":
            place = ("panels", each, "trim")
            yield finding("criteria-trim-unused", *place, aggregate=rules.aggregate)


def quorums(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A quorum is some evaluators, and no more than there are."""
    panels: list[tuple[Path, Panel]] = [(("panel",), sheet.panel)]
    panels += [(("panels", each), rules) for each, rules in sheet.panels.items()]
    for path, rules in panels:
        quorum = rules.quorum
        if quorum is not None and (quorum.value <= 0 or (quorum.percent and quorum.value > 1)):
            yield finding("criteria-share-impossible", *path, "quorum", text=str(quorum))


def stages(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Every top criterion belongs to one stage, and a gate stands where a stage follows."""
    tops = {criterion.id for criterion in sheet.criteria}
    met: set[str] = set()
    ids: set[str] = set()
    for index, stage in enumerate(sheet.stages):
        path: Path = ("stages", index)
        if stage.id in ids:
            yield finding("criteria-id-doubled", *path, "id", id=stage.id)
        ids.add(stage.id)
        for number, each in enumerate(stage.criteria):
            place: Path = (*path, "criteria", number)
            if each not in sheet.by_id:
                yield unknown("criteria-criterion-unknown", place, each, sheet.by_id)
            elif each not in tops:
                yield finding("criteria-stage-not-top", *place, criterion=each)
            elif each in met:
                yield finding("criteria-stage-criterion-doubled", *place, criterion=each)
            met.add(each)
        last = index == len(sheet.stages) - 1
        if last and stage.gate is not None:
            yield finding("criteria-stage-gate-last", *path, "gate", stage=stage.name)
        elif stage.gate is not None and stage.gate.top is None and not stage.gate.minimums:
            yield finding("criteria-stage-gate-open", *path, "gate", stage=stage.name)
    yield from _rankings_of_stages(sheet)
    if sheet.stages and (missing := tops - met):
        yield finding("criteria-stage-incomplete", "stages", criteria=listing(sorted(missing)))


def _rankings_of_stages(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Report stages that would rank by criteria that are not judged then, or need not be."""
    known: set[str] = set()
    skippable: set[str] = set()
    last = len(sheet.stages) - 1
    for index, stage in enumerate(sheet.stages):
        inside = {
            each for top in stage.criteria if top in sheet.by_id for each in sheet.by_id[top].ids
        }
        known |= inside
        ranking = stage.ranking or sheet.ranking
        steps = ranking.ties if stage.ranking else ()
        needed = ranking.in_formulas.union(*(step.needs for step in steps)) & sheet.by_id.keys()
        if not needed <= known or needed & skippable:
            yield finding("criteria-stage-needs-ranking", "stages", index, stage=stage.name)
        if stage.gate is not None and stage.gate.skip_below is not None:
            skippable |= inside
        if index < last and ranking.evaluator_ranks == "distinct":
            yield finding("criteria-stage-own-ranks", "stages", index, stage=stage.name)
        people = any(step.rule in ("committee", "chair", "vote") for step in ranking.ties)
        if stage.gate is not None and stage.gate.at_cut == "committee" and not people:
            path: Path = ("stages", index, "gate", "at_cut")
            yield finding("criteria-gate-without-people", *path, stage=stage.name)


def minimums(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Minimums name criteria that exist; what evaluators reach is a criterion's or the total."""
    for path, minimum in sheet.all_minimums:
        for selector in ("criterion", "each_of", "excluding"):
            named = getattr(minimum, selector)
            if named is not None and named not in sheet.by_id:
                yield unknown("criteria-criterion-unknown", (*path, selector), named, sheet.by_id)
            elif selector == "each_of" and named is not None and not sheet.by_id[named].criteria:
                yield finding("criteria-no-parts", *path, selector, criterion=named)
        yield from _evaluators(sheet, path, minimum)
        share = minimum.at_least
        if share.percent and not 0 <= share.value <= 1:
            yield finding("criteria-share-impossible", *path, "at_least", text=str(share))
    for number, stage in enumerate(sheet.stages):
        for index, minimum in enumerate(stage.gate.minimums if stage.gate else ()):
            named = minimum.criterion or minimum.each_of
            tops = [sheet.by_id[top] for top in stage.criteria if top in sheet.by_id]
            if named in sheet.by_id and not any(named in top.ids for top in tops):
                here: Path = ("stages", number, "gate", "minimums", index)
                yield finding("criteria-gate-minimum-elsewhere", *here, stage=stage.name)


def _evaluators(sheet: CriteriaSheet, path: Path, minimum: Minimum) -> Iterator[Finding]:
    if minimum.evaluators is None:
        return
    inside = sheet.by_id.get(minimum.criterion or "")
    marked = [
        leaf
        for leaf in sheet.totalled
        if (inside is None or leaf.id in inside.ids) and not sheet.agreed(leaf)
    ]
    if minimum.each_of or minimum.excluding or not marked:
        yield finding("criteria-minimum-evaluators", *path, "evaluators")


def requirements(sheet: CriteriaSheet) -> Iterator[Finding]:
    """What a bonus requires exists, and does not hang on the bonus itself."""
    for path, criterion in sheet.walk():
        rule = criterion.requires
        if rule is None:
            continue
        place: Path = (*path, "requires", "criterion")
        required = sheet.by_id.get(rule.criterion)
        if required is None:
            yield unknown("criteria-criterion-unknown", place, rule.criterion, sheet.by_id)
        elif criterion.ids & required.ids or any(
            sheet.by_id[each].requires for each in required.ids
        ):
            yield finding("criteria-requires-circular", *place, criterion=required.name)
        elif _later_or_skipped(sheet, required, criterion):
            yield finding("criteria-requires-later", *place, criterion=required.name)


def _later_or_skipped(sheet: CriteriaSheet, required: Criterion, criterion: Criterion) -> bool:
    """Tell whether `required` may not have been judged when `criterion` is."""
    theirs, own = _stage_of(sheet, required), _stage_of(sheet, criterion)
    gate = sheet.stages[theirs].gate if sheet.stages else None
    return theirs > own or (theirs < own and gate is not None and gate.skip_below is not None)


def _stage_of(sheet: CriteriaSheet, criterion: Criterion) -> int:
    """Return the number of the stage that judges `criterion`, 0 where there are no stages."""
    for number, stage in enumerate(sheet.stages):
        if any(
            criterion.id in sheet.by_id[top].ids for top in stage.criteria if top in sheet.by_id
        ):
            return number
    return 0


def vetoes(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A veto, and what it counts as when it does not stand, are marks that can be given."""
    for leaf in sheet.leaves:
        veto = leaf.score.veto if isinstance(leaf.score, Marks | Grades) else None
        for field in ("mark", "otherwise") if veto else ():
            written = getattr(veto, field)
            place = (*sheet.score_path(leaf), "veto", field)
            if written is not None and not _can_be_given(sheet, leaf, written):
                yield finding("criteria-veto-unknown", *place, text=written)
            elif field == "mark" and (alike := _same_value(sheet, leaf, written)):
                yield finding("criteria-veto-shared", *place, text=written, grades=alike)


def _same_value(sheet: CriteriaSheet, leaf: Leaf, grade: str) -> str:
    """Return the other grades of the scale that are worth as much as `grade`."""
    if not isinstance(leaf.score, Grades):
        return ""
    scale = sheet.scales[leaf.score.scale]
    return ", ".join(each for each in scale if each != grade and scale[each] == scale[grade])


def _can_be_given(sheet: CriteriaSheet, leaf: Leaf, written: str) -> bool:
    value = sheet.mark_value(leaf, written)
    if value is None or not isinstance(leaf.score, Marks):
        return value is not None
    return leaf.score.fault(leaf.points, value) is None


def weights(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Points are the weight times the highest mark (荷重点), where a weight is written."""
    for path, criterion in sheet.walk():
        if criterion.weight is not None and criterion.criteria:
            yield finding("criteria-weight-unused", *path, "weight")
    for leaf in sheet.leaves:
        weight = leaf.criterion.weight
        if weight is None:
            continue
        highest = _highest_mark(sheet, leaf)
        if highest is None:
            yield finding("criteria-weight-unused", *leaf.path, "weight")
        elif leaf.criterion.points is not None and weight * highest != leaf.points:
            yield finding(
                "criteria-weight-wrong",
                *leaf.path,
                "weight",
                weight=decimal_text(weight),
                highest=decimal_text(highest),
                product=decimal_text(weight * highest),
                points=decimal_text(leaf.points),
            )


def _highest_mark(sheet: CriteriaSheet, leaf: Leaf) -> Fraction | None:
    match leaf.score:
        case Marks():
            to = leaf.score.to
            return to if to is not None else max(leaf.score.allowed or (), default=None)
        case Grades(scale=scale) if scale in sheet.scales:
            grades = sheet.scales[scale].values()
            return None if any(each.percent for each in grades) else max(g.value for g in grades)
        case _:
            return None


def votes_and_comparisons(sheet: CriteriaSheet) -> Iterator[Finding]:
    """What an even vote means is only said where a majority decides; what is compared exists."""
    for leaf in sheet.leaves:
        score, path = leaf.score, sheet.score_path(leaf)
        match score:
            case Check(votes=votes, by=by) if "even" in score.model_fields_set:
                if (votes, by) != ("majority", "panel"):
                    yield finding("criteria-even-unused", *path, "even")
            case ByFormula(compare=str() as compared) if compared not in sheet.declared:
                place = (*path, "compare")
                yield unknown("criteria-compare-unknown", place, compared, sheet.declared)
            case _:
                pass


def rescaled(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A rescaled criterion has points, and none stands inside what a panel's totals decide.

    Nor does one whose points hang on a condition.
    """
    decided = [
        frozenset(leaf.id for leaf in leaves if leaf.totalled)
        for panel, leaves in sheet.marking_panels.items()
        if sheet.totals_decide(panel)
    ]
    for path, criterion in sheet.walk():
        key = "rescale" if criterion.rescale else "requires"
        if criterion.rescale is None and criterion.requires is None:
            continue
        if not criterion.points and criterion.rescale is not None:
            yield finding("criteria-points-missing", *path, criterion=criterion.name)
        whole = criterion.ids if criterion.criteria else frozenset()
        if any(criterion.ids & each and not each <= whole for each in decided):
            yield finding("criteria-rescale-in-totals", *path, key, criterion=criterion.name)


RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (
    panels,
    quorums,
    stages,
    minimums,
    requirements,
    vetoes,
    weights,
    votes_and_comparisons,
    rescaled,
)
