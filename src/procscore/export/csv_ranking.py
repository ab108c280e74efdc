"""The ranking as CSV for Excel."""

from collections.abc import Iterator

from procscore.exact import decimal_text
from procscore.export.csv_table import number, table
from procscore.language import _
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import result_word, status_word


def export(result: Evaluation) -> bytes:
    """Return a row a vendor: ranked first to last, then those who are out."""
    return table(_rows(result))


def _rows(result: Evaluation) -> Iterator[list[str]]:
    criteria = [criterion for _path, criterion in result.criteria.walk()]
    amounts = result.criteria.declared
    by_value = any(each.compared != each.points_in_all for each in result.ranked)
    yield [
        _("Rank"),
        _("ID"),
        _("Vendor"),
        _("Status"),
        _("Result"),
        *(f"{criterion.name} / {decimal_text(result.of(criterion.id))}" for criterion in criteria),
        _("Total"),
        *([_("Value")] if by_value else []),
        *(amount.name for amount in amounts.values()),
        _("Reason"),
    ]
    for each in (*result.ranked, *result.excluded):
        yield [
            number(each.rank),
            each.vendor.id,
            each.vendor.name,
            str(status_word(each)),
            str(result_word(result, each)),
            *(number(each.points(criterion.id)) for criterion in criteria),
            number(each.points_in_all),
            *([number(each.compared)] if by_value else []),
            *(_amount(each, name) for name in amounts),
            "; ".join(str(exclusion.reason) for exclusion in each.exclusions),
        ]


def _amount(each: VendorResult, name: str) -> str:
    return number(each.amounts[name].value) if name in each.amounts else ""
