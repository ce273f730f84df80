"""Runs commands: which handler stands behind which name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from handlers import helping, languages, prompting
from handlers.chain import doubts
from handlers.commands import BY_NAME, PRIVATE, spoken
from handlers.desk import Scene
from handlers.interview import overhearing
from handlers.outgoing import Act
from handlers.people import binding, handing
from handlers.queries import figures, history, lateness, missing, status, tables, tracing
from handlers.reports import attachments, correcting, deciding, filling, mine, withdrawing
from handlers.sheets import templates

Handler = Callable[[Scene, str], Awaitable[list[Act]]]

HANDLERS: Mapping[str, Handler] = {
    "start": binding.start,
    "fill": filling.fill,
    "again": filling.again,
    "told": overhearing.told,
    "zero": filling.zero,
    "template": templates.template,
    "mine": mine.mine,
    "status": status.status,
    "missing": missing.missing,
    "table": tables.table,
    "figure": figures.figure,
    "trace": tracing.trace,
    "history": history.history,
    "late": lateness.late,
    "files": attachments.files,
    "handover": handing.handover,
    "bind": binding.bind,
    "help": helping.help_,
    "language": languages.language,
    "resend": doubts.resend,
    "withdraw": withdrawing.withdraw,
    "correct": correcting.correct,
    "version": mine.version,
    "agree": deciding.agree,
    "disagree": deciding.disagree,
    "cancel": prompting.cancel,
}


async def run(scene: Scene, name: str, words: str) -> list[Act]:
    """Run a command where it may be used, else say what can be done instead."""
    command = BY_NAME.get(name.lower()) or BY_NAME.get((spoken(name) or ("", ""))[0])
    if command is None:
        return [scene.say(scene.words("unknown-command"))] if scene.private else []
    if scene.heard.kind not in command.where:
        key = "only-in-private" if PRIVATE in command.where else "only-in-group"
        return [scene.say(scene.words(key, command=command.name))]
    return await HANDLERS[command.name](scene, words.strip())
