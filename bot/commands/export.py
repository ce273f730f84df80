"""``export``: a region's workbook, released or as it stands; ``final``: the sums so far."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from bot.commands.console import notes, out, say
from bot.commands.failing import PROBLEM, CommandError
from bot.commands.files import write
from bot.commands.final import cumulative, is_final
from bot.commands.live import Live, opened, settings_for
from bot.commands.places import Place, all_places, find_period, find_place
from handlers.chain import workbooks
from handlers.chain.releasing import signatories
from handlers.chain.standing import Standing, standing
from handlers.words import words_in
from storage.store import Books

WORDS = words_in("zh")  # the official table, as it is posted


@dataclass(frozen=True, slots=True)
class Exported:
    """A workbook, and which one it is in both languages."""

    name: str
    data: bytes
    zh: str
    en: str


def export(region: str, period: str, to: Path | None, campaign: str | None) -> int:
    """Write it to a file, and say which one it is."""
    with notes().status("正在生成 … Making the workbook …"):
        book = asyncio.run(_find(region, period, campaign))
    if to == Path("-"):
        out().file.buffer.write(book.data)  # type: ignore[attr-defined]
        return 0
    path = to or Path(book.name)
    write(path, book.data, over=to is not None)
    say(f"{book.zh}：{path}", f"{book.en}: {path}")
    return 0


async def _find(region: str, period: str, campaign: str | None) -> Exported:
    async with opened(settings_for(campaign)) as live, live.store.reading() as books:
        place = find_place(await all_places(books, live.campaigns), region)
        if is_final(place.campaign, period):
            return await _final(books, place, live)
        when = find_period(place.campaign, place.region, period, live.now)
        stands = await standing(books, place.campaign, place.region, when)
        return await _released(books, stands) or await _current(books, place, stands, live)


async def _final(books: Books, place: Place, live: Live) -> Exported:
    """The sums over everything released so far."""
    book, sums = await cumulative(books, place, live.now)
    count, missing = len(sums.cumulative.brought), sums.cumulative.missing
    zh, en = (
        (f"；缺 {'、'.join(missing)}", f"; without {', '.join(missing)}") if missing else ("", "")
    )
    return Exported(
        book.name, book.data, f"累计表，{count} 期{zh}", f"Cumulative, {count} periods{en}"
    )


async def _released(books: Books, stands: Standing) -> Exported | None:
    """The newest released version's very bytes; None where there is no workbook of it."""
    table = stands.table
    if table is None:
        return None
    region, form = stands.region.id, stands.campaign.form.key
    id = await books.rollups.file_of(region, stands.period.key, form, table.version)
    file = await books.files.get(id) if id is not None else None
    if file is None:
        return None
    later = (
        "（此后又有变动，下一版尚未发出）",
        " (something came since; the next version is not out)",
    )
    zh, en = later if stands.moved else ("", "")
    return Exported(
        file.name,
        file.data,
        f"已发布的第 {table.version} 版{zh}",
        f"Released, version {table.version}{en}",
    )


async def _current(books: Books, place: Place, stands: Standing, live: Live) -> Exported:
    """What the table would be now."""
    rolled = stands.rolled_up(live.now)
    if not rolled.reported:
        raise CommandError(
            f"{place.named} {stands.period.key} 还没有任何报送，没有表。",
            f"Nothing has been reported for {place.named}, {stands.period.key}: there is no table.",
            PROBLEM,
        )
    named = await signatories(books, stands, live.now)
    mark = workbooks.mark(stands, rolled)
    book = workbooks.consolidated(WORDS, stands, rolled, mark, named, current=True)
    count = f"{rolled.reported}/{rolled.expected}"
    return Exported(
        book.name,
        book.data,
        f"尚未发布，现状（已报 {count}）",
        f"Not released: as it stands now ({count} reported)",
    )
