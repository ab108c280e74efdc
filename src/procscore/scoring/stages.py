"""Who goes on from a stage to the next (一次審査の通過者)."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from procscore.exact import display
from procscore.language import N_, listing, message
from procscore.model.result import Exclusion, StageResult
from procscore.model.rounds import Round
from procscore.model.rules import Gate, Stage
from procscore.scoring.context import Context
from procscore.scoring.order import Order
from procscore.scoring.progress import Progress


def through(
    context: Context, judged: Round, found: Order, vendors: Iterable[Progress], *, end: bool
) -> StageResult:
    """Let the first of `found` pass the gate of a stage, and exclude the others of `vendors`.

    At the `end` of an evaluation nobody is excluded: the ranking of the stage is the result.
    Raises TypeError for a round that is no stage.
    """
    if judged.stage is None:
        raise TypeError("stage")
    passed, undecided = _passed(found.groups, judged.gate)
    if undecided and not end:
        context.problems.add(
            "stage-cut-undecided",
            next(each.vendor.where for each in found.ranked if each.vendor.id in undecided),
            stage=judged.stage.name,
            who=listing(undecided),
            top=judged.gate.top if judged.gate else None,
        )
    ranks = {each.vendor.id: each.rank for each in found.ranked}
    by_value = {each.vendor.id: each for each in found.results if each.rank is None}
    for each in vendors if not end else ():
        if each.vendor.id in by_value:
            # The stage's ranking itself may have excluded it, below its least value.
            each.exclusions = list(by_value[each.vendor.id].exclusions)
        elif each.vendor.id not in passed:
            each.exclusions.append(_cut(judged.stage, ranks[each.vendor.id], len(passed)))
    return StageResult(
        id=judged.stage.id,
        name=judged.stage.name,
        of=max((each.of for each in found.results), default=Fraction(0)),
        ranked=found.ranked,
        passed=passed,
        undecided=undecided,
        ties=found.ties,
    )


def _passed(
    groups: Sequence[Sequence[str]], gate: Gate | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who goes on, and who is tied across the line where the committee has to say."""
    passed: list[str] = []
    for group in groups:
        if gate is None or gate.top is None or len(passed) + len(group) <= gate.top:
            passed.extend(group)
            continue
        if len(passed) < gate.top and len(group) > 1:
            if gate.at_cut == "committee":
                return tuple(passed), tuple(group)
            if gate.at_cut == "all":
                passed.extend(group)
        break
    return tuple(passed), ()


def _cut(stage: Stage, rank: Fraction | None, count: int) -> Exclusion:
    told = message(
        N_("rank {rank} in “{stage}”; {count} go on"),
        rank=display(rank or Fraction(0)),
        stage=stage.name,
        count=count,
    )
    return Exclusion("stage", told)


def not_held(stage: Stage) -> StageResult:
    """Return a stage that is skipped because few apply."""
    nothing = Fraction(0)
    return StageResult(stage.id, stage.name, nothing, (), (), (), (), skipped=True)
