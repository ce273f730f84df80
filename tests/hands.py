"""A liaison's hands: fills in a report on the stage, as a person would, by what is on the phone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.rehearsal import Stage
from reporting.draft import DECLARE, LEFT, REVIEW, ROWS, SCOPE
from reporting.form import Form
from reporting.kinds import NOTHING


async def fill_in(
    stage: Stage,
    who: str,
    form: Form,
    said: Mapping[str, str],
    narrative: str = NOTHING,
    explanation: str = "属实，为本月集中执法所致",
) -> str:
    """Report ``said`` by key as typed and all else as 0, in a hurry, by the fewest taps; submit.

    Returns the receipt.
    """
    hands = _Hands(stage.standin, stage.people[who], form, said, narrative)
    hands.begin()
    await stage.settle()
    while hands.place not in ("", REVIEW):
        hands.answer()
        await stage.settle()
    if hands.place == REVIEW:
        hands.tap("提交")
        await stage.settle()
    if "上报说明" in stage.standin.last(hands.id).text:
        stage.standin.say(hands.id, explanation)
        await stage.settle()
    return stage.standin.last(hands.id).text


@dataclass
class _Hands:
    standin: Any
    id: int
    form: Form
    said: Mapping[str, str]
    narrative: str

    @property
    def place(self) -> str:
        """Where the buttons on the screen belong to."""
        found = [data.split("|")[2] for data in self.buttons if data.startswith("i|")]
        return found[0] if found else ""

    @property
    def buttons(self) -> dict[str, str]:
        """What the buttons on the screen say, by their data."""
        rows = self.standin.last(self.id).buttons
        return {each["callback_data"]: each["text"] for row in rows for each in row}

    def begin(self) -> None:
        """By the button of a reminder or a greeting, where there is one."""
        if "开始填报" in self.buttons.values():
            self.tap("开始填报")
        else:
            self.standin.say(self.id, "填报")

    def tap(self, label: str) -> None:
        self.standin.tap(self.id, label)

    def say(self, key: str) -> None:
        self.standin.say(self.id, self.said[key])

    def answer(self) -> None:
        """Whatever the screen asks for."""
        place = self.place
        if place == SCOPE:
            self._choose(
                {each.key for each in self.form.groups if {*each.questions} & {*self.said}}
            )
        elif place.startswith(ROWS):
            self._choose_rows(place.removeprefix(ROWS))
        elif place == LEFT:
            self._done()
        elif place == DECLARE:
            self._declare()
        elif place in self.said:
            self.say(place)
        elif self.form.questions[place].kind == "text":
            self._tell()
        else:
            self._zero(place)

    def _choose(self, wanted: set[str]) -> None:
        """The next that is wanted and not chosen; then 完成选择."""
        if not self._pick(wanted):
            self._done()

    def _choose_rows(self, group: str) -> None:
        """What there is; the first numbers of a group in order without choosing anything."""
        keys = next(each.questions for each in self.form.groups if each.key == group)
        wanted = [key for key in keys if key in self.said]
        first = keys[: len(wanted)] == tuple(wanted) and len(wanted) > 1
        numbers = {f"#{self.form.numbers[key]}" for key in wanted}
        if first or not self._pick(numbers):
            self.say(wanted[0])

    def _pick(self, wanted: set[str]) -> bool:
        """Tap the next choice that is wanted and was not made yet, if there is one."""
        taps = [data.split("|") for data in self.buttons]
        found = [tap for tap in taps if tap[3] == "pick" and tap[4] in wanted]
        if found:
            self.standin.tap(self.id, data="|".join(found[0]))
        return bool(found)

    def _done(self) -> None:
        self.tap(next(each for each in self.buttons.values() if each.startswith("完成选择")))

    def _declare(self) -> None:
        """A zero report: its narrative first, where there is one."""
        if self.narrative != NOTHING and self.narrative not in self.standin.last(self.id).text:
            self.standin.say(self.id, self.narrative)
        else:
            self.tap("确认，提交零报告")

    def _tell(self) -> None:
        """无; or the narrative, and then 完成."""
        if self.narrative == NOTHING:
            self.tap(NOTHING)
        elif "完成" in self.buttons.values():
            self.tap("完成")
        else:
            self.standin.say(self.id, self.narrative)

    def _zero(self, key: str) -> None:
        """0, or the whole rest of the group where nothing in it is to be said any more."""
        group = next(each for each in self.form.groups if key in each.questions)
        rest = group.questions[group.questions.index(key) :]
        whole = [each for each in self.buttons.values() if each.startswith("本类其余")]
        self.tap(whole[0] if whole and not {*rest} & {*self.said} else "0")
