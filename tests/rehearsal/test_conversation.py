"""A whole small conversation, with python-telegram-bot as the bot."""

from __future__ import annotations

from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from rehearsal import Standin
from tests.rehearsal.conftest import LI, WANG


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(one, callback_data=one) for one in labels]])


async def test_a_link_with_a_code_arrives_as_start_with_the_code(
    standin: Standin, bot: Bot
) -> None:
    standin.start(LI, "ABC123")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/start ABC123"
    assert update.message.from_user is not None
    assert update.message.from_user.language_code == "en"
    assert [entity.type for entity in update.message.entities] == ["bot_command"]


async def test_a_button_press_arrives_and_its_answer_is_seen(standin: Standin, bot: Bot) -> None:
    await bot.send_message(WANG, "填报？", reply_markup=keyboard("开始", "以后"))
    query_id = standin.tap(WANG, "开始")
    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.data == "开始"
    assert standin.answer(query_id) is None
    await update.callback_query.answer("好", show_alert=True)
    answer = standin.answer(query_id)
    assert answer is not None
    assert (answer["text"], answer["alert"]) == ("好", True)


async def test_an_edit_changes_what_the_person_sees(standin: Standin, bot: Bot) -> None:
    sent = await bot.send_message(WANG, "一", reply_markup=keyboard("好"))
    await sent.edit_text("<b>二</b>", parse_mode="HTML")
    (seen,) = standin.messages(WANG)
    assert (seen["text"], seen["buttons"], seen["edited"]) == ("二", [], True)
    assert seen["entities"] == [{"type": "bold", "offset": 0, "length": 1}]


async def test_a_document_comes_back_byte_by_byte(standin: Standin, bot: Bot) -> None:
    sent = await bot.send_document(WANG, b"PK\x03\x04\x00", filename="汇总.xlsx", caption="表")
    assert sent.document is not None
    assert sent.document.file_name == "汇总.xlsx"
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"PK\x03\x04\x00"
    again = await bot.send_document(WANG, sent.document.file_id)
    assert again.document == sent.document


async def test_the_menu_follows_the_person_s_language(standin: Standin, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("fill", "填报")])
    await bot.set_my_commands([BotCommand("fill", "Report")], language_code="en")
    assert standin.menu(WANG)[0]["description"] == "填报"
    assert standin.menu(LI)[0]["description"] == "Report"


async def test_nothing_was_refused_in_a_good_conversation(standin: Standin, bot: Bot) -> None:
    await bot.get_me()
    await bot.send_message(WANG, "好")
    assert standin.refusals() == []
    assert [request.method for request in standin.requests()][-1] == "sendMessage"
