from procscore.cli.main import main
from procscore.export import result_schema
from procscore.model import schema


def test_the_schema_is_printed(capsys):
    assert main(["criteria", "schema"]) == 0
    assert capsys.readouterr().out == schema.text()


def test_it_is_written_as_json_only(tmp_path, capsys):
    assert main(["criteria", "schema", "--out", str(tmp_path / "schema.yaml")]) == 2
    assert "a schema is named .json" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_that_of_a_result_is_printed_or_written_where_it_is_asked_for(tmp_path, capsys):
    assert main(["criteria", "schema", "--result"]) == 0
    assert capsys.readouterr().out == result_schema.text()
    path = tmp_path / "result.schema.json"
    assert main(["criteria", "schema", "--result", "--out", str(path)]) == 0
    assert path.read_text(encoding="utf-8") == result_schema.text()
