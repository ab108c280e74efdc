import pytest

from procscore import language
from procscore.model.criteria import Criterion
from procscore.model.topics import PRICE_TOPICS, TOPICS, UNNAMED_PRICE, topic_name
from procscore.names import key
from support import values
from support.tree import ROOT


def topic(written):
    return Criterion.model_validate({"id": "a", "name": "A", "points": "1", "topic": written}).topic


@pytest.mark.parametrize("id_", TOPICS)
def test_a_topic_is_written_by_its_id_or_by_either_name(id_):
    japanese, english_name = TOPICS[id_]
    assert {topic(id_), topic(japanese), topic(english_name.upper())} == {id_}


def test_no_spelling_means_two_topics():
    spellings = [key(each) for id_, names in TOPICS.items() for each in {id_, *names}]
    doubled = {each for each in spellings if spellings.count(each) > 1}
    # an id may be its own English name, and nothing else
    assert all(sum(each in map(key, (i, *n)) for i, n in TOPICS.items()) == 1 for each in doubled)


def test_names_follow_the_language():
    assert topic_name("migration") == "Migration"
    language.use("ja")
    assert topic_name("migration") == "データ移行"


def test_what_is_scored_by_price_is_about_the_total_price_unless_it_says_otherwise():
    sheet = values.sheet("""
        criteria:
          - {id: a, points: 10}
          - id: money
            criteria:
              - {id: p, points: 5, score: {method: price, amount: total, formula: lowest-ratio}}
              - {id: q, points: 5, topic: initial-cost, score: {method: price, amount: total, formula: lowest-ratio}}
    """)
    assert [leaf.topic for leaf in sheet.leaves] == [None, UNNAMED_PRICE, "initial-cost"]
    assert {UNNAMED_PRICE, "initial-cost"} < PRICE_TOPICS < set(TOPICS)


def test_parts_inherit_the_topic_of_their_group_and_may_have_their_own():
    sheet = values.sheet("""
        criteria:
          - id: g
            topic: functions
            criteria:
              - {id: a, points: 10}
              - {id: b, points: 10, topic: 研修・マニュアル}
    """)
    assert [leaf.topic for leaf in sheet.leaves] == ["functions", "training"]


@pytest.mark.parametrize("page", ["library.md", "library.ja.md"])
@pytest.mark.parametrize("id_", TOPICS)
def test_every_topic_is_documented_with_both_names(id_, page):
    japanese, english_name = TOPICS[id_]
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert f"| `{id_}` | {japanese} | {english_name} |" in text
