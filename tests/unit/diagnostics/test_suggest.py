from procscore.diagnostics import suggest


def test_a_near_name_is_asked_for():
    assert str(suggest("lowst", ["lowest", "highest"])) == "Did you mean “lowest”?"


def test_where_nothing_is_near_it_says_what_there_is():
    assert str(suggest("x", ["lowest", "highest"])) == "There are: lowest, highest."


def test_where_there_is_nothing_it_says_so():
    assert str(suggest("x", [])) == "There are none."


def test_a_long_list_is_cut_with_an_ellipsis():
    names = [f"criterion_{number}" for number in range(1000)]
    told = str(suggest("価格", names))
    assert told.startswith("There are: criterion_0, criterion_1,")
    assert told.endswith(", ….")
    assert len(told) < 1000
