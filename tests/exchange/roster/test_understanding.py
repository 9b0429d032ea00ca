import pytest

from planner.domain import Aim, Assumption, Stage, Structure
from planner.errors import PlannerError
from planner.exchange import roster

STAFF = """id,name,title,manager id,department
1,Ingrid Solheim,Chief Executive Officer,,
2,Ada Moss,Head of Data,1,Data
3,Omar Sid,Data Engineer,2,Data
4,Mia Long,Data Scientist,2,Data
5,Kim Park,Accountant,1,Finance
"""


def said(made) -> list[str]:
    return [str(line) for line in made.report.lines()]


def test_every_manager_leads_a_team_and_sits_in_their_own_managers_team(layout):
    assert layout(STAFF) == {
        "Ingrid Solheim’s team": ("partner", None, "Ingrid Solheim", ["OT Ada Moss", "OT Kim Park"]),
        "Data": ("squad", "Ingrid Solheim’s team", "Ada Moss", ["DE Omar Sid", "DS Mia Long"]),
    }


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("parentId", ("", "1", "2", "2", "1")),
        ("Reports to", ("", "Ingrid Solheim", "Moss, Ada", "ada moss", "1")),
        ("Manager e-mail", ("", "I@x.org", "a@x.org", "A@X.ORG", "i@x.org")),
        ("Manager Name", ("", "Ingrid Solheim", "Ada Moss", "Ada Moss", "Ingrid Solheim")),
    ],
)
def test_managers_are_found_by_id_name_or_address(layout, heading, values):
    rows = [line.split(",") for line in STAFF.splitlines()[1:]]
    mails = ("i@x.org", "a@x.org", "o@x.org", "m@x.org", "k@x.org")
    lines = [
        f'{row[0]},{row[1]},{row[2]},"{value}",{mail},{row[4]}'
        for row, value, mail in zip(rows, values, mails, strict=True)
    ]
    text = "\n".join([f"id,name,title,{heading},email,department", *lines])
    assert layout(text) == layout(STAFF)


def test_a_name_in_two_columns_is_put_together(understood):
    made = understood("First Name,Surname,position\nAda,Moss,Data Engineer\nMia,Long,\n")
    assert [person.name for person in made.project.people] == ["Ada Moss", "Mia Long"]


def test_an_unknown_manager_is_a_box_of_their_name(layout, understood):
    text = "name,title,managerName\nAda,Data Engineer,John Doe\nMia,Data Scientist,john doe\n"
    assert layout(text) == {"John Doe": ("squad", None, None, ["DE Ada", "DS Mia"])}
    assert "John Doe is not in the list; whoever reports to them stands in a box of that name." in said(
        understood(text)
    )


def test_many_reports_of_an_unknown_manager_stand_in_teams_by_department(layout):
    lines = [f"Person {number},{'Sales' if number % 2 else 'IT'},John Doe" for number in range(30)]
    made = layout("\n".join(["name,department,manager", *lines]))
    assert made["John Doe"] == ("group", None, None, [])
    assert {name: (kind, above, len(held)) for name, (kind, above, _, held) in made.items()} == {
        "John Doe": ("group", None, 0),
        "IT": ("partner", "John Doe", 15),
        "Sales": ("partner", "John Doe", 15),
    }


def test_a_circle_of_managers_is_cut_and_told(understood):
    made = understood("id,name,manager id\n1,Ada,3\n2,Bob,1\n3,Cy,2\n4,Dan,4\n")
    assert "Rows 2, 3 and 4 manage one another in a circle; the manager in row 2 was left out." in said(made)
    assert [team.lead for team in made.project.scenarios["today"].teams] == ["1", "2"]


def test_a_manager_whose_name_several_have_stays_open(understood):
    made = understood("name,manager\nAda,\nAda,\nBob,Ada\n")
    assert "Row 4: more than one person is “Ada”, so the manager stays open." in said(made)
    assert not any("not in the list" in line for line in said(made))
    assert not made.project.scenarios["today"].teams.order


