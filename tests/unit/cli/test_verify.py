"""The arguments of `procscore verify`."""

import procscore
from procscore import pipeline
from procscore.cli.main import main
from support import books


def test_the_exit_code_is_the_answer(tmp_path, capsys):
    book = books.hand_in(tmp_path, books.valid())
    ranking = tmp_path / "ranking.csv"
    pipeline.export(procscore.evaluate(book), [ranking])
    assert main(["verify", str(ranking), str(book), "-q"]) == 0
    assert capsys.readouterr().out.startswith("Reproduced: ")
    ranking.write_text(ranking.read_text("utf-8-sig").replace("84.75", "94.75"), encoding="utf-8")
    assert main(["verify", str(ranking), str(book), "-q"]) == 1
    assert capsys.readouterr().out.startswith("Not reproduced: ")
    assert main(["verify", str(ranking), "--out", "a.pdf"]) == 2
