"""What `procscore check` found, as programs read it: the formats of `--format`, in a dict."""

import json
from collections.abc import Callable, Iterator, Mapping

from procscore.diagnostics import Diagnostic, Severity
from procscore.export.json_parts import Json, place
from procscore.model.checked import Checked, Linted, counts
from procscore.model.submission import Missing, Submission, Submissions
from procscore.version import __version__

FORMAT = "check/1"


def as_json(checked: Checked) -> str:
    """Return all that was found as JSON, `check/1`; sentences in the language of the run.

    Other than ASCII is escaped: standard output can have any encoding.
    """
    findings = checked.findings
    content = {
        "procscore": FORMAT,
        "version": __version__,
        "sheets": [_sheet(each) for each in checked.sheets],
        "books": list(checked.books),
        "findings": [_finding(each) for each in findings],
        "counts": {str(kind): number for kind, number in counts(findings).items()},
        "submissions": checked.submissions and _submissions(checked.submissions),
    }
    return json.dumps(content, indent=2) + "\n"


def _sheet(linted: Linted) -> Json:
    return {
        "reference": linted.reference,
        "id": linted.sheet and linted.sheet.id,
        "title": linted.sheet and linted.sheet.title,
        "counts": {str(kind): number for kind, number in counts(linted.diagnostics).items()},
    }


def _finding(found: Diagnostic) -> Json:
    return {
        "code": found.code,
        "severity": str(found.severity),
        **place(found.where),
        "message": found.message,
        "hint": found.hint,
        "why": found.why,
    }


def _submissions(found: Submissions) -> Json:
    return {
        "title": found.title,
        "criteria": found.criteria.id,
        "stage": found.stage and found.stage.id,
        "complete": found.complete,
        "vendors": [
            {"id": each.id, "name": each.name, "to_mark": each.id in found.to_mark}
            for each in found.vendors
        ],
        "rows": [_row(each) for each in found.rows],
    }


def _row(row: Submission) -> Json:
    return {
        "by": str(row.by),
        "evaluator": row.evaluator and row.evaluator.id,
        "name": row.evaluator and row.evaluator.name,
        "state": str(row.state),
        "owed": row.owed,
        "given": row.given,
        "open": row.open,
        "errors": row.errors,
        "sheets": [place(each) for each in row.sheets],
        "blank": [_blank(each) for each in row.blank],
        "later": [_blank(each) for each in row.later],
    }


def _blank(missing: Missing) -> Json:
    return {
        "vendor": missing.vendor,
        "criterion": missing.criterion,
        **place(missing.where),
    }


_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "notice",
    Severity.NOTE: "notice",
}
"""What GitHub calls each severity."""
_OWED = frozenset({"faulty", "incomplete", "missing"})


def as_github(checked: Checked) -> str:
    """Return a line a finding that GitHub Actions shows beside the line of the file.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    lines = [_annotation(each) for each in checked.findings]
    if checked.submissions is not None:
        lines += _owing(checked.submissions, checked.books)
    return "".join(f"{line}\n" for line in lines)


def _annotation(found: Diagnostic) -> str:
    where = found.where
    properties: dict[str, object] = {"file": where.file}
    said = f"{found.message} {found.hint}"
    if where.sheet is not None:  # GitHub knows no cells
        said = f"{' '.join(part for part in (f'[{where.sheet}]', where.cell) if part)}: {said}"
    elif where.row is not None:
        properties |= {"line": where.row, "col": where.column}
    return _command(_LEVELS[found.severity], {**properties, "title": found.code}, said)


def _owing(found: Submissions, books: tuple[str, ...]) -> Iterator[str]:
    """Give a line for each evaluator who has not handed in everything."""
    for row in found.rows:
        if row.state in _OWED:
            file = row.sheets[0].file if row.sheets else books[0]
            who = row.evaluator.name if row.evaluator else str(row.by)
            title = f"marks-{row.state}"
            yield _command(
                "error", {"file": file, "title": title}, f"{who}: {row.given} / {row.owed}"
            )


def _command(level: str, properties: Mapping[str, object], said: str) -> str:
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{level} {written}::{_data(said)}"


def _data(text: str) -> str:
    """Return a message as the runner reads it back."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return a property's value, in which the signs between properties must not stand."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


CHECK_FORMATS: dict[str, Callable[[Checked], str]] = {"json": as_json, "github": as_github}
"""What `--format` writes beside `text`, which is for people."""
