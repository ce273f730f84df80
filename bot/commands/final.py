"""A campaign's final table: a region's sums so far, proved like everything that is handed out."""

from __future__ import annotations

from datetime import datetime

from bot.commands.failing import PROBLEM, CommandError
from bot.commands.places import Place
from handlers.chain.releasing import signatories_of
from handlers.chain.workbooks import Workbook
from handlers.queries.finals import FINAL, final
from handlers.queries.to_date import ToDate, of_region
from handlers.words import words_in
from reporting.campaign import Campaign
from storage.store import Books

WORDS = words_in("zh")  # the official table


def is_final(campaign: Campaign, period: str) -> bool:
    """Whether the final table is meant, and no period of that name."""
    return period.strip() == FINAL and all(p.key != FINAL for p in campaign.calendar.periods)


async def cumulative(books: Books, place: Place, now: datetime) -> tuple[Workbook, ToDate]:
    """The workbook and what is in it; CommandError where there is none, or it does not add up."""
    campaign, region = place.campaign, place.region
    sums = await of_region(books, campaign, region, now)
    if not sums.cumulative.brought:
        raise CommandError(
            f"{place.named} 还没有汇总过任何一期，没有累计表。",
            f"Nothing was rolled up for {place.named} yet: there is no cumulative table.",
            PROBLEM,
        )
    people = await signatories_of(books, campaign.key, region.id, now)
    made = final(WORDS, sums, people, now)
    if made.wrong:
        raise CommandError(
            f"{place.named} 的累计表核对不一致，没有导出。",
            f"The cumulative table of {place.named} does not add up; it was not exported.",
            PROBLEM,
        )
    return made.book, sums
