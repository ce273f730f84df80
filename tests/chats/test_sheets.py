"""The workbooks of the transcripts are what the bot would give today, filled in."""

import pytest

from exports.uploaded import Upload, open_upload
from tests.campaigns import tea
from tests.chats.sheets import HERE, SHEETS, sheet


def seen(data: bytes) -> Upload:
    return open_upload(data, {tea().key: tea().form})


@pytest.mark.parametrize("name", SHEETS)
def test_each_is_as_it_would_be_made_now(name: str) -> None:
    assert seen((HERE / name).read_bytes()) == seen(sheet(name)), "python -m tests.chats.sheets"
