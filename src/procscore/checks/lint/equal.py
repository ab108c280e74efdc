"""What must be equal among vendors whose values are equal: simple arithmetic over their points.

Points of criteria are sums of points of others. Whoever is equal in a sum and in all but one of its
parts is equal in that part, too. What follows from equal amounts (price points from the price) is
equal as well; the other way round nothing follows, since points are rounded and bounded.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from procscore.formula import Term, names
from procscore.formula.terms import Name, Negation, Number, Operation
from procscore.model.criteria import CriteriaSheet, Criterion, Leaf
from procscore.model.rounds import Round, rounds
from procscore.model.scores import ByFormula, Check, Price

Form = dict[str, Fraction]
"""A sum of independent figures, each times a number."""
_ONE = Fraction(1)


class Equal:
    """The sums in which the vendors of one tie of a round are known to be equal.

    A group that is rescaled or withheld stands for itself: that it follows from its parts is not
    looked into.
    """

    def __init__(self, sheet: CriteriaSheet, judged: Round) -> None:
        """Start with what follows from equal ranking values, where it can be told."""
        self._sheet = sheet
        self._known: list[tuple[str, Form]] = []
        self._leaves = {leaf.id: leaf for leaf in sheet.leaves}
        self._totals = frozenset(_groups_of_totals(sheet))
        self._learn(self._value(judged))
        self._follow()

    def settled(self, names: Iterable[str]) -> bool:
        """Tell whether the vendors must be equal in the sum of what is named."""
        return not self._reduced(self._sum(names))

    def learn(self, names: Iterable[str]) -> None:
        """Take in that they are equal in the sum of what is named."""
        self._learn(self._sum(names))
        self._follow()

    def _value(self, judged: Round) -> Form:
        ranking = judged.ranking
        if ranking.round is not None:  # different values can be rounded to equal ones
            return {}
        if ranking.by == "formula" and ranking.formula is not None:
            return self._linear(ranking.formula.term) or {}
        if ranking.by != "points" or None in self._totals:
            return {}
        return self._sum(top.id for top in judged.counted)

    def _linear(self, term: Term) -> Form | None:
        """Return what a formula adds up, None where it does more than that."""
        match term:
            case Name(name=name):
                return self._sum([name])
            case Negation(operand=operand):
                inner = self._linear(operand)
                return None if inner is None else _times(inner, -_ONE)
            case Operation(operator="+" | "-" as sign, left=left, right=right):
                a, b = self._linear(left), self._linear(right)
                return (
                    None if a is None or b is None else _plus(a, b, _ONE if sign == "+" else -_ONE)
                )
            case (
                Operation(operator="*", left=Number(value=value), right=other)
                | Operation(operator="*" | "/", left=other, right=Number(value=value))
            ):
                inner = self._linear(other)
                factor = value if term.operator == "*" else (1 / value if value else Fraction(0))
                return None if inner is None or not factor else _times(inner, factor)
            case _:
                return None

    def _sum(self, names: Iterable[str]) -> Form:
        form: Form = {}
        for name in names:
            criterion = self._sheet.by_id.get(name)
            form = _plus(form, self._form(criterion) if criterion else {name: _ONE}, _ONE)
        return form

    def _form(self, criterion: Criterion) -> Form:
        opaque = criterion.rescale or criterion.requires or criterion.id in self._totals
        if opaque or not criterion.criteria:
            return {criterion.id: _ONE}
        return self._sum(part.id for part in criterion.criteria)

    def _reduced(self, form: Form) -> Form:
        """Return what is left of `form` without what is known to be equal."""
        for pivot, known in self._known:
            if factor := form.get(pivot):
                form = _plus(form, known, -factor)
        return form

    def _learn(self, form: Form) -> None:
        rest = self._reduced(form)
        if rest:
            pivot = next(iter(rest))
            self._known.append((pivot, _times(rest, 1 / rest[pivot])))

    def _follow(self) -> None:
        """Take in what follows from what is known, until nothing new does."""
        while new := next(self._following(), None):
            self._learn({new: _ONE})

    def _following(self) -> Iterator[str]:
        for name, needed in self._dependent():
            if self._reduced({name: _ONE}) and all(self.settled([each]) for each in needed):
                yield name

    def _dependent(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Give each figure that is the same for all who are equal in what it is made of."""
        declared = self._sheet.declared
        for name, amount in self._sheet.amounts.items():
            if amount.formula is not None:
                yield name, frozenset(names(amount.formula))
        for leaf in self._leaves.values():
            made_of = _made_of(leaf, frozenset(declared))
            if made_of is not None and leaf.criterion.requires is None:
                yield leaf.id, made_of


def _made_of(leaf: Leaf, declared: frozenset[str]) -> frozenset[str] | None:
    """Return the amounts and quantities that give the points of a leaf, None where marks do."""
    match leaf.score:
        case Check(fail="exclude"):  # whoever fails it is out: all others have the same points
            return frozenset()
        case Price(amount=amount, formula=formula):
            return declared & {amount, *names(formula)}
        case ByFormula(formula=formula, compare=compare):
            return declared & {compare, *names(formula)}
        case _:
            return None


def _groups_of_totals(sheet: CriteriaSheet) -> Iterator[str | None]:
    """Give the groups whose points come from evaluators' totals, None for the sheet's total."""
    for judged in rounds(sheet):
        for panel in sheet.marking_panels:
            ids = {leaf.id for leaf in judged.leaves if leaf.totalled and leaf.panel == panel}
            if ids and sheet.totals_decide(panel):
                holding = [each.id for _, each in sheet.walk() if each.criteria and ids <= each.ids]
                yield holding[-1] if holding else None


def _times(form: Form, factor: Fraction) -> Form:
    return {name: value * factor for name, value in form.items()}


def _plus(left: Form, right: Form, factor: Fraction) -> Form:
    added = dict(left)
    for name, value in right.items():
        added[name] = added.get(name, Fraction(0)) + value * factor
    return {name: value for name, value in added.items() if value}
