"""A person with a phone: reads the newest message, taps or types, and waits for what comes."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from handlers.words import words_in
from rehearsal import Standin
from tests.faults.model import Act, Line, Model
from tests.faults.stage import Role

WORDS = words_in("zh")
REMINDER = WORDS.plain("reminder-head").replace("<b>", "").replace("</b>", "")
PATIENCE = 60.0  # seconds without an answer, on a machine that others use too


@dataclass(frozen=True)
class Screen:
    """What the person looks at: the newest message of the bot that is not a reminder."""

    message: int
    text: str
    buttons: dict[str, str]  # data → label

    @property
    def place(self) -> str:
        """The question that the buttons belong to; "" where there is none."""
        found = [data.split("|") for data in self.buttons if data.startswith("i|")]
        return found[0][2] if found else ""

    def offers(self, choice: str, to: str = "") -> str | None:
        """The data of this button, where there is one; without ``to`` whatever it carries."""
        for data in self.buttons:
            *_, chosen, carried = data.split("|")
            if chosen == choice and to in ("", carried):
                return data
        return None

    def answers(self, before: Screen) -> bool:
        """Whether there is something new: not the same sent twice, not only its buttons gone."""
        if self is NOTHING:
            return False
        return self.text != before.text or self.buttons not in ({}, before.buttons)


NOTHING = Screen(0, "", {})


@dataclass
class Liaison:
    """Somebody of the cast. ``pace`` lets the person act: the proof holds them for a moment."""

    role: Role
    standin: Standin
    model: Model
    rng: random.Random
    pace: asyncio.Event
    haste: float = 1.0  # how often 本类其余填0 is pressed where it could be
    busy: bool = False
    _floor: int = 0
    _seen: Screen = field(default=NOTHING)

    def screen(self) -> Screen:
        """The newest message from the last act on."""
        messages = self.standin.state.world.chat(self.role.account).messages
        for each in reversed(messages.values()):
            if each.message_id < self._floor:
                break
            if each.by_bot and not each.deleted and not each.text.startswith(REMINDER):
                rows = each.buttons
                buttons = {b["callback_data"]: b["text"] for row in rows for b in row}
                return Screen(each.message_id, each.text, buttons)
        return NOTHING

    async def says(self, text: str, lines: tuple[Line, ...] = (), *, submits: bool = False) -> None:
        """Type, and wait for the answer."""
        await self._ready()
        self._floor = self.standin.say(self.role.account, text).message_id + 1
        await self._answered(Act(self._last_update(), lines, submits))

    def calls(self, command: str, group: int) -> None:
        """Say something in a group, and wait for nothing."""
        self.standin.say(self.role.account, command, chat_id=group)

    async def taps(self, data: str, lines: tuple[Line, ...] = (), *, submits: bool = False) -> None:
        """Press a button, sometimes twice, and wait for the answer."""
        await self._ready()
        screen = self.screen()
        self._floor = screen.message
        self.standin.tap(self.role.account, data=data, message_id=screen.message)
        act = Act(self._last_update(), lines, submits)
        if self.rng.random() < 0.15:
            self.standin.tap(self.role.account, data=data, message_id=screen.message)
        await self._answered(act)

    def button(self, choice: str, to: str = "") -> str:
        """The data of a button that must be there."""
        data = self.screen().offers(choice, to)
        assert data is not None, f"{self.role.name} finds no {choice} {to} under {self.screen()}"
        return data

    async def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait for something to be seen."""
        try:
            await self.standin.until(true, PATIENCE)
        except TimeoutError:
            screen = self.screen()
            raise AssertionError(f"{self.role.name} waits for {what} and sees {screen}") from None

    async def _ready(self) -> None:
        await asyncio.sleep(self.rng.uniform(0, 0.02))
        await self.pace.wait()
        self._seen = self.screen()

    async def _answered(self, act: Act) -> None:
        self.model.acts.append(act)
        if self.rng.random() < 0.1:
            self.standin.repeat(self.rng.randint(1, 3))
        before = self._seen

        def answered() -> bool:
            return self.screen().answers(before)

        await self.until(answered, f"the answer to update {act.update}")
        act.answered = True

    def _last_update(self) -> int:
        return self.standin.state.queue.next_id - 1
