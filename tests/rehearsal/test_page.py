"""The page in Debian's chromium, against the real stand-in and a small bot behind it."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from playwright.async_api import Browser, FilePayload, Locator, Page, async_playwright, expect

from rehearsal import Standin
from rehearsal.pages import PAGE
from tests.rehearsal.page_bot import TABLE, PageBot, PageClock

pytestmark = pytest.mark.asyncio(loop_scope="module")

JIA, YI, CHEN, GROUP = 1001, 1002, 1003, -4001
HOSTILE = "<b>&\"'<img src=x onerror=alert(1)>"
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --no-proxy-server"
)
expect.set_options(timeout=20_000)  # the machine may be busy with other tests
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "this test needs Debian's chromium: apt-get install chromium"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium, args=ARGUMENTS.split(), timeout=60_000
        )
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def standin() -> AsyncIterator[Standin]:
    clock = PageClock("2023-09-22T09:00:00+08:00")
    standin = Standin(limits=False, page=PAGE, extra_routes=clock.routes(), clock=lambda: clock.now)
    async with standin, ClientSession() as session:
        standin.add_user(JIA, "联络员甲", last_name="成都市卫生健康委", started=True)
        standin.add_user(YI, "联络员乙", language_code="en", started=True)
        standin.add_user(CHEN, "汇总员甲", started=True)
        standin.add_group(GROUP, "四川省专项活动", members=[CHEN, YI])
        bot = PageBot(standin, session)
        await bot.introduce()
        running = asyncio.create_task(bot.run())
        yield standin
        running.cancel()


class Opened:
    """The page with its two phones, and everything that the console complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._heard)
        self.one = page.locator("#phone-1")
        self.two = page.locator("#phone-2")

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    async def say(self, phone: Locator, text: str) -> None:
        await phone.get_by_role("textbox").fill(text)
        await phone.get_by_role("textbox").press("Enter")

    async def be(self, phone: Locator, name: str) -> None:
        await phone.locator(".who").click()
        await phone.get_by_role("option").filter(has_text=name).click()

    async def sideways(self) -> int:
        """How far the page could be scrolled to the side."""
        measure = "document.documentElement.scrollWidth - window.innerWidth"
        return int(await self.page.evaluate(measure))


@pytest_asyncio.fixture(loop_scope="module")
async def opened(
    browser: Browser, standin: Standin, request: pytest.FixtureRequest
) -> AsyncIterator[Opened]:
    asked = {"viewport": WIDE, "locale": "zh-CN", "timezone_id": "America/New_York"}
    context = await browser.new_context(**asked | getattr(request, "param", {}))
    context.set_default_timeout(20_000)
    opened = Opened(await context.new_page())
    await opened.page.goto(standin.url)
    await expect(opened.page.locator("body")).to_contain_text("联络员甲")
    yield opened
    await context.close()
    assert opened.complaints == []


async def test_a_press_shows_a_toast_and_changes_the_message_in_place(opened: Opened) -> None:
    phone = opened.one
    await opened.say(phone, "/fill")
    await expect(phone.locator(".said b, .said strong")).to_have_text(
        "1/12　技术准入机构 · 检查对象数"
    )
    await phone.get_by_role("button", name="同上月 5").click()
    await expect(phone.get_by_role("status")).to_have_text("已记录")
    await expect(phone.locator(".message")).to_have_count(2)
    await expect(phone.locator(".theirs .said")).to_have_text("✓ 检查对象数 5（same）")
    await expect(phone.locator(".theirs .key")).to_have_text(["改一改"])


async def test_an_alert_waits_for_ok_and_gives_the_focus_back(opened: Opened) -> None:
    phone = opened.one
    await opened.say(phone, "/fill")
    button = phone.get_by_role("button", name="保存草稿")
    await button.focus()
    await button.press("Enter")
    await expect(phone.get_by_role("alertdialog")).to_contain_text("草稿已保存")
    await expect(phone.get_by_role("button", name="好")).to_be_focused()
    await opened.page.keyboard.press("Enter")
    await expect(phone.get_by_role("alertdialog")).to_be_hidden()
    await expect(button).to_be_focused()


async def test_the_keyboard_keeps_its_place_when_a_press_changes_the_message(
    opened: Opened,
) -> None:
    phone = opened.one
    await opened.say(phone, "/fill")
    await phone.get_by_role("button", name="0", exact=True).press("Enter")
    await expect(phone.get_by_role("button", name="改一改")).to_be_focused()


