"""Codes for criteria sheets: the YAML, its keys and values, and what they say together."""

from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

_ONE_MEANING = N_("What a sheet says twice, it may say in two ways.")
NEVER_APPLIED = N_("A rule that is never applied is a misunderstanding.")
NAMES_EXIST = N_("A rule about something that does not exist would never apply.")

CRITERIA: dict[str, Kind] = {
    "criteria-file-not-utf8": Kind(
        Severity.ERROR,
        N_("The file is not UTF-8 text (byte {byte})."),
        N_("Save it in the editor with the encoding UTF-8."),
        N_("Read in another encoding, names and words would be garbled."),
    ),
    "yaml-unreadable": Kind(
        Severity.ERROR,
        N_("This is not valid YAML: {reason}."),
        N_(
            "Indent with spaces, never tabs; put a space after each colon; quote text that holds “: ” or “#”."
        ),
        N_("The place is where the reader gave up; the slip is often in the line before."),
    ),
    "yaml-empty": Kind(
        Severity.ERROR,
        N_("The file holds nothing."),
        N_("Write into it what it is named for: the criteria sheet, or the layout."),
        N_("An empty file has no rules."),
    ),
    "yaml-duplicate-key": Kind(
        Severity.ERROR,
        N_("The key “{key}” stands here twice; first in line {line}."),
        N_("Delete or rename one of them."),
        N_("YAML readers silently keep the last of two equal keys."),
    ),
    "yaml-key-not-plain": Kind(
        Severity.ERROR,
        N_("Only plain words can be keys here."),
        N_("Write the key as a word; “<<” and keys of several parts are not used."),
        N_("Every rule must be readable where it stands."),
    ),
    "yaml-too-deep": Kind(
        Severity.ERROR,
        N_("The values are nested too deeply, or an anchor holds itself."),
        N_("Write the values out."),
        N_("Every rule must be readable where it stands."),
    ),
    "criteria-version-unknown": Kind(
        Severity.ERROR,
        N_(
            "The file is written in format version {version}; this procscore reads version {known}."
        ),
        N_("Write “{key}: {known}”, or install a newer procscore."),
        N_("A later format may hold rules that this version would not apply."),
    ),
    "criteria-missing-key": Kind(
        Severity.ERROR,
        N_("The key “{key}” is missing here."),
        N_("Add it."),
        N_("Without it the sheet is not complete."),
    ),
    "criteria-unknown-key": Kind(
        Severity.ERROR,
        N_("There is no key “{key}” here. {suggestion}"),
        N_("Correct the key, or delete it."),
        N_("A misspelt rule would otherwise not be applied, and nobody would notice."),
    ),
    "criteria-bad-choice": Kind(
        Severity.ERROR,
        N_("“{text}” cannot stand here. {suggestion}"),
        N_("Write one of: {expected}."),
        N_("The sheet's words are fixed, so that every rule has one meaning."),
    ),
    "criteria-wrong-shape": Kind(
        Severity.ERROR,
        N_("Expected here: {expected}."),
        N_("Check the indentation, the dashes of lists and the colons of keys."),
        N_("The value has another shape than the format provides for."),
    ),
    "criteria-not-a-number": Kind(
        Severity.ERROR,
        N_("“{text}” is not a number."),
        N_("Write plain digits, with a decimal point if needed: 10, 0.5, 60%."),
        N_("Numbers are read exactly as they are written, so nothing else is taken for one."),
    ),
    "criteria-not-a-count": Kind(
        Severity.ERROR,
        N_("{text} is no whole number from 0 up."),
        N_("Write a whole number."),
        N_("Decimal places, winners and trimmed marks are counted."),
    ),
    "criteria-bad-id": Kind(
        Severity.ERROR,
        N_("“{id}” cannot be an id."),
        N_(
            "Use letters of any script, digits and “_”, not beginning with a digit, without “-” or spaces."
        ),
        N_("Formulas name criteria and amounts by their ids; a hyphen would be a minus."),
    ),
    "criteria-id-doubled": Kind(
        Severity.ERROR,
        N_("The id “{id}” is used twice."),
        N_("Give each criterion, amount and quantity an id of its own."),
        _ONE_MEANING,
    ),
    "criteria-name-doubled": Kind(
        Severity.ERROR,
        N_("The name “{name}” also stands for another amount or quantity, or is another's id."),
        N_("Give each amount and quantity a name of its own."),
        N_("Columns of the workbook are found by these names."),
    ),
    "criteria-trim-unused": Kind(
        Severity.ERROR,
        N_("The aggregate is {aggregate}, so that nothing would be trimmed."),
        N_("Write “aggregate: trimmed-mean”, or delete “trim”."),
        NEVER_APPLIED,
    ),
    "criteria-overrides-unfit": Kind(
        Severity.ERROR,
        N_("Agreed marks cannot override here: {reason}."),
        N_(
            "Delete “consensus: overrides”, or aggregate by mean, median or trimmed-mean, criterion by criterion, and ask no evaluator alone."
        ),
        N_(
            "An agreed mark replaces what the panel gave for one criterion; it is nobody's own mark."
        ),
    ),
    "criteria-id-reserved": Kind(
        Severity.ERROR,
        N_("“{id}” already has a meaning in price formulas."),
        N_("Choose another id."),
        N_("In a formula every name has one meaning."),
    ),
    "criteria-sum-wrong": Kind(
        Severity.ERROR,
        N_("“{name}” has {points} points, but its parts add up to {total} ({parts})."),
        N_("Correct the points of the parts or of the whole."),
        N_("Published sheets whose sums do not close have been challenged."),
    ),
    "criteria-points-missing": Kind(
        Severity.ERROR,
        N_("“{criterion}” has no points."),
        N_("Write “points:”."),
        N_("Only a mere check can do without points."),
    ),
    "criteria-points-not-positive": Kind(
        Severity.ERROR,
        N_("“{criterion}” has {points} points."),
        N_("Write points above zero; only a mere check can have none."),
        N_("A criterion without points cannot tell vendors apart."),
    ),
    "criteria-scale-unknown": Kind(
        Severity.ERROR,
        N_("There is no scale “{name}”. {suggestion}"),
        N_("Declare it under “scales:”, or correct the name."),
        N_("Without its scale a grade has no value."),
    ),
    "criteria-scale-mixed": Kind(
        Severity.ERROR,
        N_("The scale “{scale}” mixes shares (%) and numbers."),
        N_("Write all grades with %, or none."),
        N_("A share is of the criterion's points, a number is of the scale's highest."),
    ),
    "criteria-scale-no-points": Kind(
        Severity.ERROR,
        N_("No grade of the scale “{scale}” is worth anything."),
        N_("Give the best grade a value above zero."),
        N_("Such a scale cannot tell vendors apart."),
    ),
    "criteria-scale-over-full": Kind(
        Severity.ERROR,
        N_("The best grade of the scale “{scale}” is worth more than all points."),
        N_("Give the best grade the full points and change the criterion's points instead."),
        N_("An award was annulled because points above the stated maximum could be reached."),
    ),
    "criteria-topic-unknown": Kind(
        Severity.ERROR,
        N_("There is no topic “{text}”. {suggestion}"),
        N_("Write a topic of the list in docs/library.md, by its id or its name, or none."),
        N_("Sheets of different bodies are compared by topic, so that the words are fixed."),
    ),
    "criteria-amount-unknown": Kind(
        Severity.ERROR,
        N_("There is no amount “{name}”. {suggestion}"),
        N_("Declare it under “amounts:”, or correct the name."),
        NAMES_EXIST,
    ),
    "criteria-amount-unclear": Kind(
        Severity.ERROR,
        N_("It is not clear which amount is meant: {amounts}."),
        N_("Write “amount:”."),
        N_("The sheet has several amounts."),
    ),
    "criteria-criterion-unknown": Kind(
        Severity.ERROR,
        N_("There is no criterion “{name}”. {suggestion}"),
        N_("Correct the id."),
        NAMES_EXIST,
    ),
    "criteria-no-parts": Kind(
        Severity.ERROR,
        N_("“{criterion}” has no parts."),
        N_("Write “criterion:” instead of “each_of:”, or name a group."),
        NAMES_EXIST,
    ),
    "criteria-cheaper-scores-less": Kind(
        Severity.WARNING,
        N_("A cheaper bid can score less: {example} ({how})."),
        N_("If the rule is meant so, leave it; else correct the formula."),
        N_(
            "Some bodies reward prices near a mark (80 percent of the ceiling: https://lawinsider.com/ja/clause/価格評価), but more often it is a slip in the formula."
        ),
    ),
    "criteria-share-unused": Kind(
        Severity.ERROR,
        N_("The rule {rule} takes no share: its numbers are fixed."),
        N_("Delete “share:”, or choose below-mean or below-estimate."),
        NEVER_APPLIED,
    ),
    "criteria-share-range": Kind(
        Severity.ERROR,
        N_("{text} is no share from above 0% to 100%."),
        N_("Write a percentage; 85% means that prices below 85 percent are flagged."),
        N_("A number without a percent sign could also be an amount of money."),
    ),
    "criteria-marks-range": Kind(
        Severity.ERROR,
        N_("Marks from {lowest} to {highest} leave nothing to be given."),
        N_("Write “from:” below “to:”, and “to:” above zero."),
        N_("A mark is scaled to the criterion's points by points ÷ to."),
    ),
    "criteria-marks-step": Kind(
        Severity.ERROR,
        N_("Steps of {step} do not lead from {lowest} to {highest}."),
        N_("Choose a step that divides the range."),
        N_("Otherwise the full points could never be given."),
    ),
    "criteria-minimum-ambiguous": Kind(
        Severity.ERROR,
        N_("A minimum is for one thing: criterion, each_of or excluding."),
        N_("Write them as separate minimums."),
        N_("Every rule has one meaning."),
    ),
    "criteria-minimum-undefined": Kind(
        Severity.ERROR,
        N_(
            "A minimum with “excluding” cannot be computed where the panel's points come from the evaluators' totals over several groups."
        ),
        N_("Put the criteria that the panel marks into one group."),
        N_("A median of totals cannot be divided among groups."),
    ),
    "criteria-grades-alike": Kind(
        Severity.ERROR,
        N_("Grades of the scale “{scale}” differ only in case or width: {grades}."),
        N_("Give each grade a name of its own."),
        N_("In a cell, A and a full-width or small a are one grade."),
    ),
    "formula-unreadable": Kind(
        Severity.ERROR,
        N_("In the formula, at character {position}: {reason}: {pointer}"),
        N_("Correct the formula; see the scoring language in docs/criteria-sheets.md."),
        N_("A formula is computed, explained and exported from one text, so it has to be right."),
    ),
}
