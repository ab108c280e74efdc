"""What can be wrong with a formula, as written or with the values that go in."""

from procscore.language import Message


class FormulaError(ValueError):
    """A formula that cannot be read; `position` is the character's index in its text, from 0."""

    def __init__(self, reason: Message, position: int) -> None:
        super().__init__(reason.text)
        self.reason = reason
        self.position = position


class UndefinedValueError(ArithmeticError):
    """A formula that is well written but has no value for these inputs, such as x ÷ 0."""

    def __init__(self, reason: Message, position: int) -> None:
        super().__init__(reason.text)
        self.reason = reason
        self.position = position
