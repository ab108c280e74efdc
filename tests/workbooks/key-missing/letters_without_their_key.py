from pathlib import Path

from support import handed_out

WHERE = "scores/Marks_委員1.xlsx"


def build(folder: Path) -> list[Path]:
    anonymous = handed_out.write(folder, out=None, split=folder / "scores", anonymous=True)
    named = handed_out.write(folder)
    for each in (anonymous, named):
        handed_out.fill(each)
    return [folder / "bids.xlsx", folder / "scores"]