def test_several_heads_make_several_trees_and_who_stands_nowhere_waits_on_the_bench(layout, understood):
    text = "id,name,manager id\n1,Ada,\n2,Bob,1\n3,Cy,\n4,Dan,3\n5,Eve,\n"
    assert set(layout(text)) == {"Ada’s team", "Cy’s team"}
    made = understood(text)
    assert made.report.bench == 1
    assert "5 people imported from 5 rows, 2 teams made, 1 on the bench." in said(made)


def test_without_managers_the_team_column_makes_the_teams(layout):
    text = "name,role,team\nAda,Data Scientist,Fraud\nBob,MLOps Engineer,fraud\nCy,Lawyer,Legal\nDan,Clerk,\n"
    assert layout(text) == {
        "Fraud": ("squad", None, None, ["DS Ada", "MO Bob"]),
        "Legal": ("partner", None, None, ["OT Cy"]),
    }


@pytest.mark.parametrize(
    ("titles", "kind"),
    [
        (("Data Scientist", "Data Engineer"), "squad"),
        (("Applied Scientist", "Software Engineer"), "squad"),
        (("Data Scientist", "Data Scientist"), "partner"),
        (("Data Scientist", "Product Manager"), "partner"),
        (("Data Engineer", "Software Engineer"), "partner"),
        (("Accountant", "Clerk"), "partner"),
    ],
)
def test_a_team_is_a_squad_only_with_a_model_builder_beside_another_role(layout, titles, kind):
    lines = [f"{number},{title},A" for number, title in enumerate(titles)]
    assert layout("\n".join(["name,title,team", *lines]))["A"][0] == kind


def test_a_plain_list_has_name_title_and_free_share(understood):
    made = understood("Ada Moss, Data Engineer, 60%\nBob Lee, , 100%\nCy\n".replace(", ", ","))
    assert [(person.name, person.capacity) for person in made.project.people] == [
        ("Ada Moss", 0.6),
        ("Bob Lee", 1.0),
        ("Cy", 1.0),
    ]
    assert made.report.bench == 3
    assert not made.project.scenarios["today"].teams.order


@pytest.mark.parametrize(
    ("cell", "capacity"),
    [
        ("1", 1),
        ("0.8", 0.8),
        ("0,8", 0.8),
        ("80%", 0.8),
        ("80 %", 0.8),
        ("80", 0.8),
        ("", 1),
        ("-", 1),
        ("Full-time", 1),
        ("half", 0.5),
    ],
)
def test_an_fte_is_understood_as_people_write_it(understood, cell, capacity):
    made = understood(f'name;FTE\nAda;"{cell}"\n')
    assert next(iter(made.project.people)).capacity == capacity
    assert not made.report.noted


@pytest.mark.parametrize("cell", ["0", "1.5", "-1", "plenty", "200"])
def test_an_impossible_fte_is_told_with_its_row(understood, cell):
    made = understood(f"name;FTE\nAda;{cell}\n")
    assert f"Row 2: FTE “{cell}” was not understood, so 100% was taken." in said(made)


@pytest.mark.parametrize(
    ("cell", "cost"),
    [("120000", 120000), ("€ 120,000.50", 120000.5), ("120.000,50 EUR", 120000.5), ("120,000", 120000)],
)
def test_a_cost_is_understood_as_people_write_it(understood, cell, cost):
    made = understood(f"name;cost\nAda;{cell}\n")
    assert next(iter(made.project.people)).cost == cost


def test_skills_are_a_list(understood):
    made = understood('name;skills\nAda;"python, sql | spark;"\n')
    assert next(iter(made.project.people)).skills == ("python", "sql", "spark")


