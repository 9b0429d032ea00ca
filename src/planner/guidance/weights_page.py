"""Writes the manual page of own weights: the file, how it is used, and what is refused."""

from planner.domain import OwnWeights
from planner.guidance.own_weights import NAME_LONGEST, as_toml
from planner.guidance.pack import Pack

PAGE = "own-weights.md"
_SHOWN = 12
"""Lines of the template that the page shows."""

_TEXT = """# Own weights

What counts how much is this planner's judgement, and yours may be another. A file of weights replaces those
of the default pack, rule by rule; what is good and what is risky stays as the guidance says it.

## The file

A TOML file in UTF-8, of 1 MB at most:

```toml
{template}
…
```

| key | holds |
|---|---|
| `name` | what these weights are called: one line of at most {longest} characters, required |
| `[weights]` | rules' ids, in quotation marks, each with a number from {least} to {most}; required |

A rule that the file leaves out keeps its usual weight; one that weighs 0 is left out of the score, with its
findings. At least one rule weighs more. Nothing else may stand in the file. The ids are those of
[the list of rules](README.md), and `planner rules` prints them.

Every fault is told at once, each with its place: the line where the file is no TOML, the key elsewhere, and
for an id that there is not the nearest one there is. A file with a fault changes nothing.

## Using it

- *Plan ▸ Guidance ▸ Save the weights as a file…* writes the weights in force, all rules with their names: a
  file to begin with.
- *Plan ▸ Guidance ▸ Use weights from a file…* takes them into the plan, as one step that can be undone. They
  travel with the plan from then on; the file is not needed any more, and later changes to it do not matter.
- *Plan ▸ Guidance ▸ Use the default weights* goes back.
- `planner score FILE --weights WEIGHTS.toml` scores by a file without changing the plan.

In a plan as text they are the field `rule_pack`: `{{"name": "Acme", "weights": {{"roles/coverage": 10}}}}`.

The name stands wherever a score does: in the panel, in what `planner score` prints (`pack.name` with
`--json`), and on every page of a PDF. Scores by different weights are not to be compared.
"""


def page(pack: Pack) -> str:
    """The whole page, in Markdown."""
    template = as_toml(pack, OwnWeights(name="Acme", weights=(("roles/coverage", 10.0),)))
    return _TEXT.format(
        template="\n".join(template.splitlines()[:_SHOWN]), longest=NAME_LONGEST, least=0, most=100
    )
