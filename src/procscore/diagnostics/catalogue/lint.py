"""Codes of the linter: what a bidder's lawyer would find in a criteria sheet that is well-formed.

`why` names the case or the document that the rule comes from.
"""

from procscore.diagnostics.catalogue.lint_rules import RULES_LINT
from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

LINT: dict[str, Kind] = {
    "price-undefined-at-zero": Kind(
        Severity.WARNING,
        N_(
            "“{criterion}” cannot be computed where a price is zero: {example} (computed at that price)."
        ),
        N_(
            "Rule the case in the formula, such as “formula: {ruled}”, or say in the rules that a price of zero is not accepted."
        ),
        N_(
            "Prices of 0 yen are quoted (佐渡市, http://ce.ptr97.public.gmocloud.com/admin/bid/consign/20110128_a.shtml), and an award was suspended because a price of zero broke the formula."
        ),
    ),
    "price-undefined": Kind(
        Severity.WARNING,
        N_("“{criterion}” cannot be computed for a price that can be quoted: {example} ({how})."),
        N_(
            "Rule the case in the formula, such as “formula: if(highest = lowest, points, points * (highest - price) / (highest - lowest))”."
        ),
        N_(
            "A sole bidder or equal prices are nothing unusual (呉市, https://www.city.kure.lg.jp/soshiki/27/hoikuict3.html), and the evaluation stops at a division by zero."
        ),
    ),
    "price-negative": Kind(
        Severity.WARNING,
        N_("“{criterion}” can come to less than 0 points: {example} ({how})."),
        N_(
            "Write the lower bound into the formula: “formula: max(0, …)”; or exclude such bids, as “eligibility: {{ceiling: exclude}}” does those above the ceiling."
        ),
        N_(
            "South Africa's 80/20 formula is negative above twice the lowest price; the rule does not say what happens then, and the evaluation stops with an error."
        ),
    ),
    "price-above-points": Kind(
        Severity.WARNING,
        N_("“{criterion}” can come to more than its {points} points: {example} ({how})."),
        N_(
            "Correct the constant in the formula, best by writing “points” for it; or write the upper bound: “formula: min(points, …)”."
        ),
        N_(
            "16 stood in a formula for a criterion of 15 points, and the award was annulled (Council of State of Belgium, ruling 266216, https://tenderwolf.com/en/case-law/belgium/council-of-state/266216/)."
        ),
    ),
    "price-points-unreachable": Kind(
        Severity.WARNING,
        N_(
            "No price above zero can have more than {most} of the {points} points of “{criterion}”: {example} ({how})."
        ),
        N_("{remedy}."),
        N_(
            "A floor at 75 percent of the ceiling leaves 5 of 20 points (https://lawinsider.com/ja/clause/価格評価): price then weighs a quarter of what the published weights say."
        ),
    ),
    "price-points-only-at-zero": Kind(
        Severity.ADVICE,
        N_(
            "Only a price of zero, or next to zero, has all {points} points of “{criterion}”: {example} ({how})."
        ),
        N_("If that is meant, leave it; else {remedy}."),
        N_(
            "Under points × (1 − price ÷ ceiling) (加算方式, https://expydoc.com/doc/9791208/) a discount of 10 percent earns a tenth of the points: price weighs less than the published weights say."
        ),
    ),
    "price-dearer-scores-more": Kind(
        Severity.ADVICE,
        N_("A dearer bid scores more on “{criterion}”: {example} ({how})."),
        N_(
            "Right for an income contract only, where the highest offer is best: if it is one, leave it; else turn the formula round, as in “formula: if(price = 0, points, points * lowest / price)” or “formula: points * (1 - price / ceiling)”."
        ),
        N_(
            "Points × price ÷ ceiling is the discount formula upside down, and pays vendors for bidding high. Where the highest offer is meant to win, bodies measure by it: points × price ÷ highest price (石巻市, https://lawinsider.com/ja/clause/選定方法等)."
        ),
    ),
    "price-not-studied": Kind(
        Severity.ADVICE,
        N_("The price formula of “{criterion}” hangs on {names}, too, and was not looked into."),
        N_(
            "Try it with made-up bids (of zero, equal, one alone, very dear), or score each amount by a criterion of its own, such as “amount: total”."
        ),
        N_(
            "Whether points are missing, below 0, above the criterion's or out of reach is found by changing the price alone; that nothing is said of this formula does not mean that it is in order."
        ),
    ),
    "lowest-not-stated": Kind(
        Severity.WARNING,
        N_("It is not stated which bids count for {names} in “{criterion}”: {example}."),
        N_(
            "Write “eligibility: {{lowest_among: eligible}}” (those still in when prices are scored), “within-ceiling” or “all”."
        ),
        N_(
            "Bodies print it (失格者の価格を除く最低価格, https://expydoc.com/doc/8028982/; at the World Bank a rejected bid's price never counts), because the price of a bid that is out changes the points of all others."
        ),
    ),
    "price-rounding-not-stated": Kind(
        Severity.WARNING,
        N_("It is not stated how the points of “{criterion}” are rounded: {example}."),
        N_(
            "Write “round: {{places: 2, mode: half-up}}” (小数第3位を四捨五入), or “mode: down” (切り捨て), beside the formula."
        ),
        N_(
            "One formula is published with all of them: cut down to whole points (https://expydoc.com/doc/8870401/), half up to two decimals (https://expydoc.com/doc/8028982/) or to one (https://expydoc.com/doc/10315570/). The order of bids can hang on it."
        ),
    ),
    "rounding-twice": Kind(
        Severity.ADVICE,
        N_("“{criterion}” is rounded twice, first {first} and then {second}: {example}."),
        N_(
            "Round once, where the figure is published: delete one of the two; if the document prescribes both, leave them."
        ),
        N_(
            "Rounding twice can move a half: 2.445 becomes 2.45 and then 2.5. Some bodies do prescribe it (the ratio cut to three decimals, then the points: https://expydoc.com/doc/7720116/)."
        ),
    ),
    **RULES_LINT,
}
