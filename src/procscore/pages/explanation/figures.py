"""Figures as lines: what it is and how much, then the calculation, the marks and the parts."""

from collections.abc import Iterator
from dataclasses import replace

from procscore.diagnostics import Location
from procscore.exact import display
from procscore.language import N_, Message, listing, message
from procscore.model import shown
from procscore.model.criteria import Leaf
from procscore.model.explanation import Explanation, Figure, Given, Uncounted
from procscore.model.page import Node, Words
from procscore.model.scores import Check
from procscore.pages.explanation.words import (
    calculation,
    formula_words,
    is_plain,
    mark_words,
    number_words,
    symbol_words,
)

_KIND_WORDS = {
    "withheld": N_("Before the condition was applied: {value}"),
    "converted": N_("raw, the points before conversion: {value}"),
    "counted-once": N_("Given once: {value}"),
    "before-agreement": N_("The evaluators' own marks would have given: {value}"),
    "best": N_("best, the highest points before conversion: {value}"),
    "panel": N_("{name}: {value}"),
    "evaluator": N_("Total of {name}: {value}"),
    "own-mark": N_("{name}: {value}"),
    "rank": N_("{name}: rank {value}"),
    "value": N_("{name}: {value}"),
    "compared": N_("{name}: {value}"),
    "amount": N_("{name}: {value}"),
    "number": N_("{name}: {value}"),
    "market": N_("{name}: {value}"),
}
_USE_WORDS = {
    "trimmed": N_("{mark}; left out by trimming"),
    "highest": N_("{mark}; left out by trimming, as the highest total"),
    "lowest": N_("{mark}; left out by trimming, as the lowest total"),
    "highest mark": N_("{mark}; left out by trimming, at the upper end"),
    "lowest mark": N_("{mark}; left out by trimming, at the lower end"),
    "either": N_("{mark}; trimming leaves out {out} of {alike} marks like this"),
    "replaced": N_("{mark}; the agreed mark counts instead"),
}
_WHY_WORDS = {
    "absent": N_("Absent and not counted: {who}."),
    "recused": N_("Recused for this vendor and not counted: {who}."),
}


