"""Codes for the procurement, its vendors and its evaluators."""

from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

BIDS: dict[str, Kind] = {
    "criteria-not-named": Kind(
        Severity.ERROR,
        N_("The workbook does not say by which criteria sheet it is to be evaluated."),
        N_(
            "Write it on the sheet 案件 / Procurement beside 審査基準 / criteria, or give --criteria."
        ),
        N_("Without the criteria sheet no mark has a meaning."),
    ),
    "criteria-id-unknown": Kind(
        Severity.ERROR,
        N_("There is no built-in criteria sheet “{id}”. {suggestion}"),
        N_("Give the id of a built-in sheet, or the path of a .yaml file."),
        N_("A criteria sheet is named by its id or by its file."),
    ),
    "criteria-file-missing": Kind(
        Severity.ERROR,
        N_("The criteria sheet {path} does not exist in the folder {folder}."),
        N_("Check the name and the folder."),
        N_("Without the criteria sheet no mark has a meaning."),
    ),
    "procurement-key-unknown": Kind(
        Severity.WARNING,
        N_("“{key}” is no entry of this sheet; it was not read. {suggestion}"),
        N_("Correct the word if the entry is needed."),
        N_("A misspelt entry, of the ceiling say, would otherwise be lost."),
    ),
    "procurement-value-blank": Kind(
        Severity.WARNING,
        N_("Nothing stands behind “{key}”."),
        N_("Write the value into the cell beside it, or delete the entry."),
        N_("A ceiling that is left blank excludes nobody."),
    ),
    "procurement-cell-extra": Kind(
        Severity.WARNING,
        N_("“{text}” stands behind the value of its row; it was not read."),
        N_("Write each entry into a row of its own: the word in one cell, the value in the next."),
        N_("Nothing is left out without being named."),
    ),
    "procurement-key-doubled": Kind(
        Severity.ERROR,
        N_("“{key}” stands here twice; first in {first}."),
        N_("Delete the entry that is not meant."),
        N_("Which of two entries counts is a question for a person."),
    ),
    "ceiling-amount-unclear": Kind(
        Severity.ERROR,
        N_("It is not clear for which amount this ceiling is: {amounts}."),
        N_("Write the amount after the word, such as “予定価格 {example}”."),
        N_("The criteria sheet has several amounts, and each may have its own ceiling."),
    ),
    "ceiling-amount-unknown": Kind(
        Severity.ERROR,
        N_("“{key}” names an amount that the criteria sheet does not have. {suggestion}"),
        N_("Write the id or the name of an amount of the criteria sheet."),
        N_("A ceiling for nothing would never exclude anybody."),
    ),
    "ceiling-not-given": Kind(
        Severity.WARNING,
        N_(
            "The criteria sheet has a rule for bids above the ceiling, but no ceiling is given; none was checked."
        ),
        N_(
            "Write 予定価格 / ceiling on the sheet 案件 / Procurement; where several amounts are scored, one for each with its id: 予定価格 initial."
        ),
        N_("A bid above the ceiling may not be awarded."),
    ),
    "figure-missing": Kind(
        Severity.ERROR,
        N_(
            "The formula of “{criterion}” ({formula}) needs “{name}”, which the procurement does not state."
        ),
        N_("Write it on the sheet 案件 / Procurement."),
        N_("Price points that hang on a figure cannot be computed without it."),
    ),
    "low-bids-not-tested": Kind(
        Severity.WARNING,
        N_(
            "No bid was tested for an abnormally low price: the rule {rule} needs “{name}” for {count} bids, and the procurement does not state it."
        ),
        N_("Write it on the sheet 案件 / Procurement."),
        N_("A bid that the criteria sheet wants to be looked at would not be noticed."),
    ),
    "figure-not-positive": Kind(
        Severity.ERROR,
        N_("{text} must be above zero."),
        N_("Type the amount as it was fixed, in full."),
        N_("A ceiling or estimate of zero or less has no meaning."),
    ),
    "vendors-none": Kind(
        Severity.ERROR,
        N_("There is no vendor in the sheet."),
        N_("Write one vendor in each row below the headings."),
        N_("Nothing can be evaluated without vendors."),
    ),
    "vendor-doubled": Kind(
        Severity.ERROR,
        N_("“{name}” stands here twice; the first, “{other}”, is in {where}."),
        N_("Delete one of the rows, or correct its id and name."),
        N_("Spellings that differ only in spaces, width, ㈱ or dashes are one name."),
    ),
    "names-look-alike": Kind(
        Severity.WARNING,
        N_("“{name}” looks much like “{other}” in {where}; they were taken for two vendors."),
        N_("Check whether they are one."),
        N_(
            "A slip of the pen can split one vendor in two. They are never merged without a person."
        ),
    ),
    "name-spelt-otherwise": Kind(
        Severity.NOTE,
        N_("“{text}” was taken for “{name}”."),
        N_("Nothing needs to be done."),
        N_("Spellings that differ only in spaces, width, ㈱ or dashes are one name."),
    ),
    "vendor-unknown": Kind(
        Severity.ERROR,
        N_("“{text}” is no vendor of this procurement. {suggestion}"),
        N_("Write the vendor's id or name as on the sheet 提案者 / Vendors."),
        N_("Marks for somebody who is no bidder would be lost."),
    ),
    "vendor-column-missing": Kind(
        Severity.ERROR,
        N_("There is no column for the vendor “{vendor}”."),
        N_("Add the column, with the vendor's id or name as its heading."),
        N_("A vendor without marks is not a vendor with zero points."),
    ),
    "vendor-column-doubled": Kind(
        Severity.ERROR,
        N_("There are two columns for the vendor “{vendor}”."),
        N_("Delete or rename the one that is not meant."),
        N_("Which of two marks counts is a question for a person."),
    ),
    "status-unknown": Kind(
        Severity.ERROR,
        N_("“{text}” is no status."),
        N_("Write one of: {known}; or leave the cell blank for a valid bid."),
        N_("Whether a bid counts must not be guessed."),
    ),
    "no-vendor-with-price": Kind(
        Severity.ERROR,
        N_("No vendor has stated “{amount}”."),
        N_("Type the amounts in this column."),
        N_("Without prices there are no price points."),
    ),
    "amount-blank": Kind(
        Severity.ERROR,
        N_("“{amount}” of {vendor} is blank."),
        N_("Type the value; 0 only if 0 was stated. A vendor that is out needs a status."),
        N_("A blank is never read as zero."),
    ),
    "amount-negative": Kind(
        Severity.ERROR,
        N_("{text} is negative."),
        N_("Type the amount as it was stated."),
        N_("Amounts are never negative; a minus sign here is a slip."),
    ),
    "lot-not-a-number": Kind(
        Severity.ERROR,
        N_("“{text}” is no lot."),
        N_("Write the number that was drawn, in digits; leading zeros are kept."),
        N_("A lot decides between equals, so it has to be plain."),
    ),
    "lot-not-drawn": Kind(
        Severity.WARNING,
        N_("{vendor} is tied and has no lot (くじ番号); the tie was left as it is."),
        N_("Draw lots and write the numbers in the column くじ番号 / lot of the tied vendors."),
        N_("A tie that the rules leave to a lot is never broken by procscore itself."),
    ),
    "arrival-not-a-number": Kind(
        Severity.ERROR,
        N_("“{text}” is no receipt number."),
        N_("Write the number in plain digits; leading zeros are kept."),
        N_("Vendors may be numbered by it when a lot has to decide."),
    ),
    "lot-order-unknown": Kind(
        Severity.ERROR,
        N_("{vendor} is tied and cannot be numbered for the lot: {reason}."),
        N_("Fill in the column by which the criteria sheet numbers the vendors."),
        N_("The arithmetic of a lot begins with a number for each tied vendor."),
    ),
    "lot-order-equal": Kind(
        Severity.ERROR,
        N_(
            "{vendor} and {other} ({cell}) have the same {what}, “{text}”, so that it cannot number them for the lot."
        ),
        N_("Correct it where it is wrong; else the committee has to say who is numbered first."),
        N_("The order of the workbook never decides anything."),
    ),
    "decision-not-a-number": Kind(
        Severity.ERROR,
        N_("“{text}” is no place that was decided."),
        N_("Write the place in plain digits: 1 for who comes first."),
        N_("A decision between equals has to be plain."),
    ),
    "decision-unclear": Kind(
        Severity.WARNING,
        N_(
            "The decision (決定順位) does not put {vendors} in an order; the tie was left as it is."
        ),
        N_("Write a place for each of them, and no place twice."),
        N_("A decision is taken as a whole, or not at all."),
    ),
    "decision-not-asked": Kind(
        Severity.NOTE,
        N_("{vendor} has a decided place (決定順位), but no tie was left to a decision."),
        N_("Nothing needs to be done, unless a tie was expected."),
        N_("A decision tells tied vendors apart, and changes nothing else."),
    ),
    "evaluator-doubled": Kind(
        Severity.ERROR,
        N_("The evaluator “{evaluator}” stands here twice; first in {where}."),
        N_("Delete one of the rows, or correct the id."),
        N_("Every evaluator counts once."),
    ),
    "attendance-unknown": Kind(
        Severity.ERROR,
        N_("“{text}” does not say whether the evaluator was present."),
        N_("Write one of: {known}; or leave the cell blank for present."),
        N_("Whether an evaluator counts must not be guessed."),
    ),
    "evaluator-absent": Kind(
        Severity.NOTE,
        N_("The evaluator “{evaluator}” was absent and is not counted."),
        N_("Nothing needs to be done."),
        N_("The panel is smaller by one, which is stated with the result."),
    ),
    "evaluator-recused": Kind(
        Severity.NOTE,
        N_("The evaluator “{evaluator}” is recused for {vendor} and is not counted there."),
        N_("Nothing needs to be done."),
        N_("The panel for this vendor is smaller by one, which is stated with the result."),
    ),
    "decision-used-twice": Kind(
        Severity.WARNING,
        N_("The place that was decided for {vendor} told ties apart in more than one stage."),
        N_(
            "Check whether it was decided for both; else evaluate the earlier stage with --stage, and write the later decision now."
        ),
        N_(
            "There is one column for decisions, and a decision about one stage is none about the next."
        ),
    ),
    "panel-unknown": Kind(
        Severity.ERROR,
        N_("“{text}” is no panel of the criteria sheet. {suggestion}"),
        N_("Write the id or the name of a panel; several are set apart by commas."),
        N_("Which criteria an evaluator marks follows from the panel."),
    ),
    "evaluator-marks-nothing": Kind(
        Severity.ERROR,
        N_("“{evaluator}” has a sheet, but sits on a panel that marks nothing."),
        N_(
            "Write the panel into the column 審査班 / panel of 審査委員 / Evaluators, or delete the sheet."
        ),
        N_("Marks that are not read change the ranking."),
    ),
    "panel-without-quorum": Kind(
        Severity.ERROR,
        N_("{present} of {count} evaluators are present; the sheet asks for {quorum}."),
        N_("Hold the meeting with more evaluators, or correct who is present."),
        N_("A committee without a quorum decides nothing."),
    ),
    "role-unknown": Kind(
        Severity.ERROR,
        N_("“{text}” is no role of an evaluator."),
        N_("Write one of: {known}; or leave the cell blank."),
        N_("The chair decides an even vote where the criteria sheet says so."),
    ),
    "chair-unclear": Kind(
        Severity.ERROR,
        N_(
            "For {vendor} it is not clear who decides an even vote on “{criterion}”: exactly one chair must mark it."
        ),
        N_("Write 委員長 / chair beside one evaluator, in the column 役割 / role."),
        N_("The criteria sheet gives the casting vote to the chair."),
    ),
}
