// One phone: whose it is, which chat it shows, and everything a thumb can do there.

import { Chooser } from "./chooser.js";
import { Composer } from "./composer.js";
import { avatar, badge, h } from "./dom.js";
import { Messages } from "./messages.js";
import { Notices } from "./notices.js";
import * as server from "./server.js";
import { t } from "./words.js";

const WRITING = 5000;
const GIVE_UP = 30_000; // when a client stops waiting for a press to be answered

export class Phone {
  personId = null;
  chatId = null;
  #writing = null;
  #waiting = new Map(); // press → its button
  #answered = new Set(); // presses answered before we knew their number

  constructor(world, n, hooks) {
    this.world = world;
    this.n = n;
    this.hooks = hooks;
    this.act = {
      command: (text) => this.#send(text),
      press: (message, button, key) => this.#press(message, button, key),
      copy: (text) => navigator.clipboard.writeText(text).then(() => this.notices.toast(t("copied"))),
      startParameter: (url) => this.#startParameter(url),
    };
    this.who = new Chooser({ label: "who", className: "who", options: () => this.#people(), choose: (id) => this.be(id) });
    this.which = new Chooser({ label: "which", className: "which", options: () => this.#chats(), choose: (id) => this.open(id) });
    this.messages = new Messages();
    this.notices = new Notices();
    this.composer = new Composer({
      send: (text) => this.#send(text),
      sendFile: (file, caption, photo) => this.#try(() => server.sendFile(this.personId, this.chatId, file, caption, photo)),
      commands: () => this.#commands(),
    });
    this.time = h("time", { class: "status-time", "aria-hidden": "true" });
    this.screen = h(
      "div",
      { class: "screen" },
      h("div", { class: "status-bar", "aria-hidden": "true" }, this.time, h("span", { class: "signal" })),
      this.which.element,
      this.messages.element,
      this.composer.element,
      this.notices.element,
    );
    this.element = h("section", { class: "phone", id: `phone-${n}` }, this.who.element, h("div", { class: "case" }, this.screen));
    this.#acceptDrops();
  }

  get person() {
    return this.world.people.get(this.personId);
  }

  get chat() {
    return this.world.chats.get(this.chatId);
  }

  get visible() {
    return this.element.offsetParent !== null && document.visibilityState === "visible";
  }

  // Become somebody: in the chat named, else in the group where the phone is, else in private.
  be(personId, chatId = this.chat?.type === "private" ? null : this.chatId) {
    this.personId = personId;
    const chats = this.world.chatsOf(personId);
    const next = chats.find((chat) => chat.id === chatId) ?? chats.find((chat) => chat.type === "private");
    return this.open(next?.id ?? null);
  }

  async open(chatId) {
    this.chatId = chatId;
    this.composer.clear();
    this.notices.clear();
    this.render();
    this.hooks.sat(this);
    await this.load();
  }

  async load() {
    const { chatId } = this;
    if (chatId === null || this.world.known(chatId)) return;
    await this.#try(async () => this.world.setMessages(chatId, await server.messages(chatId)));
  }

  render() {
    this.element.setAttribute("aria-label", t("phone", { n: this.n }));
    this.heads();
    this.composer.render();
    this.notices.render();
    this.showMessages();
  }

  heads() {
    const { person, chat } = this;
    const elsewhere = this.world.unreadElsewhere(this.personId);
    this.who.show(
      [
        avatar(person?.name ?? "?", person?.id ?? 0),
        h("span", { class: "option-words" }, h("bdi", { class: "option-name" }, person?.name ?? "…"), h("bdi", { class: "soft" }, person?.note ?? "")),
        badge(elsewhere, t("elsewhere", { n: elsewhere })),
      ],
      `${t("who")}: ${person?.name ?? ""}`,
    );
    const others = this.world.unreadOf(this.personId) - this.world.unread(this.personId, this.chatId);
    const [name, usual] = chat ? this.#titles(chat) : ["…", ""];
    const note = this.#writing === null ? usual : t("writing");
    this.which.show(
      [
        avatar(name, chat?.type === "private" ? 3 : (chat?.id ?? 0)),
        h("span", { class: "option-words" }, h("bdi", { class: "option-name" }, name), h("bdi", { class: "soft" }, note)),
        badge(others, t("unread", { n: others })),
      ],
      `${t("which")}: ${name}`,
    );
  }

  showMessages() {
    const context = { me: this.personId, group: this.chat?.type !== "private", act: this.act, topics: this.chat?.topics };
    const messages = this.chatId === null ? [] : this.world.messages(this.chatId);
    const ready = this.chatId !== null && this.world.known(this.chatId);
    this.messages.show(messages, context, ready ? this.#empty() : null);
    this.look();
  }

  // Looking at a chat reads it.
  look() {
    if (this.visible && this.chatId !== null) this.world.read(this.personId, this.chatId);
  }

  answered(answer) {
    if (answer.user_id !== this.personId) return;
    this.#release(answer.query);
    if (!answer.text) return;
    if (answer.alert) this.notices.alert(answer.text);
    else this.notices.toast(answer.text);
  }

  #release(query) {
    const key = this.#waiting.get(query);
    if (!key) this.#answered.add(query);
    this.#waiting.delete(query);
    key?.classList.remove("waiting");
    key?.removeAttribute("aria-busy");
  }

  add(message) {
    if (message.by_bot) this.botWrote();
    this.messages.add(message);
  }

  // "… is typing" until the next message, or for as long as Telegram shows it.
  botIsWriting() {
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.botWrote(), WRITING);
    this.heads();
  }

  botWrote() {
    if (this.#writing === null) return;
    clearTimeout(this.#writing);
    this.#writing = null;
    this.heads();
  }

  #titles(chat) {
    if (chat.type === "private") return [this.world.bot.name, t("bot")];
    return [chat.title, t("members", { n: chat.members.length + 1 })];
  }

  #people() {
    return [...this.world.people.values()].map((person) => ({
      ...person,
      unread: person.id === this.personId ? 0 : this.world.unreadOf(person.id),
      chosen: person.id === this.personId,
    }));
  }

  #chats() {
    return this.world.chatsOf(this.personId).map((chat) => {
      const [name, note] = this.#titles(chat);
      const unread = chat.id === this.chatId ? 0 : this.world.unread(this.personId, chat.id);
      return { id: chat.id, name, note, unread, chosen: chat.id === this.chatId };
    });
  }

  async #commands() {
    try {
      return await server.commands(this.personId, this.chatId);
    } catch (problem) {
      this.notices.toast(t("failed", { why: problem.message }));
      return [];
    }
  }

  // Try it; what went wrong is told in the phone. → done?
  async #try(deed) {
    try {
      await deed();
      return true;
    } catch (problem) {
      this.notices.toast(t("failed", { why: problem.message }));
      return false;
    }
  }

