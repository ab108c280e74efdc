import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from procscore.ingest.starting import nodes


def again(text):
    """Return the parts of a YAML text as they are written out again."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return "".join(nodes.written(key.value, value) for key, value in root.value)


def read(text):
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - scalars as text


AS_IT_WAS = """\
id: small
date: "2010"
title: '2010: 小さな審査基準書'
points: 012
source:
  citation: >-
    自治体クラウド 報告書

    第2章
  note: |
    一
    二
scales:
  five: {A: 100%, B: 75%, "C": 50%}
criteria:
  - id: technical
    criteria:
      - {id: plan, name: 計画 1, score: {method: marks, allowed: [5, 4]}}
      - id: 価格点
        formula: "min(points, 2 * deployments)"
ties: [{higher: technical}, lot]
empty: []
"""


def test_what_is_in_good_order_stays_as_it_is():
    assert again(AS_IT_WAS) == AS_IT_WAS


def test_comments_are_left_out_and_lines_are_put_in_order():
    text = """\
# head
criteria:   # what is judged
- id:   plan    # first
  name: 計画

  # between
-   {id: staff,   name: 体制,
     points: 20}
"""
    assert again(text) == (
        "criteria:\n  - id: plan\n    name: 計画\n  - {id: staff, name: 体制, points: 20}\n"
    )


def test_braces_that_would_be_longer_than_a_line_are_opened():
    inner = "{id: a, name: " + "長" * 80 + ", round: {places: 2, mode: half-up}}"
    assert again(f"criteria:\n  - {inner}\n") == (
        "criteria:\n  - id: a\n    name: " + "長" * 80 + "\n    round: {places: 2, mode: half-up}\n"
    )


@pytest.mark.parametrize("spare", [0, 1])
def test_a_line_may_be_as_long_as_the_width_and_no_longer(spare):
    room = nodes.WIDTH + spare - len("  - {id: }")
    text = again("criteria: [x, {id: " + "a" * room + ", " + "b: c}, " + "d" * 40 + "]")
    fitting = again("criteria:\n  - {id: " + "a" * room + "}\n")
    assert ("{" in fitting) == (spare == 0)
    assert max(map(len, fitting.splitlines())) <= nodes.WIDTH
    assert text.startswith("criteria:\n  - x\n")


def test_a_formula_is_never_torn_apart():
    formula = "max(0, " + " + ".join(["points * lowest / price"] * 8) + ")"
    text = again(f'score: {{method: price, formula: "{formula}"}}')
    assert f'  formula: "{formula}"\n' in text


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_a_text_in_one_line_stays_in_one_line(quote):
    line = f"note: {quote}{'it is so ' * 30}so{quote}\n"
    assert again(line) == line


def test_braces_around_a_text_of_several_lines_are_opened():
    assert again("a: {x: 'eins\n\n  zwei', y: z}") == "a:\n  x: 'eins\n\n    zwei'\n  y: z\n"


def test_an_alias_is_what_it_stands_for():
    text = again("a: {x: &r {places: 2}, y: *r}\nb: *r\n")
    assert text == "a: {x: {places: 2}, y: {places: 2}}\nb: {places: 2}\n"


def test_a_tag_is_no_part_of_the_text():
    assert again("a: !!str 5\nb: !x y\nc: !!str '5'\n") == "a: '5'\nb: y\nc: '5'\n"


def test_a_text_of_our_own_is_read_as_it_is():
    for text in ("2010", "a: b", "# c", "", "true", "「案件」", "(date)", "- x", "100%"):
        written = nodes.written("key", nodes.mapping({"text": nodes.scalar(text)}))
        assert yaml.safe_load(written) == {"key": {"text": text}}


SCALARS = st.one_of(
    st.text("ab1０価:#-'\"{}[],&*!|>%@ \n。", max_size=12),
    st.sampled_from(["012", "1:30", "no", "2010-04-01", "75%", "1e3", "~", "長い文 " * 40]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from("abcd"), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(
    st.dictionaries(st.sampled_from(["points", "価格点", "x"]), VALUES, min_size=1, max_size=3),
    st.sampled_from([True, False, None]),
    st.sampled_from([None, '"', "'", "|", ">"]),
    st.sampled_from([40, 1000]),
)
def test_whatever_was_written_is_read_the_same(values, flow, style, width):
    text = yaml.safe_dump(
        values, default_flow_style=flow, default_style=style, allow_unicode=True, width=width
    )
    assert read(again(text)) == read(text)
