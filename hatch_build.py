"""Build hook: compile the translations, so that a wheel speaks every language of the repository."""

import os
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
        # Another process may be reading it, or compiling as well: there is the old one or the new.
        temporary = source.with_suffix(f".{os.getpid()}.mo")
        with temporary.open("wb") as compiled:
            write_mo(compiled, catalogue)
        temporary.replace(target)
        written.append(target)
    return written


class CompileCatalogues(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves the parameter open
    """Run before every build, the editable one too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; the files themselves are picked up as artifacts of the wheel."""
        del version, build_data
        compile_catalogues()