  #send(text) {
    this.hooks.acted();
    return this.#try(() => server.sendText(this.personId, this.chatId, text));
  }

  async #press(message, button, key) {
    this.hooks.acted();
    key.classList.add("waiting");
    key.setAttribute("aria-busy", "true");
    let query = null;
    await this.#try(async () => {
      query = await server.press(this.personId, this.chatId, message.message_id, button.callback_data);
    });
    this.#waiting.set(query, key);
    if (query === null || this.#answered.delete(query)) return this.#release(query);
    setTimeout(() => this.#waiting.has(query) && this.#release(query), GIVE_UP);
  }


  #startParameter(url) {
    const [, username, query] = /^https?:\/\/(?:t|telegram)\.me\/(\w+)\/?(?:\?(.*))?$/i.exec(url ?? "") ?? [];
    if (!username || username.toLowerCase() !== this.world.bot.username?.toLowerCase()) return null;
    return new URLSearchParams(query ?? "").get("start") ?? "";
  }

  #empty() {
    const chips = h("div", { class: "chips" });
    const isPrivate = this.chat.type === "private";
    const about = isPrivate && this.world.bot.description && h("p", { class: "description" }, this.world.bot.description);
    const intro = h("p", {}, t(isPrivate ? "empty_private" : "empty_group"));
    this.#commands().then((commands) => {
      if (!commands.length) intro.textContent = t("empty_no_commands");
      chips.replaceChildren(
        ...commands.slice(0, 4).map(({ command, description }) =>
          h("button", { type: "button", class: "chip", onclick: () => this.#send(`/${command}`) }, h("b", {}, `/${command}`), " ", h("bdi", {}, description)),
        ),
      );
    });
    const clock = this.hooks.nextReminder();
    return h(
      "li",
      { class: "empty" },
      h("div", { class: "empty-card" }, h("h3", {}, t("empty_title")), about, intro, chips, clock && h("button", { type: "button", class: "chip quiet", onclick: clock }, t("empty_clock"))),
    );
  }

  #acceptDrops() {
    const over = (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      this.screen.dataset.drop = t("drop");
      this.screen.classList.add("dropping");
    };
    const out = () => this.screen.classList.remove("dropping");
    this.screen.addEventListener("dragover", over);
    this.screen.addEventListener("dragleave", (event) => !this.screen.contains(event.relatedTarget) && out());
    this.screen.addEventListener("drop", (event) => {
      event.preventDefault();
      out();
      this.composer.take(event.dataTransfer.files[0]);
    });
  }
}
