"""Which period a filled-in form is of: by its mark, the words after its title, the sheet's name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from exports.template import Mark
from handlers import dates
from handlers.desk import Scene
from handlers.fitting import echoed
from handlers.sheets.upload_refusal import NotTakenError, closed
from handlers.words import LANGUAGES, words_in
from reporting.campaign import Campaign
from reporting.many.spellings import folded

# A part of a longer name, or one end of a range, names no period: 18月, 2022年8月, 7-8月.
_BEFORE = r"(?<![\d年])(?<![\d月周][至到~—–-])"
_AFTER = r"(?!\d)(?![至到~—–-]\d)"


def agreed(
    scene: Scene, campaign: Campaign, mark: Mark | None, title: str, sheet: str
) -> str | None:
    """The one that all of them name; None where they leave it open. NotTakenError."""
    keys = [each.key for each in campaign.calendar.periods]
    if mark is not None and mark.period not in keys:
        raise closed(scene, echoed(mark.period))
    known = [mark.period] if mark else []
    after = folded(title).removeprefix(folded(campaign.form.title.zh))
    told = ("title", title, named(after, keys)), ("sheet", sheet, named(sheet, keys))
    for where, said, names in told:
        both = [each for each in names if each in (known or names)]
        if names and not both:
            its = dates.period(scene.words, known[0])
            raise NotTakenError(scene.words(f"upload-other-{where}", said=echoed(said), period=its))
        known = both or known
    return known[0] if len(known) == 1 else None


def named(text: str, periods: Iterable[str]) -> list[str]:
    """Those of the periods that a text names: in full, with their year; or else 9月 alone."""
    keys, said = list(periods), folded(text)
    whole = [key for key in keys if _says(said, _in_full(key))]
    return whole or [key for key in keys if _says(said, dates.spoken(key))]


def _in_full(key: str) -> list[str]:
    return [key, *(dates.period(words_in(each), key) for each in LANGUAGES)]


def _says(said: str, names: Iterable[str]) -> bool:
    words = "|".join(re.escape(folded(each)) for each in names)
    return re.search(f"{_BEFORE}(?:{words}){_AFTER}", said) is not None