async def test_enter_sends_and_shift_enter_begins_a_line(opened: Opened) -> None:
    field = opened.one.get_by_role("textbox")
    await field.press_sequentially("第一行")
    await field.press("Shift+Enter")
    await field.press_sequentially("第二行")
    await field.press("Enter")
    await expect(opened.one.locator(".mine .said")).to_have_text("第一行\n第二行")
    await expect(field).to_have_value("")


async def test_a_file_comes_back_with_the_same_bytes(opened: Opened, standin: Standin) -> None:
    data = bytes(range(256)) * 33
    phone = opened.one
    async with opened.page.expect_file_chooser() as choosing:
        await phone.get_by_role("button", name="发送文件").click()
    payload: FilePayload = {
        "name": "月报 & 签字.pdf",
        "mimeType": "application/pdf",
        "buffer": data,
    }
    await (await choosing.value).set_files(payload)
    await expect(phone.locator(".pending")).to_contain_text("8.3 KB")
    await opened.say(phone, "签字件")
    await expect(phone.locator(".mine .said")).to_have_text("签字件")
    link = phone.get_by_role("link", name="下载 回执-月报 & 签字.pdf，8.3 KB")
    async with opened.page.expect_download() as downloading:
        await link.click()
    download = await downloading.value
    assert download.suggested_filename == "回执-月报 & 签字.pdf"
    assert Path(await download.path()).read_bytes() == data


async def test_a_pasted_file_is_sent_like_any_other(opened: Opened, standin: Standin) -> None:
    paste = """field => {
        const carried = new DataTransfer();
        carried.items.add(new File(["1,2"], "表.csv", {type: "text/csv"}));
        const paste = {clipboardData: carried, bubbles: true, cancelable: true};
        field.dispatchEvent(new ClipboardEvent("paste", paste));
    }"""
    await opened.one.get_by_role("textbox").evaluate(paste)
    await opened.one.get_by_role("button", name="发送", exact=True).click()
    await expect(opened.one.locator(".mine .file-name")).to_have_text("表.csv")
    sent = next(one["file"] for one in standin.messages(JIA) if one["file"])
    assert (sent["name"], sent["mime"], sent["size"]) == ("表.csv", "text/csv", 3)


async def test_the_bot_s_file_is_a_bubble_with_name_size_and_caption(opened: Opened) -> None:
    await opened.say(opened.two, "/table")
    await expect(opened.two.locator(".file-name")).to_have_text("四川省-2023-09.xlsx")
    await expect(opened.two.locator(".file .soft")).to_have_text(f"{len(TABLE) / 1024:.1f} KB")
    await expect(opened.two.locator(".theirs .said")).to_have_text("9月月报 · 应报 14，已报 12")


async def test_whoever_is_not_looked_at_has_unread_messages(
    opened: Opened, standin: Standin
) -> None:
    await opened.be(opened.one, "联络员乙")
    standin.say(JIA, "三")
    await expect(opened.one.locator(".who .badge")).to_have_text("1")
    await opened.one.locator(".who").click()
    option = opened.one.get_by_role("option").filter(has_text="联络员甲")
    await expect(option.locator(".badge")).to_have_text("1")
    await option.click()
    await expect(opened.one.locator(".theirs .said")).to_have_text("收到：三")
    await expect(opened.one.locator(".who .badge")).to_have_count(0)


async def test_people_are_chosen_by_typing(opened: Opened) -> None:
    await opened.one.locator(".who").focus()
    await opened.page.keyboard.press("Enter")
    await opened.page.keyboard.type("汇总员")
    await opened.page.keyboard.press("Enter")
    await expect(opened.one.locator(".who")).to_contain_text("汇总员甲")
    await expect(opened.one.locator(".who")).to_be_focused()


async def test_the_menu_is_the_one_of_that_person_s_language(opened: Opened) -> None:
    menu = opened.one.get_by_role("menuitem")
    await opened.one.get_by_role("button", name="命令菜单").click()
    await expect(menu.first).to_have_text("填报/fill")
    await opened.page.keyboard.press("Escape")
    await opened.be(opened.one, "联络员乙")
    await opened.one.get_by_role("button", name="命令菜单").click()
    await expect(menu.first).to_have_text("fill in/fill")
    await menu.first.click()
    await expect(opened.one.locator(".key").first).to_be_visible()


async def test_an_empty_chat_says_what_to_do_first(opened: Opened) -> None:
    await opened.one.get_by_role("button", name="/fill 填报").click()
    await expect(opened.one.locator(".key").first).to_be_visible()
    await expect(opened.one.locator(".empty")).to_have_count(0)


