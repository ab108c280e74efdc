"""Choices that do not fit a list: they stand in the hidden sheet, and the list names the range."""

from dataclasses import dataclass, field, replace

from procscore.sheets import looks
from procscore.sheets.marking import needs_range, value_of
from procscore.xlsx import Page, Rule, address

_COLUMN = 4
"""The first column of the hidden sheet that is free for choices."""


@dataclass
class Choices:
    """The choices of one workbook that stand in a range, each list once."""

    sheet: str
    """The name of the sheet that will hold them."""
    _lists: list[tuple[str, ...]] = field(default_factory=list)

    def placed(self, rule: Rule) -> Rule:
        """Return the rule with the range of its choices, where it needs one."""
        if not needs_range(rule):
            return rule
        if rule.choices not in self._lists:
            self._lists.append(rule.choices)
        column = _COLUMN + self._lists.index(rule.choices)
        first = address(1, column, fixed_row=True, fixed_column=True)
        last = address(len(rule.choices), column, fixed_row=True, fixed_column=True)
        name = self.sheet.replace("'", "''")
        return replace(rule, source=f"='{name}'!{first}:{last}", choices=())

    def write(self, page: Page) -> None:
        """Write the choices that were placed."""
        for number, listed in enumerate(self._lists):
            for row, choice in enumerate(listed, start=1):
                page.put(row, _COLUMN + number, value_of(choice), looks.TEXT)
