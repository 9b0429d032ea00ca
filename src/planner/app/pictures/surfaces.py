"""Dialogs, drawers, popovers, menus and bars: what is not the chart has scenes of its own."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from msgspec.structs import replace
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from planner.app.controls.question import Question
from planner.app.pictures.stage import Stage
from planner.app.window.notices import Lane, Offer
from planner.domain.edits import edit_project

Doing = Callable[[Stage], QPixmap]

_ROSTER: Final = """Name,Title,Team,Manager,FTE,Skills
Amara Nwosu-Lindqvist,Senior Machine Learning Engineer,Fraud Analytics,Ingrid Solheim,1,Kubernetes; Airflow
Benedikt Baumgartner,Data Engineer,Fraud Analytics,Ingrid Solheim,0.6,Spark
Chiara Ferrante,Product Owner,Claims Automation,Ingrid Solheim,1,Roadmaps
Dmitri Volkov,Head of Data Janitors,Claims Automation,,1,
,Data Scientist,Claims Automation,Ingrid Solheim,1,
Eun-ji Park,Applied Scientist,Pricing,Ingrid Solheim,0.8,Causal inference
"""


def _has_dialog() -> bool:
    return any(isinstance(each, QDialog) and each.isVisible() for each in QApplication.topLevelWidgets())


def _import(stage: Stage) -> QPixmap:
    file = stage.folder / "people of the data office.csv"
    file.write_text(_ROSTER, encoding="utf-8")
    stage.window.files.import_path(file)
    stage.wait_for(_has_dialog)
    return stage.take()


def _versions(stage: Stage) -> QPixmap:
    from planner.app.versions.dialog import VersionsDialog
    from planner.app.versions.reading import seen
    from planner.store import save
    from planner.store.versions import Versions

    project, kept = stage.document.project, Versions(stage.folder / "versions")
    file, now = stage.folder / "Halden Mutual.teamplan", datetime.now().astimezone()
    for days in (12, 3, 1, 0):
        saved = stage.folder / f"{days}.teamplan"
        save(replace(project, notes=f"{days} days ago"), saved)
        kept.keep(file, saved.read_bytes(), now=now - timedelta(days=days, hours=1))
    versions = kept.of(file)
    dialog = VersionsDialog(stage.program.look, stage.program.tools.ink, name=file.name, parent=stage.window)
    dialog.show_versions(versions)
    dialog.show_seen(seen(kept, versions[0], stage.program.pack))
    return stage.take(dialog)


def _history(stage: Stage) -> QPixmap:
    for command in ("scenario.duplicate", "scenario.left", "scenario.duplicate"):
        stage.act(command)
    stage.document.undo()
    stage.act("edit.history")
    return stage.take()


def _find(stage: Stage) -> QPixmap:
    stage.act("edit.find")
    stage.type("data")
    return stage.take()


def _find_nothing(stage: Stage) -> QPixmap:
    stage.act("edit.find")
    stage.type("Somebody with a rather long name")
    return stage.take()


def _palette(stage: Stage) -> QPixmap:
    stage.act("edit.palette")
    stage.type("add")
    return stage.take()


def _rule(stage: Stage) -> QPixmap:
    finding = stage.document.review.findings[1]
    stage.page.open_finding(finding)
    stage.settle()
    panel = stage.page.parts.panel
    panel.floats.show_rule(finding.rule, panel)
    stage.settle()
    return stage.take()


def _mute(stage: Stage) -> QPixmap:
    finding = stage.document.review.findings[1]
    stage.page.open_finding(finding)
    stage.settle()
    panel = stage.page.parts.panel
    panel.floats.ask_reason(finding.rule, panel)
    stage.settle()
    return stage.take()


def _plan(stage: Stage) -> QPixmap:
    stage.bench.editing.edit_plan()
    stage.settle()
    return stage.take()


def _add_person(stage: Stage) -> QPixmap:
    stage.act("plan.add-person")
    stage.type("Mat")
    return stage.take()


def _rename(stage: Stage) -> QPixmap:
    stage.act("scenario.rename")
    return stage.take()


def _bars(stage: Stage) -> QPixmap:
    """The bars under the toolbar, one of each tone."""
    notices = stage.page.notices
    notices.tell(
        "Halden Mutual.teamplan had 12 changes that were not saved.",
        *(Offer(words, lambda: None) for words in ("Recover", "Keep for later", "Discard")),
        tone="warning",
        lane=Lane.RECOVERY,
    )
    notices.tell(
        "Could not save: the disk is full. Your changes are kept safe on this computer.",
        Offer("Save elsewhere…", lambda: None),
        tone="problem",
        detail="No space left on device",
        lane=Lane.FILE,
    )
    notices.tell("Row 14 has no name and was left out. 41 of 42 people imported.")
    stage.settle()
    return stage.take()


def _question(stage: Stage) -> QPixmap:
    question = Question(
        stage.program.look,
        "Save the changes to Halden Mutual.teamplan?",
        follows="What is not saved stays on this computer for 30 days, under File, Recover.",
        answers=("Save", "Don’t save", "Cancel"),
        title="Unsaved changes",
        parent=stage.window,
    )
    return stage.take(question)


def _about(stage: Stage) -> QPixmap:
    from planner.app.window.help import AboutDialog

    return stage.take(AboutDialog(stage.program.look, stage.program.pack, stage.window))


def _keys(stage: Stage) -> QPixmap:
    from planner.app.window.help import KeysDialog

    return stage.take(KeysDialog(stage.program.look, stage.window.actions_table, stage.window))


def _basics_pack(stage: Stage) -> QPixmap:
    stage.act("plan.basics")
    return stage.take()


def _own_weights(stage: Stage) -> QPixmap:
    """A plan that is scored by weights of its own: the account says so."""
    from planner.guidance.own_weights import as_toml, read_weights

    text = as_toml(stage.document.pack, None)
    own = read_weights(text.encode(), "Weights of the data office.toml")
    stage.document.apply(partial(edit_project, rule_pack=own))
    stage.page.parts.panel.show_account()
    stage.settle()
    return stage.take()


def _menu_of(name: str) -> Doing:
    def do(stage: Stage) -> QPixmap:
        menu: QMenu = stage.window.actions_table.menus[name]
        return stage.take(menu)

    return do


SURFACES: Final[tuple[tuple[str, str, Doing], ...]] = (
    ("import", "A roster that was understood", _import),
    ("versions", "Saved versions of a file", _versions),
    ("history", "History", _history),
    ("find", "Find on the chart", _find),
    ("find-nothing", "Find on the chart, nobody found", _find_nothing),
    ("palette-typed", "Palette, with a word typed", _palette),
    ("rule", "Why there is a rule", _rule),
    ("mute", "Muting a rule", _mute),
    ("plan", "Plan details", _plan),
    ("add-person", "Adding a person", _add_person),
    ("rename", "Typing a scenario's name", _rename),
    ("bars", "Bars that tell what happened", _bars),
    ("question", "A question", _question),
    ("about", "About", _about),
    ("keys", "Keys", _keys),
    ("basics-pack", "Org design basics beside the guidance", _basics_pack),
    ("own-weights", "Weights of the plan's own", _own_weights),
    ("menu-file", "The File menu", _menu_of("File")),
    ("menu-plan", "The Plan menu", _menu_of("Plan")),
)
