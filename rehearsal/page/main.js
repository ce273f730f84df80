// The page: two phones, the clock, the guide; and what happens when something new arrives.

import { Clock } from "./clock.js";
import { badge, h, icon } from "./dom.js";
import { Phone } from "./phone.js";
import * as server from "./server.js";
import { hourMinute } from "./times.js";
import { onLanguage, speak, spoken, t } from "./words.js";
import { World } from "./world.js";

const at = (id) => document.getElementById(id);
const world = new World();
const clock = new Clock(clockChanged);
const phones = [1, 2].map((n) => new Phone(world, n, { moved, nextReminder: () => clock.nextReminder }));
let front = 0;
let zone;

world.watched = (personId, chatId) =>
  phones.some((phone) => phone.visible && phone.personId === personId && phone.chatId === chatId);

function moved() {
  drawTabs();
  for (const phone of phones) phone.heads();
}

function clockChanged() {
  for (const phone of phones) phone.time.textContent = hourMinute(clock.now);
  if (zone !== clock.zone) for (const phone of phones) phone.showMessages();
  zone = clock.zone;
  drawGuide();
}

// Every phone shows something: what it did, or where that went, or a first choice.
function settle() {
  return Promise.all(
    phones.map((phone) => {
      if (phone.chat?.migrated_to) return phone.open(phone.chat.migrated_to);
      return world.people.has(phone.personId) && phone.chat ? phone.load() : seat(phone);
    }),
  );
}

// Telegram's two ends at a glance: somebody in private, and a group with somebody in it.
function seat(phone) {
  const people = [...world.people.keys()];
  if (!people.length) return phone.render();
  const group = [...world.chats.values()].find((chat) => chat.type !== "private" && chat.members.length);
  if (phone.n === 1) return phone.be(people.find((id) => world.chatsOf(id).length === 1) ?? people[0]);
  return group ? phone.be(group.members[0], group.id) : phone.be(people[1] ?? people[0]);
}

function drawTop() {
  const other = spoken() === "zh" ? "en" : "zh";
  at("top").replaceChildren(
    h("div", { class: "brand" }, h("img", { src: "icon.svg", alt: "", width: "32", height: "32" }), h("div", {}, h("h1", {}, t("title")), h("p", { class: "soft" }, t("subtitle")))),
    clock.element,
    h(
      "div",
      { class: "tools" },
      h("button", { type: "button", class: "tool", "aria-label": t("help"), title: t("help"), "aria-controls": "guide", onclick: () => showGuide(at("guide").hidden) }, icon("help")),
      h("button", { type: "button", class: "tool", lang: other === "zh" ? "zh-CN" : "en", "aria-label": t("other_language_label"), onclick: () => speak(other) }, t("other_language")),
    ),
  );
  clock.render();
}

function showGuide(shown) {
  localStorage.setItem("rehearsal-guide", shown ? "shown" : "hidden");
  drawGuide();
}

function drawGuide() {
  const guide = at("guide");
  guide.hidden = localStorage.getItem("rehearsal-guide") === "hidden";
  guide.setAttribute("aria-label", t("guide"));
  const steps = ["guide_1", "guide_2", clock.exists ? "guide_3" : "guide_3_no_clock"];
  guide.replaceChildren(
    h("ol", {}, steps.map((step) => h("li", {}, t(step)))),
    h("button", { type: "button", class: "quiet", onclick: () => showGuide(false) }, t("got_it")),
  );
}

// On a narrow screen one phone at a time; on a wide one the tabs are not shown.
function drawTabs() {
  at("phones").dataset.front = String(front + 1);
  at("tabs").setAttribute("aria-label", t("phones"));
  const tabs = phones.map((phone, n) => {
    const news = n === front ? 0 : world.unread(phone.personId, phone.chatId);
    return h(
      "button",
      { type: "button", role: "tab", id: `tab-${n + 1}`, "aria-controls": `phone-${n + 1}`, "aria-selected": String(n === front), tabindex: n === front ? "0" : "-1", onclick: () => bringFront(n), onkeydown: (event) => /^Arrow(Left|Right)$/.test(event.key) && bringFront(1 - front) },
      h("bdi", {}, phone.person?.name ?? t("phone", { n: n + 1 })),
      phone.chat && phone.chat.type !== "private" ? h("bdi", { class: "soft" }, phone.chat.title) : null,
      badge(news, t("unread", { n: news })),
    );
  });
  const focused = at("tabs").contains(document.activeElement);
  at("tabs").replaceChildren(...tabs);
  if (focused) tabs[front].focus();
}

function bringFront(n) {
  front = n;
  drawTabs();
  phones[n].messages.toNewest();
  phones[n].look();
}

function drawLine(connected) {
  at("line").textContent = connected ? "" : t("lost");
}

// After a gap in the stream nothing that was known can be trusted: ask for everything anew.
async function start() {
  const [everybody] = await Promise.all([server.everybody(), clock.refresh()]);
  world.forget();
  world.setEverybody(everybody);
  await settle();
  return everybody.last;
}

const happened = {
  message: ({ chat_id: chatId, message }) => {
    world.arrived(chatId, message);
    if (message.service) lookAround();
  },
  edited: ({ chat_id: chatId, message }) => world.put(chatId, message),
  reaction: ({ chat_id: chatId, message }) => world.put(chatId, message),
  deleted: ({ chat_id: chatId, message }) => world.remove(chatId, message.message_id),
  answer: ({ chat_id: chatId, answer }) => showing(chatId).forEach((phone) => phone.answered(answer)),
  action: ({ chat_id: chatId }) => showing(chatId).forEach((phone) => phone.botIsWriting()),
  chat: lookAround,
  membership: lookAround,
  profile: lookAround,
  clock: () => clock.refresh(),
};

async function lookAround() {
  world.setEverybody(await server.everybody());
  await settle();
}

const showing = (chatId) => phones.filter((phone) => phone.chatId === chatId);
world.on("everybody", moved);
world.on("messages", ({ chatId }) => showing(chatId).forEach((phone) => phone.showMessages()));
world.on("added", ({ chatId, message }) => showing(chatId).forEach((phone) => phone.add(message)));
world.on("changed", ({ chatId, message }) => showing(chatId).forEach((phone) => phone.messages.change(message)));
world.on("removed", ({ chatId, messageId }) => showing(chatId).forEach((phone) => phone.messages.remove(messageId)));
world.on("unread", moved);

onLanguage(() => {
  drawTop();
  drawGuide();
  drawTabs();
  for (const phone of phones) phone.render();
});
document.addEventListener("visibilitychange", () => phones.forEach((phone) => phone.look()));
window.addEventListener("resize", () => phones.forEach((phone) => phone.look()));

at("phones").append(...phones.map((phone) => phone.element));
speak(spoken());
server.follow({ start, event: (event) => happened[event.kind]?.(event), connected: drawLine });
