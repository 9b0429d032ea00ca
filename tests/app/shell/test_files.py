"""Files of a window: opened, saved, closed and exported without ever losing what is not saved."""

from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from planner import resources, store
from planner.app.files.asking import Answer
from planner.app.files.recent import RecentFile, when_in_words
from planner.app.settings import EXPORT_SKILLS
from planner.domain.edits import assign


@pytest.fixture
def settle(program, qapp):
    """Let work that was started end, and its answer arrive, and what that starts."""

    def done() -> None:
        for _ in range(6):
            program.work.wait()
            qapp.processEvents()

    return done


@pytest.fixture
def saved(window, tmp_path, settle):
    """The path that the window's plan was saved to."""
    path = tmp_path / "halden.teamplan"
    window.files.save_at(path)
    settle()
    return path


def edit(window) -> None:
    window.document.apply(partial(assign, scenario="Today", seat="Fraud Shield/DE", person="Mateo Silva"))


def test_saving_asks_for_a_place_once_and_opening_brings_the_same_plan_back(
    window, tmp_path, settle, program
):
    window.files.asking.path = tmp_path / "halden.teamplan"
    window.actions_table["file.save"].trigger()
    settle()
    assert window.files.asking.asked == ["save Halden Mutual.teamplan"]
    assert not window.document.is_edited
    edit(window)
    window.actions_table["file.save"].trigger()
    settle()
    assert len(window.files.asking.asked) == 1
    assert store.read(tmp_path / "halden.teamplan") == window.document.project


def test_save_as_switches_to_the_new_file(window, saved, tmp_path, settle):
    window.files.asking.path = tmp_path / "second.teamplan"
    window.actions_table["file.save-as"].trigger()
    settle()
    assert window.document.path == tmp_path / "second.teamplan"
    assert saved.exists()


def test_an_edit_made_while_saving_stays_unsaved(window, tmp_path, settle):
    window.files.save_at(tmp_path / "halden.teamplan")
    edit(window)
    settle()
    assert window.document.is_edited
    assert window.file_corner.text == "halden.teamplan Edited"


def test_a_place_that_cannot_be_written_is_told_with_a_way_out(window, tmp_path, settle):
    window.files.save_at(tmp_path / "nowhere" / "halden.teamplan")
    settle()
    assert "halden.teamplan" in window.notices.text
    assert window.document.is_edited


def test_a_file_changed_by_somebody_else_is_not_overwritten(window, saved, settle, program):
    other = window.document.project
    edit(window)
    store.save(other, saved)
    window.actions_table["file.save"].trigger()
    settle()
    assert window.notices.text
    assert store.read(saved) == other
    window.files.safe.saving.save_keeping_theirs()  # what "Keep both" does
    settle()
    assert store.read(saved) == window.document.project
    (theirs,) = (path for path in saved.parent.glob("*.teamplan") if path != saved)
    assert store.read(theirs) == other


def test_closing_asks_about_changes_and_cancel_keeps_the_window(window):
    window.files.asking.answer = Answer.CANCEL
    assert not window.close()
    assert window.files.asking.asked == ["changes to Halden Mutual"]
    window.files.asking.answer = Answer.DISCARD
    assert window.close()


def test_closing_can_save_first(window, saved, program):
    edit(window)
    project = window.document.project
    window.files.asking.answer = Answer.SAVE
    assert window.close()
    assert store.read(saved) == project


def test_a_save_that_fails_keeps_the_window_open(window, tmp_path, program):
    window.document.mark_saved(tmp_path / "gone" / "halden.teamplan")
    edit(window)
    window.files.asking.answer = Answer.SAVE
    assert not window.close()
    assert window.document.is_edited


def test_a_saved_plan_closes_without_a_question(window, saved):
    assert window.close()
    assert not [asked for asked in window.files.asking.asked if asked.startswith("changes")]


def test_opening_on_the_start_screen_stays_in_the_window(start_window, program, tmp_path, settle):
    path = tmp_path / "sample.plan.json"
    path.write_bytes(resources.read_bytes("samples/small-startup.plan.json"))
    start_window.files.open_path(path)
    settle()
    assert start_window.document.project.name == "Quillo"
    assert start_window.document.path is None
    assert len(program.windows) == 1


def test_opening_beside_a_plan_opens_a_window(window, saved, program, settle, tmp_path):
    second = tmp_path / "second.teamplan"
    second.write_bytes(saved.read_bytes())
    window.files.open_path(second)
    settle()
    assert len(program.windows) == 2
    assert program.windows[1].document.path == second


def test_a_file_that_is_open_already_comes_to_the_front(window, saved, program, settle):
    other = program.new_window()
    other.files.open_path(saved)
    settle()
    assert other.document is None
    assert window.notices.text == "halden.teamplan is already open. Here it is."


