from procscore.checks.finding import Finding, finding, unknown


def test_a_fault_stands_at_a_path_with_its_details():
    assert finding("code", "criteria", 0, "points", points="5") == Finding(
        "code", ("criteria", 0, "points"), {"points": "5"}, at_key=False
    )


def test_an_unknown_name_comes_with_what_was_probably_meant():
    found = unknown("code", ("a", 1), "techncal", {"technical": 1, "price": 2})
    assert (found.code, found.path, found.details["name"]) == ("code", ("a", 1), "techncal")
    assert str(found.details["suggestion"]) == "Did you mean “technical”?"


def test_an_unknown_name_that_is_near_nothing_comes_with_what_there_is():
    found = unknown("code", (), "zzz", {"technical": 1, "price": 2})
    assert str(found.details["suggestion"]) == "There are: technical, price."
