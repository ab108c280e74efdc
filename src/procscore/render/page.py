"""A page as a terminal shows it: nothing is cut, and nothing is told by colour alone."""

from rich.console import Group, RenderableType
from rich.text import Text

from procscore.model.page import Block, Outline, Page, Section, Sentences, Table
from procscore.render.blocks import Paragraph, lines, titled
from procscore.render.fitted import Fitted
from procscore.render.outline import Unfolded


def page(content: Page) -> Group:
    """Return a page: its title, what stands below it, its blocks."""
    return Group(
        Paragraph(str(content.title), style="bold"),
        *(Paragraph(str(line)) for line in content.lead),
        *(_titled(block) for block in content.blocks),
    )


def _titled(block: Block) -> Group:
    title = str(block.title)
    return titled(title, _content(block)) if title else Group(Text(), _content(block))


def _content(block: Block) -> RenderableType:
    match block:
        case Sentences():
            return lines(block.sentences)
        case Table():
            return Group(Fitted(block), lines(block.notes))
        case Outline():
            return Unfolded(block)
        case Section(blocks=blocks):
            return Group(*(_titled(each) for each in blocks))
