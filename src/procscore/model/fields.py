"""The field types of a criteria sheet: text in, exact values out, each mistake with its own code.

A validator here raises PydanticCustomError whose type is a code of the diagnostics catalogue and
whose context holds that code's details, so that the reader of the sheet only adds the place.
"""

from fractions import Fraction
from typing import Annotated, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from procscore import exact
from procscore.exact import Mode, Rounding, decimal_text
from procscore.formula import PRESETS, Formula, FormulaError, parse
from procscore.formula.terms import Name
from procscore.language import current
from procscore.model import shapes
from procscore.names import display


class Frozen(BaseModel):
    """What all parts of a criteria sheet share: immutable, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


class Share(NamedTuple):
    """A number of points, or a share of them where it was written with a % sign."""

    value: Fraction
    percent: bool

    def of(self, points: Fraction) -> Fraction:
        """Return the number of points that this is, out of `points`."""
        return self.value * points if self.percent else self.value

    def __str__(self) -> str:
        return f"{decimal_text(self.value * 100)}%" if self.percent else decimal_text(self.value)


def _text(value: object, expected: str) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("criteria-wrong-shape", expected, {"expected": expected})
    return value


def _number(value: object) -> Fraction:
    text = _text(value, "a number")
    try:
        return exact.parse(text).value
    except exact.NotANumberError:
        raise PydanticCustomError("criteria-not-a-number", "not a number", {"text": text}) from None


def _share(value: object) -> Share:
    text = _text(value, "a number")
    try:
        return Share(exact.parse_percent(text), percent=True)
    except exact.NotANumberError:
        return Share(_number(text), percent=False)


def _count(value: object) -> int:
    number = _number(value)
    if number.denominator != 1 or number < 0:
        raise PydanticCustomError(
            "criteria-not-a-count", "not a whole number", {"text": decimal_text(number)}
        )
    return int(number)


def _flag(value: object) -> bool:
    text = _text(value, "true or false")
    if text not in ("true", "false"):
        raise PydanticCustomError(
            "criteria-wrong-shape", "true or false", {"expected": "true or false"}
        )
    return text == "true"


def _formula(value: object) -> Formula:
    text = _text(value, "a formula")
    if text.strip() in PRESETS:
        return PRESETS[text.strip()].formula
    try:
        return parse(text)
    except FormulaError as fault:
        raise PydanticCustomError(
            "formula-unreadable",
            "formula",
            {"reason": fault.reason, "position": fault.position, "formula": text},
        ) from None


def _identifier(value: object) -> str:
    text = _text(value, "an id")
    if not _is_name(text):
        raise PydanticCustomError("criteria-bad-id", "id", {"id": text})
    return text


def _is_name(text: str) -> bool:
    """Tell whether the scoring language reads `text` as one name."""
    try:
        return text.isidentifier() and isinstance(parse(text).term, Name)
    except FormulaError:  # `if`, and signs such as · that only Python takes for letters
        return False


def _line(value: object) -> str:
    text = _text(value, "text")
    if not display(text):
        raise PydanticCustomError("criteria-wrong-shape", "text", {"expected": "text"})
    return text


# The validators read what a sheet says; the shapes are for editors and bind nobody here.
Text = Annotated[str, BeforeValidator(_line), WithJsonSchema(shapes.TEXT)]
Number = Annotated[Fraction, PlainValidator(_number), WithJsonSchema(shapes.NUMBER)]
Percentage = Annotated[Share, PlainValidator(_share), WithJsonSchema(shapes.PERCENTAGE)]
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema(shapes.FLAG)]
Count = Annotated[int, PlainValidator(_count), WithJsonSchema(shapes.count())]
Positive = Annotated[Count, Field(ge=1), WithJsonSchema(shapes.count(1))]
WrittenFormula = Annotated[Formula, PlainValidator(_formula), WithJsonSchema(shapes.FORMULA)]
PriceFormula = Annotated[WrittenFormula, WithJsonSchema(shapes.PRICE_FORMULA)]
"""A formula over prices, where presets have a meaning."""
Id = Annotated[str, BeforeValidator(_identifier), WithJsonSchema(shapes.ID)]


class BothLanguages(Frozen):
    """A sentence that a sheet holds in both languages: `{ja: …, en: …}`."""

    ja: Text
    """The sentence in Japanese."""
    en: Text
    """The sentence in English."""

    def __str__(self) -> str:
        return self.ja if current() == "ja" else self.en


def _kind_of_sentence(value: object) -> str:
    return "both" if isinstance(value, dict | BothLanguages) else "one"


Sentence = Annotated[
    Annotated[Text, Tag("one")] | Annotated[BothLanguages, Tag("both")],
    Discriminator(_kind_of_sentence),
]
"""A sentence in the sheet's own language, or in both; `str()` gives the reader's."""


class Round(Frozen):
    """A rounding as it is written: `{places: 2, mode: half-up}`."""

    places: Annotated[Count, Field(le=20), WithJsonSchema(shapes.count(most=20))]
    """The decimal places that remain: 小数第3位を四捨五入 is 2."""
    mode: Mode
    """`half-up` 四捨五入, `half-even` 偶数丸め, `down` 切り捨て, `up` 切り上げ."""

    @property
    def rounding(self) -> Rounding:
        """Return the rounding itself."""
        return Rounding(self.places, self.mode)
