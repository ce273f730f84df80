"""Receiving: long polling, or a webhook; never both."""

from __future__ import annotations

from typing import Any

from rehearsal.methods.registry import Call, method


@method("getUpdates")
async def get_updates(call: Call) -> list[dict[str, Any]]:
    """The next updates; waits for them up to `timeout` seconds."""
    return await call.polling.poll(
        call.params.get("offset", 0),
        call.params.get("limit", 100),
        call.params.get("timeout", 0),
        call.params.get("allowed_updates"),
    )


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    """From now on updates are brought to that address; an empty one ends it."""
    call.webhook.set(call.params, has_certificate="certificate" in call.uploads)
    return True


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    """Back to polling."""
    call.webhook.delete(drop=call.params.get("drop_pending_updates", False))
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> dict[str, Any]:
    """Where to, how many wait, and the last thing that went wrong."""
    return call.webhook.info()
