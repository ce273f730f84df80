"""Who is who, and how they come in."""

from __future__ import annotations

from datetime import timedelta

from reporting.people import Role
from reporting.roster import Roster, RosterDuty, compare
from storage.nouns import NewNotice, NoticeState, Redeemed, Refusal
from storage.store import Books, Store
from tests.storage.cast import DING, DUTIES, NOW, PEOPLE, REGIONS, TOP, UNITS, Cast

LATER = NOW + timedelta(days=1)
EXPIRY = NOW + timedelta(days=14)
LIAISONS = (Role.LIAISON, Role.DEPUTY)


async def bind(books: Books, person: int, account: int) -> None:
    """Invite and redeem."""
    await books.people.invite(person, f"code-{person}", NOW, EXPIRY)
    assert await books.people.redeem(f"code-{person}", account, NOW) == Redeemed(person)


async def test_a_code_binds_an_account_once(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        assert await books.people.by_telegram(77) is None
        await bind(books, cast.jia, 77)
    async with store.transaction() as books:
        person = await books.people.by_telegram(77)
        assert person is not None
        assert (person.id, person.name, person.telegram) == (cast.jia, "联络员甲", 77)
        code = f"code-{cast.jia}"
        assert await books.people.redeem(code, 78, LATER) is Refusal.USED
        assert await books.people.by_telegram(78) is None


async def test_unknown_and_expired_codes_bind_nobody(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        await books.people.invite(cast.jia, "code", NOW, LATER)
        assert await books.people.redeem("other", 77, NOW) is Refusal.UNKNOWN
        assert await books.people.redeem("code", 77, LATER) is Refusal.EXPIRED
        assert await books.people.by_telegram(77) is None


async def test_a_new_code_ends_the_one_before(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        await books.people.invite(cast.jia, "old", NOW, EXPIRY)
        await books.people.invite(cast.jia, "new", LATER, EXPIRY)
        assert await books.people.redeem("old", 77, LATER) is Refusal.EXPIRED
        assert await books.people.redeem("new", 77, LATER) == Redeemed(cast.jia)


async def test_a_released_account_is_a_strangers_and_is_told_nothing_any_more(
    store: Store, cast: Cast
) -> None:
    async with store.transaction() as books:
        await bind(books, cast.jia, 77)
        await books.people.set_blocked(77, True)
        waiting = await books.ledger.add(NewNotice("post", "post", 77, {}, NOW))
        await books.ledger.add(NewNotice("other", "post", 78, {}, NOW))
        await books.people.release(cast.jia, 77, LATER)
    async with store.transaction() as books:
        assert await books.people.by_telegram(77) is None
        (kept_back,) = await books.ledger.find(state=NoticeState.FAILED)
        assert kept_back.id == waiting
        (other,) = await books.ledger.find(state=NoticeState.DUE)
        assert other.key == "other"
        await books.people.invite(cast.jia, "new", LATER, EXPIRY)
        assert await books.people.redeem("new", 79, LATER) == Redeemed(cast.jia)
        person = await books.people.by_telegram(79)
        assert person is not None
        assert not person.blocked


async def test_an_account_is_one_persons_and_a_person_has_one_account(
    store: Store, cast: Cast
) -> None:
    async with store.transaction() as books:
        await bind(books, cast.jia, 77)
        await books.people.invite(cast.yi, "for-yi", NOW, EXPIRY)
        await books.people.invite(cast.jia, "for-jia", NOW, EXPIRY)
        assert await books.people.redeem("for-yi", 77, NOW) is Refusal.FOREIGN
        assert await books.people.redeem("for-jia", 78, NOW) is Refusal.FOREIGN
        assert await books.people.redeem("for-jia", 77, NOW) == Redeemed(cast.jia)
        assert await books.people.redeem("for-yi", 78, NOW) == Redeemed(cast.yi)


async def test_guesses_are_counted_by_account(store: Store) -> None:
    async with store.transaction() as books:
        for at in (NOW - timedelta(hours=2), NOW, LATER):
            await books.people.guessed(66, at)
        await books.people.guessed(67, NOW)
        assert await books.people.guesses_since(66, NOW) == 2


async def test_duties_are_those_of_today(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        (one, two) = await books.people.duties(cast.yi, NOW)
        assert (one.role, one.unit, one.region) == (Role.DEPUTY, cast.health, cast.city)
        assert (two.role, two.unit, two.region) == (Role.LIAISON, cast.police, cast.city)
        assert await books.people.duties(cast.yi, NOW - timedelta(seconds=1)) == ()
        (three,) = await books.people.duties(cast.bing, NOW)
        assert (three.role, three.unit, three.region) == (Role.COORDINATOR, None, cast.city)
        wanted = Roster(REGIONS, UNITS, PEOPLE, DUTIES[1:])
        now = await books.roster.current("sichuan")
        await books.roster.apply("sichuan", compare(now, wanted), LATER)
        assert await books.people.duties(cast.yi, LATER) == (two,)
        assert len(await books.people.duties(cast.yi, NOW)) == 2
        assert len(await books.people.duties_of("sichuan", LATER)) == 4


async def test_a_units_liaison_comes_before_the_deputy(store: Store, cast: Cast) -> None:
    async with store.reading() as books:
        found = await books.people.holders(LIAISONS, NOW, unit=cast.health)
        assert [each.id for each in found] == [cast.jia, cast.yi]
        by_unit = await books.people.liaisons_by_unit("sichuan", NOW)
        assert {unit: [each.id for each in people] for unit, people in by_unit.items()} == {
            cast.health: [cast.jia, cast.yi],
            cast.police: [cast.yi],
            cast.education: [cast.ding],
        }
        assert [each.id for each in await books.people.coordinators(cast.city, NOW)] == [cast.bing]
        assert await books.people.coordinators(cast.province, NOW) == ()
        assert await books.people.liaisons_by_unit("jiaxing", NOW) == {}


async def test_language_and_blocking_are_remembered(store: Store, cast: Cast) -> None:
    async with store.transaction() as books:
        await bind(books, cast.jia, 77)
        await books.people.set_language(cast.jia, "en")
        await books.people.set_blocked(77, blocked=True)
    async with store.reading() as books:
        found = await books.people.by_ids([cast.jia, cast.yi])
    assert [(p.language, p.blocked) for p in found.values()] == [("en", True), ("zh", False)]


async def test_administrators_look_after_one_campaign(store: Store, cast: Cast) -> None:
    duty = RosterDuty(DING, Role.ADMINISTRATOR, TOP)
    async with store.transaction() as books:
        assert await books.people.administrators("sichuan", NOW) == ()
        current = await books.roster.current("sichuan")
        wanted = Roster(REGIONS, UNITS, PEOPLE, (*DUTIES, duty))
        await books.roster.apply("sichuan", compare(current, wanted), NOW)
        found = await books.people.administrators("sichuan", NOW)
        assert [each.id for each in found] == [cast.ding]
        assert await books.people.administrators("jiaxing", NOW) == ()
