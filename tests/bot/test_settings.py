"""Settings: each wrong value stops the start with one line that names it."""

import re
from pathlib import Path

import pytest

from bot.settings import REMEDIES, Settings, SettingsError, read_settings

TOKEN = "123456789:AAE_never_a_real_token_of_anything_x"
SECRET = "a_secret_of_enough_length"


@pytest.fixture(autouse=True)
def _nothing_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.delenv(name, raising=False)


def read(**given: object) -> Settings:
    return read_settings(None, **given)


def test_without_any_setting_there_are_defaults_and_no_token() -> None:
    settings = read()
    assert settings.bot_token is None
    assert settings.campaign == ("sichuan-2023",)
    assert settings.database_url.get_secret_value() == "sqlite:///data/lianluo.db"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bot_token", "123"),
        ("bot_token", "123456789:too short"),
        ("bot_api_url", "api.telegram.org"),
        ("bot_api_url", "ftp://x"),
        ("database_url", "mysql://x/y"),
        ("database_url", "data/lianluo.db"),
        ("campaign", ","),
        ("campaign", "a,b,a"),
        ("tick_seconds", "often"),
        ("tick_seconds", "0"),
        ("webhook_url", "http://example.org/hook"),
        ("webhook_secret", "short"),
        ("webhook_listen", "8443"),
        ("webhook_listen", "host:0"),
        ("log_level", "LOUD"),
    ],
)
def test_a_wrong_value_is_one_line_that_names_the_setting_and_the_remedy(
    name: str, value: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        read(**{name: value})
    said = str(caught.value)
    assert said.count("\n") == 0
    assert name.upper() in said
    assert REMEDIES[name].zh in said and REMEDIES[name].en in said
    assert "pydantic" not in said and "validation error" not in said


def test_several_wrong_values_are_told_together() -> None:
    with pytest.raises(SettingsError) as caught:
        read(log_level="LOUD", tick_seconds="often")
    assert len(str(caught.value).splitlines()) == 2


def test_a_webhook_needs_its_secret() -> None:
    with pytest.raises(SettingsError, match="WEBHOOK_SECRET"):
        read(webhook_url="https://example.org/hook")
    assert read(webhook_url="https://example.org/hook", webhook_secret=SECRET).webhook_url


def test_a_wrong_secret_is_not_repeated_in_the_error() -> None:
    with pytest.raises(SettingsError) as caught:
        read(bot_token="123456789:half-a-secret")
    assert "half-a-secret" not in str(caught.value)


def test_secrets_are_masked_wherever_the_settings_are_printed() -> None:
    url = "postgresql://bot:pass-word@db/lianluo"
    settings = read(bot_token=TOKEN, webhook_secret=SECRET, database_url=url)
    for said in (repr(settings), str(settings), repr(settings.model_dump())):
        assert TOKEN not in said and SECRET not in said and "pass-word" not in said


def test_campaigns_are_named_with_commas() -> None:
    assert read(campaign="a, b ,c").campaign == ("a", "b", "c")


def test_the_environment_stands_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "env"
    file.write_text("CAMPAIGN=a,b\nTICK_SECONDS=5\nBOT_TOKEN=\n", encoding="utf-8")
    monkeypatch.setenv("TICK_SECONDS", "7")
    settings = read_settings(str(file))
    assert (settings.campaign, settings.tick_seconds, settings.bot_token) == (("a", "b"), 7, None)


def test_the_example_explains_every_setting_and_can_be_used_as_it_is() -> None:
    example = Path(__file__).parents[2] / ".env.example"
    named = re.findall(r"^([A-Z_]+)=", example.read_text(encoding="utf-8"), re.MULTILINE)
    assert named == [each.upper() for each in Settings.model_fields]
    assert read_settings(str(example)) == read()
