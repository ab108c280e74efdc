"""Places that name nobody: files are numbered, and so are sheets that are not among the known ones."""

from collections.abc import Iterable, Mapping

from procscore.diagnostics import Location
from procscore.model.anonymous_labels import label
from procscore.model.bids import Evaluator, InputFile
from procscore.model.words import (
    EVALUATOR_SHEET_PREFIXES,
    ORIGIN_SHEET,
    SHEETS,
    evaluator_of,
    look_up,
)
from procscore.names import key

_SUFFIXES = frozenset({".xlsx", ".xlsm", ".csv", ".json", ".yaml", ".yml"})
"""Of files that are read. Behind the point of any other name may stand anything."""


class Places:
    """Gives each place its new name; the same place always has the same."""

    def __init__(
        self,
        inputs: Iterable[InputFile],
        evaluators: Iterable[Evaluator],
        labels: Mapping[str, str],
    ) -> None:
        """Number the `inputs` in their order; `labels` are those of the evaluators by id."""
        self._files: dict[str, str] = {}
        self._sheets: dict[tuple[str, str], str] = {}
        self._evaluators = {
            key(name): labels[each.id]
            for names in ("name", "id")  # where one's id is another's name, the id is meant
            for each in evaluators
            for name in [getattr(each, names)]
        }
        for each in inputs:
            self.file(each.path)

    def __call__(self, where: Location) -> Location:
        """Return `where` with another file and sheet; the cell stays."""
        sheet = where.sheet if where.sheet is None else self._sheet(where.file, where.sheet)
        return Location(self.file(where.file), sheet, where.row, where.column)

    def file(self, path: str) -> str:
        """Return the new name of a file; one that is not among the inputs is numbered behind them."""
        if path not in self._files:
            suffix = "." + Location(path).name.rpartition(".")[2].lower()
            number = len(self._files) + 1
            self._files[path] = label("file", number) + (suffix if suffix in _SUFFIXES else "")
        return self._files[path]

    def _sheet(self, file: str, name: str) -> str:
        place = file, name
        if place not in self._sheets:
            taken = {new for (other, _old), new in self._sheets.items() if other == file}
            self._sheets[place] = self._new_sheet(name, taken)
        return self._sheets[place]

    def _new_sheet(self, name: str, taken: set[str]) -> str:
        if look_up(SHEETS, name) is not None or key(name) == key(ORIGIN_SHEET):
            return name
        evaluator = self._evaluators.get(key(evaluator_of(name) or ""))
        if evaluator is None:
            number = 1
            while label("sheet", number) in taken:
                number += 1
            return label("sheet", number)
        written = key(name)
        prefix = next(each for each in EVALUATOR_SHEET_PREFIXES if written.startswith(key(each)))
        new = prefix + evaluator
        while new in taken:  # one sheet by the id and one by the name
            new += "_"
        return new
