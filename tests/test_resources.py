import pytest

from planner import resources


def test_a_resource_is_read_as_text_or_as_bytes():
    assert "Open Font License" in resources.read_text("fonts/OFL.txt").replace(
        "OPEN FONT LICENSE", "Open Font License"
    )
    assert resources.read_bytes("fonts/OFL.txt").decode() == resources.read_text("fonts/OFL.txt")


def test_the_names_of_a_folder_are_in_order_and_can_be_read():
    listed = resources.names("fonts")
    assert listed == sorted(listed)
    assert "fonts/OFL.txt" in listed
    assert all(resources.read_bytes(name) for name in listed)


def test_a_name_that_does_not_exist_is_an_error():
    with pytest.raises(FileNotFoundError):
        resources.read_text("guidance/nowhere.toml")
