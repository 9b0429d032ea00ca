"""Edits, undo, redo, saves, closes and crashes in any order, against a plain model in memory."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.store.recovery.conftest import Desk
from tests.strategies import edits_of, projects

from planner import store
from planner.errors import PlannerError


class Sessions(RuleBasedStateMachine):
    """The model: the states of the plan in a list, where it stands, and which of them was saved."""

    @initialize(project=projects())
    def begin(self, project):
        self.room = Path(tempfile.mkdtemp(prefix="planner-sessions-"))
        self.desk = Desk(self.room / "recovery")
        self.document = self.room / "Plan.teamplan"
        self.session = self.desk.begin(project)
        self.states, self.position, self.saved = [project], 0, None
        self.saved_as = None

    @property
    def project(self):
        return self.states[self.position]

    @rule(data=st.data())
    def edit(self, data):
        try:
            edited = data.draw(edits_of(self.project))(self.project)
        except PlannerError:
            return
        if not edited.difference:
            return
        self.session.record(edited.difference)
        if self.saved is not None and self.saved > self.position:
            self.saved = None
        del self.states[self.position + 1 :]
        self.states.append(edited.project)
        self.position += 1

    @precondition(lambda self: self.position > 0)
    @rule()
    def undo(self):
        difference = self.session.history[self.position - 1].inverse()
        self.position -= 1
        assert difference.applied(self.states[self.position + 1]) == self.project
        self.session.record(difference, "undo")

    @precondition(lambda self: self.position < len(self.states) - 1)
    @rule()
    def redo(self):
        difference = self.session.history[self.position]
        self.position += 1
        assert difference.applied(self.states[self.position - 1]) == self.project
        self.session.record(difference, "redo")

    @rule()
    def save(self):
        image = self.session.image(self.project, "Plan").result()
        published = store.publish(image.data, self.document, opened=self.session.fingerprint)
        self.session.mark_saved(self.document, published.fingerprint, image)
        self.saved, self.saved_as = self.position, published.fingerprint
        assert store.read(self.document) == self.project

    @rule()
    def crash(self):
        self.desk.crash()
        self.take_up_again()

    @precondition(lambda self: self.saved is not None and self.saved == self.position)
    @rule()
    def close_and_open_again(self):
        self.desk.leave()
        self.desk.start()
        self.take_up_again()

    def take_up_again(self):
        lost = self.desk.recovery.lost()
        assert self.desk.recovery.notes() == ()
        if self.saved != self.position:
            (one,) = lost
            assert one.steps == (None if self.saved is None else self.position - self.saved)
            self.session, project = self.desk.resume(one)
            self.session.confirm()
            assert project == self.project
            return
        assert lost == ()
        again = self.desk.recovery.reopen_history(self.document, self.saved_as, self.project)
        if again is None:  # a plan with no step has no undo to give back
            assert self.states == [self.project]
            again = self.desk.begin(self.project, self.document, self.saved_as)
        else:
            self.desk.sessions.append(again)
        self.session = again

    @invariant()
    def knows_where_it_stands(self):
        if hasattr(self, "session"):
            assert self.session.position == self.position
            assert len(self.session.history) == len(self.states) - 1
            assert self.session.steps_since_saved == (
                None if self.saved is None else self.position - self.saved
            )
            assert self.session.trouble is None

    def teardown(self):
        if hasattr(self, "desk"):
            self.desk.leave()
            shutil.rmtree(self.room)


Sessions.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
test_sessions = Sessions.TestCase
