"""What moved between two results in words: one wording for the page and for every export."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from procscore.diagnostics import Location
from procscore.exact import display
from procscore.language import N_, Listing, Message, listing, message
from procscore.model import shown
from procscore.model.bids import InputFile
from procscore.model.changes import Change, Changes, Given, Kind, Moved, Side
from procscore.model.page import Words
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import earlier_stages, last_stage

KIND_WORDS: dict[Kind, str] = {
    "rule": N_("rules"),
    "figure": N_("figures of the procurement"),
    "panel": N_("facts of the panel"),
    "status": N_("statuses"),
    "amount": N_("prices and other amounts"),
    "quantity": N_("quantities"),
    "mark": N_("marks"),
    "agreed": N_("marks agreed on"),
    "other": N_("other entries"),
}
"""What a change is, in the order in which a page tells of them."""
NOTHING = "-"
"""What stands for what was not there."""
_DIGITS = 8
"""As many of a SHA-256 tell two files apart."""


def side_words(side: Side | None) -> Words:
    """Return what stood there, a dash where there was nothing, and a word for a blank."""
    if side is None:
        return NOTHING
    return side.text or message(N_("blank"))


def cell_words(changes: Changes, change: Change) -> str:
    """Return both cells of a change: once where they are the same, the files alone where only they differ."""
    return _both(_place(changes.old, change.old), _place(changes.new, change.new))


def short_cell_words(changes: Changes, change: Change) -> str:
    """Return both cells of a change, as `cell_words` does, without files where there is one each."""
    places = _place(changes.old, change.old), _place(changes.new, change.new)
    one_file = all(len(result.inputs) == 1 for result in (changes.old, changes.new))
    cut = (
        replace(each, file="") if each and each.sheet is not None and one_file else each
        for each in places
    )
    return _both(*cut)


def _both(old: Location | None, new: Location | None) -> str:
    if old is None or new is None or str(old) == str(new):
        return str(new or old or "")
    if replace(old, file="") == replace(new, file="") and new.sheet is not None:
        return str(replace(new, file=f"{old.file} → {new.file}"))
    return f"{old} → {new}"


def _place(result: Evaluation, side: Side | None) -> Location | None:
    return shown.place(result, side.where) if side and side.where else None


def lead(changes: Changes) -> Iterator[Message]:
    """Give how much moved and of which kind, and whether ranks or the award did."""
    if not changes.comparable:
        yield message(
            N_(
                "The two are not of one criteria sheet ({old}, {new}): they have no criterion in common, and are not compared."
            ),
            old=changes.old.criteria.id,
            new=changes.new.criteria.id,
        )
        return
    yield _counted(changes)
    if changes.changes or changes.moved:
        yield from _ranks(changes)
        yield from _passed(changes)
        yield _award(changes)
    yield from _otherwise(changes)


def _counted(changes: Changes) -> Message:
    if not changes.changes:
        return message(N_("Nothing that was handed in and no rule differs."))
    counts = Counter(each.kind for each in changes.changes)
    kinds = (
        message("{kind} {count}", kind=message(word), count=counts[kind])
        for kind, word in KIND_WORDS.items()
        if counts[kind]
    )
    return message(
        N_("Changes: {count} ({kinds})."), count=len(changes.changes), kinds=listing(kinds)
    )


def _ranks(changes: Changes) -> Iterator[Message]:
    """Give the ranks that moved, of the result and of each stage before the last."""
    ranks = [each for each in changes.moved if each.figure == "rank"]
    last = [_rank(each) for each in ranks if not each.stage]
    if last:
        yield message(N_("Ranks moved: {ranks}."), ranks=listing(last))
    elif ranks:
        yield message(N_("No rank of the result moved."))
    else:
        yield message(N_("No rank moved."))
    for stage in earlier_stages(changes.new):
        if there := [_rank(each) for each in ranks if each.stage == stage.id]:
            text = N_("Ranks moved in “{stage}”: {ranks}.")
            yield message(text, stage=stage.name, ranks=listing(there))


def _rank(moved: Moved) -> str:
    old, new = (NOTHING if each is None else display(each) for each in (moved.old, moved.new))
    return f"{moved.vendor} {old} → {new}"


def _passed(changes: Changes) -> Iterator[Message]:
    """Give the stages that were held in one of the two only, and those from which others go on."""
    skipped = {each.id: each.skipped for each in changes.old.stages}
    for stage in changes.new.stages:
        if stage.skipped and not skipped.get(stage.id, True):
            text = N_("“{stage}” was held before, and is not now: few vendors apply.")
            yield message(text, stage=stage.name)
        elif skipped.get(stage.id, False) and not stage.skipped:
            text = N_("“{stage}” is held now, and was not before: few vendors applied.")
            yield message(text, stage=stage.name)
    for each in changes.passed:
        yield message(
            N_("Who goes on from “{stage}” moved: {before} → {after}."),
            stage=each.name,
            before=listing(each.old or (NOTHING,)),
            after=listing(each.new or (NOTHING,)),
        )


def _award(changes: Changes) -> Message:
    if not changes.award_moved:
        return message(N_("The award did not move."))
    before, after = changes.old.award.winners, changes.new.award.winners
    if not before and not after:
        return _without_winners(changes)
    if before == after:
        return message(N_("The award moved; the preferred bidder is the same."))
    return message(
        N_("The award moved: preferred bidder {before} → {after}."),
        before=listing(before or (NOTHING,)),
        after=listing(after or (NOTHING,)),
    )


def _without_winners(changes: Changes) -> Message:
    """Return what moved where nobody is chosen in either: who goes on, if both end with one stage."""
    was, now = last_stage(changes.old), last_stage(changes.new)
    if was is None or now is None or was.id != now.id:
        return message(N_("The award moved; there is no preferred bidder in either."))
    if set(was.passed) != set(now.passed):
        text, who = N_("Who goes on moved: {before} → {after}."), (was.passed, now.passed)
    else:
        text = N_("Who is tied across the line moved: {before} → {after}.")
        who = was.undecided, now.undecided
    return message(text, before=listing(who[0] or (NOTHING,)), after=listing(who[1] or (NOTHING,)))


def _otherwise(changes: Changes) -> Iterator[Message]:
    """Give what is no change and should be known: files that differ, another version."""
    old, new = changes.old, changes.new
    files = [sorted(each.sha256 for each in result.inputs) for result in (old, new)]
    if not changes.changes and files[0] != files[1]:
        yield message(N_("The files are not the same byte for byte all the same."))
    if not changes.changes and old.digest != new.digest:
        yield message(N_("The criteria sheet is written otherwise and says the same."))
    if old.anonymous or new.anonymous:
        yield message(
            N_("Without the names and comments that a result for publication leaves out.")
        )
    if old.version != new.version:
        yield message(
            N_("They were computed by different versions of procscore: {old}, {new}."),
            old=old.version,
            new=new.version,
        )


def change_words(change: Change) -> Message:
    """Return a change in one line: whose it is, of what, from what to what."""
    about = [each for each in (change.vendor, change.what, change.evaluator) if each]
    return message(
        N_("{what}: {old} → {new}"),
        what=listing(about),
        old=side_words(change.old),
        new=side_words(change.new),
    )


def one_sided(changes: Changes) -> Iterator[Message]:
    """Give whose marks count in one of the two only: they are not told one by one."""
    old, new = (
        {each.vendor.id: each for each in one.vendors} for one in (changes.old, changes.new)
    )
    for vendor in (each for each in new if each in old):
        for text, there, here in (
            (N_("{vendor}, before only: {what}"), old[vendor], new[vendor]),
            (N_("{vendor}, after only: {what}"), new[vendor], old[vendor]),
        ):
            if what := tuple(_only_in(changes, there, here)):
                yield message(text, vendor=vendor, what=listing(what))


def _only_in(changes: Changes, there: VendorResult, here: VendorResult) -> Iterator[Words]:
    """Give evaluators, or criteria, of which a vendor has marks there and not here."""
    if not shown.givers(here):
        if shown.givers(there):
            yield message(N_("all marks"))
        return
    yield from (each for each in there.evaluators if each not in here.evaluators)
    unmarked = {score.criterion for score in here.walk() if not (score.marks or score.originals)}
    for score in there.walk():
        if (score.marks or score.originals) and score.criterion in unmarked:
            yield changes.new.criteria.name_of(score.criterion)


def given_words(given: Given | None, files: Listing) -> Message:
    """Return how one of the two was handed over, with the files that went into it."""
    if given is not None and given.kind == "result":
        return message(N_("{name} (its record of {files})"), name=given.name, files=files)
    if given is not None and given.kind == "folder":
        return message(N_("folder {name} ({files})"), name=given.name, files=files)
    return message("{files}", files=files)


def sources(inputs: Sequence[InputFile], others: Sequence[InputFile]) -> Iterator[str]:
    """Give the names of the files that went into a result; `others` went into the other one.

    Where a file of the other is called alike and is another, the SHA-256 tells them apart.
    """
    there = {each.name: each.sha256 for each in others}
    for each in inputs:
        # A result for publication holds no digests.
        same = not each.sha256 or there.get(each.name, each.sha256) in ("", each.sha256)
        yield each.name if same else f"{each.name} (SHA-256 {each.sha256[:_DIGITS]}…)"
