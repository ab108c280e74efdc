"""What comparisons say in words: one wording for pages and for tables of data."""

from procscore.language import N_, Message, listing, message
from procscore.model.comparison import Comparison, Item, Subject
from procscore.model.crossing import Crossing
from procscore.model.result import VendorResult
from procscore.model.rules_told.ranking import BY_WORDS
from procscore.model.told import status_word, vendor_name
from procscore.model.topics import topic_name

NO_AWARD = message(
    N_(
        "This is a comparison, not an award: the vendors wrote their proposals for another sheet, and nobody may be chosen by this."
    )
)
"""What stands above everything that is told of a crossing, in every format."""
_NO_TOPIC = message(N_("no topic stated"))


def topic_word(topic: str | None) -> str | Message:
    """Return a topic's name, or that none is stated."""
    return _NO_TOPIC if topic is None else topic_name(topic)


def subject_word(subject: Subject) -> str | Message:
    """Return what points are given for: a topic, or an item that states none by its name."""
    if subject.topic is None:
        return message(N_("“{name}” (no topic stated)"), name=subject.name)
    return topic_name(subject.topic)


def difference(comparison: Comparison, item: Item) -> str | Message:
    """Return in a few words how an item differs between the sheets, nothing where it does not."""
    if item.only_in is not None:
        return message(N_("only in {sheet}"), sheet=comparison.sheets[item.only_in].label)
    if item.other_weight and item.other_scale:
        return message(N_("other weight, other scale"))
    if item.other_weight:
        return message(N_("other weight"))
    return message(N_("other scale")) if item.other_scale else ""


def own_ranking(crossing: Crossing) -> Message | None:
    """Return how the bids' own sheet ranks, None where it simply compares the points."""
    if crossing.by_points:
        return None
    return message(
        N_("The bids' own sheet ranks otherwise: {how} Its ranks are shown with its points."),
        how=message(BY_WORDS[crossing.result.ranking.by]),
    )


def not_ranked(each: VendorResult) -> Message:
    """Return why a vendor is in no ranking."""
    told = {"vendor": vendor_name(each), "status": status_word(each)}
    if not each.exclusions:
        return message(N_("{vendor}: {status}."), **told)
    reasons = listing(exclusion.reason for exclusion in each.exclusions)
    return message(N_("{vendor}: {status}. {reasons}"), **told, reasons=reasons)
