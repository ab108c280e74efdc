from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [A社] C11"
ALSO = {"sheet-not-read"}
check = foreign.usual_totals
sums_of = {"A社": (14, 15, 17), "B社": (15, 16, 14), "C社": (12, 11, 13)}


def build(folder: Path) -> list[Path]:
    forms = foreign.by_vendor()
    for vendor, sums in sums_of.items():
        form = forms[vendor]
        form.span("A9:A11", form.merged.pop("A9:A10")).put(B11="小計")
        del form.merged["A11:B11"]
        form.put(**dict(zip(("C11", "D11", "E11"), sums, strict=True)))
    layout = foreign.BY_VENDOR.replace("column: B", "column: [A, B]")
    return foreign.hand_in(folder, forms, layout)
