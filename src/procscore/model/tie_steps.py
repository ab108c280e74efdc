"""The steps of a chain of ties (同点時の取扱い), as a criteria sheet writes them."""

import re
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError

from procscore.model import shapes
from procscore.model.fields import Frozen, Id, Text

Ballot = Literal["first-places", "second-places", "third-places", "next-places", "points-of-firsts"]
"""What the evaluators' own orders are asked for."""
Decider = Literal["committee", "chair", "vote"]
"""People who decide what no rule settles: 審査委員会, 委員長, 決選投票."""
Numbering = Literal["code", "arrival", "reading", "lot"]
"""By what tied vendors are numbered: 業者コード, 受付番号, フリガナ (五十音順), くじ番号."""

_DIGITS = re.compile(r"[0-9０-９]{1,50}")
_ALONE = ("lot", *get_args(Decider))
_Bit = Annotated[Literal["0", "1"], WithJsonSchema(shapes.choice("01"))]


def _digits(text: str) -> str:
    if not _DIGITS.fullmatch(text):
        raise PydanticCustomError("criteria-not-a-count", "not a whole number", {"text": text})
    return text


class Lot(Frozen):
    """How a lot (くじ) tells tied vendors apart.

    `drawn`: the smallest number is first. `remainder`: the tied vendors are numbered `first`,
    `first` + 1, … in ascending `order`; the sum of their lot numbers divided by how many they are
    leaves a remainder, and the vendor whose number is that remainder + `add` is first.
    鳥取県自治体ICT共同化推進協議会, https://expydoc.com/doc/10172646/
    """

    rule: Literal["drawn", "remainder"] = "drawn"
    """Whether the smallest number is first, or the `remainder` of the sum names the first."""
    order: Numbering | None = None
    """With `remainder`: by what the tied vendors are numbered."""
    first: _Bit = "0"
    """The number of the first in that order."""
    add: _Bit = "0"
    """What is added to the remainder."""
    blank: Annotated[Text, AfterValidator(_digits), WithJsonSchema(shapes.DIGITS)] | None = None
    """The number that is taken for a vendor without one. Left out: the tie stays until it is drawn."""
    following: Literal["cyclic", "repeat", "open"] = "cyclic"
    """Who comes after the first: the next number, and after the last the first; the same arithmetic
    among the rest; or nobody, and the others stay tied."""
    if_equal: tuple[Id, ...] = ()
    """The criteria, amounts and quantities in which the vendors must be equal for a lot at all."""

    @property
    def conditional(self) -> bool:
        """Tell whether there are cases in which no lot is drawn."""
        return bool(self.if_equal)


class TieStep(Frozen):
    """One step of the chain.

    Written `{higher: technical}`, `{lower: total}`, `{higher: [a, b]}` (their points together),
    `{more: first-places}`, `{lot: {rule: remainder, …}}`, `lot`, `committee`, `chair` or `vote`.
    """

    rule: Literal["higher", "lower", "more", "lot", "committee", "chair", "vote"]
    names: tuple[Id, ...] = ()
    """The criterion, amount or quantity of `higher` and `lower`, or the criteria to be added up."""
    votes: Ballot | None = None
    """What there are `more` of."""
    lot: Lot | None = None

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: Any, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the shape of a step as it is written; `tie_step` reads it."""
        read = handler.resolve_ref_schema(handler(core_schema))
        held = read["properties"]
        name = held["names"]["items"]
        one_or_more = {"anyOf": [name, {"type": "array", "items": name, "minItems": 1}]}
        written = {
            "higher": (one_or_more, "Who has more of this criterion, amount or quantity is first."),
            "lower": (one_or_more, "Who has less of this criterion, amount or quantity is first."),
            "more": (held["votes"], "Who gets more of these places from the evaluators is first."),
            "lot": (held["lot"], "A lot with rules of its own."),
        }
        steps = [
            {
                "type": "object",
                "properties": {key: {**shape, "description": told}},
                "required": [key],
                "additionalProperties": False,
            }
            for key, (shape, told) in written.items()
        ]
        told = {key: read[key] for key in ("title", "description")}
        return {**told, "anyOf": [shapes.choice(_ALONE), *steps]}

    @property
    def needs(self) -> frozenset[str]:
        """Return the criteria, amounts and quantities that must be known for it to be asked."""
        return frozenset((*self.names, *(self.lot.if_equal if self.lot else ())))

    @property
    def name(self) -> str:
        """Return the one name of `higher` or `lower`; empty where there is none, or a sum."""
        return self.names[0] if len(self.names) == 1 else ""


def tie_step(written: object) -> object:
    """Return the fields of a step from how it is written.

    Raises PydanticCustomError (`criteria-tie-step-unknown`) for what is none.
    """
    if isinstance(written, TieStep):
        return written
    if isinstance(written, str) and written in _ALONE:
        return {"rule": written, "lot": {}} if written == "lot" else {"rule": written}
    if isinstance(written, dict) and len(written) == 1:
        match next(iter(written.items())):
            case ("lot", dict() as lot):
                return {"rule": "lot", "lot": lot}
            case ("more", str() as votes) if votes in get_args(Ballot):
                return {"rule": "more", "votes": votes}
            case ("higher" | "lower" as rule, str() as name):
                return {"rule": rule, "names": [name]}
            case ("higher" | "lower" as rule, list() as names) if names:
                return {"rule": rule, "names": names}
            case _:
                pass
    raise PydanticCustomError("criteria-tie-step-unknown", "tie step", {})
