"""Build hook: compile the translations, so that a wheel speaks every language of the repository."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path(__file__).parent / "src" / "procscore" / "locale"


def compile_catalogues(locale: Path = LOCALE) -> list[Path]:
    """Write the .mo beside every .po under `locale` and return what was written."""
    written = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3])
        target = source.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, catalogue)
        written.append(target)
    return written


class CompileCatalogues(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves the parameter open
    """Run before every build, the editable one too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; the files themselves are picked up as artifacts of the wheel."""
        del version, build_data
        compile_catalogues()
