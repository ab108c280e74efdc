"""The formats of `--out`, by the suffix of the file: one function a format, in a dict one can read.

What writes a format is imported when a file of it is written: an evaluation that writes none must
not wait for a writer of workbooks.
"""

from collections.abc import Callable

from procscore.model.result import Evaluation


def _workbook(result: Evaluation) -> bytes:
    from procscore.export import ranking_book

    return ranking_book.export(result)


def _report(result: Evaluation) -> bytes:
    from procscore.export.report import report, what_if
    from procscore.pages import evaluation

    return report.export(result, evaluation.page(result), what_if.panel(result) or "")


def _markdown(result: Evaluation) -> bytes:
    from procscore.export.pages import markdown
    from procscore.pages import evaluation

    return markdown.export(evaluation.page(result))


def _table(result: Evaluation) -> bytes:
    from procscore.export import csv_ranking

    return csv_ranking.export(result)


def _record(result: Evaluation) -> bytes:
    from procscore.export import json_result

    return json_result.export(result)


FORMATS: dict[str, Callable[[Evaluation], bytes]] = {
    ".xlsx": _workbook,
    ".html": _report,
    ".md": _markdown,
    ".csv": _table,
    ".json": _record,
}
"""What each suffix writes."""
