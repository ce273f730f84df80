"""Whatever the figures and the names: what is said fits into Telegram."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from handlers import callback, fitting
from handlers.callback import LIMIT, of_command, of_tap
from handlers.desk import Rows
from handlers.interview.asking import Talk, compose
from handlers.outgoing import Act
from handlers.words import LANGUAGES, Html, words_in
from reporting import interview
from reporting.campaign import Campaign
from reporting.draft import EXPLAIN, REVIEW, Answer, Background, Draft
from reporting.events import Submitted
from reporting.form import Form
from reporting.said import Choice, Said, Tapped
from tests.campaigns import jiaxing, river, sichuan, tea
from tests.handlers.office import Office, messages, opened

CAMPAIGNS = [sichuan(), jiaxing(), river(), tea()]
MESSAGE, CAPTION, BUTTONS, LABEL = 4096, 1024, 100, 64
REPORT = "9999999999"
LARGEST = 999_999_999_999
LONG = "云溪市" + "茶叶" * 28 + "局"  # a name of 60 characters


def length(text: str) -> int:
    """As Telegram counts: without the tags, in UTF-16."""
    return len(html.unescape(re.sub(r"<[^>]*>", "", text)).encode("utf-16-le")) // 2


def assert_fits(text: str, rows: Rows = (), limit: int = MESSAGE) -> None:
    assert 0 < length(text) <= limit
    buttons = [button for row in rows for button in row]
    assert len(buttons) <= BUTTONS
    assert max((len(row) for row in rows), default=0) <= 8
    for each in buttons:
        assert 0 < len(each.label) <= LABEL and len(each.data.encode()) <= LIMIT


def assert_all_fit(acts: list[Act]) -> None:
    assert messages(acts)
    for each in messages(acts):
        assert_fits(each.text, each.buttons, CAPTION if each.file is not None else MESSAGE)


def filled(form: Form, value: int, at: str, words: str = "长" * 3000) -> Draft:
    answers = {key: Answer(str(value), value) for key in form.inputs}
    texts = {key: Answer(words, words) for key in form.questions if key not in answers}
    return Draft(REPORT, at, {**answers, **texts, EXPLAIN: Answer("", words)})


def talk(campaign: Campaign, draft: Draft, language: str) -> Talk:
    words = words_in(language)  # type: ignore[arg-type]
    title = words("title", campaign=words.label(campaign.short), period="2023年9月", unit=LONG)
    return Talk(words, campaign.form, draft, Html(title), campaign.calendar.every)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda each: each.key)
def test_every_question_of_every_campaign_fits(campaign: Campaign, language: str) -> None:
    background = Background(dict.fromkeys(campaign.form.inputs, LARGEST))
    for key in (*campaign.form.questions, REVIEW, EXPLAIN):
        for value in (0, LARGEST):
            draft = filled(campaign.form, value, key)
            turn = interview.resume(campaign.form, draft, background)
            assert_fits(*compose(talk(campaign, turn.draft, language), turn.events))
    empty = Draft(REPORT, next(iter(campaign.form.questions)))
    turn = interview.resume(campaign.form, empty, Background())
    assert_fits(*compose(talk(campaign, empty, language), turn.events))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda each: each.key)
def test_whatever_is_found_when_it_is_handed_in_fits(campaign: Campaign, language: str) -> None:
    form, department = campaign.form, next(iter(campaign.departments))
    background = Background(dict.fromkeys(form.inputs, 1), {}, department)
    for at in (REVIEW, EXPLAIN):
        for n, value in enumerate((0, 1, LARGEST)):
            answers = {key: Answer("", (i + n) % 2 * value) for i, key in enumerate(form.inputs)}
            draft = filled(form, value, at)
            draft = Draft(draft.key, at, {**draft.answers, **answers})
            tap = Tapped(REPORT, at, Choice.SUBMIT if at == REVIEW else Choice.BACK)
            turn = interview.answer(form, draft, tap, background)
            text, rows = compose(talk(campaign, turn.draft, language), turn.events)
            if not any(isinstance(event, Submitted) for event in turn.events):
                assert_fits(text, rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda each: each.key)
def test_whatever_is_sent_at_once_its_card_fits(campaign: Campaign, language: str) -> None:
    form = campaign.form
    rows, first = (
        {cell.row_label.zh for cell in form.cells.values()},
        next(iter(form.cells.values())),
    )
    named = f"{first.column_label.zh} {first.row_label.zh}"
    unclear = "，".join(f"{row}约{'😀' * 40}3" for row in [*rows] * 20)
    given_twice = "，".join(f"{row}{LARGEST}，{row}7" for row in rows)
    pasted = " ".join([str(LARGEST)] * len(form.inputs))
    slips = " ".join(["1.5"] * len(form.inputs))
    for text in (
        f"{named}3，{unclear}",
        f"{named}3，{given_twice}，{unclear}",
        pasted,
        slips,
        "1 " * 9,
    ):
        for at in (form.inputs[0], REVIEW):
            draft = filled(form, 1, REVIEW) if at == REVIEW else Draft(REPORT, at)
            turn = interview.answer(form, draft, Said(text[:4096]), Background())
            assert_fits(*compose(talk(campaign, turn.draft, language), turn.events))


@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda each: each.key)
def test_every_choice_of_what_to_change_fits(campaign: Campaign) -> None:
    draft = filled(campaign.form, LARGEST, REVIEW)
    for word in (Choice.EDIT, *(group.key for group in campaign.form.groups)):
        tap = Tapped(REPORT, REVIEW, Choice.JUMP, word)
        if word == Choice.EDIT:
            tap = Tapped(REPORT, REVIEW, Choice.EDIT)
        turn = interview.answer(campaign.form, draft, tap, Background())
        assert_fits(*compose(talk(campaign, turn.draft, "zh"), turn.events))


@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda each: each.key)
def test_a_button_leads_where_it_says(campaign: Campaign) -> None:
    """What stands in 64 bytes is short for a question; read back it is that question again."""
    for key in (*campaign.form.questions, REVIEW, *(g.key for g in campaign.form.groups)):
        short = callback.pointer(campaign.form, key)
        assert callback.pointed(campaign.form, short) == key


def test_the_longest_keys_fit_a_button() -> None:
    key = "k" * 28  # the longest that a campaign may have
    for choice in Choice:
        assert len(of_tap(Tapped(REPORT, key, choice, "#9999")).encode()) <= LIMIT
    assert len(of_tap(Tapped(REPORT, REVIEW, Choice.JUMP, key)).encode()) <= LIMIT
    assert len(of_command("fill", f"{REPORT} 2023-W36").encode()) <= LIMIT
    with pytest.raises(ValueError, match="64"):
        of_command("fill", "x" * 60)


def crowded(units: int) -> bytes:
    """A roster of many units with long names, whose one liaison has all of them."""
    head = "地区,级别,上级地区,单位,部门,计入汇总,姓名,职责,处室,电话,邮箱\n"
    lines = [
        "云溪市,市级,,,,,管理员甲,管理员,,000-0001,",
        "云溪市,市级,,,,,汇总员甲,汇总员,,000-0003,",
    ]
    for n in range(units):
        name = f"{LONG[:57]}{n:03}"
        lines.append(f"云溪市,市级,,{name},农业部门,是,联络员甲,联络员,,000-0002,")
        lines.append(f"云溪市,市级,,{name},农业部门,是,{'长' * 30}{n:02},联络员B,,000-9{n:03},")
    return (head + "\n".join(lines) + "\n").encode()


@pytest.mark.parametrize("reported", [0, 7, 60])
async def test_a_region_of_sixty_long_names_fits(empty: Path, reported: int) -> None:
    async with opened(empty, [(tea(), crowded(60))]) as office:
        office.now = office.now.replace(hour=10)
        for unit in list(office.units)[:reported]:
            await office.submit(tea(), unit, "2023-09", "联络员甲", lambda key: LARGEST // 61)
        await office.bind("云溪市", -100)
        await _assert_everything_fits(office)
        for day in (25, 26, 27, 28, 29, 30):
            office.now = office.now.replace(day=day)
            said = await office.ring()
            assert all(length(each.text) <= (1024 if each.file else 4096) for each in said)
            assert all(len(b.data.encode()) <= LIMIT for m in said for r in m.buttons for b in r)
        await _assert_everything_fits(office)


async def _assert_everything_fits(office: Office) -> None:
    for language in ("zh", "en"):
        for who in ("联络员甲", "汇总员甲", "管理员甲"):
            await office.says(who, f"/language {language}")
            for command in ("start", "mine", "status", "missing", "table", "fill", "help"):
                if command != "table" or who != "联络员甲":
                    assert_all_fit(await office.says(who, f"/{command}"))
    for command in ("status", "missing", "table"):
        assert_all_fit(await office.says("汇总员甲", f"/{command}", -100))


@pytest.mark.parametrize("command", ["status", "missing", "table", "fill", "nonsense", "language"])
async def test_a_command_with_four_thousand_characters_is_answered_in_a_few(
    office: Office, command: str
) -> None:
    for who in ("联络员甲", "汇总员甲"):
        assert_all_fit(await office.says(who, f"/{command} {'<&长' * 1360}"))


async def test_a_code_of_four_thousand_characters_is_answered(office: Office) -> None:
    assert_all_fit(await office.says("路人", "/start " + "A" * 4000))


def test_cards_are_packed_into_as_few_messages_as_hold_them() -> None:
    cards = [Html("长" * 1500) for _ in range(5)]
    packed = fitting.packed(cards)
    assert len(packed) == 3
    assert sum(each.count("长") for each in packed) == 7500
    assert all(len(each) <= MESSAGE for each in packed)


def test_names_say_how_many_more_there_are() -> None:
    words = words_in("zh")
    assert fitting.names(words, ["甲", "乙"], 10) == "甲、乙"
    assert "另有 9 个" in fitting.names(words, ["名" * 9] * 10, 12)


def test_what_was_said_is_shown_back_on_one_line() -> None:
    assert fitting.echoed("  a\n\u202eb\u200f  c ") == "a b c"
    assert fitting.echoed("\u200b") == ""
    assert len(fitting.echoed("长" * 4096)) == 30
