"""Runs commands as a user does: arguments in, exit code and both streams out."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from planner import cli, store
from planner.domain.outline import parse

ACME = """
plan Acme
scenario Today: large-startup, product, hybrid, 4 use cases
core ML Platform, lead Ada Moss
  MO Tomasz Novak
  squad Fraud Shield, product "Fraud Shield"
    DS Karin Voss
    DE Omar Sid 60%
    SD vacant
ML Platform serves Fraud Shield
"""


class Answer(NamedTuple):
    code: int
    out: str
    err: str


Planner = Callable[..., Answer]


@pytest.fixture
def planner(capsys) -> Planner:
    """Run the command line; text for people never has more than one line to refuse with, nor a traceback."""

    def run(*arguments: object) -> Answer:
        code = cli.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def acme(tmp_path) -> Path:
    """A project file with one scenario."""
    path = tmp_path / "acme.teamplan"
    store.save(parse(ACME), path)
    return path
