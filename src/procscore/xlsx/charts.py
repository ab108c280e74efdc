"""Charts that Excel draws itself from the cells they name.

Printed without colour every series must still be told from its neighbours: the shades go from dark
to light and back, and each later round of them is hatched.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from procscore.xlsx.cells import Place, clean, stored
from procscore.xlsx.written import address, quoted_sheet

_SHADES = ("#1F4E79", "#9DC3E6", "#C55A11", "#FFE699", "#548235", "#D9D9D9")
_HATCHINGS = ("", "wide_upward_diagonal", "dotted_diamond", "narrow_horizontal")
_KINDS = {
    "stacked bars": {"type": "bar", "subtype": "stacked"},
    "clustered columns": {"type": "column"},
}
_GRID = {"visible": True, "line": {"color": "#D9D9D9", "width": 0.75}}
_TITLE_SIZE, _TEXT_SIZE = 12, 9
_BRIGHT = 140_000
"""Of 255,000: from here on black is read better than white."""
_GAP = 60
"""Room between bars, in percent of a bar's width."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A cell, or a row or a column of cells, of a sheet."""

    sheet: str
    first: Place
    last: Place

    @property
    def reference(self) -> str:
        """Return the cells as they stand in a formula, without the sign `=`."""
        first, last = (
            address(*place, fixed_row=True, fixed_column=True) for place in (self.first, self.last)
        )
        cells = first if first == last else f"{first}:{last}"
        return f"{quoted_sheet(self.sheet)}!{cells}"


@dataclass(frozen=True, slots=True)
class Series:
    """What is drawn in one colour: what it is called, and its numbers, one a category."""

    name: Cells | str
    values: Cells
    categories: Cells
    number: str = ""
    """The number format of its labels; if empty, that of the chart."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. Categories of bars are read from top to bottom, as in the table they come from."""

    kind: Literal["stacked bars", "clustered columns"]
    title: str
    series: tuple[Series, ...]
    least: Fraction | int | None = 0
    """Where the axis of the numbers begins; None leaves it to Excel."""
    most: Fraction | int | None = None
    step: Fraction | int | None = None
    """How far apart the lines of the axis are; None leaves it to Excel."""
    number: str = "General"
    """The number format of the axis and the labels."""
    labels: bool = False
    """Whether each number is written into its bar."""


def options(chart: Chart) -> dict[str, str]:
    """Return what XlsxWriter needs to start the chart."""
    return dict(_KINDS[chart.kind])


def draw(chart: Chart, drawn: Any, font: str, size: tuple[int, int]) -> None:
    """Write a chart into one that XlsxWriter started. `size` is width and height in pixels."""
    text = {"name": font, "size": _TEXT_SIZE}
    for at, each in enumerate(chart.series):
        drawn.add_series(_series(each, at, chart, font))
    title_font = {"name": font, "size": _TITLE_SIZE, "bold": True}
    drawn.set_title({"name": _plain(chart.title), "name_font": title_font, "overlay": False})
    numbers: dict[str, Any] = {
        "num_font": text,
        "num_format": chart.number,
        "major_gridlines": _GRID,
        "line": {"none": True},
    }
    if chart.least is not None:
        numbers["min"] = stored(chart.least)
    if chart.most is not None:
        numbers["max"] = stored(chart.most)
    if chart.step is not None:
        numbers["major_unit"] = stored(chart.step)
    # Beside negative numbers the names would stand across their bars.
    categories: dict[str, Any] = {
        "num_font": text,
        "major_gridlines": {"visible": False},
        "label_position": "low",
    }
    if chart.kind == "stacked bars":
        # From top to bottom; the numbers then stand below only if they cross at the far end.
        drawn.set_y_axis({**categories, "reverse": True, "crossing": "max"})
        drawn.set_x_axis(numbers)
    else:
        drawn.set_x_axis(categories)
        drawn.set_y_axis(numbers)
    drawn.set_legend({"position": "bottom", "font": text})
    drawn.set_size({"width": size[0], "height": size[1]})


def _series(series: Series, at: int, chart: Chart, font: str) -> dict[str, Any]:
    name = series.name
    colour = _SHADES[at % len(_SHADES)]
    drawn: dict[str, Any] = {
        "name": f"={name.reference}" if isinstance(name, Cells) else _plain(name),
        "values": f"={series.values.reference}",
        "categories": f"={series.categories.reference}",
        "border": {"color": "#FFFFFF", "width": 0.75},
        "gap": _GAP,
    }
    hatching = _HATCHINGS[at // len(_SHADES) % len(_HATCHINGS)]
    white = _dark(colour) and not hatching
    if hatching:
        lines, ground = (colour, "#FFFFFF") if _dark(colour) else ("#595959", colour)
        drawn["pattern"] = {"pattern": hatching, "fg_color": lines, "bg_color": ground}
    else:
        drawn["fill"] = {"color": colour}
    if chart.labels:
        looks = {"name": font, "size": _TEXT_SIZE - 1, "color": "#FFFFFF" if white else "#000000"}
        number = series.number or chart.number
        labels: dict[str, Any] = {"value": True, "num_format": number, "font": looks}
        if hatching:
            labels["fill"] = {"color": "#FFFFFF"}
        drawn["data_labels"] = labels
    return drawn


def _plain(text: str) -> str:
    """Return a text that XlsxWriter does not take for a reference, as it does `=a!B1` and `a!B1`."""
    return clean(text).replace("!", "！")


def _dark(colour: str) -> bool:
    """Tell whether white is read better than black on `#RRGGBB`, weighed as in ITU-R BT.601."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 299 * red + 587 * green + 114 * blue < _BRIGHT
