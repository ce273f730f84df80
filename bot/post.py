"""The four things the bot asks Telegram to do for an answer: say, change, toast, retire."""

from __future__ import annotations

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode

from handlers.outgoing import Message, Toast
from storage.nouns import StoredFile


async def say(bot: Bot, message: Message, file: StoredFile | None) -> int:
    """Send as a new message, a document with its caption where there is a file; its number."""
    to = {"chat_id": message.to.chat, "message_thread_id": message.to.thread}
    common = {
        "parse_mode": ParseMode.HTML,
        "reply_markup": keyboard(message),
        "disable_notification": message.silent or None,
    }
    if file is None:
        sent = await bot.send_message(text=message.text, **to, **common)  # type: ignore[arg-type]
    else:
        sent = await bot.send_document(
            document=file.data,
            filename=file.name,
            caption=message.text or None,
            **to,  # type: ignore[arg-type]
            **common,  # type: ignore[arg-type]
        )
    return sent.message_id


async def change(bot: Bot, message: Message) -> int:
    """Change the message ``edit`` in place; its number."""
    await bot.edit_message_text(
        text=message.text,
        chat_id=message.to.chat,
        message_id=message.edit,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(message),
    )
    assert message.edit is not None
    return message.edit


async def toast(bot: Bot, act: Toast) -> None:
    """Answer a press, so that its button stops waiting."""
    await bot.answer_callback_query(act.callback, act.text or None, show_alert=act.alert or None)


async def retire(bot: Bot, chat: int, message: int) -> None:
    """Take the buttons off."""
    await bot.edit_message_reply_markup(chat_id=chat, message_id=message)


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """The buttons as Telegram wants them; None where there are none."""
    if not message.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(each.label, callback_data=each.data) for each in row]
            for row in message.buttons
        ]
    )
