"""Answering a button press, once and in time."""

from __future__ import annotations

from rehearsal.entities import utf16_length
from rehearsal.errors import QUERY_TOO_OLD, bad_request
from rehearsal.methods.registry import Call, method

ANSWER_WITHIN = 30.0
"""Seconds on the monotonic clock. Telegram names no number; a client gives up about here."""


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """A toast or an alert, or only the end of the little clock on the button."""
    text = call.params.get("text", "")
    if utf16_length(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    if url := call.params.get("url"):
        raise bad_request(f"URL_INVALID: {url} opens no game of this bot")
    state = call.state
    query = state.queries.get(call.params["callback_query_id"])
    if query is None or query.answered or state.monotonic() - query.at > ANSWER_WITHIN:
        raise bad_request(QUERY_TOO_OLD)
    query.answered = True
    answer = {
        "query": call.params["callback_query_id"],
        "user_id": query.user.id,
        "text": text,
        "alert": bool(call.params.get("show_alert")),
        "date": state.now(),
    }
    query.message.answers.append(answer)
    state.events.publish("answer", query.message.chat.id, query.message, answer=answer)
    return True