async def test_foreign_text_is_never_html(opened: Opened, standin: Standin) -> None:
    standin.add_user(1009, HOSTILE, last_name=HOSTILE, started=True)
    standin.add_group(-4009, HOSTILE, members=[1009, JIA])
    await expect(opened.one.locator(".who")).to_be_visible()
    await opened.be(opened.one, "<b>&")
    await expect(opened.one.locator(".who .option-name")).to_have_text(HOSTILE)
    await opened.one.locator(".which").click()
    await opened.one.get_by_role("option").filter(has_text="<b>&").click()
    await opened.say(opened.one, HOSTILE)
    await expect(opened.one.locator(".mine .said")).to_have_text(HOSTILE)
    await opened.be(opened.one, "联络员甲")
    await expect(opened.one.locator("bdi.sender")).to_have_text(f"{HOSTILE} {HOSTILE}")
    standin.send_file(1009, b"x", f"{HOSTILE}.txt", caption=HOSTILE, chat_id=-4009)
    await expect(opened.one.locator(".file-name")).to_contain_text("onerror")
    assert await opened.one.locator(".messages img, .messages b").count() == 0


async def test_the_clock_moves_and_says_where_to(opened: Opened) -> None:
    clock = opened.page.get_by_role("region", name="时钟")
    face = clock.locator(".clock-face")
    await expect(face).to_contain_text("09:00")
    await expect(face).to_contain_text("2023年9月22日星期五")
    deadline = clock.get_by_role("button", name="下次截止")
    await expect(deadline).to_contain_text("9月25日 24:00")
    await clock.get_by_role("button", name="+1 小时").click()
    await expect(face).to_contain_text("10:00")
    await clock.get_by_role("button", name="下次提醒 9月23日 09:00").click()
    await expect(face).to_contain_text("9月23日星期六")
    await deadline.click()
    await expect(face).to_contain_text("9月26日")
    await expect(clock).to_have_attribute("aria-busy", "false")


async def test_times_are_the_campaign_s_and_not_the_browser_s(opened: Opened) -> None:
    await opened.say(opened.one, "几点了")
    await expect(opened.one.locator(".mine time")).to_have_text("09:00")
    await expect(opened.one.locator(".day")).to_have_text("9月22日星期五")


async def test_the_page_comes_back_when_the_server_does(opened: Opened, standin: Standin) -> None:
    line = opened.page.locator("#line")
    await opened.say(opened.one, "之前")
    await expect(opened.one.locator(".theirs .said")).to_have_text("收到：之前")
    await standin.stop_listening()
    await expect(line).to_contain_text("正在重连")
    standin.say(JIA, "期间")
    await standin.listen()
    await expect(line).to_have_text("")
    await expect(opened.one.locator(".mine .said")).to_have_text(["之前", "期间"])
    standin.say(JIA, "之后")
    await expect(opened.one.locator(".mine .said").last).to_have_text("之后")
    opened.complaints.clear()  # the browser tells of every refused connection


async def test_a_long_chat_shows_its_end_and_leads_to_its_beginning(
    opened: Opened, standin: Standin
) -> None:
    for n in range(500):
        standin.say(YI, f"第 {n} 条", chat_id=GROUP)
    said = opened.two.locator(".said")
    await expect(said.last).to_have_text("第 499 条")
    await expect(said.last).to_be_in_viewport()
    await opened.page.reload()
    await expect(said.last).to_have_text("第 499 条")
    await expect(said.last).to_be_in_viewport()
    while await opened.two.locator(".earlier button").count():
        await opened.two.locator(".earlier button").click()
    await expect(said.first).to_have_text("第 0 条")
    await expect(said).to_have_count(500)


@pytest.mark.parametrize("opened", [{"viewport": NARROW, "has_touch": True}], indirect=True)
async def test_on_a_phone_s_width_one_phone_at_a_time_and_nothing_sideways(
    opened: Opened, standin: Standin
) -> None:
    await expect(opened.two).to_be_hidden()
    await opened.say(opened.one, "/fill")
    await expect(opened.one.locator(".key").last).to_be_in_viewport()
    standin.say(YI, "大家好 " + "w" * 300, chat_id=GROUP)
    tab = opened.page.get_by_role("tab").nth(1)
    await expect(tab.locator(".badge")).to_have_text("1")
    assert await opened.sideways() == 0
    await tab.click()
    await expect(opened.one).to_be_hidden()
    await expect(opened.two.locator(".said")).to_be_in_viewport()
    await expect(tab.locator(".badge")).to_have_count(0)
    await tab.click()
    assert await opened.sideways() == 0
    await opened.page.keyboard.press("Escape")
    await expect(tab).to_be_focused()
    await opened.page.get_by_role("button", name="Switch to English").click()
    await expect(opened.page.get_by_role("button", name="Next deadline")).to_be_in_viewport()
    assert await opened.sideways() == 0


