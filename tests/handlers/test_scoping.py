"""Choosing what there is to report, on a phone: buttons that fit, names of two languages."""

from dataclasses import replace
from pathlib import Path

import pytest

from handlers.callback import LIMIT, pointed, pointer
from handlers.interview.asking import compose
from handlers.interview.scoping import PAGE
from handlers.interview.talk import Talk
from handlers.words import LANGUAGES, Html, words_in
from reporting.calendar import Every
from reporting.draft import ROWS, Background
from reporting.form import Form, Group
from reporting.interview import answer, begin
from reporting.label import Label, Language
from reporting.said import Choice, Tapped
from tests.campaigns import SHIPPED, sichuan
from tests.handlers.office import opened

FORM = sichuan().form
LONGEST_KEY = 24  # of a column
TAPS = (("scope", "pick", "B"), ("scope", "done", ""))


def shown(
    form: Form,
    *taps: tuple[Choice, str],
    language: Language = "zh",
    last: dict[str, int] | None = None,
) -> tuple[str, list[str], list[str]]:
    """The message after these taps: its text, its buttons' labels, and their data."""
    background = Background(last=last)
    turn = begin(form, "1234567890", background)
    for choice, to in taps:
        press = Tapped("1234567890", turn.draft.at, choice, to)
        turn = answer(form, turn.draft, press, background)
    talk = Talk(words_in(language), form, turn.draft, Html("…"), Every.MONTH)
    text, rows = compose(talk, turn.events)
    buttons = [each for row in rows for each in row]
    return text, [each.label for each in buttons], [each.data for each in buttons]


def wide(count: int) -> Form:
    """The same form with so many groups, of the longest keys there may be."""
    groups = tuple(
        Group(
            f"g{n:0{LONGEST_KEY - 1}}",
            Label(f"类{n}", f"part {n}"),
            Label(f"类{n}", f"part {n}"),
            (key,),
        )
        for n, key in enumerate(FORM.inputs[:count])
    )
    return replace(FORM, groups=(*groups, FORM.groups[-1]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_choice_is_told_in_words_and_not_by_its_sign_alone(language: Language) -> None:
    text, labels, _ = shown(FORM, (Choice.PICK, "L"), language=language)
    short = next(group.short for group in FORM.groups if group.key == "L").said(language)
    assert short in text
    assert f"● {short}" in labels


def test_the_button_says_how_many_figures_it_sets_to_zero() -> None:
    _, labels, _ = shown(FORM, (Choice.PICK, "C"))
    assert "完成选择，113项填0" in labels


def test_last_months_figures_stand_where_figures_are_chosen() -> None:
    taps = ((Choice.PICK, "C"), (Choice.DONE, ""))
    text, _, _ = shown(FORM, *taps, last={"cases.C": 2, "warned.C": 0})
    assert "上月有数：案件数 2 件" in text
    assert "上月全部为 0" in shown(FORM, *taps, last={"cases.C": 0})[0]
    assert "上月未报" in shown(FORM, *taps)[0]


def test_many_groups_are_shown_by_the_page_and_all_can_be_reached() -> None:
    form = wide(100)
    seen: set[str] = set()
    taps: tuple[tuple[Choice, str], ...] = ()
    for _ in range(3):
        _, labels, data = shown(form, *taps)
        here = {each.split("|")[4] for each in data if each.split("|")[3] == "pick"}
        assert len(here) <= PAGE and "更多" in labels
        seen |= here
        taps = ((Choice.MORE, next(d.split("|")[4] for d in data if d.split("|")[3] == "more")),)
    assert seen == {each.key for each in form.groups[:-1]}


def test_a_choice_on_a_later_page_leaves_that_page_on_the_screen() -> None:
    form = wide(100)
    key = form.groups[PAGE + 1].key
    assert f"● 类{PAGE + 1}" in shown(form, (Choice.PICK, key))[1]


def test_every_button_fits_whatever_the_keys_are() -> None:
    for taps in ((), ((Choice.PICK, wide(100).groups[0].key),)):
        assert all(len(each.encode()) <= LIMIT for each in shown(wide(100), *taps)[2])


@pytest.mark.parametrize("place", [ROWS + "C", ROWS + "complaints", "cases.L", "narrative", "C"])
def test_a_pointer_leads_back_to_its_place(place: str) -> None:
    assert pointed(FORM, pointer(FORM, place)) == place


async def test_what_was_chosen_is_no_part_of_the_report(empty: Path) -> None:
    campaign = sichuan()
    roster = (SHIPPED / campaign.key / "roster.csv").read_bytes()
    async with opened(empty, [(campaign, roster)]) as office:
        await office.says("联络员甲", "/fill")
        for place, choice, to in TAPS:
            await office.presses("联络员甲", f"i|1|{place}|{choice}|{to}")
        await office.says("联络员甲", "7")
        for place, choice, to in (("narrative", "none", ""), ("review", "submit", "")):
            await office.presses("联络员甲", f"i|1|{place}|{choice}|{to}")
        async with office.store.transaction() as books:
            unit = office.units["省卫生健康委（本级）"]
            made = await books.reports.newest(unit, "2023-09", campaign.form.key)
    assert made is not None and made.texts == {"narrative": "无"}
    assert {key: figure for key, figure in made.figures.items() if figure} == {"inspected.B": 7}
