"""From words to the one figure that is asked about, or what is said instead."""

from __future__ import annotations

from dataclasses import dataclass

from handlers import prompting, scope
from handlers.callback import of_command
from handlers.chain import captions
from handlers.desk import Scene
from handlers.fitting import echoed, short
from handlers.outgoing import Act, Button
from handlers.queries.finding import Query, query, unknown
from handlers.scope import View
from handlers.words import Html, Words
from reporting.calendar import Period
from reporting.form import Form
from reporting.many.jumping import find_figures

BUTTONS_SHOWN = 90  # Telegram takes 100
LABEL_ROOM = 64


@dataclass(frozen=True, slots=True)
class Pick:
    """A figure of a region: in a period, or ``to_date`` through it."""

    view: View
    key: str
    period: Period
    to_date: bool = False

    @property
    def form(self) -> Form:
        """The form that it stands in."""
        return self.view.campaign.form

    def label(self, words: Words) -> str:
        """Its column and row."""
        return captions.place_of(words, self.form, self.key)

    def value(self, words: Words, figure: int | None) -> str:
        """A figure as people read it, with its unit; 未报 where there is none."""
        if figure is None:
            return words.plain("figure-none")
        measure = self.form.measure(self.key)
        return words.plain("figure", value=measure.shown(figure), unit=words.label(measure.unit))

    def link(
        self, command: str, *, region: int = 0, period: str = "", to_date: bool = False
    ) -> str:
        """A button's data: the same figure, here or elsewhere."""
        when = f"{TO_DATE} " * to_date + (period or self.period.key)
        return of_command(command, f"{self.key} {when} #{region or self.view.region.id}")


TO_DATE = "final"
"""累计 on a button."""


async def picked(scene: Scene, command: str, words: str) -> tuple[Query, list[Pick], list[Act]]:
    """The figure that the words name, for each region asked about; or what is said instead."""
    asked = await query(scene, words)
    views = asked.asked(scene)
    if not asked.own:
        return asked, [], nothing_here(scene)
    if not views:
        return asked, [], [unknown(scene, asked)]
    if not asked.rest:
        return asked, [], await _which(scene, command, words, asked)
    found = [(view, period, named(view.campaign.form, asked.rest)) for view, period in views]
    most = max((keys for _, _, keys in found), key=len)
    if not most:
        return asked, [], [_unknown(scene, asked)]
    if len(most) > 1:
        form = next(view.campaign.form for view, _, keys in found if keys == most)
        return asked, [], [_choice(scene, command, asked, form, most)]
    picks = [Pick(view, keys[0], period, asked.cumulative) for view, period, keys in found if keys]
    return asked, picks, []


def named(form: Form, said: str) -> tuple[str, ...]:
    """The keys of the figures that words name; a button says the key itself."""
    if said in form.cells or said in form.fields:
        return (said,)
    return find_figures(form, said)


def nothing_here(scene: Scene) -> list[Act]:
    """Queries are for whoever collects, and for groups that are bound."""
    not_yours = scene.say(scene.words("query-not-yours"))
    return [not_yours] if scene.private else scope.not_bound(scene)


async def _which(scene: Scene, command: str, words: str, asked: Query) -> list[Act]:
    """Nothing was named: in private the next words will do it."""
    text = scene.words("figure-which", example=_example(scene, asked))
    if not scene.private:
        return [scene.say(text)]
    return await prompting.ask(scene, command, words, text)


def _unknown(scene: Scene, asked: Query) -> Act:
    example = _example(scene, asked)
    return scene.say(scene.words("figure-unknown", said=echoed(asked.rest), example=example))


def _example(scene: Scene, asked: Query) -> str:
    form = asked.views[0].campaign.form
    return captions.place_of(scene.words, form, form.inputs[0])


def _choice(scene: Scene, command: str, asked: Query, form: Form, keys: tuple[str, ...]) -> Act:
    """Several figures have such words: a button each."""
    shown = keys[:BUTTONS_SHOWN]
    more = len(keys) - len(shown)
    text = scene.words("figure-choice", said=echoed(asked.rest), count=len(keys))
    if more:
        text = Html(f"{text}\n{scene.words('more-lines', count=more)}")
    rows = []
    for key in shown:
        label = short(captions.place_of(scene.words, form, key), LABEL_ROOM)
        rows.append((Button(label, of_command(command, f"{key} {_kept(scene, asked)}".strip())),))
    return scene.replace_or_say(text, tuple(rows))


def _kept(scene: Scene, asked: Query) -> str:
    """What else was said, as a button says it; of several regions the first."""
    parts = [TO_DATE] if asked.cumulative else []
    parts += [period.key for _, period in asked.asked(scene)[:1] if asked.when]
    return " ".join([*parts, *(f"#{view.region.id}" for view in asked.regions[:1])])
