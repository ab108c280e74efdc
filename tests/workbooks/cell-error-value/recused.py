"""Read as blank, the marks of a recused evaluator would count."""

from pathlib import Path

from support import books

WHERE = "[審査委員] D3"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(
        folder, books.with_cells({"審査委員": {"D3": 36}, "採点_委員2": {"D2": 34}})
    )
    books.rewrite(
        path, books.part_of("審査委員"), '<c r="D3"><v>36</v>', '<c r="D3" t="e"><v>#REF!</v>'
    )
    return [path]
