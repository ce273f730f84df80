"""The settings: from the environment and ``.env``, checked before anything starts."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from reporting.label import Label

TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{20,100}")
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")

REMEDIES = {
    "bot_token": Label(
        "应形如 123456789:AA…，请向 @BotFather 重新复制",
        "looks like 123456789:AA…; copy it again from @BotFather",
    ),
    "bot_api_url": Label(
        "应为 http 或 https 网址，如 https://api.telegram.org",
        "is an http or https address, like https://api.telegram.org",
    ),
    "database_url": Label(
        "应为 sqlite:///data/lianluo.db 或 postgresql://用户:口令@主机/库",
        "is sqlite:///data/lianluo.db or postgresql://user:password@host/database",
    ),
    "campaign": Label(
        "应为 campaigns/ 下的文件夹名或路径，多个用逗号隔开，不可重复",
        "names folders under campaigns/ or paths, comma-separated, each once",
    ),
    "tick_seconds": Label("应为 0.05 至 3600 的秒数", "is a number of seconds from 0.05 to 3600"),
    "webhook_url": Label(
        "应为 https 网址；不用 webhook 则留空", "is an https address; leave it empty to poll"
    ),
    "webhook_secret": Label(
        "设置 WEBHOOK_URL 时必填：16 至 256 个字母、数字、_ 或 -",
        "is required with WEBHOOK_URL: 16 to 256 letters, digits, _ or -",
    ),
    "webhook_listen": Label("应为 主机:端口，如 127.0.0.1:8443", "is host:port, 127.0.0.1:8443"),
    "log_level": Label("应为 " + "、".join(LEVELS) + " 之一", "is one of " + ", ".join(LEVELS)),
}


class SettingsError(ValueError):
    """One or more settings that cannot be used: a line each, in both languages."""


class Settings(BaseSettings):
    """What an operator sets. Secrets are masked wherever the object is printed."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    bot_token: SecretStr | None = None
    bot_api_url: str = "https://api.telegram.org"
    database_url: SecretStr = SecretStr("sqlite:///data/lianluo.db")
    campaign: Annotated[tuple[str, ...], NoDecode] = ("sichuan-2023",)
    tick_seconds: float = Field(20, ge=0.05, le=3600)
    webhook_url: str = ""
    webhook_secret: SecretStr | None = None
    webhook_listen: str = "127.0.0.1:8443"
    log_level: str = "INFO"

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError
        return value

    @field_validator("bot_api_url", "webhook_url")
    @classmethod
    def _address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: SecretStr) -> SecretStr:
        if not re.match(r"(sqlite|postgresql)(\+\w+)?://", value.get_secret_value()):
            raise ValueError
        return value

    @field_validator("campaign", mode="before")
    @classmethod
    def _campaigns(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        names = tuple(part for part in (each.strip() for each in value.split(",")) if part)
        if not names or len(set(names)) < len(names):
            raise ValueError
        return names

    @field_validator("webhook_listen")
    @classmethod
    def _listen(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not host or not port.isdecimal() or not 0 < int(port) < 65536:
            raise ValueError
        return value

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value.upper() not in LEVELS:
            raise ValueError
        return value.upper()

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not SECRET.fullmatch(value.get_secret_value()):
            raise ValueError
        return value

    @model_validator(mode="after")
    def _webhook(self) -> Settings:
        if self.webhook_url and not self.webhook_url.startswith("https://"):
            raise ValueError("webhook_url")
        if self.webhook_url and self.webhook_secret is None:
            raise ValueError("webhook_secret")
        return self

    @property
    def listen(self) -> tuple[str, int]:
        """Host and port of ``WEBHOOK_LISTEN``."""
        host, _, port = self.webhook_listen.rpartition(":")
        return host, int(port)


def read_settings(env_file: str | None = ".env", **given: object) -> Settings:
    """The settings; ``given`` ones stand before the environment, and that before ``.env``.

    Raises SettingsError with one line for every setting that cannot be used.
    """
    try:
        return Settings(_env_file=env_file, **given)  # type: ignore[call-arg, arg-type]
    except ValidationError as error:
        names = dict.fromkeys(_name(each) for each in error.errors())
        raise SettingsError("\n".join(_line(name) for name in names)) from None


def _name(error: object) -> str:
    where = error["loc"]  # type: ignore[index]
    return str(where[0]) if where else str(error["ctx"]["error"])  # type: ignore[index]


def _line(name: str) -> str:
    remedy = REMEDIES[name]
    setting = name.upper()
    return f"设置 {setting} 有误：{remedy.zh}。 Setting {setting} is wrong: it {remedy.en}."
