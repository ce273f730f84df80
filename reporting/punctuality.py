"""Who is late or missing again and again: counts over a region's released tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reporting.chain import RollUp


@dataclass(frozen=True, slots=True)
class Record:
    """One contributor over ``of`` periods: how often it was 迟报, how often 未报."""

    kind: str
    id: int
    name: str
    late: int
    missing: int
    of: int

    @property
    def punctual(self) -> bool:
        """Whether it was always there, and on time."""
        return not self.late + self.missing


def records(tables: Iterable[RollUp]) -> tuple[Record, ...]:
    """Everybody who was expected in one of these tables, the least punctual first.

    ``tables`` are a region's newest, one a period, oldest first; names are the latest. What is
    not counted is never overdue. One who was missing goes before one who was late as often.
    """
    found: dict[tuple[str, int], Record] = {}
    for each in (c for table in tables for c in table.contributions if c.counted):
        before = found.get((each.kind, each.id), Record(each.kind, each.id, "", 0, 0, 0))
        missing = each.version is None
        found[each.kind, each.id] = Record(
            each.kind,
            each.id,
            each.name,
            before.late + (each.late and not missing),
            before.missing + missing,
            before.of + 1,
        )
    return tuple(sorted(found.values(), key=lambda r: (-r.late - r.missing, -r.missing)))
