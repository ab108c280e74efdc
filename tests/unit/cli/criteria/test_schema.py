from procscore.cli.main import main
from procscore.model import schema


def test_the_schema_is_printed(capsys):
    assert main(["criteria", "schema"]) == 0
    assert capsys.readouterr().out == schema.text()


def test_it_is_written_as_json_only(tmp_path, capsys):
    assert main(["criteria", "schema", "--out", str(tmp_path / "schema.yaml")]) == 2
    assert "a schema is named .json" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
