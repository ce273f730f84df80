"""The token never reaches a line."""

import logging

import pytest

from bot.application import make_application
from bot.logs import MASK, Condition, redacted, set_up

TOKEN = "123456789:AAE_never_a_real_token_of_anything_x"


@pytest.fixture(autouse=True)
def _as_it_was() -> object:
    root, factory = logging.getLogger(), logging.getLogRecordFactory()
    handlers, level = root.handlers[:], root.level
    yield None
    root.handlers[:], root.level = handlers, level
    logging.setLogRecordFactory(factory)


def test_it_is_masked_in_message_arguments_and_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up("DEBUG")
    log = logging.getLogger("somebody.else")
    log.info(f"POST https://api.telegram.org/bot{TOKEN}/getMe")
    log.info("asked %s", f"/bot{TOKEN}/getMe")
    try:
        raise RuntimeError(f"cannot reach /bot{TOKEN}/getMe")
    except RuntimeError:
        log.exception("failed")
    said = capsys.readouterr().err
    assert said.count(MASK) == 3
    assert TOKEN not in said and TOKEN.partition(":")[2] not in said


def test_handlers_that_others_put_in_do_not_see_it_either(
    caplog: pytest.LogCaptureFixture,
) -> None:
    set_up("INFO")
    logging.getLogger().addHandler(caplog.handler)
    logging.getLogger("somebody.else").warning("asked %s", TOKEN)
    assert TOKEN not in caplog.text and MASK in caplog.text


def test_the_chatter_of_the_http_client_is_off() -> None:
    set_up("DEBUG")
    assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)
    assert not logging.getLogger("httpcore").isEnabledFor(logging.DEBUG)


def test_the_bot_does_not_print_it() -> None:
    application = make_application(TOKEN, "http://127.0.0.1:1")
    assert TOKEN not in repr(application) + repr(application.bot) + str(application.bot)


def test_ordinary_times_and_numbers_stay() -> None:
    said = "2023-09-22 09:00:00 update 123456789: 12:34"
    assert redacted(said) == said


def test_a_condition_is_said_once_when_it_changes(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="condition")
    condition = Condition(logging.getLogger("condition"), "well again")
    condition.is_good()
    for what in ("away", "away", "away", "refused"):
        condition.is_bad(what)
    condition.is_good()
    condition.is_good()
    assert caplog.messages == ["away", "refused", "well again"]
