"""All that opens beside the chart, by a name of its own, and how it is opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from planner.app.controls.question import Question
from planner.app.files.opening import PROJECT_ENDING
from planner.app.preferences.opening import OpensSettings
from planner.app.versions.dialog import VersionsDialog
from planner.app.window.help import AboutDialog, KeysDialog
from planner.app.window.notices import Lane, Offer
from planner.domain import Function

LAYOUT = """
plan Halden
person Karin Voss: product, marketing
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz
  DE Grace 60%
  PR vacant
squad Fraud Shield
  PR Nina
  DS Grace 40%
scenario Later: enterprise, product, decentralized, 4 use cases
squad Churn Radar
  DS Tomasz
"""

Opens = Callable[..., object]


def _page(planner):
    assert planner.window.page is not None
    return planner.window.page


def _settings(planner) -> None:
    window, program = planner.window, planner.program
    OpensSettings(window, program.look, window.actions_table, program.preferences).dialog().show()


def _rule(planner) -> None:
    """Why there is the rule of the first finding."""
    finding = planner.document.review.findings[0]
    panel = _page(planner).parts.panel
    panel.floats.show_rule(finding.rule, panel)


def _mute(planner) -> None:
    panel = _page(planner).parts.panel
    panel.floats.ask_reason(planner.document.review.findings[0].rule, panel)


def _import(planner) -> None:
    """A list that holds somebody new, understood."""
    file = planner.program.documents / "people.csv"
    file.write_text("Name,Title\nAmara Nwosu,Data Engineer\nDmitri Volkov,Head of Data\n", encoding="utf-8")
    planner.window.files.import_path(file)
    planner.program.work.wait()
    planner.program.deliver()


def _versions(planner) -> None:
    program = planner.program
    dialog = VersionsDialog(program.look, program.tools.ink, name=f"a{PROJECT_ENDING}", parent=planner.window)
    dialog.show_versions(())
    dialog.show()


def _history(planner) -> None:
    planner.window.actions_table["scenario.duplicate"].trigger()
    planner.window.actions_table["edit.history"].trigger()


def _bars(planner) -> None:
    notices = _page(planner).notices
    offers = [Offer(words, lambda: None) for words in ("Recover", "Keep for later", "Discard")]
    notices.tell("A plan was not saved.", *offers, tone="warning", lane=Lane.RECOVERY)
    notices.tell("Could not save.", Offer("Save elsewhere…", lambda: None), tone="problem", detail="Full")


def _question(planner) -> None:
    Question(
        planner.program.look,
        "Save the changes?",
        follows="They stay for 30 days.",
        answers=("Save", "Don’t save"),
        title="Unsaved changes",
        detail="No space left",
        parent=planner.window,
    ).show()


def _large_removal(planner) -> None:
    """Ask before a team of many seats goes."""
    for _ in range(10):
        planner.bench.commands.add_seat("ML Platform", Function.DATA_ENGINEER)
    planner.focuses_the_canvas(("team", "ML Platform"))
    planner.presses(Qt.Key.Key_Delete)


def _move_to(planner) -> None:
    planner.focuses_the_canvas(("seat", "ML Platform/MO Tomasz"))
    planner.presses(Qt.Key.Key_M)


def _types(command: str, words: str) -> Opens:
    """Choose a command and type into what it opens."""

    def opens(planner) -> None:
        planner.window.actions_table[command].trigger()
        planner.types(words)

    return opens


OPENED: dict[str, Opens] = {
    "the window": lambda planner: None,
    "a person": lambda planner: planner.bench.editing.edit_person("Grace"),
    "a seat": lambda planner: planner.bench.editing.edit_seat("ML Platform/PR"),
    "a team": lambda planner: planner.bench.editing.edit_team("ML Platform"),
    "the context": lambda planner: _page(planner).toolbar.context_button.click(),
    "the account": lambda planner: _page(planner).parts.panel.show_account(),
    "a finding": lambda planner: _page(planner).open_finding(planner.document.review.findings[0]),
    "agreements": lambda planner: planner.window.actions_table["view.agreements"].trigger(),
    "structures": lambda planner: planner.window.actions_table["scenario.structures"].trigger(),
    "the basics": lambda planner: planner.window.actions_table["plan.agree"].trigger(),
    "the palette": lambda planner: planner.window.actions_table["edit.palette"].trigger(),
    "the outline": lambda planner: planner.window.actions_table["view.outline"].trigger(),
    "compare": lambda planner: planner.window.actions_table["scenario.compare"].trigger(),
    "find": lambda planner: planner.window.actions_table["edit.find"].trigger(),
    "find, with matches": _types("edit.find", "Grace"),
    "find, without": _types("edit.find", "Nobody of that name"),
    "the palette, typed in": _types("edit.palette", "add"),
    "why this rule": _rule,
    "muting a rule": _mute,
    "import": _import,
    "versions": _versions,
    "history": _history,
    "bars": _bars,
    "a question": _question,
    "a large removal": _large_removal,
    "the plan": lambda planner: planner.bench.editing.edit_plan(),
    "adding a person": lambda planner: planner.window.actions_table["plan.add-person"].trigger(),
    "a scenario's name": lambda planner: planner.window.actions_table["scenario.rename"].trigger(),
    "org design basics": lambda planner: planner.window.actions_table["plan.basics"].trigger(),
    "presentation": lambda planner: planner.window.actions_table["view.presentation"].trigger(),
    "move to": _move_to,
    "settings": _settings,
    "keys": lambda planner: KeysDialog(
        planner.program.look, planner.window.actions_table, planner.window
    ).show(),
    "about": lambda planner: AboutDialog(planner.program.look, planner.program.pack, planner.window).show(),
}
