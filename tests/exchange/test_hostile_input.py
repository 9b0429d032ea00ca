"""Whatever stands in a file: a plan, a roster, or one clear sentence, never anything else."""

import io
import json
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.invariants import violations

from planner import resources
from planner.errors import PlannerError
from planner.exchange import plan, roster
from planner.guidance import load_pack

PACK = load_pack(resources.read_text)

_WORDS = [
    "id",
    "name",
    "teams",
    "people",
    "scenarios",
    "seats",
    "person",
    "share",
    "links",
    "from",
    "to",
    "kind",
]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(_WORDS),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(_WORDS) | st.text(max_size=3), inner, max_size=5)
    ),
    max_leaves=30,
)
cells = st.sampled_from(
    [
        "",
        "Ada",
        "Bob",
        "1",
        "2",
        "name",
        "id",
        "manager",
        "email",
        "FTE",
        "0.5",
        "N/D",
        "Vacant",
        "a@x",
        '"',
        "é",
    ]
) | st.text(max_size=4)


@settings(max_examples=100)
@given(st.dictionaries(st.sampled_from(_WORDS), json_values, max_size=6))
def test_any_object_is_a_plan_or_told_its_faults(tree):
    text = json.dumps({"format": "teamplan", "version": 1} | tree)
    try:
        project = plan.read(text)
    except PlannerError as refusal:
        str(refusal).encode()
    else:
        assert violations(project) == []
        assert plan.read(plan.write(project)) == project


@given(st.text(max_size=40) | st.binary(max_size=40))
def test_any_text_or_bytes_that_are_no_plan_are_refused(source):
    try:
        plan.read(source)
    except PlannerError as refusal:
        str(refusal).encode()


@settings(max_examples=100)
@given(st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=8), st.sampled_from(",;\t"))
def test_any_table_is_a_sound_plan_or_refused(rows, delimiter):
    text = "\n".join(delimiter.join(row) for row in rows)
    try:
        made = roster.understand(roster.read(text.encode("utf-8", "surrogatepass")), pack=PACK)
    except PlannerError as refusal:
        str(refusal).encode()
    else:
        assert violations(made.project) == []
        assert plan.read(plan.write(made.project)) is not None
        json.dumps(made.report.to_json())


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(content):
    for source in (content, b"PK\x03\x04" + content):
        try:
            roster.read(source)
        except PlannerError as refusal:
            str(refusal).encode()


@given(
    st.lists(
        st.tuples(st.sampled_from(["xl/workbook.xml", "[Content_Types].xml", "a"]), st.binary()), max_size=3
    )
)
def test_any_zip_file_is_a_table_or_refused(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in dict(parts).items():
            archive.writestr(name, content)
    try:
        roster.read(stream.getvalue())
    except PlannerError as refusal:
        str(refusal).encode()
