"""The Versions dialog: what was saved before, looked at and opened as a copy."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QPushButton

from planner.app.versions.dialog import VersionsDialog
from planner.app.versions.opening import show_versions
from planner.app.versions.reading import when
from planner.store.versions import Version


def saved_three_times(computer):
    computer.makes_a_plan()
    for name in ("Second", "Third"):
        computer.renames_to(name)
        computer.saves()
    dialog = show_versions(computer.document.path, computer.window, computer.program)
    computer.settles()
    return dialog


def test_saves_are_listed_and_the_newest_is_shown(computer):
    dialog = saved_three_times(computer)
    assert dialog.list.topLevelItemCount() == 3
    assert dialog.list.topLevelItem(0).text(0).startswith(("Today, ", "Yesterday, "))
    assert dialog.words.text().startswith("3 people, 2 teams, 1 scenario. Today: score ")
    dialog.reject()


def test_an_older_version_opens_as_a_copy_without_a_file(computer):
    dialog = saved_three_times(computer)
    dialog.list.setCurrentItem(dialog.list.topLevelItem(2))
    computer.settles()
    dialog.open_copy.click()
    computer.settles()
    names = [(window.document.project.name, window.document.path) for window in computer.program.windows]
    assert names[1] == ("Churn", None)
    assert names[0][0] == "Third"


def test_a_damaged_version_is_marked_and_not_opened(computer):
    dialog = saved_three_times(computer)
    version = dialog.version
    version.path.chmod(0o600)
    version.path.write_bytes(b"x" * 900)
    dialog.reject()
    dialog = show_versions(computer.document.path, computer.window, computer.program)
    computer.settles()
    assert dialog.list.topLevelItem(0).text(1) == "Damaged"
    assert dialog.words.text() == "This version is damaged. Choose another one."
    assert not dialog.open_copy.isEnabled()
    dialog.reject()


def test_a_plan_without_a_file_has_no_versions(computer):
    assert not computer.window.actions_table["file.versions"].isEnabled()


def damaged_after_a_save(computer, damage):
    path = computer.makes_a_plan()
    computer.window.close()
    path.write_bytes(damage(path.read_bytes()))
    computer.opens_a_window()
    computer.window.files.open_path(path)
    computer.settles()


def test_a_file_that_does_not_open_any_more_leads_to_its_versions(computer):
    damaged_after_a_save(computer, lambda data: data[:-1000])
    assert "its end is missing" in computer.window.notices.text
    computer.clicks("Show versions…")
    (dialog,) = computer.window.findChildren(VersionsDialog)
    dialog.open_copy.click()
    computer.settles()
    assert computer.document.project.name == "Churn"
    assert computer.document.path is None


def test_a_file_that_opens_as_a_copy_leads_to_its_versions(computer):
    damaged_after_a_save(computer, lambda data: data.replace(b"Karin", b"Kavin"))
    assert "was changed outside this program" in computer.window.notices.text
    computer.clicks("Show versions…")
    (dialog,) = computer.window.findChildren(VersionsDialog)
    assert dialog.list.topLevelItemCount() == 1
    dialog.reject()


def test_a_file_that_never_was_a_plan_leads_nowhere(computer):
    path = computer.documents / "letter.teamplan"
    path.write_bytes(b"\x89PNG")
    computer.opens(path)
    assert not computer.window.notices.findChildren(QPushButton)


def test_when_is_told_as_shortly_as_it_stays_clear(tmp_path):
    saved = datetime(2026, 11, 24, 9, 14, 5, tzinfo=UTC)
    version = Version(when=saved, size=1, digest="", is_sound=True, path=tmp_path)
    assert when(version, datetime(2026, 11, 24, 22, 0, tzinfo=UTC)) == "Today, 09:14:05"
    assert when(version, datetime(2026, 11, 25, 0, 30, tzinfo=UTC)) == "Yesterday, 09:14:05"
    assert when(version, datetime(2026, 12, 25, 0, 30, tzinfo=UTC)) == "24 November 2026, 09:14:05"


@pytest.mark.parametrize("text", [100, 200])
def test_days_and_times_are_told_whole_at_any_size_of_text(computer, text):
    computer.program.look.resize_text(text)
    computer.window.resize(1280, 720)
    dialog = VersionsDialog(
        computer.program.look, computer.program.tools.ink, name="churn.teamplan", parent=computer.window
    )
    when = datetime(2025, 9, 22, 12, 58, 58, tzinfo=UTC)
    dialog.show_versions(
        [Version(when=when, size=1_000_000, digest="", is_sound=True, path=computer.documents / "one")]
    )
    dialog.show()
    computer.settles()
    shown = dialog.list
    assert all(shown.columnWidth(at) >= shown.sizeHintForColumn(at) for at in range(shown.columnCount()))
    assert dialog.picture.width() > shown.width() // 2
    dialog.close()
    computer.program.look.resize_text(100)
