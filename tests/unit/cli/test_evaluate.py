from procscore.cli.main import main
from support import books


def test_files_are_written_in_the_formats_of_their_suffixes(tmp_path, capsys):
    workbook = books.hand_in(tmp_path, books.valid())
    outputs = [tmp_path / "r.json", tmp_path / "r.CSV"]
    arguments = [part for path in outputs for part in ("--out", str(path))]
    assert main(["evaluate", str(workbook), *arguments]) == 0
    assert outputs[0].read_bytes().startswith(b"{")
    assert outputs[1].read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_unknown_suffix_is_refused_before_anything_is_read(tmp_path, capsys):
    assert main(["evaluate", str(tmp_path / "none.xlsx"), "--out", "a.pdf"]) == 2
    assert ".json" in capsys.readouterr().err


def test_detail_is_shown_on_demand(tmp_path, capsys):
    workbook = str(books.hand_in(tmp_path, books.valid()))
    main(["evaluate", workbook])
    short = capsys.readouterr().out
    main(["evaluate", workbook, "--detail"])
    assert capsys.readouterr().out.startswith(short)
