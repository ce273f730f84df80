"""What Telegram says when it refuses: one exception, and the sentences that several need."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """A refusal as the Bot API words it; `parameters` become ResponseParameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON body that carries this refusal."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(description: str, **parameters: int) -> ApiError:
    """400, the commonest refusal."""
    return ApiError(400, f"Bad Request: {description}", **parameters)


def forbidden(description: str) -> ApiError:
    """403: the bot may not speak there (any more)."""
    return ApiError(403, f"Forbidden: {description}")


def conflict(description: str) -> ApiError:
    """409: two ways of receiving updates at once."""
    return ApiError(409, f"Conflict: {description}")


def too_many(retry_after: int) -> ApiError:
    """429 with the pause to keep."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def unauthorized() -> ApiError:
    """401: a token of the right shape that belongs to no bot."""
    return ApiError(401, "Unauthorized")


def not_found() -> ApiError:
    """404: a token of the wrong shape, or a method that does not exist."""
    return ApiError(404, "Not Found")


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)
UPGRADED = "group chat was upgraded to a supergroup chat"
