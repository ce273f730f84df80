"""The rehearsal over HTTP, and who may drive it."""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from telegram import Bot

from rehearsal import Standin
from tests.rehearsal.conftest import FORUM, GROUP, WANG
from tests.rehearsal.test_conversation import keyboard


@pytest_asyncio.fixture
async def http(standin: Standin) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(standin.url) as session:
        yield session


async def act(http: aiohttp.ClientSession, action: str, **arguments: Any) -> dict[str, Any]:
    async with http.post(f"/control/{action}", json=arguments) as response:
        answer: dict[str, Any] = await response.json()
        return answer


async def look(http: aiohttp.ClientSession, path: str) -> dict[str, Any]:
    async with http.get(f"/control/{path}") as response:
        answer: dict[str, Any] = await response.json()
        return answer


async def test_a_person_speaks_and_presses_over_http(http: aiohttp.ClientSession, bot: Bot) -> None:
    await act(http, "say", user_id=WANG, text="你好")
    await bot.send_message(WANG, "几？", reply_markup=keyboard("0", "1"))
    pressed = await act(http, "tap", user_id=WANG, label="1")
    said, tapped = await bot.get_updates()
    assert said.message is not None
    assert tapped.callback_query is not None
    await bot.answer_callback_query(pressed["result"], "收到")
    answer = (await look(http, f"answer/{pressed['result']}"))["answer"]
    assert answer["text"] == "收到"
    messages = (await look(http, f"chat/{WANG}/messages"))["messages"]
    assert [one["text"] for one in messages] == ["你好", "几？"]
    assert messages[-1]["answers"] == [answer]


async def test_chats_show_people_and_topics(http: aiohttp.ClientSession) -> None:
    chats = {one["id"]: one for one in (await look(http, "chats"))["chats"]}
    assert [one["first_name"] for one in chats[GROUP]["members"]] == ["王芳", "李雷"]
    assert [one["name"] for one in chats[FORUM]["topics"]] == ["月报", "通知"]
    assert chats[WANG]["started"] is True


async def test_a_file_goes_in_and_out_as_it_is(http: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData(quote_fields=False)  # as browsers send names
    form.add_field("file", b"\x00bytes", filename="月报.xlsx")
    form.add_field("arguments", json.dumps({"user_id": WANG, "caption": "交"}))
    async with http.post("/control/send_file", data=form) as response:
        by_form = (await response.json())["message"]
    data = base64.b64encode(b"\x00bytes").decode()
    by_json = await act(http, "send_file", user_id=WANG, name="a.bin", data=data)
    for message in (by_form, by_json["message"]):
        async with http.get(message["file"]["url"]) as response:
            assert await response.read() == b"\x00bytes"
            assert response.headers["Content-Disposition"].startswith("attachment")
    assert by_form["file"]["name"] == "月报.xlsx"


async def test_events_come_as_a_stream(http: aiohttp.ClientSession, standin: Standin) -> None:
    standin.announce("clock", now="2023-09-22T09:00")
    after = standin.state.events.last - 1
    async with http.get("/control/events", params={"after": after}) as stream:
        assert stream.content_type == "text/event-stream"
        assert await stream.content.readline() == f"id: {after + 1}\n".encode()
        event = json.loads((await stream.content.readline()).removeprefix(b"data: "))
        assert (event["kind"], event["now"]) == ("clock", "2023-09-22T09:00")
        standin.say(WANG, "在")
        await stream.content.readline()
        assert await stream.content.readline() == f"id: {after + 2}\n".encode()
        event = json.loads((await stream.content.readline()).removeprefix(b"data: "))
        assert (event["kind"], event["message"]["text"]) == ("message", "在")


async def test_events_come_as_one_batch_too(http: aiohttp.ClientSession, standin: Standin) -> None:
    last = (await look(http, "events?wait=0"))["last"]
    standin.say(WANG, "在")
    batch = await look(http, f"events?after={last}&wait=5")
    assert [event["kind"] for event in batch["events"]] == ["message"]


async def test_a_refusal_is_there_to_read(http: aiohttp.ClientSession, standin: Standin) -> None:
    async with http.post(f"/bot{standin.token}/sendMessage", json={"chat_id": WANG}):
        pass
    (refused,) = (await look(http, "refusals"))["refusals"]
    assert refused["method"] == "sendMessage"
    assert refused["answer"]["description"] == "Bad Request: message text is empty"


@pytest.mark.parametrize(
    ("action", "arguments", "status"),
    [
        ("say", {"user_id": 5, "text": "谁"}, 404),
        ("say", {"user_id": WANG}, 400),
        ("say", {"user_id": WANG, "text": "a", "mood": "good"}, 400),
        ("tap", {"user_id": WANG, "label": "没有"}, 404),
        ("say", {"user_id": "1001", "text": "a"}, 400),
        ("send_file", {"user_id": WANG, "data": "不是"}, 400),
        ("fault", {"kind": "earthquake"}, 400),
        ("__init__", {}, 404),
        ("stop_listening", {}, 404),
    ],
)
async def test_a_mistake_is_told(
    http: aiohttp.ClientSession, action: str, arguments: dict[str, Any], status: int
) -> None:
    async with http.post(f"/control/{action}", json=arguments) as response:
        assert response.status == status
        assert (await response.json())["error"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "[::1"},
        {"Host": "127.0.0.1.evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_no_web_site_may_drive_the_rehearsal(
    http: aiohttp.ClientSession, standin: Standin, headers: dict[str, str]
) -> None:
    bot = f"/bot{standin.token}"
    for method, path in (
        *(("POST", "/control/say"), ("GET", "/control/chats")),
        *(("POST", f"{bot}/logOut"), ("GET", f"{bot}/getMe"), ("GET", f"/file{bot}/a")),
    ):
        async with http.request(method, path, headers=headers, json={}) as response:
            assert response.status == 403
    assert standin.pending == 0


async def test_its_own_page_may_drive_it(http: aiohttp.ClientSession, standin: Standin) -> None:
    own = {"Origin": standin.url, "Sec-Fetch-Site": "same-origin"}
    body = {"user_id": WANG, "text": "好"}
    async with http.post("/control/say", headers=own, json=body) as response:
        assert response.status == 200
        assert "Access-Control-Allow-Origin" not in response.headers


async def test_a_form_of_another_kind_is_not_read(http: aiohttp.ClientSession) -> None:
    async with http.post("/control/say", data="user_id=1001&text=a") as response:
        assert response.status == 400


async def test_the_page_is_served_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<title>演练</title>", encoding="utf-8")
    (tmp_path / "page.js").write_text("//", encoding="utf-8")
    async with Standin(page=tmp_path) as standin, aiohttp.ClientSession(standin.url) as http:
        async with http.get("/") as response:
            assert "演练" in await response.text()
            assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
        async with http.get("/page.js") as response:
            assert response.status == 200
