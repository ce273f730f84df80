"""A stand-in, one person who has started the bot, one group, and PTB's client as the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from telegram import Bot

from rehearsal import Standin

WANG = 1001
LI = 1002
GROUP = -4001
FORUM = -1002002


@pytest_asyncio.fixture
async def standin() -> AsyncIterator[Standin]:
    async with Standin(limits=False, webhook_pause=0.01) as standin:
        standin.add_user(WANG, "王芳", username="wangfang", started=True)
        standin.add_user(LI, "李雷", language_code="en")
        standin.add_group(GROUP, "汇总", members=[WANG, LI])
        standin.add_group(FORUM, "省级", members=[WANG], topics=["月报", "通知"])
        yield standin


def client(standin: Standin) -> Bot:
    return Bot(standin.token, f"{standin.url}/bot", f"{standin.url}/file/bot")


@pytest_asyncio.fixture
async def bot(standin: Standin) -> AsyncIterator[Bot]:
    async with client(standin) as bot:
        yield bot
