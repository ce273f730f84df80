"""What people do: the hands of a test, and of the page.

Chats and people are named by their ids. Nothing here waits: the bot finds the update in its queue.
What a person could not do in Telegram is a LookupError or a ValueError, never a silent nothing.
"""

from rehearsal.crowd.coming import Coming
from rehearsal.crowd.pressing import Pressing
from rehearsal.crowd.scene import Scene


class Crowd(Scene, Coming, Pressing):
    """Everybody who is not the bot."""


__all__ = ["Crowd"]
