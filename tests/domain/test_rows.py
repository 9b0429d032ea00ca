import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import Mute, Person, Rows

keys = st.sampled_from("abcdef")
steps = st.lists(
    st.tuples(st.sampled_from(["put", "put at", "without"]), keys, st.integers(0, 6), st.sampled_from("xy"))
)


def rows_of(*keys: str) -> Rows[Mute]:
    return Rows([Mute(rule=key) for key in keys])


@given(steps)
def test_rows_behave_like_a_list_of_keys_beside_a_dictionary(steps):
    rows, order, by_key = rows_of(), [], {}
    rows.where("reason", "x")
    for what, key, place, reason in steps:
        at = min(place, len(order))
        row = Mute(rule=key, reason=reason)
        if what == "without":
            if key not in by_key:
                continue
            rows = rows.without(key)
            order.remove(key)
            del by_key[key]
            continue
        if what == "put at":
            rows = rows.put(row, at)
            if key in by_key:
                order.remove(key)
            order.insert(at, key)
        else:
            rows = rows.put(row)
            if key not in by_key:
                order.append(key)
        by_key[key] = row
        assert rows[key] is row
        assert rows.index(key) == order.index(key)
        for each in "xy":
            found = rows.where("reason", each)
            assert {one.key for one in found} == {one.key for one in by_key.values() if one.reason == each}
    assert list(rows) == [by_key[key] for key in order]
    assert rows.order == tuple(order)
    assert len(rows) == len(order)
    assert rows == Rows([by_key[key] for key in order])


def test_a_change_leaves_the_rows_it_started_from_alone():
    before = rows_of("a", "b")
    before.put(Mute(rule="a", reason="changed"))
    before.without("b")
    assert before == rows_of("a", "b")


def test_equal_rows_in_another_order_are_not_equal():
    assert rows_of("a", "b") != rows_of("b", "a")
    assert rows_of("a") != ["a"]
    assert hash(rows_of("a", "b")) == hash(rows_of("a", "b"))


def test_a_key_that_is_not_there():
    assert rows_of("a").get("z") is None
    assert rows_of("a").get(None) is None
    assert "z" not in rows_of("a")
    with pytest.raises(KeyError):
        rows_of("a")["z"]


def test_a_key_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="'b' stands twice"):
        rows_of("a", "b", "b")


def test_many_changes_one_after_the_other_leave_earlier_rows_as_they_were():
    rows = first = Rows([Person(id=f"p{place}", name=f"Person {place}") for place in range(100)])
    assert first.where("name", "Person 7") == [first["p7"]]
    for place in range(100):
        rows = rows.put(Person(id=f"p{place}", name="Ada"))
        assert rows[f"p{place}"].name == "Ada"
        assert len(rows.where("name", "Ada")) == place + 1
    assert [row.name for row in rows] == ["Ada"] * 100
    assert rows == Rows([Person(id=f"p{place}", name="Ada") for place in range(100)])
    assert rows.pick(["p3", "p99"]) == [rows["p3"], rows["p99"]]
    assert first["p7"].name == "Person 7"
    assert first.where("name", "Ada") == []
    assert rows.where("name", "Person 7") == []
