"""Plans are whole projects as plain text, for scripts, version control and exchange with other programs."""

from planner.exchange.plan.faults import Fault, PlanFaults
from planner.exchange.plan.reading import read
from planner.exchange.plan.writing import write

__all__ = ["Fault", "PlanFaults", "read", "write"]
