"""The record in a ranking is whole after LibreOffice has saved the workbook."""

from procscore.export import json_result
from procscore.export.ranking_book import export, hidden_record
from procscore.model.anonymous import anonymous
from procscore.pipeline import results
from support import books, cases, moderated


def test_a_ranking_that_libreoffice_saved_is_computed_again(tmp_path, monkeypatch):
    monkeypatch.setattr(hidden_record, "LONGEST", 5000)  # so that there are many pieces
    made = [cases.result("example"), cases.result("tama-yoikuen-rank-average")]
    made += [anonymous(made[0], name_winner=True), moderated.evaluated(tmp_path)]
    paths = []
    for number, result in enumerate(made):
        paths.append(tmp_path / f"ranking-{number}.xlsx")
        paths[-1].write_bytes(export(result))
    for path, result in zip(books.all_saved_by_libreoffice(paths), made, strict=True):
        outcome = results.result_of([path])
        assert outcome.result is not None, outcome.diagnostics
        found, given = (
            json_result.export(each).partition(b'"diagnostics"')[0]
            for each in (outcome.result, result)
        )
        assert found == given
