"""Tells the Qt binding that no module here asks for its optional spelling of Qt's names.

PySide reads the source text of every module that is imported after it, to find out whether the module names
PySide and so may have asked for that (``from __feature__ import snake_case``). Nobody here does, and reading
600 sources takes a fifteenth of the time until a plan is open.
"""

import sys
from types import ModuleType

from PySide6 import QtCore  # noqa: F401 - brings along what is told here


def read_no_sources() -> None:
    """Have modules imported from now on without a look at their sources."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):  # else another release of the binding does it otherwise
        vars(feature)["_mod_uses_pyside"] = _names_no_pyside


def _names_no_pyside(_module: ModuleType) -> bool:
    return False
