"""Codes for cells: what may stand where a mark, a price or a word is expected."""

from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

_TYPE_NUMBER = N_("Type the number itself.")

CELLS: dict[str, Kind] = {
    "cell-error-value": Kind(
        Severity.ERROR,
        N_("The cell shows the error {text}."),
        N_("Correct the formula, or type the value."),
        N_("An error is not a number, and treating it as blank or zero would change the result."),
    ),
    "cell-boolean": Kind(
        Severity.ERROR,
        N_("The cell holds {text}, a truth value."),
        _TYPE_NUMBER,
        N_("TRUE is not 1: whoever typed it meant something that has to be asked."),
    ),
    "cell-not-a-number": Kind(
        Severity.ERROR,
        N_("“{text}” is not a number."),
        N_("Type a number in plain digits, such as 7 or 7.5."),
        N_(
            "Circled digits, exponents, underscores and words are refused: what they mean would be guessed."
        ),
    ),
    "cell-unit": Kind(
        Severity.ERROR,
        N_("“{text}” holds a number and “{unit}”."),
        N_("Type the number in full, without “{unit}”."),
        N_("A number with a unit is text to Excel; its sums leave it out without a word."),
    ),
    "cell-comma": Kind(
        Severity.ERROR,
        N_("“{text}” holds a comma, which could be a decimal comma or separate thousands."),
        N_("Type the number with a decimal point and without separators."),
        N_("3,5 is three and a half to some and thirty-five to others."),
    ),
    "cell-percent-format": Kind(
        Severity.ERROR,
        N_("The cell shows {shown} but holds {text}."),
        N_("Format the cell as a number and type the value that is meant."),
        N_("Whether 85 % means 85 points or 0.85 cannot be seen from the file."),
    ),
    "cell-date-format": Kind(
        Severity.ERROR,
        N_("The cell is formatted as a date or time and shows {text}."),
        N_("Format the cell as a number and type the value once more."),
        N_("A date cannot always be turned back into the number that was typed."),
    ),
    "cell-formula-no-value": Kind(
        Severity.ERROR,
        N_("The formula {formula} has no stored result, or an empty one."),
        N_("Open the workbook in Excel, let it calculate and save it."),
        N_(
            "The file was written by a program that does not calculate. Reading it as blank would lose a mark."
        ),
    ),
    "cell-formula": Kind(
        Severity.WARNING,
        N_("A formula stands here ({formula}); its stored result {text} was used."),
        N_("Type the value, or make sure that the workbook was calculated before it was saved."),
        N_("Some programs store 0 as the result of every formula that they write."),
    ),
    "cell-not-finite": Kind(
        Severity.ERROR,
        N_("The cell does not hold a finite number."),
        _TYPE_NUMBER,
        N_("The file stores a number that is larger than any that Excel can show."),
    ),
    "cell-too-precise": Kind(
        Severity.WARNING,
        N_("{text} has more digits than Excel shows."),
        N_("Round the value where it was computed, and type what is meant."),
        N_(
            "Excel shows at most 15 digits; the rest was computed, not typed, and nobody has seen it."
        ),
    ),
    "cell-merged": Kind(
        Severity.ERROR,
        N_("The cell belongs to the merged range {range}."),
        N_("Unmerge it and type a value in each cell."),
        N_(
            "Whether one value is meant for all vendors of a merged cell is a question, not a default."
        ),
    ),
    "cell-not-shown": Kind(
        Severity.NOTE,
        N_("The cell does not show its value {text}, which was used."),
        N_("Give the cell a number format that shows the value, and let the sheet show zeros."),
        N_("What a reader of the workbook does not see should not decide an award."),
    ),
    "cell-hidden": Kind(
        Severity.WARNING,
        N_("The cell is in a hidden or filtered row or column; its value {text} was used."),
        N_("Unhide it and look at it before you rely on the result."),
        N_("What a reader of the workbook does not see should not decide an award."),
    ),
    "cell-number-as-text": Kind(
        Severity.NOTE,
        N_(
            "“{text}” is stored as text; it was read as {number}, and so is the rest of the column."
        ),
        N_("Nothing needs to be done."),
        N_("Excel's own sums leave numbers out that are stored as text."),
    ),
    "cell-full-width": Kind(
        Severity.NOTE,
        N_(
            "“{text}” is written in full-width digits; it was read as {number}, and so is the rest of the column."
        ),
        N_("Nothing needs to be done."),
        N_("Full-width digits are text to Excel, whose own sums leave them out."),
    ),
    "cells-not-read": Kind(
        Severity.NOTE,
        N_("“{text}” is no entry of the table; the row was not read."),
        N_("If it is an entry of the table, give it an id."),
        N_("Nothing is left out without being named."),
    ),
    "numbers-not-read": Kind(
        Severity.WARNING,
        N_(
            "Numbers in {range} stand outside the table (the first cell: “{text}”); they were not read."
        ),
        N_(
            "If they are marks or prices, put them into the table; else delete them, or move them to another sheet."
        ),
        N_("A mark that is not read changes the ranking; nothing is left out without being named."),
    ),
    "words-not-read": Kind(
        Severity.NOTE,
        N_(
            "What stands in {range} is outside the table (the first cell: “{text}”); it was not read."
        ),
        N_("If it is an entry of the table, put it there."),
        N_("Nothing is left out without being named."),
    ),
    "headings-again": Kind(
        Severity.ERROR,
        N_("Another row of headings stands here; the headings of the table are in row {first}."),
        N_("Put the second table on a sheet of its own, or its rows under the first headings."),
        N_("A sheet holds one table. Which columns the rows below belong to would be guessed."),
    ),
    "rows-without-id": Kind(
        Severity.NOTE,
        N_(
            "{count} numbers from here to {last} stand in rows without an ID (totals, say); they were not read."
        ),
        N_("If they are marks, write the criterion's ID in the row."),
        N_("procscore computes its own totals and reads marks only from rows with an ID."),
    ),
    "column-without-heading": Kind(
        Severity.WARNING,
        N_(
            "{count} cells of this column stand in rows of the table without a heading above them; they were not read."
        ),
        N_("Write a heading above them, or delete them."),
        N_("Nothing is left out without being named."),
    ),
    "headings-missing": Kind(
        Severity.ERROR,
        N_("No row holds the headings that are needed: {headings}."),
        N_("Write the headings above the table."),
        N_("Columns are found by their headings, in Japanese or English."),
    ),
    "heading-doubled": Kind(
        Severity.ERROR,
        N_("The heading “{heading}” stands here twice."),
        N_("Rename or delete the column that is not meant."),
        N_("Which of two columns counts is a question for a person."),
    ),
    "column-not-read": Kind(
        Severity.WARNING,
        N_("The column “{heading}” is none that is known here; it was not read. {suggestion}"),
        N_("Correct the heading if the column is needed."),
        N_("A misspelt heading would otherwise lose a whole column."),
    ),
    "column-missing": Kind(
        Severity.ERROR,
        N_("The column “{heading}” ({id}) is missing."),
        N_("Add the column; its heading is the name or the id in the criteria sheet."),
        N_("The criteria sheet declares this amount or quantity, so every vendor has to state it."),
    ),
    "column-derived": Kind(
        Severity.WARNING,
        N_(
            "“{heading}” is computed by the criteria sheet; what stands in this column was not read."
        ),
        N_("Delete the column, or take the formula out of the criteria sheet."),
        N_("Two sources for one figure can contradict each other."),
    ),
}
