"""The rows of the window's own actions; canvas and panel bring theirs.

Owners ``file``, ``window`` and ``theme`` are in every window, ``plan`` and ``body`` come with a plan.
"""

from functools import partial
from typing import Final

from planner.app.actions import ActionRow, Role
from planner.app.packs.rows import PACK_ROWS
from planner.app.theme.metrics import TEXT_SIZES

_file = partial(ActionRow, menu="File")
_open_plan = partial(ActionRow, menu="File", enabled_when="file.has_document")
_edit = partial(ActionRow, menu="Edit")
_view = partial(ActionRow, menu="View", section=5)
_widths = partial(ActionRow, menu="View/Panel widths", section=5)
_finding = partial(ActionRow, menu="View", section=3)
_theme = partial(ActionRow, menu="View/Theme", section=7)
_text = partial(ActionRow, menu="View/Text size", section=7)
_plan = partial(ActionRow, menu="Plan")
_team = partial(ActionRow, menu="Plan/Add team of a kind", section=1)
_scenario = partial(ActionRow, menu="Scenario")
_new_scenario = partial(ActionRow, menu="Scenario/New scenario", section=1)
_help = partial(ActionRow, menu="Help")

# fmt: off
ROWS: Final = (
    _file(id="file.new", text="New plan", handler="file.new", shortcuts=("Ctrl+N",), icon="plus"),
    _file(id="file.open", text="Open…", handler="file.open", shortcuts=("Ctrl+O",), icon="folder"),
    _file(id="file.recent", text="Open recent"),
    _open_plan(id="file.save", section=1, text="Save", handler="file.save", shortcuts=("Ctrl+S",)),
    _open_plan(id="file.save-as", section=1, text="Save as…", handler="file.save_as",
               shortcuts=("Ctrl+Shift+S",)),
    _open_plan(id="file.save-copy", section=1, text="Save a copy…", handler="file.save_copy"),
    _file(id="file.revert", section=1, text="Revert to saved", handler="file.revert",
          enabled_when="file.can_revert"),
    _file(id="file.save-when-idle", section=1, text="Save automatically when idle",
          handler="file.toggle_saving_when_idle", checked_when="file.saves_when_idle"),
    _file(id="file.versions", section=2, text="Versions…", handler="file.show_versions",
          enabled_when="file.has_file"),
    _file(id="file.recover", section=2, text="Recover"),
    _file(id="file.import", section=3, text="Import…", handler="file.import_people", icon="upload"),
    _open_plan(id="file.export", section=3, text="Export PDF…", handler="file.export_pdf",
               shortcuts=("Ctrl+E",), icon="file-export"),
    _file(id="file.export-skills", section=3, text="Tell skills in exports", handler="file.toggle_skills",
          checked_when="file.tells_skills"),
    _file(id="file.close", section=4, text="Close", handler="window.close", shortcuts=("Ctrl+W",)),
    _file(id="file.quit", section=4, text="Quit", handler="file.quit", shortcuts=("Ctrl+Q",), role=Role.QUIT),

    _edit(id="edit.undo", text="Undo", handler="plan.undo", shortcuts=("Ctrl+Z",), icon="undo",
          enabled_when="plan.can_undo", text_from="plan.undo_text"),
    _edit(id="edit.redo", text="Redo", handler="plan.redo", shortcuts=("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo",
          enabled_when="plan.can_redo", text_from="plan.redo_text"),
    _edit(id="edit.history", text="History…", handler="history.show", enabled_when="history.has_steps"),
    _edit(id="edit.palette", section=9, text="Palette…", handler="palette.show", shortcuts=("Ctrl+K",)),
    _edit(id="edit.find", section=9, text="Find on the chart", handler="find.open", shortcuts=("Ctrl+F",),
          icon="search"),
    _edit(id="edit.find-bench", section=9, text="Find on the bench", handler="plan.find",
          shortcuts=("Ctrl+Shift+F",)),

    _edit(id="edit.settings", section=10, text="Settings…", handler="preferences.show", shortcuts=("Ctrl+,",),
          role=Role.PREFERENCES),

    _view(id="view.bench", text="Bench", handler="body.toggle_bench", shortcuts=("F9",), icon="sidebar",
          checked_when="body.bench_is_visible"),
    _view(id="view.outline", text="Outline", handler="side.toggle_outline", shortcuts=("Ctrl+Shift+O",),
          checked_when="side.shows_outline"),
    _view(id="view.score", text="Score panel", handler="body.toggle_panel", shortcuts=("Shift+F9",),
          icon="panel-right", checked_when="body.panel_is_visible"),
    _view(id="view.agreements", text="Agreements", handler="agreements.toggle_drawer", shortcuts=("F7",),
          checked_when="agreements.drawer_is_visible"),
    _finding(id="view.next-finding", text="Next finding", handler="panel.next_finding", shortcuts=("F8",)),
    _finding(id="view.previous-finding", text="Previous finding", handler="panel.previous_finding",
             shortcuts=("Shift+F8",)),
    _finding(id="view.first-fix", text="Apply the first fix", handler="panel.apply_first_fix",
             shortcuts=("Ctrl+.",), icon="wand"),
    _widths(id="view.bench-wider", text="Bench wider", handler="body.widen_bench"),
    _widths(id="view.bench-narrower", text="Bench narrower", handler="body.narrow_bench"),
    _widths(id="view.score-wider", text="Score panel wider", handler="body.widen_panel"),
    _widths(id="view.score-narrower", text="Score panel narrower", handler="body.narrow_panel"),
    _widths(id="view.agreements-higher", text="Agreements higher", handler="agreements.heighten_drawer"),
    _widths(id="view.agreements-lower", text="Agreements lower", handler="agreements.lower_drawer"),
    _view(id="view.presentation", section=6, text="Presentation", handler="presentation.toggle",
          shortcuts=("F5",), checked_when="presentation.is_on"),
    _view(id="view.next-part", section=6, text="Next part of the window", handler="plan.next_part",
          shortcuts=("F6",)),
    _view(id="view.previous-part", section=6, text="Previous part of the window",
          handler="plan.previous_part", shortcuts=("Shift+F6",)),
    _theme(id="view.theme-system", text="Follow the system", handler="theme.choose_system",
           checked_when="theme.is_system"),
    _theme(id="view.theme-light", text="Light", handler="theme.choose_light", checked_when="theme.is_light"),
    _theme(id="view.theme-dark", text="Dark", handler="theme.choose_dark", checked_when="theme.is_dark"),
    _theme(id="view.theme-contrast", text="More contrast", handler="theme.choose_contrast",
           checked_when="theme.is_contrast"),
    _theme(id="view.theme-contrast-dark", text="More contrast, dark", handler="theme.choose_contrast_dark",
           checked_when="theme.is_contrast_dark"),
    *(_text(id=f"view.text-{size}", text=f"{size}%", handler=f"text.choose_{size}",
            checked_when=f"text.is_{size}") for size in TEXT_SIZES),

    _plan(id="plan.add-person", text="Add person…", handler="plan.add_person", icon="person-add",
          shortcuts=("Ctrl+Shift+A",)),
    _plan(id="plan.import", text="Import roster…", handler="file.import_people", icon="upload",
          enabled_when="file.has_document"),
    _plan(id="plan.add-team", section=1, text="Add team", handler="plan.add_team", shortcuts=("Ctrl+T",),
          icon="plus"),
    _team(id="plan.add-squad", text="Squad", handler="plan.add_squad", icon="flag"),
    _team(id="plan.add-core", text="Core team", handler="plan.add_core", icon="hub"),
    _team(id="plan.add-venture", text="Venture", handler="plan.add_venture", icon="rocket"),
    _team(id="plan.add-partner", text="Partner team", handler="plan.add_partner", icon="frame"),
    _team(id="plan.add-group", text="Group", handler="plan.add_group", icon="group"),
    _plan(id="plan.agree", section=2, text="Agree the basics…", handler="agreeing.open", icon="check-circle",
          enabled_when="agreeing.can_ask"),
    _plan(id="plan.rename", section=2, text="Rename plan…", handler="canvas.edit_plan"),
    *PACK_ROWS,

    _scenario(id="scenario.context", text="Company context…", handler="plan.edit_context"),
    _scenario(id="scenario.structures", text="Structures…", handler="structures.show"),
    _scenario(id="scenario.compare", text="Compare scenarios", handler="comparing.toggle",
              shortcuts=("Ctrl+Shift+C",), icon="compare", checked_when="comparing.is_open"),
    _scenario(id="scenario.duplicate", section=1, text="Duplicate scenario",
              handler="scenarios.duplicate", shortcuts=("Ctrl+Shift+N",), icon="copy"),
    _new_scenario(id="scenario.new-empty", text="Empty scenario", handler="scenarios.add_empty", icon="file"),
    _new_scenario(id="scenario.new-centralized", text="Start centralized",
                  handler="scenarios.add_centralized"),
    _new_scenario(id="scenario.new-decentralized", text="Start decentralized",
                  handler="scenarios.add_decentralized"),
    _new_scenario(id="scenario.new-hybrid", text="Start hybrid", handler="scenarios.add_hybrid"),
    _new_scenario(id="scenario.new-product-centre", text="Start with a product centre",
                  handler="scenarios.add_product_centre"),
    _scenario(id="scenario.rename", section=2, text="Rename scenario", handler="scenarios.rename",
              icon="pencil"),
    _scenario(id="scenario.baseline", section=2, text="Baseline for comparing",
              handler="scenarios.toggle_baseline", checked_when="scenarios.is_baseline"),
    _scenario(id="scenario.left", section=2, text="Move scenario left", handler="scenarios.move_left",
              icon="arrow-left", enabled_when="scenarios.can_move_left"),
    _scenario(id="scenario.right", section=2, text="Move scenario right", handler="scenarios.move_right",
              icon="arrow-right", enabled_when="scenarios.can_move_right"),
    _scenario(id="scenario.remove", section=3, text="Remove scenario", handler="scenarios.remove",
              icon="trash", enabled_when="scenarios.has_others"),

    _help(id="help.keys", text="Keys", handler="window.show_keys", shortcuts=("F1",), icon="keyboard"),
    _help(id="help.getting-started", text="Getting started", handler="first_run.show"),
    _help(id="help.about", section=1, text="About", handler="window.show_about", role=Role.ABOUT),
)
