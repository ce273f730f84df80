"""What deciding an answer costs, beside what sending the next question costs.

Every question of the largest form is answered by a typed number; the sending is the library's own
request to the stand-in on this machine, which is faster than any Telegram.

python -m tests.benchmarks.interview [ROUNDS]
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from statistics import median
from time import perf_counter

from telegram import Bot

from rehearsal import Standin
from reporting import interview
from reporting.draft import SCOPE, Background
from reporting.form import Form
from reporting.said import Choice, Said, Tapped
from tests.campaigns import sichuan

PERSON = 100_001
ALLOWED = 200.0  # microseconds an answer
QUESTION = "1/122　技术准入机构 · 检查对象数（户次）\n上月 5"


def answering(form: Form) -> Iterator[float]:
    """Seconds for each answer of a whole report, from the first question to the narrative."""
    background = Background(last=dict.fromkeys(form.inputs, 5), department="health")
    draft = interview.begin(form, "1", background).draft
    draft = interview.answer(form, draft, Tapped("1", SCOPE, Choice.EACH), background).draft
    for n in range(len(form.inputs)):
        began = perf_counter()
        turn = interview.answer(form, draft, Said(str(n % 7)), background)
        yield perf_counter() - began
        draft = turn.draft
    if len(draft.figures) != len(form.inputs):
        raise RuntimeError("not every answer was taken")


async def sending(count: int) -> list[float]:
    """Seconds for each of so many messages sent."""
    taken = []
    async with Standin(limits=False) as standin:
        standin.add_user(PERSON, "联络员甲")
        standin.start(PERSON)
        url = f"{standin.url}/bot"
        async with Bot(standin.token, base_url=url, base_file_url=f"{standin.url}/file/bot") as bot:
            for _ in range(count):
                began = perf_counter()
                await bot.send_message(PERSON, QUESTION)
                taken.append(perf_counter() - began)
    return taken


def main(rounds: int) -> int:
    """Print microseconds, and how often one goes into the other; 1 if an answer takes too long."""
    form = sichuan().form
    answers = [taken * 1e6 for _ in range(rounds) for taken in answering(form)]
    sends = [taken * 1e6 for taken in asyncio.run(sending(200))]
    middle, sent = median(answers), median(sends)
    high = sorted(answers)[int(len(answers) * 0.99)]
    print(f"an answer      {middle:8.0f} µs   99 % under {high:.0f} µs")
    print(f"sending it     {sent:8.0f} µs   {sent / middle:.0f} times as long")
    return 0 if middle < ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
