"""Tortures the store by name: ``python -m tests.torture NAME|all [--count N] [--seed N]``.

A torture is a module of this folder with ``run(count, seed) -> Outcome``, ``COUNT``, how often it tries when
nothing is said, and ``FEW``, how often it tries among the tests. No list has to be kept: the folder is it.
"""

import argparse
import sys
import time
from importlib import import_module
from pathlib import Path
from types import ModuleType


def tortures() -> dict[str, ModuleType]:
    """Every torture by its name, which is that of its module with dashes."""
    found = {}
    for path in sorted(Path(__file__).parent.glob("[a-z]*.py")):
        if not path.stem.startswith("test_"):
            module = import_module(f"tests.torture.{path.stem}")
            if hasattr(module, "run"):
                found[path.stem.replace("_", "-")] = module
    return found


def main() -> int:
    """Print a line for each torture; exit code 1 when a promise was broken."""
    known = tortures()
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description="0 faults is the goal.")
    parser.add_argument("name", choices=(*known, "all"), help="one torture, or all")
    parser.add_argument("--count", type=int, help="how often to try; each torture has its own number")
    parser.add_argument("--seed", type=int, default=1, help="of what is random")
    asked = parser.parse_args()
    broken = 0
    for name in known if asked.name == "all" else (asked.name,):
        started = time.monotonic()
        outcome = known[name].run(asked.count or known[name].COUNT, asked.seed)
        print(f"{outcome} ({time.monotonic() - started:.0f} s, seed {asked.seed})", flush=True)
        for fault in outcome.faults[1:100]:
            print(f"  {fault}", flush=True)
        broken += bool(outcome.faults)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
