"""Telegram's update → what was heard. Pure: no network, no database, no clock of its own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import datetime

from telegram import (
    CallbackQuery,
    ChatMember,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
    Update,
    User,
)
from telegram import Chat as TelegramChat
from telegram.constants import ChatMemberStatus
from telegram.ext.filters import StatusUpdate

from handlers.incoming import (
    ChatKind,
    Command,
    Edited,
    File,
    Heard,
    Membership,
    Migrated,
    Press,
    Speaker,
    Text,
    Unreadable,
    What,
)
from handlers.outgoing import Address
from reporting.attaching import FileKind

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
COMMAND = re.compile(r"[/／](\w{1,64})(?:[@＠](\w{1,64}))?(?:\s+(.*))?", re.DOTALL)
CONTENT = (  # Telegram's words for what cannot be read; animation first: it is a document too
    "animation",
    "sticker",
    "voice",
    "video",
    "video_note",
    "audio",
    "location",
    "contact",
    "venue",
    "poll",
    "dice",
    "game",
    "story",
    "paid_media",
    "checklist",
)
GROUPS = (TelegramChat.GROUP, TelegramChat.SUPERGROUP)


def read(update: Update, username: str, received: datetime) -> Heard | None:
    """What the update says, or None where it is not for this bot.

    ``username`` is the bot's own, without @; ``received`` dates what Telegram does not date.
    """
    heard = _read(update, username, received)
    return None if heard is None else replace(heard, received=received)


def _read(update: Update, username: str, received: datetime) -> Heard | None:
    if (message := update.message) is not None:
        return _message(update.update_id, message, username)
    if (edited := update.edited_message) is not None:
        return _edited(update.update_id, edited)
    if (query := update.callback_query) is not None:
        return _press(update.update_id, query, received)
    if (change := update.my_chat_member) is not None:
        return _membership(update.update_id, change)
    return None


def _message(update: int, message: Message, username: str) -> Heard | None:
    if message.migrate_to_chat_id:
        return _heard(update, message, Migrated(message.migrate_to_chat_id))
    if not _by_a_person(message):
        return None
    what = _what(message, username)
    return None if what is None else _heard(update, message, what)


def _by_a_person(message: Message) -> bool:
    return message.from_user is not None and not message.from_user.is_bot


def _what(message: Message, username: str) -> What | None:
    if message.text is not None:
        return _words(message.text, username)
    caption = message.caption or ""
    for kind in CONTENT:
        if getattr(message, kind, None):
            return Unreadable(kind)
    if (document := message.document) is not None:
        name, size = document.file_name or "", document.file_size or 0
        return File(document.file_id, name, size, caption, album=message.media_group_id or "")
    if message.photo:
        photo = message.photo[-1]  # the largest
        size, album = photo.file_size or 0, message.media_group_id or ""
        return File(photo.file_id, "photo.jpg", size, caption, FileKind.PHOTO, album=album)
    return None if StatusUpdate.ALL.filter(_as_update(message)) else Unreadable("message")


def _as_update(message: Message) -> Update:
    return Update(0, message=message)


def _words(text: str, username: str) -> What | None:
    found = COMMAND.fullmatch(text.strip())
    if found is None:
        return Text(text)
    name, to, words = found.groups()
    if to and _folded(to) != username.lower():
        return None
    return Command(_folded(name), (words or "").strip())


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).lower()


def _edited(update: int, message: Message) -> Heard | None:
    text = message.text if message.text is not None else message.caption
    if text is None or not _by_a_person(message):  # a live location moves without words
        return None
    return _heard(update, message, Edited(text), message.edit_date)


def _press(update: int, query: CallbackQuery, received: datetime) -> Heard | None:
    if query.data is None:
        return None
    message = query.message  # inaccessible after 48 hours, but its chat and number are told
    chat = message.chat if message is not None else None
    where = Address(query.from_user.id if chat is None else chat.id, _thread(message))
    return Heard(
        update,
        received,
        _speaker(query.from_user),
        where,
        ChatKind.PRIVATE if chat is None else _kind(chat),
        Press(query.data, query.id, None if message is None else message.message_id),
        "" if chat is None else chat.title or "",
    )


def _membership(update: int, change: ChatMemberUpdated) -> Heard | None:
    before, after = _present(change.old_chat_member), _present(change.new_chat_member)
    if before == after or change.chat.type == TelegramChat.CHANNEL:
        return None
    return Heard(
        update,
        change.date,
        _speaker(change.from_user),
        Address(change.chat.id),
        _kind(change.chat),
        Membership(after),
        change.chat.title or "",
    )


def _present(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


def _heard(update: int, message: Message, what: What, at: datetime | None = None) -> Heard | None:
    if message.chat.type == TelegramChat.CHANNEL:
        return None
    return Heard(
        update,
        at or message.date,
        _speaker(message.from_user) if message.from_user else None,
        Address(message.chat.id, _thread(message)),
        _kind(message.chat),
        what,
        message.chat.title or "",
    )


def _thread(message: object) -> int | None:
    if isinstance(message, Message) and message.is_topic_message:
        return message.message_thread_id
    return None


def _speaker(user: User) -> Speaker:
    return Speaker(user.id, user.full_name, user.language_code or "")


def _kind(chat: TelegramChat) -> ChatKind:
    return ChatKind.GROUP if chat.type in GROUPS else ChatKind.PRIVATE
