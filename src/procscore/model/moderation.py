"""Marks that a panel agreed on beside its evaluators' own (合議): what they replaced, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from procscore.exact import display, signed
from procscore.language import N_, Listing, Message, listing, message
from procscore.model import shown
from procscore.model.result import Evaluation, Score, VendorResult

NO_REASON = message(N_("no reason is given"))


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreed mark of a vendor, and what the evaluators' own marks would have given."""

    score: Score
    name: str
    """The criterion's."""
    told: bool
    """Whether comments are told: not where the result is anonymised."""

    @property
    def own(self) -> Listing:
        """Return the evaluators' own marks as they were given, each with who gave it."""
        texts = shown.mark_texts(self.score)
        return listing(f"{each.evaluator} {texts[each.evaluator]}" for each in self.score.originals)

    @property
    def mark(self) -> str:
        """Return the agreed mark as it was given."""
        return shown.mark_texts(self.score)[self.score.marks[0].evaluator]

    @property
    def points(self) -> Fraction | None:
        """Return the points that the agreed mark gives; None for a check that gives none."""
        return self.score.points if self.score.of else None

    @property
    def before(self) -> Fraction | None:
        """Return the points that the own marks would have given, None where they give none."""
        return self.score.before.value if self.score.before and self.score.of else None

    @property
    def difference(self) -> Fraction | None:
        """Return what the agreement changed, None where there is nothing to compare."""
        if self.points is None or self.before is None:
            return None
        return self.points - self.before

    @property
    def because(self) -> str | Message:
        """Return the reason within a sentence: `reason: …`, or as `reason` says."""
        comment = self.score.marks[0].comment
        return (
            message(N_("reason: {reason}"), reason=comment)
            if self.told and comment
            else self.reason
        )

    @property
    def reason(self) -> str | Message:
        """Return the comment on the agreed mark, or that there is none; `""` where none is told."""
        if not self.told:
            return ""
        return self.score.marks[0].comment or NO_REASON


def agreed_marks(result: Evaluation, each: VendorResult) -> Iterator[Agreed]:
    """Give the agreed marks of a vendor that own marks stand beside, or could."""
    sheet = result.criteria
    overridden = {leaf.id for leaf in sheet.leaves if sheet.overridden(leaf)}
    for score in each.walk():
        if score.agreed and (score.originals or score.criterion in overridden):
            name = sheet.name_of(score.criterion)
            yield Agreed(score, name, told=not result.anonymous)


def has_agreed_marks(result: Evaluation) -> bool:
    """Tell whether there are any."""
    return any(True for each in result.vendors for _ in agreed_marks(result, each))


def agreed_sentence(each: Agreed) -> Message:
    """Return in a sentence what an agreed mark changed, and why."""
    if each.points is None:
        told = message(N_("agreed {mark}"), mark=each.mark)
    else:
        told = message(
            N_("agreed {mark}, {points} points"), mark=each.mark, points=display(each.points)
        )
    if each.difference is not None and each.before is not None:
        told = message(
            N_("{agreed} instead of {before} ({difference}) by the evaluators' own marks {own}"),
            agreed=told,
            before=display(each.before),
            difference=signed(each.difference),
            own=each.own,
        )
    elif each.score.originals:
        told = message(N_("{agreed}; own marks {own}"), agreed=told, own=each.own)
    if each.reason:
        text = N_("{criterion}: {what}; {because}.")
        return message(text, criterion=each.name, what=told, because=each.because)
    return message(N_("{criterion}: {what}."), criterion=each.name, what=told)
