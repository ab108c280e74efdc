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


def test_a_result_alone_is_no_input_and_nothing_is_verified(tmp_path, capsys):
    book = books.hand_in(tmp_path, books.valid())
    rankings = [tmp_path / f"r.{each}" for each in ("json", "xlsx", "csv")]
    pipeline.export(procscore.evaluate(book), rankings)
    result, sheets, _ = map(str, rankings)
    for given in ([result], [sheets], [str(book), sheets], [str(book), result, result]):
        for ranking in map(str, rankings):
            assert main(["verify", ranking, *given]) == 1
            told = capsys.readouterr()
            assert told.out == ""
            assert "result-not-an-input" in told.err


def test_a_reader_that_has_enough_does_not_turn_the_answer(tmp_path, monkeypatch):
    book = books.hand_in(tmp_path, books.valid())
    ranking = tmp_path / "ranking.csv"
    pipeline.export(procscore.evaluate(book), [ranking])
    ranking.write_text(ranking.read_text("utf-8-sig").replace("84.75", "94.75"), encoding="utf-8")

    def closed(*_args, **_kwargs):
        raise SystemExit(1)

    monkeypatch.setattr("rich.console.Console.print", closed)
    assert main(["verify", str(ranking), str(book), "-q"]) == 1


def test_what_was_evaluated_is_asked_for_with_the_workbooks(tmp_path, capsys):
    book = books.hand_in(tmp_path, books.valid())
    ranking = tmp_path / "out" / "ranking.json"
    ranking.parent.mkdir()
    pipeline.export(procscore.evaluate(book), [ranking])
    for asked in (["--criteria", "x"], ["--technical-only"], ["--withdraw", "A社"]):
        assert main(["verify", str(ranking), *asked]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert "name the workbooks after the ranking" in told.err
    assert main(["verify", str(ranking), str(book), "--withdraw", "A社", "-q"]) == 1
    assert main(["verify", str(ranking), str(book), "--withdraw", "A社", "--technical-only"]) == 2
    assert "--withdraw needs a ranking of the whole procedure" in capsys.readouterr().err
