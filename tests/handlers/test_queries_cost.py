"""A province is answered in a few statements, however many regions and units are below it."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest
from sqlalchemy import event

from tests.campaigns import tea
from tests.handlers.months import CLOSED
from tests.handlers.office import Office, opened

WHO = "汇总员甲"


def roster(counties: int) -> bytes:
    """A city, and so many counties of two units each."""
    lines = ["地区,级别,上级地区,单位,部门,计入汇总,姓名,职责,处室,电话,邮箱"]
    lines.append(f"云溪市,市级,,,,,{WHO},汇总员,,000-0001,")
    for n in range(counties):
        for m, department in enumerate(("农业部门", "市场监管部门")):
            phone = f"001-{n:03}{m}"
            name = f"联络员{n}之{m}"
            lines.append(f"县{n},县级,云溪市,{n}单位{m},{department},是,{name},联络员,,{phone},")
    return "\n".join(lines).encode()


async def statements(office: Office, said: str) -> int:
    """How many statements an answer takes."""
    counted: list[str] = []

    def count(_c: object, _u: object, statement: str, *_: object) -> None:
        counted.append(statement)

    engine = office.store._engine.sync_engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        assert await office.says(WHO, said)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len(counted)


async def asked(path: Path, counties: int, said: str, *, closed: bool) -> int:
    async with opened(path, [(tea(), roster(counties))]) as office:
        await office.submit(tea(), "0单位0", "2023-09", "联络员0之0", lambda key: 1)
        if closed:
            office.now = CLOSED
            await office.ring()
        return await statements(office, said)


@pytest.mark.parametrize("closed", [False, True], ids=["in-so-far", "released"])
@pytest.mark.parametrize(
    "said",
    [
        "/status",
        "/figure 门店 案件数",
        "/figure 门店 案件数 累计",
        "/trace 门店 案件数",
        "/late",
        "/history 0单位0",
        "门店 案件数",
    ],
)
async def test_more_counties_take_no_more_statements(
    template: Path, tmp_path: Path, said: str, closed: bool
) -> None:
    few, many = (Path(copy(template, tmp_path / f"{n}.db")) for n in (2, 8))
    counted = await asked(few, 2, said, closed=closed)
    assert counted == await asked(many, 8, said, closed=closed)
    assert counted <= 25