class Told:
    """Makes the lines of one explanation."""

    def __init__(self, explanation: Explanation) -> None:
        """Start from the explanation, which knows the criteria sheet and the files."""
        self._explanation = explanation
        self._result = explanation.result
        self._leaves = {leaf.id: leaf for leaf in self._result.criteria.leaves}

    def people(self) -> Iterator[Words]:
        """Give whose marks count, panel by panel, and who was not counted."""
        found: dict[str | None, tuple[dict[str, None], list[Uncounted]]] = {}
        agreed: dict[str, None] = {}
        for figure in self._explanation.points.walk():
            leaf = self._leaves.get(figure.criterion)
            if leaf is None or leaf.marked_by != "panel":
                continue
            who, out = found.setdefault(leaf.panel, ({}, []))
            own = figure.marks
            if own and self._explanation.vendor.score(figure.criterion).agreed:
                # The panel's mark is no person's: those who gave their own are named.
                own = tuple(given for given in own if given.use == "replaced")
                agreed[leaf.criterion.name] = None
            who.update(dict.fromkeys(given.name for given in own))
            out.extend(one for one in figure.uncounted if one not in out)
        for panel, (who, out) in found.items():
            if who and len(found) == 1:
                yield message(N_("Marked by {who}"), who=listing(who))
            elif who:
                name = self._result.criteria.rules_of(panel).name or panel
                panel_name = name or message(N_("without a name"))
                yield message(N_("Panel “{panel}”: {who}"), panel=panel_name, who=listing(who))
            for why, text in _WHY_WORDS.items():
                if names := [one.name for one in out if one.why == why]:
                    yield message(text, who=listing(names))
        if agreed:
            yield message(N_("Agreed by the panel together: {criteria}."), criteria=listing(agreed))

    def node(self, figure: Figure) -> Node:
        """Return a figure with everything below it."""
        strong = figure.kind in ("total", "value") or self._is_group(figure)
        return Node(self._line(figure), tuple(self._below(figure)), strong=strong)

    def _is_group(self, figure: Figure) -> bool:
        is_criterion = figure.kind == "criterion" and not figure.elsewhere
        return is_criterion and figure.criterion not in self._leaves

    def _line(self, figure: Figure) -> Message:
        line = self._head(figure)
        if figure.where is not None:
            return message(N_("{what} ({cell})"), what=line, cell=self._place(figure.where))
        if figure.elsewhere and figure.kind in ("total", "criterion", "required", "amount"):
            return message(N_("{what} (explained at its own line)"), what=line)
        return line

    def _head(self, figure: Figure) -> Message:
        value = number_words(figure.value)
        if figure.kind in ("total", "criterion", "required"):
            return self._points(figure)
        if figure.kind == "rank" and figure.symbol == "firsts":
            text = (
                N_("{name}: puts it first") if figure.value else N_("{name}: does not put it first")
            )
            return message(text, name=figure.name)
        if figure.kind in ("number", "market") and (text := symbol_words(figure.symbol)):
            named = message(N_("{symbol}, {meaning}"), symbol=figure.symbol, meaning=message(text))
            return message(N_("{name}: {value}"), name=named, value=value)
        if figure.kind == "amount" and figure.symbol not in ("", str(figure.name)):
            named = message(N_("{symbol}, {meaning}"), symbol=figure.symbol, meaning=figure.name)
            return message(N_("{name}: {value}"), name=named, value=value)
        return message(_KIND_WORDS[figure.kind], name=figure.name, value=value)

    def _points(self, figure: Figure) -> Message:
        leaf = self._leaves.get(figure.criterion)
        name = figure.name
        if figure.elsewhere and figure.symbol in self._result.criteria.by_id:
            name = message(N_("{symbol}, {meaning}"), symbol=figure.symbol, meaning=name)
        if figure.value is None:
            return message(N_("{name}: not scored"), name=name)
        if not figure.of and leaf is not None and isinstance(leaf.score, Check):
            failed = any(
                out.rule == "check" and out.reason.details.get("criterion") == figure.name
                for out in self._explanation.vendor.exclusions
            )
            word = message(N_("not met") if failed else N_("met"))
            return message("{name}: {value}", name=figure.name, value=word)
        return message(
            N_("{name}: {value} of {of} points"),
            name=name,
            value=display(figure.value),
            of=display(figure.of or figure.value),
        )

    def _below(self, figure: Figure) -> Iterator[Node]:
        if figure.elsewhere or all(one.value is None for one in figure.walk()):
            return
        if figure.kind == "rank":
            yield Node(self._totals(figure))
            return
        worded = figure.derivation is not None and formula_words(figure.derivation) is not None
        yield from self._calculated(figure)
        if figure.marks:
            yield from self._marks(figure)
        compared = [part for part in figure.parts if part.kind == "compared"]
        apart = self._apart(figure)
        for part in figure.parts:
            if part.kind == "market":
                yield Node(self._market(part, compared))
            elif part not in (*compared, *apart) and not self._is_said(part, worded=worded):
                yield self.node(part)
        if apart:
            heading = message(N_("Its criteria, whose points need not add up to that"))
            yield Node(heading, tuple(map(self.node, apart)))
        if compared:
            yield Node(self._compared(figure, compared), tuple(map(self.node, compared)))

    def _is_said(self, part: Figure, *, worded: bool) -> bool:
        """Tell whether a number is said without its line: by the words, or by the line above."""
        return part.kind == "number" and part.where is None and (worded or part.symbol == "points")

    def _market(self, part: Figure, compared: list[Figure]) -> Message:
        """Return what the bids say together, and whose bid it is."""
        line = self._line(replace(part, where=None) if compared else part)
        whose = [one.name for one in compared if one.value == part.value]
        if part.symbol not in ("lowest", "highest") or not whose:
            return line
        return message(N_("{what}, of {who}"), what=line, who=listing(whose))

    def _apart(self, figure: Figure) -> list[Figure]:
        """Return the parts of a group that are told beside its points, which are not their sum."""
        if figure.adds_up or figure.value is None or figure.derivation is None:
            return []
        return [part for part in figure.parts if part.kind == "criterion" and not part.elsewhere]

    def _compared(self, figure: Figure, compared: list[Figure]) -> Message:
        count = len(compared)
        if figure.kind == "best":
            return message(N_("Compared: the points of {count} vendors"), count=count)
        what = self._result.criteria.name_of(compared[0].criterion)
        return message(N_("Compared: {what} of {count} vendors"), what=what, count=count)

    def _totals(self, figure: Figure) -> Message:
        """Return the totals that an evaluator's order comes from, the vendor's own first."""
        own, *others = figure.parts
        told = [f"{one.name} {number_words(one.value)}" for one in others]
        line = message(N_("Total by this evaluator: {value}"), value=number_words(own.value))
        return (
            message(N_("{what}; others: {others}"), what=line, others=listing(told))
            if told
            else line
        )

    def _calculated(self, figure: Figure) -> Iterator[Node]:
        derivation = figure.derivation
        if derivation is None or is_plain(derivation) or self._is_settled(figure):
            return
        worded = formula_words(derivation)
        line = calculation(derivation)
        if worded is not None:
            yield Node(message(N_("{what}: {value}"), what=worded, value=line))
            return
        yield Node(message(N_("Formula: {formula}"), formula=derivation.formula.text))
        yield Node(message(N_("With the numbers: {calculation}"), calculation=line))

    def _is_settled(self, figure: Figure) -> bool:
        """Tell whether a check needs no calculation: one mark says all, or no points hang on it."""
        leaf = self._leaves.get(figure.criterion)
        if leaf is None or not isinstance(leaf.score, Check) or not figure.marks:
            return False
        return figure.of == 0 or len(figure.marks) == 1

    def _marks(self, figure: Figure) -> Iterator[Node]:
        leaf = self._leaves[figure.criterion]
        for given in figure.marks:
            yield self._mark(given, leaf)

    def _mark(self, given: Given, leaf: Leaf) -> Node:
        line = mark_words(given, leaf)
        by_mark = self._result.criteria.rules_of(leaf.panel).over == "criteria"
        known = given.extreme and (f"{given.extreme} mark" if by_mark else given.extreme)
        if text := _USE_WORDS.get(known or given.use):
            line = message(text, mark=line, out=given.out, alike=given.alike)
        place = self._place(given.mark.where)
        comment = given.mark.comment
        return Node(
            message(N_("{what} ({cell})"), what=line, cell=place),
            (Node(message(N_("“{comment}”"), comment=comment)),) if comment else (),
        )

    def _place(self, where: Location) -> str:
        return str(shown.place(self._result, where))
