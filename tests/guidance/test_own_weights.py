"""Own weights in a file: what is taken, every fault with its place, and the template that is written."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import OwnWeights
from planner.errors import PlannerError
from planner.guidance import CATALOGUE, Pack
from planner.guidance.own_weights import WeightsFaults, as_toml, read_weights

RULES = [rule.id for rule in CATALOGUE]
ACME = """
name = "Acme"

[weights]
"roles/coverage" = 10
"core/budget" = 0.5
"squad/focus" = 0
"""


def faults(text: str | bytes) -> list[str]:
    with pytest.raises(WeightsFaults) as raised:
        read_weights(text, "acme.toml")
    assert isinstance(raised.value, PlannerError)
    assert raised.value.detail.splitlines() == [str(line) for line in raised.value.lines]
    return [str(line) for line in raised.value.lines]


def test_a_name_and_some_weights_are_taken_in_the_order_of_the_rules_ids() -> None:
    own = read_weights(ACME, "acme.toml")
    assert own == OwnWeights(
        name="Acme", weights=(("core/budget", 0.5), ("roles/coverage", 10.0), ("squad/focus", 0.0))
    )


def test_bytes_with_a_mark_at_their_start_and_windows_lines_are_taken() -> None:
    assert read_weights(b"\xef\xbb\xbf" + ACME.replace("\n", "\r\n").encode(), "x").name == "Acme"


@pytest.mark.parametrize(
    ("weight", "said"),
    [
        ("-1", "not -1"),
        ("101", "not 101"),
        ("nan", "not NaN"),
        ("inf", "not Infinity"),
        ("true", "not true"),
        ('"5"', 'not "5"'),
        ("[5]", "not a list"),
        ("{a = 1}", "not a table"),
        ("2026-01-01", "not a date or time"),
        ("1" + "0" * 400, "not a number of many digits"),
    ],
)
def test_a_weight_is_a_number_from_0_to_100(weight: str, said: str) -> None:
    (fault,) = faults(f'name = "A"\n[weights]\n"core/budget" = {weight}')
    assert fault == f'acme.toml: weights."core/budget" must be a number from 0 to 100, {said}.'


def test_an_unknown_rule_is_named_with_the_nearest_there_is() -> None:
    (fault,) = faults('name = "A"\n[weights]\n"role/covrage" = 1')
    assert fault == 'acme.toml: weights."role/covrage" is no rule: the nearest one is roles/coverage.'
    (fault,) = faults('name = "A"\n[weights]\n"???" = 1')
    assert "planner rules lists those there are" in fault


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "name must be a text that is not empty, and is missing."),
        ('name = " "', 'name must be a text that is not empty, not " ".'),
        ("name = 7", "name must be a text that is not empty, not 7."),
        ('name = "two\\nlines"', "name must be on one line"),
        (f'name = "{"x" * 61}"', "name must have at most 60 characters, not 61."),
    ],
)
def test_a_name_is_a_text_that_a_heading_can_show(name: str, said: str) -> None:
    (fault,) = faults(f"{name}\n[weights]\n")
    assert said in fault


def test_all_faults_are_told_at_once() -> None:
    text = 'nmae = "A"\n[weights]\n"core/budget" = -1\n"core/buget" = 2\n"squad/focus" = 3\n'
    told = faults(text)
    assert len(told) == 4
    with pytest.raises(WeightsFaults, match=r"^acme.toml has 4 faults, the first: nmae must be left out"):
        read_weights(text, "acme.toml")


def test_a_table_of_weights_is_needed_and_may_not_silence_every_rule() -> None:
    assert "weights must be a table" in faults('name = "A"')[0]
    assert "weights must be a table" in faults('name = "A"\nweights = 5')[0]
    nothing = "\n".join(f'"{rule}" = 0' for rule in RULES)
    assert faults(f'name = "A"\n[weights]\n{nothing}') == [
        "acme.toml: weights must leave at least one rule above 0."
    ]


def test_what_is_no_toml_is_refused_with_its_line() -> None:
    (fault,) = faults('name = "A"\n[weights]\nx = = 1\n')
    assert fault.startswith("acme.toml: line 3, column 5 is not TOML: ")
    (fault,) = faults('name = "A"\n[weights]\nroles/coverage = 1\n')
    assert fault == 'acme.toml: line 3 needs the rule in quotation marks, as "roles/coverage" = 5.'
    (fault,) = faults('name = "A')
    assert "not TOML" in fault
    (fault,) = faults(b'name = "A"\n# \xff\n')
    assert fault == "acme.toml: line 2 is not UTF-8 text: save the file as UTF-8."
    assert "not TOML" in faults('"core/budget" = 1\n"core/budget" = 2')[0]


def test_nothing_in_a_file_is_a_bug_of_ours() -> None:
    for text in ("x = " + "[" * 5000, "x = " + "1" * 5000, "\x00", "", "x = 1e400", "name = [1"):
        assert faults(text)


@given(text=st.text(max_size=200))
def test_any_text_is_taken_or_refused(text: str) -> None:
    with suppress(WeightsFaults):
        read_weights(text, "any")


def test_the_template_has_every_rule_with_its_name_and_is_taken_back(pack: Pack) -> None:
    text = as_toml(pack)
    own = read_weights(text, "template.toml")
    assert own.name == "Own weights"
    assert dict(own.weights) == dict(pack.weights)
    for rule in CATALOGUE:
        assert f'# {rule.name}\n"{rule.id}" = ' in text


@given(
    name=st.text(min_size=1, max_size=200),
    weights=st.dictionaries(
        st.sampled_from(RULES), st.floats(0, 100, allow_nan=False, exclude_min=True), max_size=9
    ),
)
def test_own_weights_are_written_and_taken_back(pack: Pack, name: str, weights: dict[str, float]) -> None:
    own = OwnWeights(name=name, weights=tuple(sorted(weights.items())))
    back = read_weights(as_toml(pack, own), "x")
    assert dict(back.weights) == {**pack.weights, **weights}
    if name.isprintable() and name == " ".join(name.split()) and len(name) <= 60:
        assert back.name == name
