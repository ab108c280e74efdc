"""Notices for tests: made of small workbooks, and searched for names."""

import zipfile
from dataclasses import replace
from html import unescape
from io import BytesIO

import procscore
from procscore.diagnostics import Problems
from procscore.model.page import Page, Sentences, flattened
from procscore.pages import notice
from procscore.pipeline import Outcome
from procscore.pipeline.notices import notices
from support import books


def commented(vendor, comment):
    """Return the valid procurement in which the first evaluator comments on the plan of a vendor."""
    sheets = books.valid()
    head, plan, staff = sheets["採点_委員1"]
    sheets["採点_委員1"] = [
        [*head, f"{vendor} 所見"],
        [*plan, comment],
        [*staff, None],
    ]
    return sheets


def outcome(folder, sheets, criteria=books.CRITERIA):
    """Return the notices of a workbook, with what is told when they are made."""
    result = procscore.evaluate(books.hand_in(folder, sheets, criteria))
    made = notices(result, folder / "letters")
    return Outcome(made, made.diagnostics)


def page(result, vendor):
    """Return the page for a vendor and the codes of what is left out of it."""
    problems = Problems()
    made = notice.page(result, result.vendor(vendor), problems)
    return made, [(each.code, each.where.cell) for each in problems]


def block(page: Page, title):
    """Return a block of a page by its English title, None where there is none."""
    return next((each for each in page.blocks if str(each.title) == title), None)


def said(page: Page, title):
    """Return the sentences under a title, or the rows of its table, as texts."""
    found = block(page, title)
    if found is None:
        return []
    if isinstance(found, Sentences):
        return [str(each) for each in found.sentences]
    return [[str(cell.text) for cell in row] for row in found.rows]


def texts(page: Page):
    """Return all that a page says."""
    found = [page.title, *page.lead]
    for each in flattened(page.blocks):
        found.append(each.title)
        if isinstance(each, Sentences):
            found += each.sentences
        else:
            found += [column.heading for column in each.columns]
            found += [cell.text for row in each.rows for cell in row]
            found += each.notes
    return [str(each) for each in found]


def unpacked(content):
    """Return the text of a file, and of every part where it is a zip."""
    if not content.startswith(b"PK"):
        return unescape(content.decode("utf-8"))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = [archive.read(name).decode("utf-8") for name in archive.namelist()]
        return unescape("\n".join([*archive.namelist(), *parts]))


def renamed(result, vendor, **changes):
    """Return a result in which a vendor is called otherwise."""
    changed = tuple(
        replace(each, vendor=replace(each.vendor, **changes)) if each.vendor.id == vendor else each
        for each in result.vendors
    )
    return replace(result, vendors=changed)
