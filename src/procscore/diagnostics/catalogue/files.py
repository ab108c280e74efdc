"""Codes for files: is this a workbook that can be opened safely?"""

from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

_SAVE_AS_XLSX = N_("Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).")

FILES: dict[str, Kind] = {
    "workbook-missing": Kind(
        Severity.ERROR,
        N_("There is no such file."),
        N_("Check the name and the folder."),
        N_("The file that was named could not be found."),
    ),
    "file-is-a-folder": Kind(
        Severity.ERROR,
        N_("This is a folder, not a file."),
        N_("Name the file in it."),
        N_("A folder was named where a file is needed."),
    ),
    "folder-without-workbooks": Kind(
        Severity.ERROR,
        N_("There is no workbook in this folder."),
        N_("Check the name, or put the workbooks (.xlsx) or tables (.csv) there."),
        N_("A folder was named where marks were expected."),
    ),
    "spreadsheet-not-read": Kind(
        Severity.WARNING,
        N_("This file in the folder is a spreadsheet in a format that is not read."),
        _SAVE_AS_XLSX,
        N_("Marks that came back in another format must not be left out unseen."),
    ),
    "file-not-read": Kind(
        Severity.NOTE,
        N_("This file in the folder is no workbook; it was not read."),
        N_("If it holds marks, save it as an Excel workbook (.xlsx) or as a CSV file."),
        N_("Nothing is left out without being named."),
    ),
    "results-not-read": Kind(
        Severity.NOTE,
        N_(
            "These files in the folder are results or notices that procscore wrote; they were not read: {files}."
        ),
        N_("Nothing needs to be done."),
        N_(
            "Results may lie beside the workbooks that they were computed from; they hold no marks."
        ),
    ),
    "result-not-an-input": Kind(
        Severity.ERROR,
        N_("This is a result, a notice or another page that procscore wrote, and no input."),
        N_("Name the workbooks with the procurement and the marks."),
        N_("What procscore wrote must never be read as what was handed in."),
    ),
    "workbook-given-twice": Kind(
        Severity.WARNING,
        N_("This file has the same content as {other}; it was read once."),
        N_("Leave one of the two out, or check whether the right files were named."),
        N_("Marks that are handed in twice must not count twice."),
    ),
    "workbook-is-lock-file": Kind(
        Severity.ERROR,
        N_("This is the lock file of a workbook that somebody has open."),
        N_("Name the workbook itself, without “~$” or “.~lock.”, and close it first."),
        N_("Excel and LibreOffice put a small file beside every open workbook. It holds no marks."),
    ),
    "workbook-open-elsewhere": Kind(
        Severity.WARNING,
        N_(
            "The workbook seems to be open in Excel or LibreOffice; changes that are not saved are not seen."
        ),
        N_("Save and close it, then run this again."),
        N_(
            "A lock file lies beside the workbook, so what is on somebody's screen may differ from the file."
        ),
    ),
    "workbook-empty": Kind(
        Severity.ERROR,
        N_("The file is empty."),
        N_("Take it from where it came once more; copying or sending it failed."),
        N_("A file of zero bytes holds nothing."),
    ),
    "workbook-damaged": Kind(
        Severity.ERROR,
        N_("The workbook is damaged or cut off."),
        N_("Take it from where it came once more, or let Excel repair it and save it."),
        N_("The file begins like a workbook but cannot be unpacked completely."),
    ),
    "workbook-encrypted": Kind(
        Severity.ERROR,
        N_("The workbook is protected by a password."),
        N_("Open it in Excel, remove the password (File > Info > Protect Workbook) and save it."),
        N_("An encrypted workbook cannot be read, and procscore never asks for passwords."),
    ),
    "workbook-old-xls": Kind(
        Severity.ERROR,
        N_("This is an Excel 97-2003 file (.xls), whatever its name says."),
        _SAVE_AS_XLSX,
        N_("Only .xlsx tells errors, formats and merged cells reliably."),
    ),
    "workbook-xlsb": Kind(
        Severity.ERROR,
        N_("This is a binary Excel workbook (.xlsb)."),
        _SAVE_AS_XLSX,
        N_("Only .xlsx tells errors, formats and merged cells reliably."),
    ),
    "workbook-ods": Kind(
        Severity.ERROR,
        N_("This is an OpenDocument file (.ods), whatever its name says."),
        _SAVE_AS_XLSX,
        N_("Only .xlsx tells errors, formats and merged cells reliably."),
    ),
    "workbook-is-html": Kind(
        Severity.ERROR,
        N_("This is a web page or an XML file with the name of a workbook."),
        _SAVE_AS_XLSX,
        N_("Some systems export web pages under the name .xlsx or .xls."),
    ),
    "workbook-is-text": Kind(
        Severity.ERROR,
        N_("This is a text or CSV file with the name of a workbook."),
        _SAVE_AS_XLSX,
        N_("Renaming a CSV file does not make a workbook of it."),
    ),
    "workbook-unknown-kind": Kind(
        Severity.ERROR,
        N_("This is not an Excel workbook."),
        N_("Name an .xlsx file."),
        N_("The content of the file is none that procscore knows."),
    ),
    "workbook-strict": Kind(
        Severity.ERROR,
        N_("The workbook was saved as “Strict Open XML”."),
        N_("Save it in Excel as “Excel Workbook (.xlsx)”, not as “Strict Open XML Spreadsheet”."),
        N_("The strict variant is read as an empty workbook by the library that procscore uses."),
    ),
    "workbook-has-doctype": Kind(
        Severity.ERROR,
        N_(
            "The part {part} of the workbook declares a document type, which no spreadsheet program writes."
        ),
        N_("Do not open this file; ask its sender where it comes from."),
        N_("Such declarations serve to attack programs that read the file."),
    ),
    "workbook-too-large": Kind(
        Severity.ERROR,
        N_("The workbook would unpack to more than can be opened safely ({what})."),
        N_("Delete unused sheets, pictures and formatted empty rows, and save it again."),
        N_("A small file can unpack to many gigabytes and stop the computer."),
    ),
    "workbook-too-many-cells": Kind(
        Severity.ERROR,
        N_("The workbook has {cells} cells; at most {most} are read."),
        N_(
            "Delete the formatted empty rows and columns below and beside the tables, and save it again."
        ),
        N_("Painted empty rows make a workbook slow and hide what is in it."),
    ),
    "workbook-has-macros": Kind(
        Severity.NOTE,
        N_("The workbook contains macros; they are never run."),
        N_("Nothing needs to be done."),
        N_("Values that only a macro would fill in are not there."),
    ),
    "workbook-unreadable": Kind(
        Severity.ERROR,
        N_("The workbook could not be read ({cause})."),
        N_("Open it in Excel or LibreOffice, save it under a new name and use that file."),
        N_("Something inside the file is not as a spreadsheet program writes it."),
    ),
    "score-sheet-outdated": Kind(
        Severity.WARNING,
        N_("The score sheets in this workbook were made by another state of the criteria sheet."),
        N_("Check what has changed since, and hand out new sheets if it touches what is marked."),
        N_("Whoever marked by rules that have changed since has not marked by these rules."),
    ),
    "key-missing": Kind(
        Severity.ERROR,
        N_(
            "The score sheets in this workbook show letters in place of the vendors, and the key to them is not among the files."
        ),
        N_("Name the file with the key, too (procscore evaluate bids.xlsx bids-key.xlsx scores/)."),
        N_("Which letter is which vendor is known by the key alone."),
    ),
    "key-label-unclear": Kind(
        Severity.ERROR,
        N_("“{label}” stands for {one} and for {other}."),
        N_("Use the key that was written together with the score sheets."),
        N_("A letter that could be two vendors would give one the marks of the other."),
    ),
    "csv-is-workbook": Kind(
        Severity.ERROR,
        N_("This is an Excel workbook with the name of a CSV file."),
        N_("Open it in Excel and save it as an Excel workbook (.xlsx)."),
        N_("Renaming a workbook does not make a CSV file of it."),
    ),
    "csv-too-large": Kind(
        Severity.ERROR,
        N_("The file is too large for a table of marks: {what}."),
        N_("Check whether the right file was named."),
        N_("A file without end would stop the computer."),
    ),
    "csv-encoding-unknown": Kind(
        Severity.ERROR,
        N_("The file is neither UTF-8 nor Japanese Windows text (code page 932)."),
        N_("Save it in Excel as “CSV UTF-8 (Comma delimited)”, or export it once more as UTF-8."),
        N_("Read in another encoding, names and comments would turn into other characters."),
    ),
    "csv-quotes-wrong": Kind(
        Severity.ERROR,
        N_("The quotation marks of the record that begins in this line do not pair up."),
        N_("Close the quotation mark, and write one that belongs to a text twice."),
        N_("A quotation mark that stays open swallows the records below it."),
    ),
    "csv-row-longer": Kind(
        Severity.ERROR,
        N_("“{text}” stands behind the last heading: this row has more fields than headings."),
        N_("Put a text that contains the separator into quotation marks, or delete the field."),
        N_(
            "A separator in a text that is not quoted moves everything behind it into other columns."
        ),
    ),
    "csv-not-understood": Kind(
        Severity.ERROR,
        N_(
            "It cannot be told what this table holds. Marks have the headings {whose}, and then either {each} or a column for each criterion."
        ),
        N_(
            "Correct the headings, or name the file like the sheet that it is, such as 採点_<evaluator>.csv."
        ),
        N_("A file that was named and is not read would change the ranking."),
    ),
    "record-digest-differs": Kind(
        Severity.WARNING,
        N_("The criteria sheet in this result is not the one whose digest is recorded there."),
        N_(
            "Ask for the result as it was written; “procscore verify” names what differs in this one."
        ),
        N_("Rules that were changed in a result would give another ranking under the old name."),
    ),
    "key-vendor-doubled": Kind(
        Severity.ERROR,
        N_("{vendor} has another letter already, “{label}”."),
        N_("Use the key that was written together with the score sheets."),
        N_("Marks under a letter that is passed over would be lost."),
    ),
    "sheet-missing": Kind(
        Severity.ERROR,
        N_("The sheet {sheet} is missing."),
        N_("Add it, or name the workbook that holds it too."),
        N_("Sheets are found by their names, in Japanese or English, in any order."),
    ),
    "sheet-doubled": Kind(
        Severity.ERROR,
        N_("There are two sheets of this kind; the other is {other}."),
        N_("Delete or rename the one that is not meant."),
        N_("Which of two sheets counts is a question for a person."),
    ),
    "sheet-like-marks": Kind(
        Severity.ERROR,
        N_("This sheet is named nearly like an evaluator's, but not as one; it was not read."),
        N_(
            "Name it 採点_<evaluator> or Marks_<evaluator>, or so that it does not begin with 採点 or Marks."
        ),
        N_("An evaluator's marks that are not read change the ranking."),
    ),
    "sheet-not-read": Kind(
        Severity.WARNING,
        N_("This sheet is none that procscore knows; it was not read."),
        N_(
            "If it holds marks, name it 採点_<evaluator> or Marks_<evaluator>, or say in a layout.yaml beside the workbook how it is read."
        ),
        N_("Nothing is left out without being named."),
    ),
    "sheet-not-needed": Kind(
        Severity.WARNING,
        N_("The criteria sheet leaves nothing to be marked here; the sheet was not read."),
        N_("Delete the sheet, or check whether the right criteria sheet is used."),
        N_("Marks that no rule uses suggest that another criteria sheet was meant."),
    ),
    "sheet-hidden": Kind(
        Severity.WARNING,
        N_("This sheet is hidden, and it was read."),
        N_("Unhide it and look at it before you rely on the result."),
        N_("What a reader of the workbook does not see should not decide an award."),
    ),
}
