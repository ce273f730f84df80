"""What Telegram refuses, in its own words; every refusal is kept for a test to see."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from rehearsal import TOKEN, Standin
from rehearsal.errors import NOT_MODIFIED, QUERY_TOO_OLD
from tests.rehearsal.conftest import GROUP, LI, WANG

TWO_ACTIONS = (
    "can't parse inline keyboard button: exactly one action is allowed, found url and callback_data"
)


async def call(standin: Standin, method: str, **params: Any) -> dict[str, Any]:
    """One raw request, which no client has made proper beforehand."""
    url = f"{standin.url}/bot{standin.token}/{method}"
    async with aiohttp.ClientSession() as http, http.post(url, json=params) as response:
        answer: dict[str, Any] = await response.json()
        assert response.status == answer.get("error_code", 200)
        return answer


async def refused(standin: Standin, method: str, **params: Any) -> str:
    answer = await call(standin, method, **params)
    assert not answer["ok"], answer
    assert standin.refusals()[-1].answer == answer
    return str(answer["description"])


def button(**fields: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "好", **fields}]]}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "字" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "a", "chat_id": 77}, "chat not found"),
        ({"text": "a", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "a", "chat_id": None}, 'can\'t parse parameter "chat_id": expected an Integer'),
        ({"text": "a", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"text": "a", "txet": "b"}, 'unknown parameter "txet" in sendMessage'),
        ({"text": 5}, 'can\'t parse parameter "text": expected a String'),
        ({"text": "a", "message_thread_id": 9}, "message thread not found"),
        ({"text": "a", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "a", "reply_markup": button(callback_data="字" * 22)}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "reply_markup": button(callback_data="")}, "BUTTON_DATA_INVALID"),
        (
            {"text": "a", "reply_markup": button()},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "reply_markup": button(callback_data="a", url="https://a.cn")},
            TWO_ACTIONS,
        ),
        (
            {"text": "a", "reply_markup": button(text=" ", callback_data="a")},
            "can't parse inline keyboard button: text must be non-empty",
        ),
        (
            {"text": "a", "reply_markup": {"keyboard": []}},
            "reply keyboard markup must have at least one button",
        ),
    ],
)
async def test_a_wrong_message_is_refused(
    standin: Standin, params: dict[str, Any], words: str
) -> None:
    params = {"chat_id": WANG, **params}
    assert await refused(standin, "sendMessage", **params) == f"Bad Request: {words}"


async def test_a_wrong_keyboard_says_which_field(standin: Standin) -> None:
    words = await refused(
        standin, "sendMessage", chat_id=WANG, text="a", reply_markup=button(callbackdata="a")
    )
    assert 'unknown field "callbackdata" in InlineKeyboardButton' in words


async def test_4096_characters_after_parsing_are_enough(standin: Standin) -> None:
    text = f"<b>{'字' * 4096}</b>"
    assert (await call(standin, "sendMessage", chat_id=WANG, text=text, parse_mode="HTML"))["ok"]


async def test_a_caption_has_1024(standin: Standin) -> None:
    photo = {"chat_id": WANG, "document": "none", "caption": "字" * 1025}
    assert await refused(standin, "sendDocument", **photo) == (
        "Bad Request: message caption is too long"
    )


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("none", "wrong remote file identifier specified: Wrong string length"),
        ("https://example.org/a.xlsx", "wrong file identifier/HTTP URL specified"),
        ("attach://x", "there is no document in the request"),
    ],
)
async def test_a_file_that_is_not_there_is_refused(
    standin: Standin, document: str, words: str
) -> None:
    said = await refused(standin, "sendDocument", chat_id=WANG, document=document)
    assert said == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("part", "data", "words"),
    [
        ("document", b"", "file must be non-empty"),
        ("photo", b"no picture", "IMAGE_PROCESS_FAILED"),
        ("stray", b"x", 'nothing refers to the uploaded file "stray"'),
    ],
)
async def test_an_unfit_upload_is_refused(
    standin: Standin, part: str, data: bytes, words: str
) -> None:
    form = aiohttp.FormData({"chat_id": str(WANG)})
    form.add_field(part, data, filename="f")
    method = {"document": "sendDocument", "photo": "sendPhoto"}.get(part, "sendDocument")
    url = f"{standin.url}/bot{TOKEN}/{method}"
    async with aiohttp.ClientSession() as http, http.post(url, data=form) as response:
        assert (await response.json())["description"] == f"Bad Request: {words}"


async def test_more_than_50_mb_up_and_20_mb_down_are_too_much(standin: Standin) -> None:
    form = aiohttp.FormData({"chat_id": str(WANG)})
    form.add_field("document", bytes(50 * 1024 * 1024 + 1), filename="big")
    url = f"{standin.url}/bot{TOKEN}/sendDocument"
    async with aiohttp.ClientSession() as http, http.post(url, data=form) as response:
        assert (response.status, (await response.json())["description"]) == (
            413,
            "Request Entity Too Large",
        )
    message = standin.send_file(WANG, bytes(20 * 1024 * 1024 + 1))
    file_id = message.data["document"]["file_id"]
    assert await refused(standin, "getFile", file_id=file_id) == "Bad Request: file is too big"


async def test_edits_are_held_to_their_message(standin: Standin) -> None:
    sent = (await call(standin, "sendMessage", chat_id=WANG, text="a"))["result"]["message_id"]
    heard = standin.say(WANG, "b").message_id
    target = {"chat_id": WANG, "message_id": sent}
    edit = "editMessageText"
    assert await refused(standin, edit, **target, text=" a ") == f"Bad Request: {NOT_MODIFIED}"
    assert await refused(standin, edit, **target, text="a" * 4097) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    target["message_id"] = heard
    assert await refused(standin, edit, **target, text="c") == (
        "Bad Request: message can't be edited"
    )
    target["message_id"] = 99
    assert await refused(standin, edit, **target, text="c") == (
        "Bad Request: message to edit not found"
    )
    assert await refused(standin, "deleteMessage", **target) == (
        "Bad Request: message to delete not found"
    )


async def test_the_same_buttons_again_are_no_edit(standin: Standin) -> None:
    sent = await call(
        standin, "sendMessage", chat_id=WANG, text="a", reply_markup=button(callback_data="x")
    )
    target = {"chat_id": WANG, "message_id": sent["result"]["message_id"]}
    same = {**target, "reply_markup": button(callback_data="x")}
    assert NOT_MODIFIED in await refused(standin, "editMessageReplyMarkup", **same)
    assert (await call(standin, "editMessageReplyMarkup", **target))["ok"]


async def test_a_press_is_answered_once_and_in_time() -> None:
    now = 0.0
    async with Standin(monotonic=lambda: now, limits=False) as standin:
        standin.add_user(WANG, "王芳", started=True)
        markup = button(callback_data="x")
        await call(standin, "sendMessage", chat_id=WANG, text="a", reply_markup=markup)
        first, late = standin.tap(WANG, "好"), standin.tap(WANG, data="x")
        assert "MESSAGE_TOO_LONG" in await refused(
            standin, "answerCallbackQuery", callback_query_id=first, text="字" * 201
        )
        assert (await call(standin, "answerCallbackQuery", callback_query_id=first))["ok"]
        now = 31.0
        for query in (first, late, "12"):
            words = await refused(standin, "answerCallbackQuery", callback_query_id=query)
            assert words == f"Bad Request: {QUERY_TOO_OLD}"


@pytest.mark.parametrize(
    ("command", "description", "words"),
    [
        ("Fill", "填报", "BOT_COMMAND_INVALID"),
        ("填报", "填报", "BOT_COMMAND_INVALID"),
        ("a" * 33, "填报", "BOT_COMMAND_INVALID"),
        ("fill", "", "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("fill", "字" * 257, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_a_wrong_command_is_refused(
    standin: Standin, command: str, description: str, words: str
) -> None:
    commands = [{"command": command, "description": description}]
    assert await refused(standin, "setMyCommands", commands=commands) == f"Bad Request: {words}"


async def test_a_hundred_and_one_commands_are_too_many(standin: Standin) -> None:
    commands = [{"command": f"c{n}", "description": "命令"} for n in range(101)]
    assert "BOT_COMMANDS_TOO_MUCH" in await refused(standin, "setMyCommands", commands=commands)


async def test_people_may_be_out_of_reach(standin: Standin) -> None:
    async def why(chat_id: int) -> str:
        return await refused(standin, "sendMessage", chat_id=chat_id, text="a")

    assert await why(LI) == "Forbidden: bot can't initiate conversation with a user"
    standin.block(WANG)
    assert await why(WANG) == "Forbidden: bot was blocked by the user"
    standin.deactivate(WANG)
    assert await why(WANG) == "Forbidden: user is deactivated"
    standin.kick_bot(GROUP, by=WANG)
    assert await why(GROUP) == "Forbidden: bot was kicked from the group chat"


async def test_a_group_that_became_a_supergroup_names_its_new_id(standin: Standin) -> None:
    new = standin.migrate(GROUP)
    answer = await call(standin, "sendMessage", chat_id=GROUP, text="a")
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert (await call(standin, "sendMessage", chat_id=new.id, text="a"))["ok"]


@pytest.mark.parametrize(
    ("token", "method", "status"),
    [
        ("70000001:" + "x" * 35, "getMe", 401),
        ("nonsense", "getMe", 404),
        (TOKEN, "getMeNot", 404),
        (TOKEN, "sendVideo", 400),
        (TOKEN, "GETME", 200),
    ],
)
async def test_tokens_and_methods_must_exist(
    standin: Standin, token: str, method: str, status: int
) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.get(f"{standin.url}/bot{token}/{method}") as response,
    ):
        assert response.status == status
        assert (await response.json())["ok"] is (status == 200)
    assert len(standin.refusals()) == (status != 200)


@pytest.mark.parametrize("how", ["query", "form", "json", "multipart"])
async def test_parameters_may_come_in_every_way(standin: Standin, how: str) -> None:
    markup = json.dumps(button(callback_data="x"))
    given = {"chat_id": str(WANG), "text": "好", "reply_markup": markup, "protect_content": "true"}
    url = f"{standin.url}/bot{TOKEN}/sendMessage"
    form = aiohttp.FormData(given, default_to_multipart=how == "multipart")
    async with aiohttp.ClientSession() as http:
        if how == "query":
            await http.get(url, params=given)
        elif how == "json":
            await http.post(url, json={**given, "reply_markup": json.loads(markup)})
        else:
            await http.post(url, data=form)
    (seen,) = standin.messages(WANG)
    assert (seen["text"], seen["buttons"][0][0]["callback_data"]) == ("好", "x")


@pytest.mark.parametrize(
    ("kind", "body", "words"),
    [
        ("application/json", b"{", "can't parse JSON object"),
        ("application/json", b"[]", "can't parse JSON object: expected an Object"),
        ("application/x-www-form-urlencoded", b"\xff", "strings must be encoded in UTF-8"),
        ("multipart/form-data; boundary=x", b"nonsense", "can't parse multipart/form-data"),
    ],
)
async def test_an_unreadable_body_is_refused(
    standin: Standin, kind: str, body: bytes, words: str
) -> None:
    url, headers = f"{standin.url}/bot{TOKEN}/sendMessage", {"Content-Type": kind}
    async with (
        aiohttp.ClientSession() as http,
        http.post(url, data=body, headers=headers) as response,
    ):
        assert (await response.json())["description"] == f"Bad Request: {words}"
    assert len(standin.refusals()) == 1
