"""By which words a text names somebody whom the reader of a page is not to be told of."""

from collections.abc import Iterator

from procscore.language import Listing, Message
from procscore.model.name_finder import UNCLEAR, NameFinder
from procscore.model.naming import of_evaluator, of_vendor, public_words
from procscore.model.page import Words
from procscore.model.result import Evaluation, VendorResult


class Others:
    """Everybody but one vendor: the other vendors, and whoever marked."""

    def __init__(self, result: Evaluation, reader: VendorResult) -> None:
        """Take the names from a result; `reader` is the vendor that may read its own."""
        own = of_vendor(reader.vendor, None)
        self._finder = NameFinder(
            (
                *(of_vendor(each.vendor, UNCLEAR) for each in result.vendors),
                *(of_evaluator(each, UNCLEAR) for each in result.evaluators),
            ),
            public_words(result),
            own=(*own.names, *own.shorter),
        )

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the words by which a text that somebody wrote freely names one of them."""
        return self._finder.found(text)

    def named_by(self, words: Words) -> tuple[str, ...]:
        """Return the words by which a sentence names one of them, of what was put into it.

        The sentence itself is the same for everybody, and so are words of the criteria sheet.
        """
        texts = (each for each in _put_in(words) if each not in self._finder.public)
        return tuple(dict.fromkeys(name for each in texts for name in self.named_in(each)))


def _put_in(words: object) -> Iterator[str]:
    match words:
        case Message(details=details):
            for each in details.values():
                yield from _put_in(each)
        case Listing(words=listed):
            for each in listed:
                yield from _put_in(each)
        case other:
            yield str(other)
