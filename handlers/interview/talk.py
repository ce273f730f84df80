"""What wording an interview needs to know of it, and the buttons of the place where it is."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.callback import of_tap, pointer
from handlers.desk import Rows
from handlers.outgoing import Button
from handlers.words import Html, Words
from reporting.calendar import Every
from reporting.draft import Draft
from reporting.form import Form, Question
from reporting.measure import Measure
from reporting.reasons import Reason
from reporting.said import Choice, Tapped

Part = tuple[Html, Rows]
"""What one event brings to a message."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What wording an interview needs to know of it."""

    words: Words
    form: Form
    draft: Draft
    title: Html  # campaign · period · unit
    every: Every  # how often it is reported: what "the one before" is called

    def button(self, key: str, choice: Choice, to: str = "", **values: object) -> Button:
        """A button of the place where the draft is now."""
        return self.choice(self.words.plain(key, **values), choice, to)

    def choice(self, label: str, choice: Choice, to: str = "") -> Button:
        """The same with words that are not the catalogue's."""
        to = pointer(self.form, to)
        return Button(label, of_tap(Tapped(self.draft.key, self.draft.at, choice, to)))

    def value(self, question: Question, value: int | str) -> str:
        """An answer as people read it, with its unit."""
        if question.measure is None or isinstance(value, str):
            return str(value)
        measure = question.measure
        return self.words.plain(
            "figure", value=measure.shown(value), unit=self.words.label(measure.unit)
        )

    def figure(self, key: str, value: int) -> str:
        """The figure of a cell or a sentence's field, with its unit."""
        measure = self.form.measure(key)
        unit = self.words.label(measure.unit)
        return self.words.plain("figure", value=measure.shown(value), unit=unit)

    def by(self, key: str) -> str:
        """Which other person of the unit answered it; "" where none did."""
        held = self.draft.answers.get(key)
        return held.by if held else ""

    def before(self, value: str, by: str) -> Html:
        """What an answer replaces, and whose it was where it was another's."""
        if by:
            return self.words("company-before", value=value, name=by)
        return self.words("recorded-before", value=value)

    def refusal(self, reason: Reason, measure: Measure | None) -> Html:
        """Why a number is refused, and what to type instead."""
        unit = self.words.label(measure.unit) if measure else ""
        decimals = measure.decimals if measure else 0
        return self.words(f"refused-{reason.value}", unit=unit, decimals=decimals)


def paired(buttons: list[Button]) -> Rows:
    """Two buttons a row."""
    return tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
