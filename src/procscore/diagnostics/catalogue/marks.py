"""Codes for marks, the evaluators' sheets, and what only shows while computing."""

from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

MARKS: dict[str, Kind] = {
    "no-evaluator-sheets": Kind(
        Severity.ERROR,
        N_("There is no sheet with an evaluator's marks."),
        N_(
            "Add a sheet 採点_<evaluator> / Marks_<evaluator> for each, or name the workbooks that hold them."
        ),
        N_("Without marks there is nothing to rank."),
    ),
    "evaluator-sheet-missing": Kind(
        Severity.ERROR,
        N_("The marks of the evaluator “{evaluator}” are missing."),
        N_("Hand in the sheet, filled in, or write 欠席 / absent beside the evaluator."),
        N_("An evaluator who has not handed in yet is not one who is absent."),
    ),
    "evaluator-sheet-doubled": Kind(
        Severity.ERROR,
        N_(
            "There are two versions of the marks of the evaluator “{evaluator}”; the other is {other}. They differ in {count} marks (there / here): {cells}."
        ),
        N_("Ask the evaluator which of them counts, and leave the wrong one out."),
        N_("Which of two sheets counts is a question for a person."),
    ),
    "evaluator-sheet-copied": Kind(
        Severity.WARNING,
        N_(
            "These are the same marks of the evaluator “{evaluator}” as in {other}; they were read once."
        ),
        N_("Leave one of the two out."),
        N_("Marks that are handed in twice must not count twice."),
    ),
    "evaluator-unknown": Kind(
        Severity.ERROR,
        N_("“{text}” is no evaluator of this procurement."),
        N_("Correct the name, or add the evaluator to the sheet 審査委員 / Evaluators."),
        N_("Marks of somebody who is not on the panel must not count."),
    ),
    "criterion-unknown": Kind(
        Severity.ERROR,
        N_("“{text}” is no criterion that is marked here. {suggestion}"),
        N_("Write the criterion's ID as in the criteria sheet."),
        N_("Marks for a criterion that does not exist would be lost."),
    ),
    "criterion-row-missing": Kind(
        Severity.ERROR,
        N_("The row of the criterion {criterion} ({name}) is missing."),
        N_("Add the row with this ID."),
        N_("A criterion without marks is not a criterion with zero points."),
    ),
    "criterion-column-missing": Kind(
        Severity.ERROR,
        N_("No column holds the marks for the criterion {criterion} ({name})."),
        N_(
            "Write the ID or the name of the criterion above its column; a number before it and its points in brackets behind it are understood."
        ),
        N_("A criterion without marks is not a criterion with zero points."),
    ),
    "criterion-column-doubled": Kind(
        Severity.ERROR,
        N_("Two columns hold marks for “{criterion}”; the other is {first}."),
        N_("Delete or rename the column that is not meant."),
        N_("Which of two marks counts is a question for a person."),
    ),
    "answer-doubled": Kind(
        Severity.ERROR,
        N_("{evaluator} has answered for {vendor} already, in {first}."),
        N_("Ask the evaluator which of the two answers counts, and delete the other row."),
        N_("Forms keep every answer that is sent; which of two counts is a question for a person."),
    ),
    "criterion-doubled": Kind(
        Severity.ERROR,
        N_("The criterion “{criterion}” stands here twice; first in {first}."),
        N_("Delete the row that is not meant."),
        N_("Which of two marks counts is a question for a person."),
    ),
    "criterion-not-marked-here": Kind(
        Severity.ERROR,
        N_("“{criterion}” is not marked on this sheet, but there are marks in its row."),
        N_("Delete the marks: it is a group, or somebody else marks it, or it is computed."),
        N_("Marks that no rule uses suggest a misunderstanding of the criteria sheet."),
    ),
    "points-differ": Kind(
        Severity.ERROR,
        N_("“{criterion}” is worth {text} points here, but {points} in the criteria sheet."),
        N_("Use the score sheet that belongs to the criteria sheet, or correct the points."),
        N_("Whoever marked by other points than the published ones has marked another criterion."),
    ),
    "mark-blank": Kind(
        Severity.ERROR,
        N_("The mark of {evaluator} for {vendor}, “{criterion}”, is blank."),
        N_(
            "Type the mark; 0 only if 0 is meant. An absent or recused evaluator is declared as such."
        ),
        N_("A blank is never read as zero."),
    ),
    "marks-blank": Kind(
        Severity.ERROR,
        N_("{evaluator} left {count} marks of {vendor} blank, the first “{criterion}”."),
        N_("Type the marks; procscore check lists them all, by evaluator."),
        N_("A blank is never read as zero."),
    ),
    "marks-not-scored": Kind(
        Severity.NOTE,
        N_("{vendor} is out before it is marked; marks that were read and not scored: {count}."),
        N_("Nothing needs to be done."),
        N_("A bid that is withdrawn, invalid or above its ceiling is not evaluated."),
    ),
    "agreed-mark-blank": Kind(
        Severity.WARNING,
        N_(
            "There is a reason for an agreed mark for {vendor}, “{criterion}”, and no mark: the evaluators' own count."
        ),
        N_("Type the mark that was agreed on, or delete the comment beside it."),
        N_("A reason without a mark may be a mark that somebody forgot to type."),
    ),
    "agreed-without-reason": Kind(
        Severity.NOTE,
        N_("The agreed mark for {vendor}, “{criterion}”, stands without a reason."),
        N_("Write the reason into the column 所見 / comment of {vendor}, beside the mark."),
        N_("An agreed mark replaces what the evaluators gave; why should be on record."),
    ),
    "mark-doubled": Kind(
        Severity.ERROR,
        N_("There already is a mark of this evaluator for this vendor and criterion, in {first}."),
        N_("Delete the row that does not count."),
        N_("Which of two marks counts is a question for a person."),
    ),
    "mark-above-maximum": Kind(
        Severity.ERROR,
        N_("{text} is above {highest}, the highest mark for “{criterion}”."),
        N_("Type a mark from {lowest} to {highest}."),
        N_("Awards have been annulled for points above the stated maximum."),
    ),
    "mark-below-minimum": Kind(
        Severity.ERROR,
        N_("{text} is below {lowest}, the lowest mark for “{criterion}”."),
        N_("Type a mark from {lowest} to {highest}."),
        N_("The criteria sheet does not provide for such a mark."),
    ),
    "mark-off-step": Kind(
        Severity.ERROR,
        N_("{text} is not on the step of {step} for “{criterion}”."),
        N_("Type a mark from {lowest} to {highest} in steps of {step}."),
        N_("The criteria sheet does not provide for such a mark."),
    ),
    "mark-not-allowed": Kind(
        Severity.ERROR,
        N_("{text} is no mark for “{criterion}”."),
        N_("Type one of: {allowed}."),
        N_("The criteria sheet names the marks that may be given; some scales have gaps."),
    ),
    "grade-unknown": Kind(
        Severity.ERROR,
        N_("“{text}” is no grade of the scale."),
        N_("Type one of: {known}."),
        N_("The criteria sheet names the grades that may be given."),
    ),
    "check-unknown": Kind(
        Severity.ERROR,
        N_("“{text}” does not say whether the condition is met."),
        N_("Type ○ or ×."),
        N_("A condition is met or it is not; △ needs a decision first."),
    ),
    "absent-with-marks": Kind(
        Severity.ERROR,
        N_("The evaluator “{evaluator}” is absent but has marked {vendor}."),
        N_("Delete the marks, or correct 出欠 / attendance on the sheet 審査委員 / Evaluators."),
        N_("Whether the marks of an absent evaluator count is for the committee to say."),
    ),
    "recused-with-marks": Kind(
        Severity.ERROR,
        N_("The evaluator “{evaluator}” is recused for {vendor} but has marked it."),
        N_("Delete the marks, or correct 除斥 / recused on the sheet 審査委員 / Evaluators."),
        N_("Marks of a recused evaluator must not count."),
    ),
    "own-rank-not-a-place": Kind(
        Severity.ERROR,
        N_("“{text}” is no rank."),
        N_("Write whole numbers from 1, or leave the cell blank."),
        N_("Own ranks tell equal totals apart, so they have to be plain."),
    ),
    "own-ranks-not-used": Kind(
        Severity.WARNING,
        N_("The ranks in the row “{row}” were not read: no rule asks this sheet for them."),
        N_("Nothing needs to be done, unless they were meant to count."),
        N_("Own ranks count only where evaluators have to rank without ties."),
    ),
    "own-ranks-tied": Kind(
        Severity.ERROR,
        N_(
            "The evaluator “{evaluator}” has equal totals for {vendors}, but has to rank without ties."
        ),
        N_("Let the evaluator write a rank for each of them into a row with the ID 順位 / rank."),
        N_("The criteria sheet has every evaluator put the vendors in an order."),
    ),
    "own-rank-contradicts": Kind(
        Severity.ERROR,
        N_(
            "The evaluator “{evaluator}” gives {vendor} a higher total than {other}, but rank {rank} against {other_rank} ({cell})."
        ),
        N_("Correct the ranks or the marks; ask the evaluator which of them is meant."),
        N_("Own ranks tell equal totals apart; they never turn the order of the marks."),
    ),
    "trim-among-equals": Kind(
        Severity.WARNING,
        N_(
            "For {vendor}, {who} have equal totals of different marks; which of them was left out changes the parts, not the total."
        ),
        N_(
            "Say in the criteria sheet whom trimming leaves out among equals, or let the committee decide."
        ),
        N_(
            "Among equal totals procscore goes by the marks themselves, never by names or the order of sheets."
        ),
    ),
    "panel-too-small": Kind(
        Severity.ERROR,
        N_("{vendor} has {count} evaluators; the rule needs at least {fewest}."),
        N_("Check who is absent or recused, or change the rule before the marks are known."),
        N_("There must be marks left to aggregate."),
    ),
    "panel-unequal": Kind(
        Severity.ERROR,
        N_(
            "{one} and {other} were not marked by the same evaluators, so that their sums or ranks cannot be compared."
        ),
        N_("Recuse the evaluator for all vendors, or aggregate by the mean."),
        N_(
            "A sum over six evaluators is smaller than one over seven, whatever the proposals are worth."
        ),
    ),
    "formula-undefined": Kind(
        Severity.ERROR,
        N_("{what} of {vendor} has no value: {formula} becomes {numbers}: {reason}."),
        N_("Check the prices. A sheet can rule the case, such as if(lowest = 0, …)."),
        N_("Awards have been suspended because a price of zero broke the formula."),
    ),
    "no-bid-counts": Kind(
        Severity.ERROR,
        N_("{what} of {vendor} cannot be computed by {formula}: no bid counts for “{name}”."),
        N_("Check the ceilings and “lowest_among” in the criteria sheet."),
        N_("The lowest, highest or average of no prices does not exist."),
    ),
    "points-out-of-range": Kind(
        Severity.ERROR,
        N_(
            "“{criterion}” of {vendor} comes to {points} points by {formula}, outside {least} to {most}."
        ),
        N_("Check the inputs and the formula; a bound must be written into it (min, max, clamp)."),
        N_(
            "An award was annulled because a formula gave more points than the stated maximum. Nothing is clipped in silence."
        ),
    ),
    "stated-sum-differs": Kind(
        Severity.WARNING,
        N_(
            "{stated} stands here as the sum for {vendor}, but the marks add up to {total}; {total} was used. {outcome}"
        ),
        N_("Compare the marks with those that were given, and correct the sum or the mark."),
        N_("A wrong sum in a score sheet is the commonest reason why an award is challenged."),
    ),
    "stage-cut-undecided": Kind(
        Severity.ERROR,
        N_("{who} are tied where “{stage}” lets {top} go on; the committee has to decide."),
        N_("Write the order into the column 決定順位 / decision of 提案者 / Vendors."),
        N_(
            "The sheet leaves a tie across the line to the committee, and never to the order of rows."
        ),
    ),
    "withdrawn-not-ranked": Kind(
        Severity.ERROR,
        N_("{vendor} is not ranked, so that it cannot withdraw from the ranking."),
        N_("Name a vendor that is ranked, or leave --withdraw out."),
        N_("Who is out before the ranking is declared by its status in the workbook."),
    ),
    "stage-unknown": Kind(
        Severity.ERROR,
        N_("The criteria sheet has no stage “{text}”. {suggestion}"),
        N_("Give the id of a stage of the criteria sheet."),
        N_("What is evaluated must be clear before a mark is read."),
    ),
    "nothing-without-prices": Kind(
        Severity.ERROR,
        N_("Every criterion of the criteria sheet needs a price; nothing is left to evaluate."),
        N_("Evaluate when the prices are opened, without --technical-only."),
        N_("An evaluation before the prices are opened is about the other criteria."),
    ),
    "stage-not-held": Kind(
        Severity.ERROR,
        N_("Only {count} vendors apply, so that “{stage}” is not held: all of them go on."),
        N_("Evaluate a later stage, or the whole procedure."),
        N_("The criteria sheet skips the stage where few apply; there is nothing to rank in it."),
    ),
    "result-file-unreadable": Kind(
        Severity.ERROR,
        N_("This is no result that procscore wrote as .json (“result/1”)."),
        N_(
            "Name the .json that “evaluate --out FILE.json” wrote; for --technical, with “--technical-only”."
        ),
        N_("Without the earlier result nothing can be held against it."),
    ),
    "result-file-anonymous": Kind(
        Severity.ERROR,
        N_("This result was made for publication (--anonymize): its names are left out."),
        N_("Name the result with the names, which was written without --anonymize."),
        N_("Without the names no mark can be held against the one that was given before."),
    ),
    "technical-criteria-changed": Kind(
        Severity.ERROR,
        N_("The criteria sheet is not the one of this earlier evaluation."),
        N_("Use the same criteria sheet, or make the technical evaluation again."),
        N_("Rules that change after the prices were opened have annulled awards."),
    ),
    "technical-mark-changed": Kind(
        Severity.ERROR,
        N_(
            "The mark of {evaluator} for {vendor}, “{criterion}”, was {before} before the prices were opened and is {now} now."
        ),
        N_(
            "Put the earlier mark back; if the committee decided otherwise, make the technical evaluation again and keep both files."
        ),
        N_("Whoever knows the prices must not change the technical marks."),
    ),
    "technical-points-changed": Kind(
        Severity.ERROR,
        N_(
            "“{criterion}” of {vendor} had {before} points before the prices were opened and has {now} now, though no mark changed."
        ),
        N_("Look for what was declared otherwise: a quantity, an evaluator, a status."),
        N_("Technical points must not depend on what was learned with the prices."),
    ),
    "technical-vendor-new": Kind(
        Severity.ERROR,
        N_("{vendor} was not in the evaluation before the prices were opened."),
        N_("Check the vendors' sheet."),
        N_("Nobody joins a procurement after the envelopes are opened."),
    ),
    "technical-vendor-gone": Kind(
        Severity.ERROR,
        N_("{vendor} was in this earlier evaluation and is missing now."),
        N_(
            "Write its status (withdrawn, say) into the vendors' sheet instead of deleting the row."
        ),
        N_("Nothing is left out without being named."),
    ),
}
