import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.layered import Layered

keys = st.integers(0, 120)
steps = st.lists(st.tuples(st.dictionaries(keys, st.integers()), st.frozensets(keys, max_size=4)))


@given(st.dictionaries(keys, st.integers()), steps)
def test_layers_behave_like_a_dictionary_that_is_copied(first, steps):
    layered, plain = Layered(first), dict(first)
    versions = [(layered, dict(plain))]
    for changed, gone in steps:
        layered = layered.with_changes(changed, gone)
        plain = {key: value for key, value in {**plain, **changed}.items() if key not in gone}
        versions.append((layered, plain))
        for key in range(121):
            assert layered.get(key, "none") == plain.get(key, "none")
            assert (key in layered) == (key in plain)
    for version, expected in reversed(versions):
        assert version == expected
        assert set(version) == set(version.keys()) == set(expected)
        assert len(version) == len(expected)
        assert sorted(version.values()) == sorted(expected.values())
        assert dict(version.items()) == expected
        assert all(version[key] == value for key, value in expected.items())


def test_what_is_gone_is_not_found():
    layered = Layered({"a": 1, "b": 2}).with_changes({"c": 3}, ["a", "nothing"])
    with pytest.raises(KeyError):
        layered["a"]
    assert layered.get("a") is None
    assert layered["c"] == 3


def test_what_came_back_is_there():
    layered = Layered({"a": 1}).with_changes({}, ["a"]).with_changes({"a": 2})
    assert dict(layered) == {"a": 2}
