"""A bot of thirty lines for the page's tests: asks, answers presses, edits, sends files back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from aiohttp import ClientSession, FormData, web

from rehearsal import Standin

TABLE = bytes(range(256)) * 70
QUESTION = (
    "<b>1/12　技术准入机构 · 检查对象数</b>（户次）\n成都市卫生健康委（本级）\n上月 <code>5</code>"
)
BUTTONS = [
    [("0", "zero"), ("同上月 5", "same"), ("本类其余填0", "rest")],
    [("上一题", "back"), ("保存草稿", "save")],
]
COMMANDS = {
    "": [("fill", "填报"), ("status", "进度"), ("table", "汇总表"), ("help", "帮助")],
    "en": [("fill", "fill in"), ("status", "progress"), ("table", "table"), ("help", "help")],
}


class PageBot:
    """Polls the stand-in and answers what the page's tests say to it."""

    def __init__(self, standin: Standin, session: ClientSession) -> None:
        self.session = session
        self.url = f"{standin.url}/bot{standin.token}"

    async def call(self, method: str, **params: Any) -> Any:
        """One request, as JSON."""
        async with self.session.post(f"{self.url}/{method}", json=params) as response:
            body = await response.json()
        assert body["ok"], body
        return body["result"]

    async def introduce(self) -> None:
        """Set the command menu in both languages."""
        for language, rows in COMMANDS.items():
            commands = [{"command": name, "description": words} for name, words in rows]
            await self.call("setMyCommands", commands=commands, language_code=language)

    async def run(self) -> None:
        """Answer for ever."""
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                if "callback_query" in update:
                    await self.pressed(update["callback_query"])
                elif "message" in update:
                    await self.told(update["message"])

    async def told(self, message: dict[str, Any]) -> None:
        """A message: /fill asks, /table sends a file, a file comes back, words are echoed."""
        chat, text = message["chat"]["id"], message.get("text", "")
        if text.startswith("/fill"):
            await self.ask(chat)
        elif text.startswith("/table"):
            await self.send_file(chat, "四川省-2023-09.xlsx", TABLE, "9月月报 · 应报 14，已报 12")
        elif "document" in message:
            found = await self.call("getFile", file_id=message["document"]["file_id"])
            url = self.url.replace("/bot", "/file/bot", 1)
            async with self.session.get(f"{url}/{found['file_path']}") as response:
                data = await response.read()
            await self.send_file(chat, f"回执-{message['document']['file_name']}", data, "收到")
        elif not text.startswith("/start") and text:
            await self.call("sendMessage", chat_id=chat, text=f"收到：{text}")

    async def ask(self, chat: int) -> None:
        """The first question with its buttons."""
        rows = [[{"text": t, "callback_data": d} for t, d in row] for row in BUTTONS]
        markup = {"inline_keyboard": rows}
        await self.call(
            "sendMessage", chat_id=chat, text=QUESTION, parse_mode="HTML", reply_markup=markup
        )

    async def pressed(self, query: dict[str, Any]) -> None:
        """[保存草稿] shows an alert; the others a toast, and the question becomes its answer."""
        message, data = query["message"], query["data"]
        alert = data == "save"
        words = "草稿已保存，随时可以继续。" if alert else "已记录"
        await self.call(
            "answerCallbackQuery", callback_query_id=query["id"], text=words, show_alert=alert
        )
        if not alert:
            where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
            row = [{"text": "改一改", "callback_data": "again"}]
            markup = {"inline_keyboard": [row]}
            words = f"✓ 检查对象数 {'0' if data == 'zero' else '5'}（{data}）"
            await self.call("editMessageText", text=words, reply_markup=markup, **where)

    async def send_file(self, chat: int, name: str, data: bytes, caption: str) -> None:
        """A document as multipart."""
        form = FormData({"chat_id": str(chat), "caption": caption}, quote_fields=False)
        form.add_field("document", data, filename=name)
        async with self.session.post(f"{self.url}/sendDocument", data=form) as response:
            body = await response.json()
        assert body["ok"], body


class PageClock:
    """A clock to be moved from the page, as the bot's own rehearsal offers it."""

    def __init__(self, now: str) -> None:
        self.now = datetime.fromisoformat(now)
        self.reminder = self.now + timedelta(days=1)
        self.deadline = datetime.fromisoformat("2023-09-26T00:00:00+08:00")

    def routes(self) -> list[web.RouteDef]:
        """GET and POST /control/clock."""
        return [web.get("/control/clock", self.show), web.post("/control/clock", self.move)]

    async def show(self, request: web.Request) -> web.Response:
        """What time it is."""
        return web.json_response(
            {
                "now": self.now.isoformat(),
                "zone": "Asia/Shanghai",
                "next_reminder": self.reminder.isoformat(),
                "next_deadline": self.deadline.isoformat(),
            }
        )

    async def move(self, request: web.Request) -> web.Response:
        """Forward by seconds, or to one of the two moments."""
        how = json.loads(await request.text())
        jumps = {"next_reminder": self.reminder, "next_deadline": self.deadline}
        self.now = jumps.get(how.get("jump"), self.now + timedelta(seconds=how.get("advance", 0)))
        while self.reminder <= self.now:
            self.reminder += timedelta(days=1)
        return await self.show(request)
