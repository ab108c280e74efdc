"""Criteria sheets that were looked at: each with what was found, why it matters, what to write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from procscore.diagnostics import SEVERITY_WORDS, Diagnostic, Severity
from procscore.language import N_, _, message
from procscore.model.checked import Linted, counts
from procscore.render.blocks import Paragraph
from procscore.render.diagnostics import SEVERITY_STYLES
from procscore.render.folding import folded

_INDENT = "    "
_WHY = N_("Why: {why}")
_DO = N_("→ {hint}")
_COUNTS = {
    Severity.ERROR: N_("Errors: {count}."),
    Severity.WARNING: N_("Warnings: {count}."),
    Severity.ADVICE: N_("Advice: {count}."),
    Severity.NOTE: N_("Notes: {count}."),
}
_NOTHING = N_("Nothing was found.")


@dataclass(frozen=True)
class _Hanging:
    """A text whose lines are indented; without the first, where it begins with `word` in `style`."""

    text: str
    word: str = ""
    style: str = ""
    end: str = ""
    """What is never folded: a code is there to be copied."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the lines."""
        del console
        room = options.max_width - len(_INDENT)
        lines = list(folded(self.text, room))
        if self.end and cell_len(f"{lines[-1]} {self.end}") <= room:
            lines[-1] += f" {self.end}"
        elif self.end:
            lines.append(self.end)
        for number, line in enumerate(lines):
            shown = Text(_INDENT + line if number or not self.word else line)
            if not number:
                shown.stylize(self.style, 0, len(self.word))
            yield shown


def report(sheets: Sequence[Linted]) -> Group:
    """Return a paragraph a sheet, apart by empty lines."""
    return Group(*_parts(sheets))


def _parts(sheets: Sequence[Linted]) -> Iterator[RenderableType]:
    explained: set[str] = set()
    for number, each in enumerate(sheets):
        if number:
            yield Text()
        yield Paragraph(_heading(each), style="bold")
        for found in each.diagnostics:
            yield from _finding(found, explain=found.code not in explained)
            explained.add(found.code)
        yield Paragraph(_summary(each), style="bold")


def _heading(each: Linted) -> str:
    return each.reference if each.sheet is None else f"{each.reference}: {each.sheet.title}"


def _finding(found: Diagnostic, *, explain: bool) -> Iterator[RenderableType]:
    """Give what was found; why it matters is told once of each code."""
    word = _(SEVERITY_WORDS[found.severity])
    said = f"{word} {found.where}: {found.message}"
    style = SEVERITY_STYLES[found.severity]
    yield _Hanging(said, word=word, style=style, end=f"[{found.code}]")
    if explain:
        yield _Hanging(str(message(_WHY, why=found.why)))
    yield _Hanging(str(message(_DO, hint=found.hint)))


def _summary(each: Linted) -> str:
    found = counts(each.diagnostics)
    if not found:
        return _(_NOTHING)
    return " ".join(str(message(_COUNTS[kind], count=number)) for kind, number in found.items())