@pytest.mark.parametrize("opened", [{"viewport": NARROW, "has_touch": True}], indirect=True)
async def test_on_a_phone_s_width_the_chat_has_most_of_the_height(opened: Opened) -> None:
    await opened.say(opened.one, "/fill")
    await expect(opened.page.locator("#guide")).to_be_hidden()
    box = await opened.one.locator(".messages").bounding_box()
    assert box is not None and box["y"] < NARROW["height"] / 4
    tab = opened.page.get_by_role("tab").first
    await tab.click()
    await opened.one.get_by_role("option").filter(has_text="汇总员甲").click()
    await expect(tab).to_contain_text("汇总员甲")


async def test_a_reload_finds_every_phone_as_it_was(opened: Opened, standin: Standin) -> None:
    await opened.be(opened.one, "汇总员甲")
    await opened.one.locator(".which").click()
    await opened.one.get_by_role("option").filter(has_text="四川省专项活动").click()
    await opened.be(opened.two, "联络员甲")
    await opened.page.reload()
    await expect(opened.one.locator(".who")).to_contain_text("汇总员甲")
    await expect(opened.one.locator(".which")).to_contain_text("四川省专项活动")
    await expect(opened.two.locator(".who")).to_contain_text("联络员甲")


async def test_a_phone_of_somebody_who_is_gone_is_somebody_else_s(opened: Opened) -> None:
    gone = '{"1": {"personId": 4711, "chatId": 4711}, "2": {"personId": 1001, "chatId": -4711}}'
    await opened.page.evaluate("kept => sessionStorage.setItem('rehearsal-phones', kept)", gone)
    await opened.page.reload()
    await expect(opened.one.locator(".who")).to_contain_text("联络员甲")
    await expect(opened.two.locator(".who")).to_contain_text("联络员甲")
    await expect(opened.two.locator(".which")).to_contain_text("机器人")


@pytest.mark.parametrize(
    ("opened", "here", "there"),
    [({"locale": "zh-CN"}, "发送", "Send"), ({"locale": "en-GB"}, "Send", "发送")],
    indirect=["opened"],
)
async def test_the_page_speaks_the_browser_s_language_and_the_other_at_a_press(
    opened: Opened, here: str, there: str
) -> None:
    send = opened.one.locator(".send")
    await expect(send).to_have_attribute("aria-label", here)
    before = await opened.page.locator("html").get_attribute("lang")
    await opened.page.locator(".tool").last.click()
    await expect(send).to_have_attribute("aria-label", there)
    assert await opened.page.locator("html").get_attribute("lang") != before
    await opened.page.reload()
    await expect(send).to_have_attribute("aria-label", there)


async def test_without_a_clock_there_is_no_clock_bar(browser: Browser) -> None:
    async with Standin(limits=False, page=PAGE) as standin:
        standin.add_user(JIA, "联络员甲", started=True)
        page = await browser.new_page()
        await page.goto(standin.url)
        await expect(page.locator("#phone-1 .who")).to_contain_text("联络员甲")
        await expect(page.locator(".clock")).to_be_hidden()
        await page.close()


async def test_a_page_that_was_closed_is_no_error(
    standin: Standin, caplog: pytest.LogCaptureFixture
) -> None:
    async with ClientSession() as session:
        stream = await session.get(f"{standin.url}/control/events")
        stream.close()
        await asyncio.sleep(0.05)
        standin.say(JIA, "还有人吗")
        await standin.calm()
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []


async def test_the_page_is_never_cached_and_runs_only_its_own_scripts(standin: Standin) -> None:
    async with ClientSession() as session:
        for path in ("/", "/main.js", "/base.css"):
            async with session.get(standin.url + path) as response:
                assert response.status == 200
                assert response.headers["Cache-Control"] == "no-store"
                policy = response.headers["Content-Security-Policy"]
                assert policy.startswith("default-src 'self'")
                assert "unsafe" not in policy
    page = (PAGE / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|style=|\son\w+=|https?://|<script(?![^>]*src=)", page)
