"""What of the procurement and of its panel was handed in otherwise: ceilings, attendance, recusals."""

from collections.abc import Iterable, Iterator

from procscore.comparing.sides import either, moved, name_of, number, text
from procscore.language import N_, listing, message
from procscore.model.bids import Evaluator, Procurement
from procscore.model.changes import Change, Side
from procscore.model.page import Words
from procscore.model.result import Evaluation
from procscore.model.told import part_words


def procurement(old: Evaluation, new: Evaluation) -> Iterator[Change]:
    """Give the ceilings and other figures of the procurement that moved, and what it is called."""
    one, other = old.procurement, new.procurement
    for amount, before, after in either(one.ceilings, other.ceilings):
        if moved(before, after):
            what = message(N_("Ceiling of “{amount}”"), amount=name_of(old, new, amount))
            yield Change("figure", what, number(before), number(after))
    for word, was, now in (
        (N_("Investigation price"), one.investigation, other.investigation),
        (N_("Estimate"), one.estimate, other.estimate),
    ):
        if moved(was, now):
            yield Change("figure", message(word), number(was), number(now))
    for (word, said), (_, says) in zip(_called(one), _called(other), strict=True):
        if said != says:
            sides = text(said, one.where), text(says, other.where)
            yield Change("other", message(word), *sides)
    asked = [_part(each) for each in (old, new)]
    if asked[0] != asked[1]:
        what = message(N_("Part that was evaluated"))
        yield Change("other", what, Side(asked[0]), Side(asked[1]))


def _called(procurement: Procurement) -> Iterator[tuple[str, str]]:
    yield N_("Title of the procurement"), procurement.title
    yield N_("Currency"), procurement.currency
    yield N_("Opened on"), procurement.opened


def _part(result: Evaluation) -> Words:
    return part_words(result.part, {each.id: each.name for each in result.criteria.stages})


def panel(old: Evaluation, new: Evaluation) -> Iterator[Change]:
    """Give who came or left, and whose attendance, recusals, panels or part in it moved."""
    one, other = ({each.id: each for each in result.evaluators} for result in (old, new))
    for evaluator, before, after in either(one, other):
        if before is None or after is None:
            sides = _entered(before), _entered(after)
            yield Change("panel", message(N_("Evaluator")), *sides, evaluator=evaluator)
            continue
        for (what, word, was), (*_, now) in zip(_facts(before), _facts(after), strict=True):
            if was != now:
                sides = Side(was, where=before.place(what)), Side(now, where=after.place(what))
                yield Change("panel", message(word), *sides, evaluator=evaluator)


def _entered(each: Evaluator | None) -> Side | None:
    return Side(each.name, where=each.where) if each else None


def _facts(each: Evaluator) -> Iterator[tuple[str, str, Words]]:
    """Give what is known of an evaluator, each with its column (`Evaluator.cells`) and a word."""
    yield "name", N_("Name"), each.name
    present = message(N_("present")) if each.present else message(N_("absent"))
    yield "attendance", N_("Attendance"), present
    yield "recused", N_("Recused for"), _list(sorted(each.recused))
    panels = sorted(each.panels, key=lambda one: one or "")
    yield "panel", N_("Panels"), _list(map(_panel, panels))
    yield "role", N_("Role"), message(N_("chair")) if each.chair else message(N_("member"))


def _panel(panel: str | None) -> Words:
    return message(N_("the sheet's own")) if panel is None else panel


def _list(names: Iterable[Words]) -> Words:
    told = listing(names)
    return message("{names}", names=told) if told.words else message(N_("nobody"))
