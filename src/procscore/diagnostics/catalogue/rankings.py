"""Codes for rankings in criteria sheets: what is compared, and the chains of ties."""

from procscore.diagnostics.catalogue.criteria import NEVER_APPLIED
from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

RANKINGS: dict[str, Kind] = {
    "criteria-tie-step-unknown": Kind(
        Severity.ERROR,
        N_("This is no step of a chain of ties."),
        N_(
            "Write {{higher: <criterion>}}, {{lower: <amount>}}, {{more: first-places}} (also second-, third-, next-places, points-of-firsts), lot, {{lot: {{…}}}}, committee, chair or vote."
        ),
        N_("Ties are broken only by rules that were written down before."),
    ),
    "criteria-tie-step-doubled": Kind(
        Severity.ERROR,
        N_("This step stands in the chain of ties twice."),
        N_("Delete one of them."),
        N_("What did not tell two vendors apart once does not do so the second time."),
    ),
    "criteria-tie-step-after-end": Kind(
        Severity.ERROR,
        N_("This step cannot follow “{end}”."),
        N_("Put it before that step, or delete it; only “chair” can follow “vote”."),
        N_("A lot or a person always decides."),
    ),
    "criteria-tie-name-unknown": Kind(
        Severity.ERROR,
        N_("There is no criterion, amount or quantity “{name}”. {suggestion}"),
        N_("Correct the id."),
        N_("A rule about something that does not exist would never apply."),
    ),
    "criteria-tie-sum-doubled": Kind(
        Severity.ERROR,
        N_("“{name}” is counted twice in this sum."),
        N_("Name each criterion once, and not beside its group."),
        N_("Points that are counted twice weigh more than the sheet says."),
    ),
    "criteria-lot-order-missing": Kind(
        Severity.ERROR,
        N_("The lot does not say in which order the tied vendors are numbered."),
        N_("Write “order:” code, arrival, reading or lot."),
        N_(
            "Who has which number decides who wins, so it is never taken from the workbook's order."
        ),
    ),
    "criteria-lot-key-unused": Kind(
        Severity.ERROR,
        N_("Lots that are drawn are compared as they are, so that “{key}” would never be used."),
        N_("Write “rule: remainder”, or delete the key."),
        NEVER_APPLIED,
    ),
    "criteria-tie-chain-open": Kind(
        Severity.ERROR,
        N_("The chain of ties does not end in a step that always decides."),
        N_("Add lot, committee, chair or vote at the end; a lot with “if_equal” is none."),
        N_("Otherwise vendors can stay tied without a rule for it."),
    ),
    "criteria-ranking-formula-missing": Kind(
        Severity.ERROR,
        N_("The ranking is by formula, but there is none."),
        N_("Write “formula:”."),
        N_("What is compared must be stated."),
    ),
    "criteria-ranking-formula-unused": Kind(
        Severity.ERROR,
        N_("The ranking is by {by}, so that this formula would never be used."),
        N_("Write “by: formula”, or delete the formula."),
        NEVER_APPLIED,
    ),
    "criteria-best-unused": Kind(
        Severity.ERROR,
        N_("The ranking is by {by}, where it is fixed which value is best."),
        N_("Write “by: formula”, or delete “best”."),
        NEVER_APPLIED,
    ),
    "criteria-least-of-lowest": Kind(
        Severity.ERROR,
        N_("A value that must be reached makes no sense where the lowest value is first."),
        N_("Delete “at_least”, or use a minimum of points."),
        N_("It would throw out the best and keep the others."),
    ),
    "criteria-evaluator-ranks-unused": Kind(
        Severity.ERROR,
        N_("Nothing in this ranking asks for the evaluators' own ranks."),
        N_("Rank by the evaluators, let a tie step count their places, or delete the key."),
        NEVER_APPLIED,
    ),
    "criteria-ranking-needs-panel": Kind(
        Severity.ERROR,
        N_(
            "The ranking compares what each evaluator found, but no criterion is marked by each evaluator."
        ),
        N_("Let the panel mark a criterion, or rank by points."),
        N_("Ranks and first places come from the evaluators' own totals."),
    ),
}
