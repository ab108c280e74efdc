"""Chains of ties that can still end tied, that hang on people, or whose steps never decide."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from procscore.checks.finding import Finding
from procscore.checks.lint.equal import Equal
from procscore.formula import names
from procscore.language import N_, Message, listing, message
from procscore.model.criteria import CriteriaSheet, Path
from procscore.model.rounds import Round, hangs_on_prices, rounds
from procscore.model.rules import Ranking
from procscore.model.rules_told.ranking import PEOPLE_WORDS
from procscore.model.scores import Price
from procscore.model.tie_steps import TieStep

_EQUAL_VOTE = N_("a run-off vote can be equal, too")
_ONLY_FIRST = N_("the lot names only the first, and those who follow stay tied")
_NO_LOT = N_(
    "a lot is drawn only where they are equal in {names}, too, and else it is left to people"
)


_LOT = TieStep(rule="lot")


class _Chain(NamedTuple):
    """A ranking on which it hangs who goes on or is chosen, and the rounds that rank by it."""

    path: Path
    ranking: Ranking
    rounds: tuple[Round, ...]


def not_stated(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Every ranking that decides says how equal values are told apart."""
    for chain in _chains(sheet):
        if "ties" not in chain.ranking.model_fields_set:
            details = {"chain": _suggested(sheet, chain)}
            yield Finding("ties-not-stated", (*chain.path, "ties"), details)


