"""The menu of one's own chat: what one's duties have a use for, in one's language."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from handlers.callback import of_command
from handlers.outgoing import Act, Menu
from reporting.invite import LIFETIME, digest
from tests.handlers.office import Office

LIAISON = "联络员甲"


def names(acts: Iterable[Act]) -> set[str]:
    """The commands of the menu; none where no menu was told."""
    return {name for act in acts if isinstance(act, Menu) for name, _ in act.commands}


@pytest.fixture
def coordinator(office: Office) -> str:
    return next(each for each in office.persons if each.startswith("汇总员"))


async def test_a_liaison_sees_no_coordinators_commands(office: Office) -> None:
    shown = names(await office.says(LIAISON, "/start"))
    assert {"fill", "zero", "mine", "help"} <= shown and "missing" not in shown


async def test_a_coordinator_sees_no_liaisons_commands(office: Office, coordinator: str) -> None:
    shown = names(await office.says(coordinator, "/start"))
    assert {"status", "missing", "table"} <= shown and not {"fill", "zero", "mine"} & shown


async def test_whoever_is_bound_has_a_menu_at_once(office: Office) -> None:
    async with office.store.transaction() as books:
        person = office.persons[LIAISON]
        await books.people.release(person, office.accounts.pop(LIAISON), office.now)
        await books.people.invite(person, digest("CODE"), office.now, office.now + LIFETIME)
    assert "fill" in names(await office.says("新账号", "/start CODE"))


async def test_the_menu_speaks_the_language_that_was_chosen(office: Office) -> None:
    pressed = await office.presses(LIAISON, of_command("language", "en"))
    (menu,) = [each for each in pressed if isinstance(each, Menu)]
    assert dict(menu.commands)["mine"] == "My reports"


async def test_who_has_no_duty_and_a_group_have_none_of_their_own(office: Office) -> None:
    assert not names(await office.says("陌生人", "/start"))
    await office.bind("云溪市", -1)
    assert not names(await office.says(LIAISON, "/status", group=-1))
