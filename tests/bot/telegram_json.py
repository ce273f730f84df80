"""Updates as Telegram sends them, for tests of what is read from them."""

from __future__ import annotations

from typing import Any

from telegram import Update

DATE = 1_695_344_400  # 2023-09-22 09:00 in Shanghai
PERSON = {"id": 1001, "is_bot": False, "first_name": "联络员甲", "language_code": "zh-hans"}
OURS = {"id": 7, "is_bot": True, "first_name": "联络", "username": "ours"}
PRIVATE = {"id": 1001, "type": "private", "first_name": "联络员甲"}
GROUP = {"id": -100, "type": "supergroup", "title": "成都市汇总群"}


def message(**content: Any) -> Update:
    """A message from a person in private, unless said otherwise."""
    return update(message=a_message(**content))


def a_message(**content: Any) -> dict[str, Any]:
    return {"message_id": 5, "date": DATE, "chat": PRIVATE, "from": PERSON, **content}


def update(**content: Any) -> Update:
    found = Update.de_json({"update_id": 1, **content}, None)
    assert found is not None
    return found
