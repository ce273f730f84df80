"""Two people say and press anything in one report, in any order, with restarts in between.

Beside it stands a plain dictionary: figures never differ, and the last word on each is the one
that counts.
"""

from __future__ import annotations

import asyncio
import shutil
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from handlers import callback
from handlers.outgoing import Act
from reporting.chain import Submission
from reporting.draft import Draft
from reporting.said import Choice, Tapped
from storage.store import Store
from tests.campaigns import HERE, tea
from tests.handlers.office import Office, messages, opened, texts

PEOPLE = st.sampled_from(["联络员甲", "联络员乙"])
UNIT, PERIOD, FORM = "市农业局", "2023-09", tea().form
FILLING = (Choice.REST, Choice.ALL, Choice.DONE)
APART = (Choice.DECLARE, Choice.CLEAR, Choice.CONFIRM)  # zero reports have rules of their own


@dataclass
class Cell:
    """A figure, whose it is, and at which next place a button that filled many left off."""

    value: int
    by: str
    filled: str = ""


class TwoPeople(RuleBasedStateMachine):
    """联络员甲 and 联络员乙 of one unit."""

    template: Path

    @initialize()
    def begun(self) -> None:
        self.runner, self.stack = asyncio.Runner(), AsyncExitStack()
        self.folder = Path(mkdtemp(prefix="lianluo-two-"))
        file = Path(shutil.copy(self.template, self.folder / "lianluo.db"))
        roster = (HERE / "tea-2023" / "roster.csv").read_bytes()
        office = self.stack.enter_async_context(opened(file, [(tea(), roster)]))
        self.office: Office = self.runner.run(office)
        self.model: dict[str, Cell] = {}
        self.shown: dict[str, list[str]] = {}
        self.receipts = 0

    def teardown(self) -> None:
        if hasattr(self, "runner"):
            self.runner.run(self.office.store.close())
            self.runner.run(self.stack.aclose())
            self.runner.close()
            shutil.rmtree(self.folder)

    @rule()
    def the_bot_is_started_anew(self) -> None:
        self.runner.run(self.office.store.close())
        path = self.folder / "lianluo.db"
        self.office.store = self.runner.run(Store.open(f"sqlite:///{path}"))

    @rule(who=PEOPLE)
    def enters(self, who: str) -> None:
        self.hears(who, self.runner.run(self.office.says(who, f"/again {PERIOD}")))

    @rule(who=PEOPLE, number=st.integers(0, 9))
    def types(self, who: str, number: int) -> None:
        active, before = self.draft(who)
        self.hears(who, self.runner.run(self.office.says(who, str(number))))
        if active and before.at in FORM.inputs:
            self.model[before.at] = Cell(number * 10 ** FORM.measure(before.at).decimals, who)

    @rule(who=PEOPLE, data=st.data())
    def presses(self, who: str, data: st.DataObject) -> None:
        """One of the last buttons, or an old one."""
        if buttons := self.shown.get(who):
            last = data.draw(st.sampled_from(buttons[-8:]) | st.sampled_from(buttons))
            self.press(who, last)

    @rule(who=PEOPLE)
    def hurries(self, who: str) -> None:
        """Everything else 0, no narrative: to the review, or as near as it gets."""
        self.enters(who)
        for choice in (Choice.EACH, Choice.ALL, Choice.NONE):
            self.presses_one_of(who, choice)

    @rule(who=PEOPLE, choice=st.sampled_from([*FILLING, Choice.UNDO, Choice.SUBMIT, Choice.SUBMIT]))
    def presses_one_of(self, who: str, choice: Choice) -> None:
        """The newest button of a kind."""
        found = [data for data in self.shown.get(who, ()) if f"|{choice.value}|" in data]
        if found:
            self.press(who, found[-1])

    def press(self, who: str, data: str) -> None:
        tap, (active, before) = callback.read(data), self.draft(who)
        self.hears(who, self.runner.run(self.office.presses(who, data)))
        if not active or not isinstance(tap, Tapped) or tap.place != before.at:
            return
        if tap.choice is Choice.ZERO:
            self.model[before.at] = Cell(0, who)
        elif tap.choice is Choice.UNDO:
            mine = [k for k, c in self.model.items() if (c.by, c.filled) == (who, before.at)]
            for key in mine:
                del self.model[key]
        elif tap.choice in FILLING:
            _, after = self.draft(who)
            new = after.figures.keys() - before.figures.keys()
            self.model |= {key: Cell(0, who, after.at) for key in new}

    def hears(self, who: str, acts: list[Act]) -> None:
        """What is said to somebody: its buttons can be pressed from now on."""
        chat = self.office.accounts[who]
        self.receipts += "已提交</b>" in texts(acts)
        for message in messages(acts):
            taps = [each.data for row in message.buttons for each in row]
            kept = [each for each in taps if not any(f"|{c.value}|" in each for c in APART)]
            self.shown.setdefault(who, []).extend(kept if message.to.chat == chat else ())

    def draft(self, who: str) -> tuple[bool, Draft]:
        """Whether the person is in the report, and how far it is for them."""
        return self.runner.run(self._draft(who))

    async def _draft(self, who: str) -> tuple[bool, Draft]:
        person = self.office.persons[who]
        async with self.office.store.reading() as books:
            conversation = await books.reports.conversation(person)
            if conversation is None:
                return False, Draft("", "")
            draft = await books.reports.draft(conversation.report.id, person)
            return conversation.active, draft

    @invariant()
    def the_figures_are_those_of_the_dictionary(self) -> None:
        for who in ("联络员甲", "联络员乙") if hasattr(self, "model") else ():
            _, draft = self.draft(who)
            held = {key: draft.answers[key] for key in FORM.inputs if key in draft.answers}
            if draft.key:
                stored = {key: (each.value, each.by or who) for key, each in held.items()}
                assert stored == {key: (c.value, c.by) for key, c in self.model.items()}

    @invariant()
    def each_receipt_is_one_submission_of_all_figures(self) -> None:
        if hasattr(self, "model"):
            made = self.runner.run(self._submissions())
            assert len(made) == self.receipts
            assert all(set(each.figures) == set(FORM.inputs) for each in made)

    async def _submissions(self) -> tuple[Submission, ...]:
        unit = self.office.units[UNIT]
        async with self.office.store.reading() as books:
            return await books.reports.submissions(unit, PERIOD, FORM.key)


def test_two_people_never_lose_or_mix_up_a_figure(template: Path) -> None:
    class Machine(TwoPeople):
        pass

    Machine.template = template
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=15,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
