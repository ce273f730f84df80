"""A campaign file with a mistake stops the start, with the file, the place and the remedy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.campaign_file import CampaignFileError, Problem, read_campaign
from reporting.form import State, Summing
from tests import campaigns

RIVER = campaigns.texts(campaigns.HERE / "river-patrol")
WHOLE, WEEKLY = "campaign.toml", "weekly.toml"


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """The invented campaign with one passage of one file written otherwise."""
    assert RIVER[file].count(old) >= 1, old
    return RIVER | {file: RIVER[file].replace(old, new, 1)}


def problems(texts: dict[str, str]) -> tuple[Problem, ...]:
    with pytest.raises(CampaignFileError) as caught:
        read_campaign(texts)
    return caught.value.problems


MISTAKES = [
    # what is written wrongly: file, passage, written instead → place, words of the complaint
    ("an unknown row in a rule", WEEKLY, 'must = "cumulative(total.boats) > 0"',
     'must = "cumulative(totl.boats) > 0"', "checks[3].must", "did you mean 'total.boats'"),
    ("an unknown column in a rule", WEEKLY, '"closed <= found"', '"closed <= fonud"',
     "checks[1].must", "did you mean 'found'"),
    ("an unknown row that a rule is limited to", WEEKLY, 'rows = ["total"]\nmust',
     'rows = ["totals"]\nmust', "checks[2].rows", "did you mean 'total'"),
    ("an unknown department in a rule", WEEKLY, 'departments = ["boats"]',
     'departments = ["boat"]', "checks[3].departments", "did you mean 'boats'"),
    ("an unknown column in a formula", WEEKLY, '"percent(closed, found)"',
     '"percent(closd, found)"', "columns[2].columns[3].formula", "did you mean 'closed'"),
    ("an unknown usual column", WHOLE, '["found", "closed"]', '["found", "closing"]',
     "departments[2].usual_columns", "there is no 'closing'"),
    ("an unknown usual row", WHOLE, 'usual_rows = ["left"]', 'usual_rows = ["lift"]',
     "departments[2].usual_rows", "did you mean 'left'"),
    ("an unknown highlight", WEEKLY, '["total.walks"]', '["total.walk"]',
     "highlights[1].cells", "did you mean 'total.walks'"),
    ("a highlight that holds no figure", WEEKLY, '["total.walks"]', '["right.boats"]',
     "highlights[1].cells", "there is no 'right.boats'"),
    ("a highlight that sums different measures", WEEKLY, '["total.walks"]',
     '["total.walks", "total.found"]', "highlights[1].cells", "different measures"),
    ("an unknown measure", WEEKLY, 'measure = "weight"', 'measure = "wieght"',
     "columns[4].measure", "did you mean 'weight'"),
    ("a cell both computed and entered", WEEKLY, 'by = "column"',
     'by = "column"\nstate = "input"', "cells[1].state", "both computed and entered"),
    ("a cell both computed and blank", WEEKLY, 'formula = "left.boats"',
     'formula = "left.boats"\nstate = "blank"', "cells[3].state", "both computed and blank"),
    ("a cell to be computed by nothing", WEEKLY, 'state = "blank"', 'state = "computed"',
     "cells[2].state", "no formula"),
    ("two formulas for one cell", WEEKLY, '\nby = "column"', '\nsumming = "recompute"',
     "rows[3].formula", "both the row and the column of total.rate"),
    ("a cell declared twice", WEEKLY, 'rows = ["right"]', 'rows = ["right", "total"]',
     "cells[3]", "already declared at cells[2]"),
    ("a formula that needs a cell without a figure", WEEKLY, 'formula = "left.boats"',
     'by = "row"', "rows[3].formula", "right.boats, which holds no figure"),
    ("formulas in a circle", WEEKLY, 'formula = "left.boats"',
     'formula = "total.boats + left.boats"', "cells[3].formula", "circle"),
    ("a formula that mixes measures", WEEKLY, '"percent(closed, found)"', '"closed + cost"',
     "columns[2].columns[3].formula", "mixes outfalls with wan yuan"),
    ("a formula whose cell counts something else", WEEKLY, '"percent(closed, found)"',
     '"closed + found"', "columns[2].columns[3].formula", "mixes outfalls with %"),
    ("a percentage that would be summed", WEEKLY, 'formula = "percent(closed, found)"',
     'summing = "sum"', "columns[2].columns[3]", 'summing = "sum"'),
    ("a formula that looks back", WEEKLY, '"percent(closed, found)"',
     '"percent(last(closed), found)"', "columns[2].columns[3].formula", "other periods"),
    ("a formula that is a condition", WEEKLY, '"percent(closed, found)"', '"closed < found"',
     "columns[2].columns[3].formula", "not a number"),
    ("a rule that is a number", WEEKLY, '"closed <= found"', '"closed - found"',
     "checks[1].must", "not a condition"),
    ("a rule without a figure", WEEKLY, '"closed <= found"', '"1 <= 2"',
     "checks[1].must", "no figure"),
    ("a rule that applies nowhere", WEEKLY, 'rows = ["total"]\nmust = "rate >= 50"',
     'rows = ["right"]\nmust = "boats + rate > 0"', "checks[2]", "nowhere"),
    ("a formula on a header group", WEEKLY, 'label = { zh = "水上", en = "Afloat" }',
     'label = { zh = "水上", en = "Afloat" }\nformula = "walks + walks"',
     "columns[1].columns[1]", "has columns below it"),
    ("a message with an unknown name", WEEKLY, "只有 {rate}", "只有 {rat}",
     "checks[2].message.zh", "did you mean 'rate'"),
    ("a message that names no row", WEEKLY, "no boat has gone", "{row} no boat has gone",
     "checks[3].message.en", "there is no 'row'"),
    ("rows for a rule of the whole form", WEEKLY, 'departments = ["boats"]',
     'rows = ["left"]', "checks[3].rows", "has no use for rows"),
    ("a place without a field", WEEKLY, "来信{received}封", "来信{recieved}封",
     "sentences[1].text.zh", "did you mean 'received'"),
    ("a field without a place", WEEKLY, "{answered} answered", "some answered",
     "sentences[1].text.en", "stands 0 times"),
    ("a brace without its pair", WEEKLY, "{received} letters", "{received letters",
     "sentences[1].text.en", "brace"),
    ("an edge without a place for its value", WEEKLY, "河段：{}", "河段：", "header[1].text.zh",
     "stands 0 times"),
    ("a date with an unknown part", WEEKLY, "{day}.{month}", "{dya}.{month}",
     "footer[1].date_format", "did you mean 'day'"),
    ("a row's key twice", WEEKLY, 'key = "right"', 'key = "left"', "rows[2].key", "twice"),
    ("a column's key twice", WEEKLY, 'key = "waste"', 'key = "boats"', "columns[4].key",
     "first at columns[1].columns[1].columns[1].key"),
    ("a rule's key twice", WEEKLY, 'key = "half-closed"', 'key = "closed-within-found"',
     "checks[2].key", "twice"),
    ("a field's key twice", WEEKLY, 'key = "answered"', 'key = "received"',
     "sentences[1].fields[2].key", "twice"),
    ("a key the narrative has", WEEKLY, 'key = "waste"', 'key = "narrative"',
     "columns[4].key", "twice"),
    ("a key in one table twice", WHOLE, 'every = "week"', 'every = "week"\nevery = "month"',
     "14:16", "stands here twice"),
    ("a department's key twice", WHOLE, 'key = "water"', 'key = "boats"',
     "departments[2].key", "twice"),
    ("a department's name twice", WHOLE, '["水务"]', '["巡河船队"]', "departments[2]", "twice"),
    ("a level's key twice", WHOLE, 'key = "reach"', 'key = "basin"', "tiers[2].key", "twice"),
    ("a key too long for a button", WEEKLY, 'key = "right"', 'key = "right_bank_of_the_water"',
     "rows[2].key", "longer than 28"),
    ("a key with a blank", WEEKLY, 'key = "right"', 'key = "right bank"', "rows[2].key",
     "not well written"),
    ("a day that the year lacks", WHOLE, "2023-10-03", "2023-02-30",
     "22:17", "no such date"),
    ("a day that no month has", WHOLE, "weekday = 1, offset = 1", "day = 32",
     "tiers[1].units_due.day", "less than or equal to 31"),
    ("a day of the month in a weekly campaign", WHOLE, "weekday = 1, offset = 1", "day = 3",
     "tiers[1].units_due", "not a day of a week period"),
    ("a due day named in two ways", WHOLE, "weekday = 1, offset = 1",
     "weekday = 1, date = 2023-09-01", "tiers[1].units_due", "only one of them"),
    ("a last period before the first", WHOLE, 'last = "2023-W40"', 'last = "2023-W30"',
     "calendar.last", "before 2023-W36"),
    ("a period that is none", WHOLE, 'first = "2023-W36"', 'first = "2023-W60"',
     "calendar.first", "not such a period"),
    ("a period that opens after its end", WHOLE, "opens = { weekday = 4 }",
     "opens = { weekday = 1, offset = 1 }", "calendar.opens", "only after their end"),
    ("a period that ends before it starts", WHOLE, "end = { weekday = 6 }",
     "end = { weekday = 6, offset = -1 }", "calendar.2023-W36.end", "before"),
    ("an exception for no period", WHOLE, 'period = "2023-W39"', 'period = "2023-W50"',
     "calendar.exceptions.2023-W50.due:reach", "no period 2023-W50"),
    ("an exception for no level", WHOLE, "due = { reach =", "due = { beach =",
     "calendar.exceptions[1].due", "did you mean 'reach'"),
    ("a zone that is none", WHOLE, '"Europe/Prague"', '"Europe/Praha"',
     "calendar.zone", "did you mean 'Europe/Prague'"),
    ("holidays of no country", WHOLE, 'holidays = "CZ"', 'holidays = "XX"',
     "calendar.holidays", "no 'XX'"),
    ("a level without departments", WHOLE, 'departments = ["boats", "water"]',
     "departments = []", "tiers[1].departments", "has no departments"),
    ("a level with an unknown department", WHOLE, '["boats", "volunteers"]',
     '["boats", "volunteer"]', "tiers[2].departments", "did you mean 'volunteers'"),
    ("a department that nobody has", WHOLE, '["boats", "volunteers"]', '["boats"]',
     "departments[3]", "no level has"),
    ("a top level that reports upward", WHOLE, "units_due = { weekday = 1, offset = 1 }",
     "units_due = { weekday = 1, offset = 1 }\ndue = { weekday = 2 }", "tiers[1].due", "nobody"),
    ("a level that reports upward on no day", WHOLE, "due = { weekday = 2, offset = 1 }", "",
     "tiers[2].due", "no day by which"),
    ("a level due before it closes", WHOLE, "due = { weekday = 2, offset = 1 }",
     "due = { weekday = 6 }", "tiers[2].due", "2023-W36, 2023-W37, 2023-W38, 2023-W40"),
    ("an exception before the level closes", WHOLE, "due = { reach = 2023-10-03 }",
     "due = { reach = 2023-10-01 }", "tiers[2].due", "2023-W39"),
    ("units due before the period opens", WHOLE, "units_due = { weekday = 0, offset = 1 }",
     "units_due = { weekday = 3 }", "tiers[2].units_due", "only after it"),
    ("a reminder at no day", WHOLE, "overdue = 2\n", "", "reminders[2]", "exactly one"),
    ("a label without English", WHOLE, '{ zh = "水务处", en = "Water authority" }',
     '{ zh = "水务处" }', "departments[2].label.en", "'en' is missing"),
    ("an empty label", WHOLE, 'zh = "水务处"', 'zh = " "', "departments[2].label.zh", "empty"),
    ("an unknown key", WEEKLY, "aliases = ", "alias = ", "columns[4].alias",
     "did you mean 'aliases'"),
    ("an unknown choice", WEEKLY, 'level = "hard"', 'level = "herd"', "checks[1].level",
     "did you mean 'hard'"),
    ("a number that is text", WEEKLY, "decimals = 4", 'decimals = "4"',
     "measures.money.decimals", "a whole number"),
    ("more decimals than can be kept", WEEKLY, "decimals = 4", "decimals = 7",
     "measures.money.decimals", "less than or equal to 6"),
    ("one where many belong", WEEKLY, 'rows = ["right"]', 'rows = "right"', "cells[2].rows",
     "a list"),
    ("a time that is text", WHOLE, "at = 07:30:00", 'at = "07:30"', "reminders[1].at", "a time"),
    ("what is no TOML", WEEKLY, 'key = "left"', "key = left", "80:7", "not TOML"),
    ("a form without a file", WHOLE, '["weekly"]', '["weekly", "yearly"]', "forms[2]",
     "no file yearly.toml"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "words"),
    [mistake[1:] for mistake in MISTAKES],
    ids=[mistake[0] for mistake in MISTAKES],
)
def test_a_mistake_is_named_with_file_place_and_remedy(
    file: str, old: str, new: str, place: str, words: str
) -> None:
    found = problems(changed(file, old, new))
    named = [p for p in found if p.file == file and p.place.startswith(place)]
    assert named, found
    assert words in " ".join(p.said("en") for p in named)
    for problem in found:
        assert problem.what.zh and problem.what.en and problem.remedy.zh and problem.remedy.en


def test_every_mistake_is_told_at_once() -> None:
    texts = changed(WHOLE, 'holidays = "CZ"', 'holidays = "XX"')
    texts |= {WEEKLY: changed(WEEKLY, '"closed <= found"', '"closed <= fonud"')[WEEKLY]}
    texts[WEEKLY] = texts[WEEKLY].replace("total.walks", "total.walk")
    assert [(p.file, p.place) for p in problems(texts)] == [
        (WHOLE, "calendar.holidays"),
        (WEEKLY, "checks[1].must"),
        (WEEKLY, "highlights[1].cells"),
    ]


def test_a_form_is_read_although_the_campaign_is_not() -> None:
    texts = changed(WHOLE, 'key = "river-patrol"', "key = river")
    texts |= {WEEKLY: changed(WEEKLY, "total.walks", "total.walk")[WEEKLY]}
    assert {p.file for p in problems(texts)} == {WHOLE, WEEKLY}


def test_the_error_is_told_in_both_languages() -> None:
    texts = changed(WEEKLY, '"closed <= found"', '"closed <= fonud"')
    with pytest.raises(CampaignFileError) as caught:
        read_campaign(texts)
    zh, en = str(caught.value).splitlines()
    assert zh.startswith("weekly.toml › checks[1].must：没有“fonud”；是否想写“found”？")
    assert en.strip().startswith("weekly.toml › checks[1].must: there is no 'fonud'; did you mean")


def test_a_file_that_is_not_listed_is_named() -> None:
    (found,) = problems(RIVER | {"spare.toml": RIVER[WEEKLY]})
    assert (found.file, found.place) == (WHOLE, "forms")


def test_a_folder_without_its_campaign_file_is_named() -> None:
    assert problems({WEEKLY: RIVER[WEEKLY]})[0].file == WHOLE


def test_dates_beyond_the_calendar_are_named() -> None:
    texts = changed(WHOLE, "start = { weekday = 0 }", "start = { weekday = 0, offset = -1 }")
    for old, new in (("2023-W36", "0001-W01"), ("2023-W40", "0001-W03"), ("2023-W39", "0001-W02")):
        texts[WHOLE] = texts[WHOLE].replace(old, new)
    assert [p.place for p in problems(texts)] == ["calendar"]


def test_an_empty_file_is_not_a_campaign() -> None:
    assert "key" in {p.place for p in problems(RIVER | {WHOLE: ""})}


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_campaign(RIVER | {WHOLE: "\ufeff" + RIVER[WHOLE]}) == campaigns.river()


def test_questions_can_be_asked_row_by_row() -> None:
    form = read_campaign(changed(WEEKLY, "narrative =", 'asking = "rows"\nnarrative =')).form
    assert [group.key for group in form.groups] == ["left", "right", "public", "narrative"]
    assert form.inputs[:3] == ("left.boats", "left.hours", "left.walks")


def test_a_percentage_that_is_entered_is_not_rolled_up() -> None:
    texts = changed(WEEKLY, 'formula = "percent(closed, found)"\n', "")
    texts[WEEKLY] = texts[WEEKLY].replace('by = "column"', 'state = "none"')
    texts[WEEKLY] = texts[WEEKLY].replace('rows = ["total"]\nmust', 'rows = ["left"]\nmust')
    cell = read_campaign(texts).form.cells["left.rate"]
    assert (cell.state, cell.summing) == (State.INPUT, Summing.NONE)


VALUES = [
    '""',
    '"x"',
    "0",
    "-1",
    "99999999",
    "1.5",
    "true",
    "[]",
    "[1]",
    '["x"]',
    "{}",
    "2023-01-01",
]
LINES = [(file, n) for file, text in RIVER.items() for n in range(len(text.splitlines()))]


@given(st.sampled_from(LINES), st.sampled_from([None, "", *VALUES]))
def test_any_damage_is_told_and_never_crashes(where: tuple[str, int], value: str | None) -> None:
    file, n = where
    lines = RIVER[file].splitlines()
    key, equals, _ = lines[n].partition(" = ")
    lines[n] = f"{key} = {value}" if value and equals else "" if value is None else lines[n][:9]
    try:
        read_campaign(RIVER | {file: "\n".join(lines)})
    except CampaignFileError as error:
        assert error.problems
        assert all(p.file in RIVER and p.what.zh and p.remedy.en for p in error.problems)
