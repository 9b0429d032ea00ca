"""Records are a plan's objects, read field by field but not yet made into values of the domain."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import Any

from msgspec import Struct

from planner.exchange.plan.faults import Fault, shown, step
from planner.exchange.plan.readers import BAD, expected, named_twice
from planner.exchange.plan.shapes import CONTEXT, LAYOUT, OWN_WEIGHTS, PERSON, REQUIRED, SETTINGS, Field
from planner.messages import message


class Record(Struct, frozen=True):
    """An object of the plan: where it stands, and its values by attribute, without those that are wrong."""

    path: str
    values: dict[str, Any]

    def get(self, attribute: str) -> Any:
        """A value, or None where it is null or could not be read."""
        return self.values.get(attribute)


class ScenarioRecord(Struct, frozen=True):
    """A scenario's own fields, and the records of its layout by table."""

    context: Record
    layout: dict[str, list[Record]]


class PlanRecord(Struct, frozen=True):
    """A whole plan as records."""

    settings: Record
    rule_pack: Record | None
    people: list[Record]
    scenarios: list[ScenarioRecord]


def plan_record(root: dict[str, Any], faults: list[Fault]) -> PlanRecord:
    """Read the whole tree; what is wrong in it is noted among the faults."""
    known = ("format", "version", "rule_pack", "people", "scenarios")
    settings = _record(root, "$", SETTINGS, faults, also=known)
    pack = root.get("rule_pack")
    own = None if pack is None else _record(pack, "$.rule_pack", OWN_WEIGHTS.fields, faults)
    people = _rows(root, "$", "people", PERSON.fields, faults)
    scenarios = [
        _scenario(value, f"$.scenarios[{place}]", faults)
        for place, value in enumerate(_listed(root, "$", "scenarios", faults))
    ]
    return PlanRecord(settings, own, people, scenarios)


def _scenario(value: Any, path: str, faults: list[Fault]) -> ScenarioRecord:
    context = _record(value, path, CONTEXT, faults, also=LAYOUT)
    inside = value if isinstance(value, dict) else {}
    layout = {table: _rows(inside, path, table, shape.fields, faults) for table, shape in LAYOUT.items()}
    return ScenarioRecord(context, layout)


def _rows(
    parent: dict[str, Any], path: str, table: str, fields: Sequence[Field], faults: list[Fault]
) -> list[Record]:
    listed = _listed(parent, path, table, faults)
    return [_record(value, f"{path}.{table}[{place}]", fields, faults) for place, value in enumerate(listed)]


def _listed(parent: dict[str, Any], path: str, table: str, faults: list[Fault]) -> list[Any]:
    value = parent.get(table, [])
    if type(value) is list:
        return value
    expected(faults, f"{path}.{table}", message("a list"), value)
    return []


def _record(
    value: Any, path: str, fields: Sequence[Field], faults: list[Fault], also: Collection[str] = ()
) -> Record:
    values: dict[str, Any] = {}
    if not isinstance(value, dict):
        expected(faults, path, message("an object"), value)
        return Record(path, values)
    named_twice(value, path, faults)
    met = 0
    for field in fields:
        if field.name not in value:
            if field.default is REQUIRED:
                said = message("the field {field} is missing", field=field.name)
                faults.append(Fault(step(path, field.name), said))
            else:
                values[field.kept_as] = field.default
            continue
        met += 1
        if _has_no_meaning(field, value):
            values[field.kept_as] = None
            continue
        read = field.read(value[field.name], f"{path}.{field.name}", faults)
        if read is not BAD:
            values[field.kept_as] = read
    if met + sum(name in value for name in also) < len(value):
        _note_unknown(value, path, [*(field.name for field in fields), *also], faults)
    return Record(path, values)


def _has_no_meaning(field: Field, value: dict[str, Any]) -> bool:
    """A share says nothing where nobody sits: it is not looked at and not kept."""
    return field.name == "share" and value.get("person") is None


def _note_unknown(value: dict[str, Any], path: str, known: list[str], faults: list[Fault]) -> None:
    for name in value:
        if name in known:
            continue
        close = get_close_matches(name, known, n=1)
        said = (
            message("there is no field “{name}”; did you mean “{close}”?", name=shown(name), close=close[0])
            if close
            else message(
                "there is no field “{name}” here; known are {known}", name=shown(name), known=", ".join(known)
            )
        )
        faults.append(Fault(step(path, name), said))
