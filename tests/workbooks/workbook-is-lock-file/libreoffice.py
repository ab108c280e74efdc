from pathlib import Path

WHERE = ".~lock.bids.xlsx#"


def build(folder: Path) -> list[Path]:
    (folder / ".~lock.bids.xlsx#").write_bytes(b"\x05Fukui" + bytes(159))
    return [folder / ".~lock.bids.xlsx#"]
