import pytest

from procscore.cli.boundary import WrongCallError
from procscore.cli.criteria.known import check_known


@pytest.mark.parametrize("reference", ["fukui-sakai", "own.yaml", "a/own.YML"])
def test_a_sheet_may_be_named_by_id_or_file(reference):
    check_known(reference)


def test_an_id_that_there_is_not_is_answered_with_the_nearest():
    with pytest.raises(WrongCallError, match="suggestion") as caught:
        check_known("fukui-saki")
    assert "fukui-saki" in str(caught.value.reason)
    assert "Did you mean “fukui-sakai”?" in str(caught.value.reason)
