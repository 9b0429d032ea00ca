"""Several roles of one person: a column that names them, in whatever way people part them."""

import pytest

from planner.domain import Function
from planner.exchange.roster.roles import read_roles

DE, DS, DA = Function.DATA_ENGINEER, Function.DATA_SCIENTIST, Function.DATA_ANALYST
MO, SD, RS = Function.MLOPS_ENGINEER, Function.SOFTWARE_DEVELOPER, Function.RESEARCH_SCIENTIST


def said(made) -> list[str]:
    return [str(line) for line in made.report.lines()]


def roles(made) -> dict[str, tuple[Function, ...]]:
    return {person.name: person.roles for person in made.project.people}


@pytest.mark.parametrize(
    ("cell", "functions"),
    [
        ("data engineer; MLOps", (DE, MO)),
        ("Data Engineer, Data Scientist", (DE, DS)),
        ("DS / DE", (DS, DE)),
        ("data-scientist|mlops-engineer", (DS, MO)),
        ("Data science\nSenior software developer", (DS, SD)),
        ("Applied scientist; ML engineer; data engineer", (RS, MO, DE)),
        (
            "product; Design, marketing / business",
            tuple(map(Function, ["product", "design", "marketing", "business"])),
        ),
        ("MLOps; MLOps engineer", (MO,)),
        ("CI/CD DevOps engineer", (MO,)),
        ("UI/UX", (Function.DESIGN,)),
        ("data engineer", (DE,)),
        (" ; / ", ()),
        ("other; data analyst", (Function.OTHER, DA)),
    ],
)
def test_roles_are_read_in_their_order(cell, functions):
    assert read_roles(cell).functions == functions


def test_every_function_is_found_by_its_name_its_id_and_its_letters():
    for function in Function:
        for name in (function.label, function.value, function.code, function.label.upper()):
            assert read_roles(name).functions == (function,), name


def test_second_roles_are_kept_and_told(understood):
    made = understood("name,title,Roles\nAda,Staff engineer,data engineer; MLOps\nMia,Data Scientist,\n")
    assert roles(made) == {"Ada": (DE, MO), "Mia": (DS,)}
    assert made.project.people["row 2"].title == "Staff engineer"
    assert "Roles recognised: data engineer 1 and data scientist 1." in said(made)
    assert "1 person has several roles; the first one named is the main one." in said(made)
    (ada, mia) = made.report.to_json()["people"]
    assert ada["role"] == "data-engineer"
    assert ada["further_roles"] == ["mlops-engineer"]
    assert ada["reason"] == "“data engineer; MLOps” is read as data engineer and MLOps engineer."
    assert mia["further_roles"] == []


def test_what_names_no_role_is_left_out_and_told(understood):
    made = understood("name,roles\nAda,data engineer; juggler\nMia,astrologer\nOmar,MLOps\n")
    assert roles(made) == {"Ada": (DE,), "Mia": (), "Omar": (MO,)}
    assert "Row 2: roles “juggler” was not understood, so it was left out." in said(made)
    assert "Row 3: roles “astrologer” was not understood, so it was left out." in said(made)


def test_where_the_roles_say_nothing_the_title_does(understood):
    made = understood("name,title,roles\nAda,Data Engineer,juggler\nMia,Accountant,data scientist\n")
    assert roles(made) == {"Ada": (DE,), "Mia": (DS,)}


def test_a_column_role_beside_titles_is_read_when_it_names_functions(understood):
    made = understood("name,title,role\nAda,Engineer II,DE/DS\n")
    assert roles(made) == {"Ada": (DE, DS)}


def test_a_column_role_that_names_none_is_left_alone(understood):
    made = understood("name,title,role\nAda,Data Engineer,Owner\nMia,Data Scientist,Member\n")
    assert roles(made) == {"Ada": (DE,), "Mia": (DS,)}
    assert "The column “role” names none of the functions and was left alone." in said(made)
    assert not any("not understood" in line for line in said(made))


def test_a_title_with_a_semicolon_is_a_list_of_roles(understood):
    made = understood("name,role\nAda,Data engineer; MLOps\nMia,Data Engineer / Analytics\n")
    assert roles(made) == {"Ada": (DE, MO), "Mia": (DE,)}


def test_the_user_may_say_which_column_holds_the_roles(understood):
    made = understood("name,Hats\nAda,DS; SD\n", columns={"Hats": "roles"})
    assert roles(made) == {"Ada": (DS, SD)}


def test_the_seat_of_an_import_is_for_the_main_role(layout):
    made = layout("name,team,roles\nAda,Churn,DS; SD\nMia,Churn,MLOps\n")
    assert made["Churn"][3] == ["DS Ada", "MO Mia"]
