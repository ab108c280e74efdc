"""The two languages: English stands in the code, Japanese in the catalogue.

A `Message` is a sentence that has not been put into a language yet. Diagnostics, reasons and
assumptions are kept as messages, so that one result can be shown in either language.
"""

import gettext
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

_JAPANESE = re.compile(r"ja(panese)?([_.-]|$)", re.IGNORECASE)
DOMAIN = "procscore"
LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("en", "ja")

_current: gettext.NullTranslations = gettext.NullTranslations()
_current_code = "en"


def N_(text: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark `text` for translation and return it as it is."""
    return text


def _(text: str) -> str:
    """Return `text` in the current language."""
    return _current.gettext(text) if text else ""  # gettext answers "" with the catalogue's header


def current() -> str:
    """Return the code of the current language, `en` or `ja`."""
    return _current_code


def use(code: str) -> None:
    """Make `code` the current language.

    Raises LookupError for a language that procscore does not speak, FileNotFoundError where the
    catalogue was not compiled (it is whenever the package is built or installed).
    """
    global _current, _current_code
    _current, _current_code = _translations(code), code


@cache
def _translations(code: str) -> gettext.NullTranslations:
    if code not in LANGUAGES:
        raise LookupError(code)
    if code == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, LOCALE, [code])


def preferred(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that the environment asks for, English when it asks for none of ours."""
    for variable in ("PROCSCORE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if wish := environment.get(variable):
            return _spoken(wish)
    return _spoken(_system_locale())


def _system_locale() -> str:
    """Return the locale of the system; on Windows no variable tells it."""
    import locale

    return locale.getlocale()[0] or ""


def _spoken(wish: str) -> str:
    # "ja", "ja_JP.UTF-8" and Windows's "Japanese_Japan.932" all begin alike.
    return "ja" if _JAPANESE.match(wish) else "en"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with its details, put into the current language by `str()`.

    `text` is the English template, marked with `N_`; its fields are filled from `details`, whose
    values are strings, numbers' texts or messages themselves.
    """

    text: str
    details: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        return _(self.text).format_map({name: str(value) for name, value in self.details.items()})


LIST_SEPARATOR = N_(", ")


@dataclass(frozen=True, slots=True)
class Listing:
    """Several words in one sentence, set apart as the current language does."""

    words: tuple[object, ...]

    def __str__(self) -> str:
        return _(LIST_SEPARATOR).join(str(word) for word in self.words)


def listing(words: Iterable[object]) -> Listing:
    """Return `words` as one detail of a message."""
    return Listing(tuple(words))


def message(text: str, /, **details: object) -> Message:
    """Return the message of template `text` (marked for translation where it is written)."""
    return Message(text, MappingProxyType(details))
