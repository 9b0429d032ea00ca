"""The hint who else has a document open; nothing of it ever keeps anybody from working."""

import os
import socket
import subprocess
import sys

import pytest

from planner.store.courtesy import CourtesyLock, Holder


def lock_of(saved):
    return saved.with_name(f".~lock.{saved.name}#")


def foreign(saved, text: str | bytes):
    lock_of(saved).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_it_is_there_while_a_document_is_open_and_gone_afterwards(saved):
    lock = CourtesyLock(saved)
    assert lock.take() is None
    text = lock_of(saved).read_text()
    assert text.startswith(",")
    assert f",{socket.gethostname()}," in text
    assert text.endswith(f",{os.getpid()};")
    lock.release()
    assert list(saved.parent.iterdir()) == [saved]


def test_once_released_it_is_not_taken_any_more(saved):
    lock = CourtesyLock(saved)
    lock.release()
    assert lock.take() is None
    assert list(saved.parent.iterdir()) == [saved]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            ",ada,far-away,24.11.2026 09:15,77;",
            "Churn.teamplan seems to be open elsewhere: ada opened it on far-away, 24.11.2026 09:15.",
        ),
        (
            "Ada King,ada,far-away,24.11.2026 09:15,file:///home/ada;",
            "Churn.teamplan seems to be open elsewhere: Ada King opened it on far-away, 24.11.2026 09:15.",
        ),
        (
            ",King\\, Ada\\;,far-away,24.11.2026 09:15,1;",
            "Churn.teamplan seems to be open elsewhere: King, Ada; opened it on far-away, 24.11.2026 09:15.",
        ),
        (",ada;", "Churn.teamplan seems to be open elsewhere, by ada."),
        ("", "Churn.teamplan seems to be open elsewhere."),
        (b"\xff\xfe" * 3000, "Churn.teamplan seems to be open elsewhere."),
        (
            ",a\nb,h\x1b,now,1;",
            "Churn.teamplan seems to be open elsewhere: a\ufffdb opened it on h\ufffd, now.",
        ),
    ],
)
def test_whoever_else_has_it_open_is_named_and_left_alone(saved, text, sentence):
    foreign(saved, text)
    before = lock_of(saved).read_bytes()
    lock = CourtesyLock(saved)
    assert str(lock.take()) == sentence
    lock.release()
    assert lock_of(saved).read_bytes() == before


def test_what_a_dead_process_left_here_is_replaced(saved):
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    foreign(saved, f",ada,{socket.gethostname()},24.11.2026 09:15,{child.pid};")
    lock = CourtesyLock(saved)
    assert lock.take() is None
    assert f",{os.getpid()};" in lock_of(saved).read_text()
    lock.release()


def test_a_process_that_runs_here_is_named(saved):
    foreign(saved, f",ada,{socket.gethostname()},24.11.2026 09:15,{os.getppid()};")
    assert "ada opened it on" in str(CourtesyLock(saved).take())


def test_our_own_from_before_is_taken_over(saved):
    first, second = CourtesyLock(saved), CourtesyLock(saved)
    assert (first.take(), second.take()) == (None, None)
    second.release()
    assert not lock_of(saved).exists()


def test_what_somebody_put_in_its_place_stays(saved):
    lock = CourtesyLock(saved)
    lock.take()
    foreign(saved, ",ada,far-away,now,1;")
    lock.release()
    assert lock_of(saved).exists()


@pytest.mark.parametrize("name", ["gone/Plan.teamplan", "n" * 255])
def test_where_no_file_can_be_put_there_is_none(tmp_path, name):
    lock = CourtesyLock(tmp_path / name)
    assert lock.take() is None
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_a_link_that_lies_in_its_place_is_not_followed(saved, tmp_path):
    target = tmp_path / "precious"
    lock_of(saved).symlink_to(target)
    CourtesyLock(saved).take()
    assert not target.exists()


def test_through_a_link_it_lies_beside_the_document_itself(saved, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(saved)
    lock = CourtesyLock(link)
    lock.take()
    assert lock_of(saved).exists()
    lock.release()


def test_a_holder_tells_whether_it_is_this_process():
    assert Holder.here().is_us
    assert not Holder.here().is_gone
