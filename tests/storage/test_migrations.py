"""What an earlier program wrote is still there, and means the same."""

from __future__ import annotations

import json

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from storage import migrating
from storage.store import Store
from tests.storage.cast import NOW

BEFORE = {  # a report with one version, as the first program kept it
    "regions": {"id": 1, "campaign": "c", "name": "四川省", "tier": "province", "since": NOW},
    "units": {"id": 2, "campaign": "c", "name": "省教育厅", "department": "e", "region": 1}
    | {"counted": True, "since": NOW},
    "people": {"id": 3, "name": "联络员甲", "blocked": False},
    "reports": {"id": 4, "campaign": "c", "unit": 2, "period": "2023-09", "form": "monthly"},
    "answers": {"report": 4, "key": "cases.L", "said": "十二", "figure": 12, "by": 3, "at": NOW},
    "submissions": {"id": 5, "report": 4, "version": 1, "figures": json.dumps({"cases.L": 12})}
    | {"texts": json.dumps({"narrative": "无"}), "at": NOW, "person": 3, "by": "联络员甲"}
    | {"contact": "028-1", "fingerprint": "f"},
}


def first_schema(connection: Connection) -> None:
    """The database as the first migration leaves it, with a report in it."""
    config = Config()
    config.set_main_option("script_location", str(migrating._SCRIPTS))
    config.attributes["connection"] = connection
    command.upgrade(config, "0001")
    for table, line in BEFORE.items():
        names = ", ".join(f'"{name}"' for name in line)
        values = ", ".join(f":{name}" for name in line)
        connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), line)


async def test_a_database_of_the_first_month_keeps_what_it_has(bare_url: str) -> None:
    store = await Store.open(bare_url)
    async with store.transaction() as books:
        await books.updates._connection.run_sync(first_schema)
    assert await store.revision() == "0001"
    await store.migrate()
    assert await store.revision() == migrating.head()
    async with store.reading() as books:
        (kept,) = await books.reports.submissions(2, "2023-09", "monthly")
        draft = await books.reports.draft(4, 3)
        assert await books.reports.newest(2, "2023-09", "monthly") == kept
    assert (kept.version, kept.figures, kept.texts) == (1, {"cases.L": 12}, {"narrative": "无"})
    assert (kept.submitted_at, kept.by, kept.contact) == (NOW, "联络员甲", "028-1")
    assert (kept.reason, kept.decision) == ("", None)
    assert draft.figures == {"cases.L": 12}
    await store.close()