def test_a_row_without_a_name_is_left_out_and_its_reports_pass_to_its_manager(layout, understood):
    text = "id,name,manager id\n1,Ada,\n2,,1\n3,Cy,2\n"
    assert "Row 3 has no name and was left out." in said(understood(text))
    assert layout(text) == {"Ada’s team": ("partner", None, "Ada", ["OT Cy"])}


def test_the_second_row_of_an_id_is_left_out(understood):
    made = understood("id,name\n1,Ada\n1,Bob\n")
    assert "Row 3 has the id 1 of row 2 and was left out." in said(made)
    assert [person.name for person in made.project.people] == ["Ada"]


def test_people_without_an_id_may_share_an_address(understood):
    made = understood("name,email\nAda,info@x.org\nBob,info@x.org\nAda,info@x.org\n")
    assert [person.name for person in made.project.people] == ["Ada", "Bob"]


def test_a_vacancy_is_a_vacant_seat_and_no_person(layout, understood):
    posts = "2,Vacant,Data Engineer,1\n3,VACANT,Head of Risk,1\n4,Bob,,3\n5,Vacant,,\n"
    text = f"id,name,title,manager id\n1,Ada,,\n{posts}"
    assert layout(text) == {
        "Ada’s team": ("partner", None, "Ada", ["DE vacant", "OT vacant"]),
        "Head of Risk’s team": ("partner", "Ada’s team", None, ["OT Bob"]),
    }
    assert understood(text).report.vacancies == 2
    assert "Row 6 is a vacant post in no team and was left out." in said(understood(text))


def test_a_name_kept_back_is_called_by_its_post(understood):
    made = understood("Post Unique Reference,Name\n207,N/D\n,n/d\n")
    assert [person.name for person in made.project.people] == [
        "Post 207 (not disclosed)",
        "Row 3 (not disclosed)",
    ]


def test_columns_are_named_by_hand_where_the_guess_is_wrong(layout, understood):
    text = "who,what,squad,boss\nAda,Data Scientist,A,\nBob,Data Engineer,A,Ada\n"
    wishes = {"who": "name", "what": "title", "boss": "ignore"}
    assert layout(text, columns=wishes) == {"A": ("squad", None, None, ["DS Ada", "DE Bob"])}
    assert "name from “who”" in said(understood(text, columns=wishes))[1]


@pytest.mark.parametrize(
    ("text", "columns", "told"),
    [
        ("a,b,c,d\n1,2,3,4\n", {}, "No column of the list holds names; its headings are a, b, c and d."),
        ("name\nAda\n", {"nme": "name"}, "The roster has no column nme; its headings are name."),
        ("name\nAda\n", {"name": "nickname"}, "There is no field nickname; a column may be id, name"),
        ("name,title\n,Clerk\n", {}, "The list has no people: no row below its heading holds a name."),
        ("name,title\n", {}, "The list has no people"),
    ],
)
def test_what_cannot_be_understood_is_refused_in_one_sentence(understood, text, columns, told):
    with pytest.raises(PlannerError) as caught:
        understood(text, columns=columns)
    assert told in str(caught.value)


def test_a_heading_may_stand_below_a_title(understood):
    made = understood("Staff list of May,,\n,,\nName,Job Title,Dept\nAda,Clerk,Office\n")
    assert [person.name for person in made.project.people] == ["Ada"]


def test_what_is_not_given_is_assumed_and_marked(understood):
    made = understood("name\nAda\n")
    scenario = made.project.scenarios["today"]
    assert (scenario.stage, scenario.aim) == (Stage.SMALL_STARTUP, Aim.PRODUCT)
    assert scenario.structure is Structure.DECENTRALIZED
    assert scenario.assumed == set(Assumption)
    assert "Assumed, to be confirmed: stage Small start-up, aim Product and structure Decentralized." in said(
        made
    )


