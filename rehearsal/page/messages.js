// The messages of one chat as one person sees them: days, bubbles, keeping to the newest.

import { h, icon } from "./dom.js";
import { bubble } from "./message.js";
import { dayAndWeekday, sameDay } from "./times.js";
import { t } from "./words.js";

const WINDOW = 150;
const NEAR = 80;
const TOGETHER = 600;

export class Messages {
  #all = [];
  #from = 0;
  #context = null;
  #stuck = true; // to the newest, until the person scrolls up
  #top = 0;

  constructor() {
    this.list = h("ol", { class: "messages", role: "log", "aria-live": "polite", tabindex: "0" });
    this.newest = h("button", { type: "button", class: "to-newest", hidden: true, onclick: () => this.toNewest() }, icon("down"));
    this.scroller = h("div", { class: "scroller" }, this.list);
    this.element = h("div", { class: "conversation" }, this.scroller, this.newest);
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    const grown = new ResizeObserver(() => this.#stuck && this.toNewest());
    grown.observe(this.scroller);
    grown.observe(this.list);
  }

  // context: { me, group, act, topics }; empty: the element to show when there is nothing yet
  show(messages, context, empty) {
    this.#all = messages;
    this.#context = context;
    this.#from = Math.max(0, messages.length - WINDOW);
    this.list.setAttribute("aria-label", t("messages"));
    this.newest.setAttribute("aria-label", t("newest"));
    this.#draw(messages.length ? null : empty);
    this.toNewest();
  }

  add(message) {
    this.#stuck ||= message.from.id === this.#context.me;
    if (!this.#all.length) this.list.replaceChildren();
    const before = this.#all.at(-1);
    this.#all.push(message);
    this.list.append(...this.#items(message, before));
    this.newest.hidden = this.#stuck;
  }

  change(message) {
    const n = this.#all.findIndex((one) => one.message_id === message.message_id);
    if (n >= 0) this.#all[n] = message;
    const old = this.#find(message.message_id);
    if (!old) return;
    const place = old.contains(document.activeElement) ? document.activeElement.dataset.place : undefined;
    const made = this.#items(message, this.#all[n - 1]).at(-1);
    made.classList.add("changed");
    old.replaceWith(made);
    if (place !== undefined) this.#refocus(made, place);
  }

  remove(messageId) {
    this.#all = this.#all.filter((one) => one.message_id !== messageId);
    this.#find(messageId)?.remove();
  }

  toNewest() {
    this.#stuck = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.newest.hidden = true;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    if (near || scrollTop < this.#top) this.#stuck = near;
    this.#top = scrollTop;
    this.newest.hidden = this.#stuck;
  }

  #find(messageId) {
    return this.list.querySelector(`[data-id="${Number(messageId)}"]`);
  }

  // A press that changed its own message keeps the keyboard's place.
  #refocus(item, place) {
    (item.querySelector(`[data-place="${place}"]`) ?? item.querySelector(".key") ?? this.list).focus({ preventScroll: true });
  }

  #draw(empty) {
    const items = this.#all.slice(this.#from).flatMap((message, n) => this.#items(message, n ? this.#all[this.#from + n - 1] : undefined));
    this.list.replaceChildren(...(empty ? [empty] : []), ...(this.#from ? [this.#earlier()] : []), ...items);
  }

  #earlier() {
    const n = Math.min(WINDOW, this.#from);
    const more = () => {
      const below = this.scroller.scrollHeight - this.scroller.scrollTop;
      this.#from -= n;
      this.#stuck = false;
      this.#draw(null);
      this.scroller.scrollTop = this.scroller.scrollHeight - below;
      this.list.focus({ preventScroll: true });
    };
    return h("li", { class: "earlier" }, h("button", { type: "button", onclick: more }, t("earlier", { n })));
  }

  #items(message, before) {
    const sent = new Date(message.date * 1000);
    const newDay = !before || !sameDay(sent, new Date(before.date * 1000));
    const follows = !newDay && !before.service && before.from.id === message.from.id && message.date - before.date < TOGETHER;
    const replied = message.reply_to ? this.#all.find((one) => one.message_id === message.reply_to) : null;
    const item = bubble(message, { ...this.#context, follows, replied });
    return newDay ? [h("li", { class: "day" }, h("time", { datetime: sent.toISOString() }, dayAndWeekday(sent))), item] : [item];
  }
}
