"""Codes for panels, stages, and what a criterion's points hang on beside its marks."""

from procscore.diagnostics.catalogue.criteria import NAMES_EXIST, NEVER_APPLIED
from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

PROCEDURE: dict[str, Kind] = {
    "criteria-panel-unknown": Kind(
        Severity.ERROR,
        N_("There is no panel “{name}”. {suggestion}"),
        N_("Declare it under “panels:”, or correct the name."),
        NAMES_EXIST,
    ),
    "criteria-panel-unused": Kind(
        Severity.ERROR,
        N_("The panel “{panel}” marks no criterion."),
        N_("Write “panel: {panel}” at the criteria that it marks, or delete the panel."),
        NEVER_APPLIED,
    ),
    "criteria-panel-name-doubled": Kind(
        Severity.ERROR,
        N_("Two panels are called “{name}”."),
        N_("Give each panel a name of its own."),
        N_("Evaluators are assigned to panels by these names."),
    ),
    "criteria-stage-not-top": Kind(
        Severity.ERROR,
        N_("“{criterion}” is a part of another criterion; a stage holds whole top criteria."),
        N_("Name the top criterion, or make this one a top criterion."),
        N_("A stage's points are those of its criteria."),
    ),
    "criteria-stage-criterion-doubled": Kind(
        Severity.ERROR,
        N_("“{criterion}” is named twice under “stages”."),
        N_("Name it in the stage in which it is marked; “carry_over” lets it count later too."),
        N_("A criterion is marked once."),
    ),
    "criteria-stage-incomplete": Kind(
        Severity.ERROR,
        N_("These criteria belong to no stage: {criteria}."),
        N_("Name each in one stage."),
        N_("What belongs to no stage would never be judged."),
    ),
    "criteria-stage-needs-ranking": Kind(
        Severity.ERROR,
        N_("“{stage}” would rank by criteria of a later stage, or of one that may be skipped."),
        N_("Write “ranking:” for this stage, by what is judged then."),
        N_("What is not judged yet cannot be compared."),
    ),
    "criteria-stage-own-ranks": Kind(
        Severity.ERROR,
        N_(
            "The evaluators rank all vendors once; in “{stage}” there are no ranks of their own yet."
        ),
        N_("Give this stage a “ranking:” without “evaluator_ranks: distinct”."),
        N_("Own ranks are of the totals at the end."),
    ),
    "criteria-gate-without-people": Kind(
        Severity.ERROR,
        N_(
            "A tie across the line of “{stage}” is left to the committee, but its chain of ties asks no people."
        ),
        N_("End the chain in “committee”, or write “at_cut: all” or “at_cut: none”."),
        N_("The committee's decision is read where the chain of ties asks for it."),
    ),
    "criteria-gate-minimum-elsewhere": Kind(
        Severity.ERROR,
        N_("This minimum of the gate is about a criterion that “{stage}” does not judge."),
        N_("Name a criterion of this stage, or write the minimum under “eligibility”."),
        N_("A gate is about the points of its own stage."),
    ),
    "criteria-share-impossible": Kind(
        Severity.ERROR,
        N_("{text} can never be reached, or always is."),
        N_("Write a share from 0% to 100%, or a number."),
        NEVER_APPLIED,
    ),
    "criteria-veto-shared": Kind(
        Severity.ERROR,
        N_(
            "The grade “{text}” is worth as much as {grades}, so that a veto cannot be told from them."
        ),
        N_("Give the grade of the veto a value of its own."),
        N_("A vendor must not be thrown out by a grade that is no veto."),
    ),
    "criteria-stage-gate-last": Kind(
        Severity.ERROR,
        N_("No stage follows “{stage}”, so that nobody goes on from it."),
        N_("Delete the gate; use “eligibility” and “award” for the last stage."),
        NEVER_APPLIED,
    ),
    "criteria-stage-gate-open": Kind(
        Severity.ERROR,
        N_("The gate of “{stage}” lets everybody pass."),
        N_("Write “top:” or “minimums:”, or delete the gate."),
        NEVER_APPLIED,
    ),
    "criteria-minimum-evaluators": Kind(
        Severity.ERROR,
        N_("“evaluators” only goes with a criterion that the panel marks, or with the total."),
        N_("Write “criterion:” with “evaluators:”, or neither “each_of” nor “excluding”."),
        N_("Each evaluator's own marks are added up and compared."),
    ),
    "criteria-requires-circular": Kind(
        Severity.ERROR,
        N_(
            "These points hang on “{criterion}”, which hangs on points that require something itself."
        ),
        N_("Require a criterion that stands outside and requires nothing."),
        N_("Otherwise the points would depend on themselves."),
    ),
    "criteria-requires-later": Kind(
        Severity.ERROR,
        N_(
            "These points hang on “{criterion}”, which is judged in a later stage, or in one that may be skipped."
        ),
        N_("Require a criterion of the same stage, or of an earlier one that is always held."),
        N_("The points of a stage are known when it ends."),
    ),
    "criteria-veto-unknown": Kind(
        Severity.ERROR,
        N_("“{text}” is no mark that can be given here."),
        N_("Write a mark of the range, or a grade of the scale."),
        NEVER_APPLIED,
    ),
    "criteria-weight-wrong": Kind(
        Severity.ERROR,
        N_(
            "The weight {weight} times the highest mark {highest} is {product}, not {points} points."
        ),
        N_("Correct the weight or the points."),
        N_("A weighted mark can reach exactly the criterion's points."),
    ),
    "criteria-weight-unused": Kind(
        Severity.ERROR,
        N_("A weight needs marks up to a stated “to:”, or a scale of numbers."),
        N_("Write “score: {{method: marks, to: …}}”, or delete the weight."),
        N_("The points are the weight times the highest mark."),
    ),
    "criteria-even-unused": Kind(
        Severity.ERROR,
        N_("An even vote can only arise where a majority of the panel decides."),
        N_("Write “votes: majority”, or delete “even”."),
        NEVER_APPLIED,
    ),
    "criteria-compare-unknown": Kind(
        Severity.ERROR,
        N_("There is no amount or quantity “{name}”. {suggestion}"),
        N_("Declare it under “amounts:” or “quantities:”, or correct the name."),
        NAMES_EXIST,
    ),
    "criteria-rescale-in-totals": Kind(
        Severity.ERROR,
        N_(
            "“{criterion}” can neither be rescaled nor require anything: the panel's points come from the evaluators' totals of more than it holds."
        ),
        N_(
            "Write “over: criteria”, or put the rule at the group that holds all that the panel marks."
        ),
        N_("Points that come from whole totals cannot be divided among their parts."),
    ),
}
