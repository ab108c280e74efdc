"""Codes of the linter about marks, panels, amounts, minimums, ties and what has no effect."""

from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

RULES_LINT: dict[str, Kind] = {
    "marks-never-zero": Kind(
        Severity.ADVICE,
        N_(
            "Even the lowest mark gives points ({lowest}): the criteria that are marked so ({count}) come to {least} to {most} points, of which only {spread} tell vendors apart."
        ),
        N_(
            "Let the lowest mark be worth nothing, such as “E: 0%” or “from: 0”; or set the points of the price and the minimums against {spread} points, not {most}."
        ),
        N_(
            "有田町's grades end at 20 percent (https://expydoc.com/doc/8873126/): its 300 points run from 60 to 300, and against the price they weigh as 240 do."
        ),
    ),
    "step-lost-in-rounding": Kind(
        Severity.WARNING,
        N_(
            "Rounded, the marks {low} and {high} both come to {points} points of “{criterion}”, even where all evaluators agree (criteria: {count})."
        ),
        N_(
            "Keep more decimals, such as “round: {{places: {places}, mode: {mode}}}”, or mark in larger steps."
        ),
        N_(
            "日田市 cuts the mean of every item to whole points (https://expydoc.com/doc/10822299/), 釧路市 that of each part (https://expydoc.com/doc/9543988/): what evaluators tell apart in smaller steps is lost there."
        ),
    ),
    "item-too-small": Kind(
        Severity.ADVICE,
        N_(
            "One step of “{criterion}” is worth {step} points, more than any one of these can tell apart: {items}."
        ),
        N_(
            "Merge the small items or give them more points; or mark “{criterion}” in finer steps, such as “score: {{method: marks, step: 1}}”."
        ),
        N_(
            "On a scale of 100, 70, 40 and 0 percent (山梨県, https://expydoc.com/doc/10986444/) a step of a large item is 30 or 40 percent of its points; evaluators weigh every small item for hardly anything."
        ),
    ),
    "aggregate-not-stated": Kind(
        Severity.WARNING,
        N_(
            "It is not stated how the marks of several evaluators become one; their mean would be taken (criteria: {count})."
        ),
        N_("Write “panel: {{aggregate: mean}}”, or “median”, “sum”, “trimmed-mean”, “consensus”."),
        N_(
            "Sum (習志野市, https://expydoc.com/doc/7513180/), mean (京都市, https://expydoc.com/doc/7512914/), mean without the extremes (山陽小野田市, https://expydoc.com/doc/10308314/) and ranks (宮城県, https://expydoc.com/doc/10831224/) are all in use, and can put different vendors first."
        ),
    ),
    "panel-rounding-not-stated": Kind(
        Severity.ADVICE,
        N_("It is not stated how means of the evaluators' points are rounded: {example}."),
        N_(
            "Write “panel: {{round: {{places: 2, mode: half-up}}}}” (小数第3位を四捨五入), or “mode: down” (切り捨て)."
        ),
        N_(
            "Bodies keep two decimals half up (三重県, https://expydoc.com/doc/11496512/), cut to one (岡山県, https://expydoc.com/doc/8901537/) or to whole points (釧路市, https://expydoc.com/doc/9543988/); unrounded means do not add up as they are printed."
        ),
    ),
    "knock-out-by-one": Kind(
        Severity.WARNING,
        N_("{how} excludes a vendor whom all others would admit."),
        N_(
            "Write how many must agree: “votes: majority” or “votes: all”, of a minimum “evaluators: majority”; or let failing cost points only: “fail: points”."
        ),
        N_(
            "京都市 lets a veto stand only where it is unanimous (https://expydoc.com/doc/7512914/), 長崎県 fails a vendor by a majority (https://expydoc.com/doc/7750129/): nobody's place should hang on one evaluator's slip or interest."
        ),
    ),
    "amount-tax-not-stated": Kind(
        Severity.WARNING,
        N_("It is not stated whether “{amount}” is with or without consumption tax (VAT)."),
        N_("Write “{id}: {{…, tax: excluded}}” or “tax: included”."),
        N_(
            "三重県 compares without tax (https://expydoc.com/doc/11496512/), others with it (https://lawinsider.com/ja/clause/総合評価の方法); bidders who read it differently are a tenth apart."
        ),
    ),
    "amount-tax-mixed": Kind(
        Severity.WARNING,
        N_(
            "“{amount}” ({formula}) adds up {included}, with consumption tax (VAT), and {excluded}, without it."
        ),
        N_(
            "Have all of them quoted alike: “tax: excluded” or “tax: included”; or bring them to one in the formula, such as “a / 1.1 + b”."
        ),
        N_(
            "三重県 compares without tax (https://expydoc.com/doc/11496512/), others with it (https://lawinsider.com/ja/clause/総合評価の方法); a sum of both is neither, and bids whose costs lie in other parts are compared unlike."
        ),
    ),
    "amount-term-not-stated": Kind(
        Severity.ADVICE,
        N_("It is not stated for how long “{amount}” ({formula}) counts."),
        N_("Write “{id}: {{…, term: 5年}}”."),
        N_(
            "Bodies count 5 years (https://expydoc.com/doc/8873126/), 7 fiscal years (https://expydoc.com/doc/11496512/) or 10 years with a renewal of the hardware (https://expydoc.com/doc/11643857/). An award by a sum of unit prices whatever the quantities was suspended (Council of State of Belgium, ruling 241861, https://tenderwolf.com/en/case-law/belgium/council-of-state/241861/)."
        ),
    ),
    "ceiling-not-stated": Kind(
        Severity.WARNING,
        N_("It is not stated what a bid above the ceiling of “{amount}” means."),
        N_("Write “eligibility: {{ceiling: exclude}}”, “flag” or “ignore”."),
        N_(
            "鳥取県 does not evaluate such a bid at all (https://expydoc.com/doc/10172248/), 藤沢市 looks at the budget first (https://expydoc.com/doc/12009943/); whether it still counts can move the lowest price and everybody's points."
        ),
    ),
    "minimum-unreachable": Kind(
        Severity.ERROR,
        N_(
            "Nobody can reach the minimum of {needed} for {what}: no more than {most} of {of} can be had."
        ),
        N_("Write “at_least: {most}” or less, or correct the points and the marks."),
        N_(
            "Nobody could be awarded. With a rule under which 5 of 20 points is the most (https://lawinsider.com/ja/clause/価格評価), a minimum that is set against all 20 shuts out everybody."
        ),
    ),
    "minimum-idle": Kind(
        Severity.WARNING,
        N_(
            "Everybody reaches the minimum of {needed} for {what}: nobody can have fewer than {least} of {of}."
        ),
        N_(
            "Write a minimum above {least} points, or let the lowest mark be worth nothing; if no minimum is meant, delete it."
        ),
        N_(
            "On scales that end at 20 percent (有田町, https://expydoc.com/doc/8873126/; 宮城県, https://expydoc.com/doc/10831224/) a low minimum looks like a test and is none."
        ),
    ),
    "minimum-hangs-on-price": Kind(
        Severity.WARNING,
        N_("The minimum of {needed} for {what} {how}."),
        N_("{instead}"),
        N_(
            "羽曳野市 asks 60 percent with and without the price (https://expydoc.com/doc/9690052/), others of the points without the price, (1000 − 150) × 0.6 = 510 (https://lawinsider.com/ja/clause/選定方法等): a bid can pass one and fail the other."
        ),
    ),
    "points-above": Kind(
        Severity.WARNING,
        N_(
            "“{criterion}” can come to more than its {points} points, and the evaluation would stop with an error: {example}."
        ),
        N_(
            "Bound it, such as “formula: min(points, …)”, or give the criterion all the points that it can come to."
        ),
        N_(
            "An award was annulled for points above the stated most (Council of State of Belgium, ruling 266216, https://tenderwolf.com/en/case-law/belgium/council-of-state/266216/). They are never cut off silently here: which limit was meant is for the document to say, before the bids are known."
        ),
    ),
    "points-unreachable": Kind(
        Severity.WARNING,
        N_("Nobody can have all {points} points of “{criterion}”: no more than {most} can be had."),
        N_(
            "Correct the formula, such as “formula: points * raw / of”, or give the criterion {most} points."
        ),
        N_(
            "There is a rule under which 5 of 20 points is the most (https://lawinsider.com/ja/clause/価格評価): points that nobody can have do not weigh, and the criterion counts for less than the published weights say."
        ),
    ),
    "requires-unreachable": Kind(
        Severity.WARNING,
        N_(
            "Nobody can have the points of “{criterion}”: they require {needed} points of “{other}”, of which no more than {most} of {of} can be had."
        ),
        N_("Write “at_least: {most}” or less, or correct the points and the marks of “{other}”."),
        N_(
            "A bonus on a condition was withheld from all where nobody reached it (https://expydoc.com/doc/11049769/). What requires more than can be reached gives nobody any points, and all that it is worth drops out of the published weights."
        ),
    ),
    "requires-hangs-on-price": Kind(
        Severity.WARNING,
        N_(
            "Whether “{criterion}” gives points hangs on price points: it requires so many of “{other}”, where {price} of {of} come from the price."
        ),
        N_(
            "Require what the evaluators mark, or delete “requires” and let the price count by its own points only."
        ),
        N_(
            "Minimums are asked without the price as well for this reason (羽曳野市, https://expydoc.com/doc/9690052/). A price that gives points and lets others be given counts twice, and more than the published weights say."
        ),
    ),
    "points-for-all": Kind(
        Severity.ADVICE,
        N_(
            "Everybody who remains has all {points} points of “{criterion}”: who fails it is excluded."
        ),
        N_(
            "If it is to tell vendors apart, write “fail: points”; if it is a condition, give it no points."
        ),
        N_(
            "岩手県's basic point is a mere flag, 1 of 1,350 (https://expydoc.com/doc/7580051/). Points that all have alike tell nobody apart: the others weigh more than the published weights say, and a minimum for the total is reached more easily."
        ),
    ),
    "ties-not-stated": Kind(
        Severity.WARNING,
        N_("It is not stated how equal values are told apart; the committee would decide."),
        N_("Write a chain that ends, such as “ranking: {{ties: {chain}}}”."),
        N_(
            "A committee settled what counts among equals only after the tie had appeared (https://expydoc.com/doc/11951626/). Equal bids are decided by lot by law (予決令83条, https://kaikei.mynsworld.com/yoketurei-83)."
        ),
    ),
    "ties-can-stay": Kind(
        Severity.WARNING,
        N_("The chain of ties can leave vendors tied: {how}."),
        N_("Write instead: “{instead}”."),
        N_(
            "札幌市 draws lots only where both parts and the prices are equal (https://expydoc.com/doc/8042514/): parts that are equal through rounding, with different prices, are decided by nobody. Elsewhere the chair decides after a run-off vote (https://lawinsider.com/ja/clause/審査方法/_4)."
        ),
    ),
    "ties-by-people": Kind(
        Severity.ADVICE,
        N_("In the end {who}, when the points are known: the award can hang on a vote."),
        N_("End in a rule or a lot: “ties: {chain}”."),
        N_(
            "A committee settled what counts among equals only after the tie had appeared (https://expydoc.com/doc/11951626/). Others draw lots after the rules (岡山県, https://expydoc.com/doc/8901537/)."
        ),
    ),
    "tie-step-idle": Kind(
        Severity.ADVICE,
        N_("The step “{step}” never decides: vendors who get there are equal in it."),
        N_("Delete it, or name what can still differ, such as the price itself."),
        N_(
            "Who is equal in the sum and in one of two parts is equal in the other. 岡山県 compares the technical points and then the price, not the price points (https://expydoc.com/doc/8901537/)."
        ),
    ),
    "criterion-without-effect": Kind(
        Severity.WARNING,
        N_("“{criterion}” changes nothing: not who goes on, who is out or who is first."),
        N_(
            "Let it count (“carry_over: true”, a gate, its id in the formula), or do not have it marked."
        ),
        N_(
            "Where a document leaves open whether a first stage counts in the second (有田町, https://expydoc.com/doc/8873126/), the points of its price may decide everything or nothing; in another the winner changes with it (https://expydoc.com/doc/11951626/)."
        ),
    ),
    "declared-unused": Kind(
        Severity.ADVICE,
        N_("“{id}” is declared, and no rule names it."),
        N_("Name it where it is meant, or delete it."),
        N_("What is declared and not used is often a rule that was forgotten or misspelt."),
    ),
}
