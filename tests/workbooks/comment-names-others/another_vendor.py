"""The notice for B社 shows no comment that compares it with A社."""

from pathlib import Path

from procscore.pipeline import Outcome
from support import notices

WHERE = "[採点_委員1] E2"


def run(folder: Path) -> Outcome:
    return notices.outcome(folder, notices.commented("B社", "A社の計画に比べて具体性に欠ける。"))
