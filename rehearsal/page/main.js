// The page: two phones, the clock, and what happens when something new arrives.

import { Clock } from "./clock.js";
import { Frame } from "./frame.js";
import { Phone } from "./phone.js";
import { keepSeat, seatOf } from "./seats.js";
import * as server from "./server.js";
import { hourMinute } from "./times.js";
import { onLanguage, speak, spoken } from "./words.js";
import { World } from "./world.js";

const SOON = 60;

const world = new World();
const clock = new Clock(clockChanged);
const hooks = { sat, acted: () => frame.fold(), nextReminder: () => clock.nextReminder };
const phones = [1, 2].map((n) => new Phone(world, n, hooks));
const frame = new Frame(world, clock, phones);
const showing = (chatId) => phones.filter((phone) => phone.chatId === chatId);
let zone;
let looking;
let drawing = 0;

world.watched = (personId, chatId) => showing(chatId).some((phone) => phone.visible && phone.personId === personId);

// Once a frame, however much arrives at a time.
function moved() {
  drawing ||= requestAnimationFrame(() => {
    drawing = 0;
    frame.tabs();
    for (const phone of phones) phone.heads();
  });
}

function sat(phone) {
  keepSeat(phone);
  moved();
}

function clockChanged() {
  for (const phone of phones) phone.time.textContent = hourMinute(clock.now);
  if (zone !== clock.zone) for (const phone of phones) phone.showMessages();
  zone = clock.zone;
  frame.guide();
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

// As before a reload; else Telegram's two ends at a glance: somebody in private, and a group with somebody in it.
function seat(phone) {
  const people = [...world.people.keys()];
  if (!people.length) return phone.render();
  const { personId, chatId } = seatOf(phone);
  if (world.people.has(personId)) return phone.be(personId, chatId);
  const group = [...world.chats.values()].find((chat) => chat.type !== "private" && chat.members.length);
  if (phone.n === 1) return phone.be(people.find((id) => world.chatsOf(id).length === 1) ?? people[0]);
  return group ? phone.be(group.members[0], group.id) : phone.be(people[1] ?? people[0]);
}

// At the start, and after every gap in the stream: then nothing that was known can be trusted.
async function start() {
  const [everybody] = await Promise.all([server.everybody(), clock.refresh()]);
  world.forget();
  world.setEverybody(everybody);
  await settle();
  return everybody.last;
}

// People and chats changed; many such events come together, one look is enough.
function lookAround() {
  clearTimeout(looking);
  looking = setTimeout(async () => {
    world.setEverybody(await server.everybody());
    await settle();
  }, SOON);
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

world.on("everybody", moved);
world.on("unread", moved);
world.on("messages", ({ chatId }) => showing(chatId).forEach((phone) => phone.showMessages()));
world.on("added", ({ chatId, message }) => showing(chatId).forEach((phone) => phone.add(message)));
world.on("changed", ({ chatId, message }) => showing(chatId).forEach((phone) => phone.messages.change(message)));
world.on("removed", ({ chatId, messageId }) => showing(chatId).forEach((phone) => phone.messages.remove(messageId)));

onLanguage(() => {
  frame.draw();
  for (const phone of phones) phone.render();
});
for (const [target, event] of [[document, "visibilitychange"], [window, "resize"]]) {
  target.addEventListener(event, () => phones.forEach((phone) => phone.look()));
}

document.getElementById("phones").append(...phones.map((phone) => phone.element));
speak(spoken());
server.follow({ start, event: (event) => happened[event.kind]?.(event), connected: (on) => frame.line(on) });
