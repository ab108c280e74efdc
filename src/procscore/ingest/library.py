"""The built-in criteria sheets: shipped inside the package, at the top of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_HOMES = (_PACKAGE / "criteria", _PACKAGE.parents[1] / "criteria")


def folder() -> Path:
    """Return the folder of the built-in sheets. Raises FileNotFoundError if there is none."""
    for home in _HOMES:
        if home.is_dir():
            return home
    raise FileNotFoundError(_HOMES[0])


def ids() -> tuple[str, ...]:
    """Return the ids of the built-in sheets, sorted."""
    return tuple(sorted(path.stem for path in folder().glob("*.yaml")))


def find(criteria_id: str) -> Path | None:
    """Return the file of the built-in sheet `criteria_id`, or None."""
    return folder() / f"{criteria_id}.yaml" if criteria_id in ids() else None
