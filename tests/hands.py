"""A liaison's hands: fills in a report on the stage, as a person would, by what is on the phone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.rehearsal import Stage
from reporting.form import Form

PLACE = re.compile(r"(\d+)/(\d+)　")


async def fill_in(
    stage: Stage,
    who: str,
    form: Form,
    said: Mapping[str, str],
    narrative: str = "无",
    explanation: str = "属实，为本月集中执法所致",
) -> str:
    """Answer every question: ``said`` by key as typed, all else 0 by the fewest taps; submit.

    Returns the receipt.
    """
    standin, id = stage.standin, stage.people[who]
    standin.say(id, "填报")
    await stage.settle()
    while place := PLACE.search(standin.last(id).text):
        question = list(form.questions.values())[int(place[1]) - 1]
        _answer(stage, id, form, question.key, said, narrative)
        await stage.settle()
    standin.tap(id, "提交")
    await stage.settle()
    if "上报说明" in standin.last(id).text:
        standin.say(id, explanation)
        await stage.settle()
    return standin.last(id).text


def _answer(
    stage: Stage, id: int, form: Form, key: str, said: Mapping[str, str], narrative: str
) -> None:
    standin, question = stage.standin, form.questions[key]
    if question.kind == "text":
        standin.say(id, narrative)
    elif key in said:
        standin.say(id, said[key])
    else:
        group = next(each for each in form.groups if each.key == question.group)
        rest = group.questions[group.questions.index(key) :]
        labels = [button["text"] for row in standin.last(id).buttons for button in row]
        whole = next((label for label in labels if label.startswith("本类其余")), None)
        standin.tap(id, whole if whole and not set(rest) & set(said) else "0")