def test_what_is_given_is_not_assumed_and_decides_the_structure(understood):
    made = understood("name\nAda\n", stage=Stage.LARGE_STARTUP, aim=Aim.RESEARCH)
    scenario = made.project.scenarios["today"]
    assert scenario.structure is Structure.CENTRALIZED
    assert scenario.assumed == {Assumption.STRUCTURE}
    given = understood("name\nAda\n", stage=Stage.ENTERPRISE, aim=Aim.PRODUCT, structure=Structure.HYBRID)
    assert not given.project.scenarios["today"].assumed
    assert not any(line.startswith("Assumed") for line in said(given))


def test_headings_as_other_programs_write_them_are_known(understood):
    text = "Employee #,First Name,Last Name,Supervisory Organization,Worker's Manager,FTE %\n"
    made = understood(f'{text}1,Bo,Su,AI,,100\n2,Ann,Lee,AI,"Su, Bo",80\n')
    assert [(person.id, person.name, person.capacity) for person in made.project.people] == [
        ("1", "Bo Su", 1.0),
        ("2", "Ann Lee", 0.8),
    ]
    assert said(made)[1] == (
        "Columns: id from “Employee #”, first name from “First Name”, last name from “Last Name”, "
        "team from “Supervisory Organization”, manager from “Worker's Manager” and FTE from “FTE %”."
    )


def test_columns_that_were_not_read_are_told(understood):
    made = understood("name,image,salary\nAda,a.png,1\n")
    assert "Not read: image and salary." in said(made)
    assert made.report.to_json()["unread"] == ["image", "salary"]


def test_vacant_seats_are_counted_in_the_report(understood):
    made = understood("name,title,team\nAda,MLOps engineer,AI\nVacant,Data engineer,AI\n")
    assert said(made)[0] == "1 person imported from 2 rows, 1 team made with 1 vacant seat, 0 on the bench."


def test_a_list_without_headings_is_known_by_its_first_row(understood):
    text = "Ann Lee,ann@x.org,Data Scientist,Berlin\nBo Su,bo@x.org,Data Engineer,Berlin\n"
    with pytest.raises(PlannerError, match="its headings are Column 1, Column 2, Column 3 and Column 4"):
        understood(text)
    made = understood(text, columns={0: "name", "Column 3": "title"})
    assert [(person.name, person.title) for person in made.project.people] == [
        ("Ann Lee", "Data Scientist"),
        ("Bo Su", "Data Engineer"),
    ]


def test_columns_with_one_heading_are_told_apart_by_their_place(understood):
    made = understood("name,x,x\nAda,1,Clerk\n", columns={2: "title"})
    assert next(iter(made.project.people)).title == "Clerk"


def test_every_column_is_shown_with_cells_and_its_field():
    read = roster.read(b"name,job,,x\nAda,Clerk,,\nBo,Clerk,,7\n")
    shown = [(each.place, each.heading, each.samples, each.field) for each in roster.columns_of(read)]
    assert shown == [
        (0, "name", ("Ada", "Bo"), "name"),
        (1, "job", ("Clerk",), "title"),
        (3, "x", ("7",), None),
    ]


def test_of_a_whole_company_those_with_a_function_are_taken_with_who_manages_them(layout, understood):
    text = f"{STAFF}6,Pia Roe,Product Manager,1,\n7,Lea Fox,Clerk,5,\n"
    assert layout(text, whom=roster.Whom.ROLES) == {
        "Data": ("squad", None, "Ada Moss", ["DE Omar Sid", "DS Mia Long"])
    }
    made = understood(text, whom=roster.Whom.ROLES)
    assert "4 rows name none of these functions and were left out." in said(made)
    assert len(made.project.people) == 3
    names = [person.name for person in understood(text, whom=roster.Whom.FUNCTIONS).project.people]
    assert names == ["Ingrid Solheim", "Ada Moss", "Omar Sid", "Mia Long", "Pia Roe"]


def test_a_company_without_any_such_function_is_refused(understood):
    with pytest.raises(PlannerError, match="Nobody in the list has such a function"):
        understood("name,title\nAda,Clerk\n", whom=roster.Whom.ROLES)