@pytest.mark.parametrize("does", ["click", "key"])
def test_that_it_was_open_already_is_told_until_the_next_action(window, saved, program, settle, does):
    program.new_window().files.open_path(saved)
    settle()
    handle = window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Shift)
    settle()
    assert window.notices.text
    if does == "click":
        middle = QPoint(window.width() // 2, window.height() // 2)
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        settle()
        assert window.notices.text
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    else:
        QTest.keyClick(handle, Qt.Key.Key_Down)
    settle()
    assert window.notices.text == ""


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n", b"SQLite format 3\x00" + b"\x00" * 600, b'{"format": 3}']
)
def test_a_file_of_another_kind_is_refused_in_one_sentence(start_window, tmp_path, settle, content):
    path = tmp_path / "thing.teamplan"
    path.write_bytes(content)
    start_window.files.open_path(path)
    settle()
    assert "thing.teamplan" in start_window.notices.text
    assert start_window.document is None
    assert path.read_bytes() == content


# Qt 6.11 knows only the whole-pixel form of the event, which 6.12 deprecates.
@pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent:DeprecationWarning")
def test_a_file_that_is_dropped_on_the_window_is_opened(start_window, tmp_path, settle):
    path = tmp_path / "sample.plan.json"
    path.write_bytes(resources.read_bytes("samples/small-startup.plan.json"))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, dropped, buttons, keys)
    start_window.dragEnterEvent(enter)
    assert enter.isAccepted()
    start_window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dropped, buttons, keys))
    settle()
    assert start_window.document.project.name == "Quillo"


def test_a_missing_file_is_refused(start_window, tmp_path, settle):
    start_window.files.open_path(tmp_path / "nothing.teamplan")
    settle()
    assert "nothing.teamplan" in start_window.notices.text


def test_recent_files_are_listed_with_their_score_the_latest_first(window, saved, program, settle):
    entries = list(program.recent)
    assert [entry.plan for entry in entries] == ["Halden Mutual"]
    assert entries[0].total == window.document.review.score.total
    assert entries[0].scenario == "Today"
    saved.unlink()
    assert list(program.recent) == []


def test_the_menu_lists_recent_files(window, saved):
    menu = window.actions_table.menus["file.recent"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["halden.teamplan"]


def test_foreign_entries_among_the_recent_files_do_no_harm(program, tmp_path):
    from planner.app.settings import RECENT_FILES

    file = tmp_path / "a.teamplan"
    file.write_text("")
    program.settings.set(
        RECENT_FILES, [3, {}, {"path": 4}, {"path": str(file), "total": "x", "opened": "soon"}]
    )
    (entry,) = program.recent
    assert entry == RecentFile(str(file), "a", "", None, None, "soon")
    assert entry.when is None


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-03-10T09:14", "today 09:14"),
        ("2026-03-09T23:59", "yesterday"),
        ("2026-02-01T12:00", "1 February"),
        ("2025-01-01T12:00", "January 2025"),
    ],
)
def test_when_a_file_was_open_is_said_shortly(moment, words):
    from datetime import datetime

    now = datetime.fromisoformat("2026-03-10T18:00")
    assert when_in_words(datetime.fromisoformat(moment), now) == words


def test_the_pdf_is_written_beside_the_window(window, tmp_path, settle):
    window.files.asking.path = tmp_path / "chart.pdf"
    window.actions_table["file.export"].trigger()
    settle()
    assert (tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF-")
    assert window.files.asking.asked == ["export Halden Mutual Today.pdf"]
    assert window.page.status.text == "Exported chart.pdf."


def test_skills_stay_out_of_exports_until_they_are_ticked(window, program):
    action = window.actions_table["file.export-skills"]
    assert not action.isChecked()
    action.trigger()
    assert action.isChecked()
    assert program.settings.get(EXPORT_SKILLS)


def test_a_pdf_that_cannot_be_written_is_told(window, tmp_path, settle):
    window.files.export_to(tmp_path / "nowhere" / "chart.pdf")
    settle()
    assert "chart.pdf" in window.notices.text


def test_quitting_stops_at_the_window_that_stays(window, program):
    other = program.new_window()
    window.files.asking.answer = Answer.CANCEL
    program.quit()
    assert window in program.windows
    window.files.asking.answer = Answer.DISCARD
    program.quit()
    assert program.windows == ()
    assert other not in program.windows


def test_a_window_that_awaits_a_plan_shows_it_and_never_a_start_screen(program, saved, settle):
    fresh = program.new_window(awaits_plan=True)
    another = saved.with_name("copy.teamplan")
    another.write_bytes(saved.read_bytes())
    fresh.files.open_path(another)
    settle()
    assert fresh.document is not None
    assert fresh.page.isVisible()
    assert fresh.centralWidget().count() == 1


def test_a_window_whose_plan_does_not_come_shows_the_start_screen_and_says_why(program, tmp_path, settle):
    fresh = program.new_window(awaits_plan=True)
    fresh.files.open_path(tmp_path / "gone.teamplan")
    settle()
    assert fresh.start.isVisible()
    assert "gone.teamplan" in fresh.notices.text
    fresh.close()