def can_stay(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A chain settles every tie: no equal vote, no lot for some ties only, nobody left behind."""
    for chain in _chains(sheet):
        for index, how, instead in _open_ends(sheet, chain):
            details = {"how": how, "instead": instead}
            yield Finding("ties-can-stay", (*chain.path, "ties", index), details)


def by_people(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A tie is settled by a rule or a lot, not by people who know the points already."""
    for chain in _chains(sheet):
        steps = chain.ranking.ties
        last = len(steps) - 1
        if "ties" not in chain.ranking.model_fields_set or steps[last].rule not in PEOPLE_WORDS:
            continue
        if next(_open_ends(sheet, chain), None) is not None:  # which says it, and more
            continue
        asked = [judged for judged in chain.rounds if steps[last] in judged.ranking.ties]
        if all(_always_drawn(sheet, judged) for judged in asked):
            continue
        said = [message(PEOPLE_WORDS[each.rule]) for each in steps if each.rule in PEOPLE_WORDS]
        rest = [_written(each) for each in steps if each.rule not in PEOPLE_WORDS]
        details = {"who": said[0], "chain": f"[{', '.join([*rest, 'lot'])}]"}
        yield Finding("ties-by-people", (*chain.path, "ties", last), details)


def step_idle(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Every step can still tell vendors apart who are equal in the value and in all steps before.

    Points follow from sums and amounts (`equal.py`); where a stage may be skipped, other criteria
    make up the total, and nothing is decided.
    """
    if any(stage.gate and stage.gate.skip_below for stage in sheet.stages):
        return
    for chain in _chains(sheet):
        for index, step in enumerate(chain.ranking.ties):
            asked = [judged for judged in chain.rounds if step in judged.ranking.ties]
            if asked and all(step in _idle(sheet, judged) for judged in asked):
                details = {"step": " + ".join(sheet.name_of(each) for each in step.names)}
                yield Finding("tie-step-idle", (*chain.path, "ties", index), details)


def _chains(sheet: CriteriaSheet) -> Iterator[_Chain]:
    """Give the rankings that decide something: the last one, and those whose first so many go on."""
    held = rounds(sheet)
    deciding = [
        judged for judged in held if judged is held[-1] or (judged.gate and judged.gate.top)
    ]
    inherited = tuple(each for each in deciding if not (each.stage and each.stage.ranking))
    if inherited:
        yield _Chain(("ranking",), sheet.ranking, inherited)
    for number, stage in enumerate(sheet.stages):
        if stage.ranking is not None:
            own = tuple(each for each in deciding if each.stage is stage)
            if own:
                yield _Chain(("stages", number, "ranking"), stage.ranking, own)


def _open_ends(sheet: CriteriaSheet, chain: _Chain) -> Iterator[tuple[int, Message, str]]:
    """Give the steps after which vendors can stay tied: which, how, and what to write instead."""
    steps = chain.ranking.ties
    last = len(steps) - 1
    end = steps[last]
    if end.rule == "vote":
        yield last, message(_EQUAL_VOTE), "vote, chair"
    if end.lot is not None and end.lot.following == "open" and _several_placed(sheet, chain):
        yield last, message(_ONLY_FIRST), "{lot: {…, following: cyclic}}"
    for index, step in enumerate(steps):
        if step.lot is None or not step.lot.if_equal or end.rule == "lot":
            continue
        if left := _not_settled(sheet, chain, step):
            told = listing(sheet.name_of(each) for each in left)
            compared = ", ".join(_comparison(sheet, each) for each in left)
            yield index, message(_NO_LOT, names=told), f"{compared}, lot"


def _several_placed(sheet: CriteriaSheet, chain: _Chain) -> bool:
    """Tell whether more than the first place matters."""
    placed = [
        judged.gate.top or 0 if judged.gate else sheet.award.winners + sheet.award.reserve
        for judged in chain.rounds
    ]
    return max(placed) > 1


def _not_settled(sheet: CriteriaSheet, chain: _Chain, step: TieStep) -> list[str]:
    """Return what a lot asks to be equal in and what vendors need not be equal in by then."""
    wanted = step.lot.if_equal if step.lot else ()
    asked = [judged for judged in chain.rounds if step in judged.ranking.ties]
    known = [_before(sheet, judged, step) for judged in asked]
    return [name for name in wanted if not all(each.settled([name]) for each in known)]


def _always_drawn(sheet: CriteriaSheet, judged: Round) -> bool:
    """Tell whether a lot that asks for equality is always drawn before anybody else is asked."""
    return any(
        step.lot is not None
        and step.lot.following != "open"
        and all(_before(sheet, judged, step).settled([name]) for name in step.lot.if_equal)
        for step in judged.ranking.ties
    )


def _before(sheet: CriteriaSheet, judged: Round, step: TieStep) -> Equal:
    """Return what vendors are equal in who are still tied when `step` is asked."""
    equal = Equal(sheet, judged)
    for each in judged.ranking.ties:
        if each == step:
            break
        if each.rule in ("higher", "lower"):
            equal.learn(each.names)
    return equal


def _idle(sheet: CriteriaSheet, judged: Round) -> list[TieStep]:
    return [
        step
        for step in judged.ranking.ties
        if step.rule in ("higher", "lower") and _before(sheet, judged, step).settled(step.names)
    ]


def _comparison(sheet: CriteriaSheet, name: str) -> str:
    """Return a step that compares what is named, as it is written."""
    return _written(_step(sheet, name))


def _step(sheet: CriteriaSheet, name: str) -> TieStep:
    """Return a step that compares what is named: more is better but of a price."""
    paid = name in sheet.amounts and not _earned(sheet, name)
    return TieStep(rule="lower" if paid else "higher", names=(name,))


def _earned(sheet: CriteriaSheet, amount: str) -> bool:
    """Tell whether more of an amount is better: it is scored by its share of the highest."""
    scored = [leaf.score for leaf in sheet.price_leaves if leaf.compared == amount]
    named = {name for each in scored if isinstance(each, Price) for name in names(each.formula)}
    return "highest" in named and "lowest" not in named


def _suggested(sheet: CriteriaSheet, chain: _Chain) -> str:
    """Return a chain for one that is not stated: technical points, then the price, then a lot.

    Steps that could not decide there are left out.
    """
    priced = {leaf.id for leaf in sheet.leaves if hangs_on_prices(sheet, leaf)}
    named = [top.id for top in sheet.criteria if top.worth and priced.isdisjoint(top.ids)][:1]
    if sheet.main_amount is not None:
        named.append(sheet.main_amount)
    steps = [_step(sheet, name) for name in named]
    ranking = chain.ranking.model_copy(update={"ties": (*steps, _LOT)})
    idle = _never_deciding(sheet, chain, ranking)
    left = [_written(step) for step in steps if step not in idle]
    return f"[{', '.join([*left, 'lot'])}]"


def _never_deciding(sheet: CriteriaSheet, chain: _Chain, ranking: Ranking) -> list[TieStep]:
    """Return the steps that `tie-step-idle` would find if `chain` were written as in `ranking`."""
    changed: dict[str, object] = {"ranking": ranking}
    if chain.path[0] == "stages":
        stages = [
            stage.model_copy(update=changed) if stage.ranking is chain.ranking else stage
            for stage in sheet.stages
        ]
        changed = {"stages": tuple(stages)}
    written = sheet.model_copy(update=changed)
    found = {each.path for each in step_idle(written)}
    steps = enumerate(ranking.ties)
    return [step for index, step in steps if (*chain.path, "ties", index) in found]


def _written(step: TieStep) -> str:
    """Return a step as it is written in a sheet, a lot with rules of its own cut short."""
    if step.lot is not None:
        return "{lot: {…}}"
    if step.votes is not None:
        return f"{{more: {step.votes}}}"
    named = step.name or f"[{', '.join(step.names)}]"
    return f"{{{step.rule}: {named}}}"


RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (
    not_stated,
    can_stay,
    by_people,
    step_idle,
)
