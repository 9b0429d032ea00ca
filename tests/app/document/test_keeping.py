"""A document whose steps a session keeps: undo without end, and a mark that follows the file."""

from functools import partial

import pytest

from planner import resources, store
from planner.app.document import Document
from planner.domain import outline
from planner.domain.edits import edit_project
from planner.guidance import Pack, load_pack
from planner.messages import message
from planner.store.recovery import Recovery


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(resources.read_text)


@pytest.fixture
def document(qapp, pack, tmp_path):
    project = outline.parse("plan Churn")
    fingerprint = store.save(project, tmp_path / "churn.teamplan").fingerprint
    made = Document(project, pack=pack, path=tmp_path / "churn.teamplan", fingerprint=fingerprint)
    recovery = Recovery(tmp_path / "recovery", version="0")
    made.keep_in(recovery.begin(project, made.path, fingerprint))
    yield made
    made.session.close()


def rename(document: Document, name: str) -> None:
    document.apply(partial(edit_project, name=name))


def test_undo_is_unlimited_though_few_steps_are_in_memory(document):
    for number in range(620):
        rename(document, f"Churn {number}")
    document.session.flush()
    rename(document, "Last")
    assert document.session.history.in_memory <= 501
    assert len(document.history) == 621
    document.go_to(0)
    assert document.project.name == "Churn"
    assert not document.is_edited
    document.go_to(1)
    assert document.project.name == "Churn 0"
    document.go_to(9_999)
    assert document.project.name == "Last"
    assert document.is_kept_safe


def test_the_mark_follows_the_place_of_the_image_not_of_the_answer(document, tmp_path):
    rename(document, "One")
    making = document.image("churn.teamplan")
    rename(document, "Two")
    image = making.result()
    published = store.publish(image.data, document.path, opened=document.fingerprint)
    document.mark_saved(document.path, published.fingerprint, image)
    assert document.is_edited
    document.undo()
    assert not document.is_edited
    assert store.read(document.path) == document.project


def test_a_file_that_is_out_of_step_is_an_edit_until_it_is_saved(document):
    document.mark_out_of_step(is_out_of_step=True)
    assert document.is_edited
    document.mark_saved(document.path, document.fingerprint)
    assert not document.is_edited


def test_trouble_is_told_until_it_is_over(document, qtbot):
    with qtbot.waitSignal(document.state_changed):
        document.hear(message("Edits are no longer kept safe on this computer."))
    assert not document.is_kept_safe
    document.hear(None)
    assert document.is_kept_safe


def test_an_image_of_a_session_in_whose_place_another_came_leaves_the_mark(document, tmp_path):
    rename(document, "One")
    image = document.image("churn.teamplan").result()
    published = store.publish(image.data, document.path, opened=document.fingerprint)
    rename(document, "Two")
    recovery = Recovery(tmp_path / "recovery", version="0")
    document.keep_in(recovery.begin(document.project, document.path, document.fingerprint))
    rename(document, "Three")
    document.mark_saved(document.path, published.fingerprint, image)
    assert store.read(document.path) != document.project
    assert document.is_edited
