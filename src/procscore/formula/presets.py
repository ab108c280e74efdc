"""The catalogue of presets: names for formulas that bodies use, each with its source.

`formula: lowest-ratio` in a criteria sheet and the formula written out are the same thing. To add
one, add an entry here; a test then asks for its row in the documentation.
"""

from dataclasses import dataclass

from procscore.formula.parse import parse
from procscore.formula.terms import Formula
from procscore.language import N_


@dataclass(frozen=True, slots=True)
class Preset:
    """A named price formula. `title` and `use` are templates marked for translation."""

    formula: Formula
    title: str
    use: str
    source: str


def _preset(formula: str, title: str, use: str, source: str) -> Preset:
    return Preset(parse(formula), title, use, source)


PRESETS: dict[str, Preset] = {
    "lowest-ratio": _preset(
        "points * lowest / price",
        N_("points × lowest price ÷ price"),
        N_("The commonest formula in Japan: the lowest bid gets all points, twice its price half."),
        "京都市ポータルアプリ業務委託 提案評価要領 https://expydoc.com/doc/7512914/",
    ),
    "ceiling-discount": _preset(
        "points * (1 - price / ceiling)",
        N_("points × (1 − price ÷ ceiling)"),
        N_("Points for the discount from the ceiling; only a bid of zero would reach all points."),
        "落札者決定基準 (加算方式) https://expydoc.com/doc/9791208/",
    ),
    "ceiling-discount-floor-75": _preset(
        "points * (1 - max(price, 75% * ceiling) / ceiling)",
        N_("points × (1 − price ÷ ceiling), the price not below 75 percent of the ceiling"),
        N_(
            "A bid below 75 percent of the ceiling counts as 75, so a quarter of the points is most."
        ),
        "価格評価 https://lawinsider.com/ja/clause/価格評価",
    ),
    "ceiling-discount-half-slope": _preset(
        "if(price >= investigation, points * (1 - price / ceiling), points * "
        "(1 - investigation / ceiling + 0.5 * (investigation - price) / ceiling))",
        N_("points × (1 − price ÷ ceiling), at half the slope below the investigation price"),
        N_("Below the investigation price a further discount earns half as many points."),
        "総合評価 (加算方式) https://expydoc.com/doc/9675465/",
    ),
    "ceiling-peak-80": _preset(
        "if(price >= 80% * ceiling, points * (80% + (ceiling - price) / ceiling), "
        "points * (120% - (ceiling - price) / ceiling))",
        N_("80 percent of the points at the ceiling, all at 80 percent of it, fewer again below"),
        N_("Meant to keep bids near 80 percent of the ceiling: a cheaper bid scores less."),
        "価格評価 https://lawinsider.com/ja/clause/価格評価",
    ),
    "estimate-discount": _preset(
        "points * (1 - price / estimate)",
        N_("points × (1 − price ÷ estimate)"),
        N_("Points for the discount from a published reference amount that is not the ceiling."),
        "三重県 評価基準 https://expydoc.com/doc/11496512/",
    ),
    "linear-to-highest": _preset(
        "if(highest = lowest, points, points * (highest - price) / (highest - lowest))",
        N_("points × (highest price − price) ÷ (highest price − lowest price)"),
        N_("All points for the lowest bid, none for the highest; equal prices all get all points."),
        "Kiiver & Kodym, Price-quality ratios in value-for-money awards, J. Public Procurement "
        "15(3) 2015",
    ),
    "linear-from-lowest": _preset(
        "max(0, points * (1 - (price - lowest) / lowest))",
        N_("points × (1 − (price − lowest price) ÷ lowest price), not below 0"),
        N_("South Africa's 80/20 system: a bid at twice the lowest price or above gets none."),
        "PPPFA regulations (South Africa), 80/20 preference point system",
    ),
    "highest-ratio": _preset(
        "points * price / highest",
        N_("points × price ÷ highest price"),
        N_("Income contracts such as naming rights, where the highest offer is best."),
        "石巻市 選定方法等 https://lawinsider.com/ja/clause/選定方法等",
    ),
    "bilinear": _preset(
        "if(price >= average, points * 85% * (ceiling - price) / (ceiling - average), "
        "points * (85% + 15% * (average - price) / (average - lowest)))",
        N_(
            "85 percent of the points up to the mean discount, the rest in line to the greatest discount"
        ),
        N_("Italy's bilinear formula with X = 0.85; for 0.80 or 0.90 write the formula out."),
        "ANAC, Linee guida n. 2 (Italy)",
    ),
}
