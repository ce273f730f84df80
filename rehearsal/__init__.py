"""A local stand-in for Telegram: the Bot API over loopback HTTP, as strict as the real one.

    async with Standin() as standin:
        standin.add_user(1001, "王芳")
        …  a bot with base_url standin.url + "/bot" …
        standin.start(1001, "CODE")
        await standin.calm()
        assert "…" in standin.last(1001).text
        assert standin.refusals() == []

`Standin` has the hands of people (`crowd`), their eyes (`window`), the server's faults on demand,
and over HTTP the same under /control (`control`). It knows Telegram's protocol, and no bot.
"""

from rehearsal.errors import ApiError
from rehearsal.faults import Fault
from rehearsal.standin import Standin
from rehearsal.state import TOKEN
from rehearsal.world import Chat, Message, User

__all__ = ["TOKEN", "ApiError", "Chat", "Fault", "Message", "Standin", "User"]
