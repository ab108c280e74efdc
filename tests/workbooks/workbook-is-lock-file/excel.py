from pathlib import Path

WHERE = "~$bids.xlsx"


def build(folder: Path) -> list[Path]:
    (folder / "~$bids.xlsx").write_bytes(b"\x05Fukui" + bytes(159))
    return [folder / "~$bids.xlsx"]
