"""What the formulas of a criteria sheet may name beside its own amounts, quantities and criteria."""

from procscore.language import N_

MARKET_WORDS = {
    "lowest": N_("lowest"),
    "highest": N_("highest"),
    "average": N_("mean"),
    "count": N_("number of bids"),
}
MARKET_NAMES = tuple(MARKET_WORDS)
"""What the bids that count say together."""
BEST_WORDS = {"best": N_("most given to a vendor")}
FIGURE_WORDS = {
    "ceiling": N_("ceiling"),
    "investigation": N_("investigation price"),
    "estimate": N_("estimate"),
}
FIGURE_NAMES = tuple(FIGURE_WORDS)
"""What the procurement declares."""
PRICE_NAMES = ("points", "price", *MARKET_NAMES, *FIGURE_NAMES)
"""What a price formula may name besides the sheet's amounts and quantities."""
RESCALE_NAMES = ("points", "raw", "of", "best")
"""What the formula of `rescale` may name besides the parts."""
