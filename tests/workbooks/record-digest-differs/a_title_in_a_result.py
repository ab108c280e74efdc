from pathlib import Path

from procscore import pipeline
from procscore.pipeline import results
from support import books

WHERE = "result.json"


def run(folder: Path) -> pipeline.Outcome:
    outcome = books.evaluate(folder, books.valid())
    path = folder / "result.json"
    pipeline.export(outcome.result, [path])
    text = path.read_text(encoding="utf-8")
    assert "小さな審査基準書" in text
    path.write_text(text.replace("小さな審査基準書", "審査基準書"), encoding="utf-8")
    return results.result_of([path])
