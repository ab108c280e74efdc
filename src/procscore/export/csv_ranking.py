"""The ranking as CSV for Excel: one table, a row a vendor, which a person opens and a program reads.

It holds what is said of a vendor in one cell each: rank, status, result, points of every criterion,
total, amounts, reasons. Marks, comments and calculations are many to a vendor and stand in the other
formats. Headings end in the id of their criterion or amount (`技術点 / 800 [technical]`): names may
be alike, and a criterion keeps its id where its name is put into other words.

What holds of the whole result (that it is provisional, how a tie was told apart) stands as a note
with every vendor that it concerns, so that no row says more than is certain; so does what the panel
agreed on beside the evaluators' own marks. What the ranking
compares has a column only where it is not the total.
"""

from collections.abc import Iterator

from procscore.exact import decimal_text
from procscore.export.csv_table import number, table
from procscore.language import _
from procscore.model import shown
from procscore.model.moderation import agreed_marks, agreed_sentence
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import VALUE_WORDS, result_word, status_word, tie_sentences
from procscore.model.words import RESULT_HEADINGS, spelt

_BETWEEN = "; "


def export(result: Evaluation) -> bytes:
    """Return a row a vendor: ranked first to last, then those who are out."""
    return table(_rows(result))


def _rows(result: Evaluation) -> Iterator[list[str]]:
    criteria = result.criteria.by_id
    amounts = result.criteria.declared
    by_value = shown.by_value(result)
    yield [
        *map(spelt, RESULT_HEADINGS),
        *(
            f"{each.name} / {decimal_text(result.of(id_))} [{id_}]"
            for id_, each in criteria.items()
        ),
        f"{_('Total')} / {decimal_text(result.of_total)}",
        *([_(VALUE_WORDS[result.ranking.by])] if by_value else []),
        *(f"{amount.name} [{id_}]" for id_, amount in amounts.items()),
        _("Evaluators counted"),
        _("Reason"),
        _("To be looked at"),
        _("Note"),
    ]
    for each in result.ranked_first:
        yield [
            number(each.rank),
            each.vendor.id,
            each.vendor.name,
            str(status_word(each)),
            str(result_word(result, each)),
            *(number(each.points(id_)) for id_ in criteria),
            number(each.points_in_all),
            *([number(each.compared)] if by_value else []),
            *(_amount(each, name) for name in amounts),
            str(len(each.evaluators)),
            _BETWEEN.join(_reasons(result, each)),
            _BETWEEN.join(str(flag.reason) for flag in each.flags),
            " ".join(_notes(result, each)),
        ]


def _amount(each: VendorResult, name: str) -> str:
    return number(each.amounts[name].value) if name in each.amounts else ""


def _reasons(result: Evaluation, each: VendorResult) -> Iterator[str]:
    """Give why a vendor is out, or why it was passed over."""
    for exclusion in each.exclusions:
        yield str(exclusion.reason)
    if each.vendor.id in result.award.passed_over:
        yield str(result.award.passed_over[each.vendor.id])


def _notes(result: Evaluation, each: VendorResult) -> Iterator[str]:
    if result.provisional is not None:
        yield str(result.provisional)
    for tie in result.ties:
        if each.vendor.id in tie.vendors:
            yield from map(str, tie_sentences(tie))
    for agreed in agreed_marks(result, each):
        yield str(agreed_sentence(agreed))
