"""Two months of the tea campaign, as queries meet them: August released, September under way.

August: 市农业局 5 of everything, nobody else. September: 市农业局 3, 县农业局 4, and 驻市部队,
which is not counted, 100.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import text

from handlers.outgoing import Act, Message
from tests.campaigns import tea
from tests.handlers.office import CN, Office

COORDINATOR, COUNTY, LIAISON = "汇总员甲", "汇总员乙", "联络员甲"
SEPTEMBER = datetime(2023, 9, 22, 9, tzinfo=CN)
CLOSED = datetime(2023, 9, 29, 1, tzinfo=CN)


async def two_months(office: Office) -> None:
    """Up to 22 September."""
    async with office.store.transaction() as books:  # loaded before August was due
        loaded = text("UPDATE campaigns SET loaded_at = '2023-08-01 00:00:00.000000'")
        await books.journal._do(loaded)
    office.now = datetime(2023, 8, 22, 9, tzinfo=CN)
    await office.submit(tea(), "市农业局", "2023-08", "联络员甲", lambda key: 5)
    office.now = datetime(2023, 8, 29, 1, tzinfo=CN)
    await office.ring()
    office.now = SEPTEMBER
    await office.submit(tea(), "市农业局", "2023-09", "联络员甲", lambda key: 3)
    await office.submit(tea(), "县农业局", "2023-09", "联络员戊", lambda key: 4)
    await office.submit(tea(), "驻市部队", "2023-09", "联络员丁", lambda key: 100)


async def close(office: Office) -> None:
    """September is released, too."""
    office.now = CLOSED
    await office.ring()


def data(acts: list[Act]) -> dict[str, str]:
    """The buttons: what they say, what they send."""
    return {
        button.label: button.data
        for each in acts
        if isinstance(each, Message)
        for row in each.buttons
        for button in row
    }
