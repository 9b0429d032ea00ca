"""A project that uses every table and column of the file, and what tests do to its bytes."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from planner import store
from planner.domain import (
    Activity,
    Aim,
    Assumption,
    Chooser,
    Focus,
    Function,
    Kind,
    Level,
    Link,
    LinkKind,
    Mute,
    OwnWeights,
    Person,
    Practice,
    PracticeKind,
    Project,
    Responsibility,
    Rows,
    Scenario,
    Seat,
    Stage,
    Structure,
    Team,
)


def whole_project() -> Project:
    karin = Person(
        id="p1",
        name="Karin Voss",
        title="Head of data",
        email="karin@example.com",
        location="København",
        capacity=0.8,
        cost=120000.5,
        skills=("sql", "python", "sql"),
        notes="On leave\nin May",
        roles=(Function.DATA_SCIENTIST, Function.DATA_ANALYST),
    )
    teams = [
        Team(id="t2", name="Fraud Shield", parent="t1", product="Fraud Shield", locked=True),
        Team(
            id="t1",
            name="ML Platform",
            kind=Kind.CORE,
            lead="p1",
            purpose="Shared platform",
            focus=Focus.BUSINESS_METRICS,
            own_budget=True,
            experiment_share=0.2,
        ),
    ]
    today = Scenario(
        id="s2",
        name="Today",
        stage=Stage.ENTERPRISE,
        aim=Aim.RESEARCH,
        use_cases=7,
        structure=Structure.PRODUCT_CENTRE,
        chooser=Chooser.FUNCTIONS,
        assumed=frozenset({Assumption.AIM, Assumption.STRUCTURE}),
        notes="as in March",
        baseline=True,
        teams=Rows(teams),
        seats=Rows(
            [
                Seat(id="x2", team="t1", function=Function.OTHER, title="Architect", demand=0.5),
                Seat(
                    id="x1", team="t2", function=Function.DATA_SCIENTIST, demand=0.3, person="p1", share=0.1
                ),
            ]
        ),
        links=Rows(
            [
                Link(source="t2", target="t1", kind=LinkKind.COLLABORATES),
                Link(source="t1", target="t2", kind=LinkKind.SERVES),
            ]
        ),
        practices=Rows(
            [
                Practice(id="b", kind=PracticeKind.ON_CALL, owner="p1", teams=("t2", "t1")),
                Practice(id="a", kind=PracticeKind.ON_CALL, owner="t1"),
                Practice(id="c", kind=PracticeKind.PRIORITISATION),
            ]
        ),
        responsibilities=Rows(
            [
                Responsibility(activity=Activity.MONITORING, team="t2", level=Level.CONSULTED),
                Responsibility(activity=Activity.DEPLOYMENT, team="t1", level=Level.ACCOUNTABLE),
            ]
        ),
        muted=Rows([Mute(rule="core/budget", reason="by board decision"), Mute(rule="a rule of nobody")]),
    )
    return Project(
        name="Acme ML organisation",
        currency="EUR",
        notes="Seen by the board",
        rule_pack=OwnWeights(name="Ours", weights=(("roles/coverage", 2.0), ("core/budget", 0.5))),
        extra_packs=("Org design basics",),
        people=Rows([Person(id="p2", name="Zoë 山田"), karin]),
        scenarios=Rows([today, Scenario(id="s1", name="Hybrid 2026")]),
    )


@pytest.fixture
def project() -> Project:
    return whole_project()


@pytest.fixture
def saved(project: Project, tmp_path: Path) -> Path:
    path = tmp_path / "Churn.teamplan"
    store.save(project, path)
    return path


@pytest.fixture
def tampered(saved: Path) -> Callable[..., Path]:
    """Run SQL on the saved file, as another program would; None makes a fresh file of another schema."""

    def tamper(*statements: str) -> Path:
        with closing(sqlite3.connect(saved, isolation_level=None)) as raw:
            raw.execute("PRAGMA ignore_check_constraints=ON")
            for statement in statements:
                raw.execute(statement)
        return saved

    return tamper
