"""Writes the workbooks that people send in the transcripts."""

from tests.chats.sheets import HERE, SHEETS, sheet

for name in SHEETS:
    (HERE / name).write_bytes(sheet(name))
