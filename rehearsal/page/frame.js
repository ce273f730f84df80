// What stands around the phones: the top bar, the guide, the tabs of a narrow screen, the line.

import { badge, h, icon } from "./dom.js";
import { speak, spoken, t } from "./words.js";

const GUIDE = "rehearsal-guide";
const narrow = matchMedia("(max-width: 700px)"); // as in the style sheets
const at = (id) => document.getElementById(id);

export class Frame {
  #front = 0;

  constructor(world, clock, phones) {
    Object.assign(this, { world, clock, phones });
  }

  draw() {
    this.#top();
    this.guide();
    this.tabs();
  }

  #top() {
    const other = spoken() === "zh" ? "en" : "zh";
    const help = { "aria-label": t("help"), title: t("help"), "aria-controls": "guide" };
    const language = { lang: other === "zh" ? "zh-CN" : "en", "aria-label": t("other_language_label") };
    const tool = (properties, content) => h("button", { type: "button", class: "tool", ...properties }, content);
    at("top").replaceChildren(
      h(
        "div",
        { class: "brand" },
        h("img", { src: "icon.svg", alt: "", width: "32", height: "32" }),
        h("div", {}, h("h1", {}, t("title")), h("p", { class: "soft" }, t("subtitle"))),
      ),
      this.clock.element,
      h(
        "div",
        { class: "tools" },
        tool({ ...help, onclick: () => this.#showGuide(at("guide").hidden) }, icon("help")),
        tool({ ...language, onclick: () => speak(other) }, t("other_language")),
      ),
    );
    this.clock.render();
  }

  #showGuide(shown) {
    localStorage.setItem(GUIDE, shown ? "shown" : "hidden");
    this.guide();
  }

  // On a narrow screen the first action shows that the guide is understood.
  fold() {
    if (narrow.matches && localStorage.getItem(GUIDE) === null) this.#showGuide(false);
  }

  guide() {
    const guide = at("guide");
    guide.hidden = localStorage.getItem(GUIDE) === "hidden";
    guide.setAttribute("aria-label", t("guide"));
    const steps = ["guide_1", "guide_2", this.clock.exists ? "guide_3" : "guide_3_no_clock"];
    guide.replaceChildren(
      h("ol", {}, steps.map((step) => h("li", {}, t(step)))),
      h("button", { type: "button", class: "quiet", onclick: () => this.#showGuide(false) }, t("got_it")),
    );
  }

  // On a narrow screen one phone at a time: a tab names whose it is, and pressed once more it
  // changes that. On a wide one the tabs are not shown.
  tabs() {
    at("phones").dataset.front = String(this.#front + 1);
    at("tabs").setAttribute("aria-label", t("phones"));
    const focused = at("tabs").contains(document.activeElement);
    const tabs = this.phones.map((phone, n) => this.#tab(phone, n));
    at("tabs").replaceChildren(...tabs);
    if (focused) tabs[this.#front].focus();
  }

  #tab(phone, n) {
    const chosen = n === this.#front;
    const news = chosen ? 0 : this.world.unread(phone.personId, phone.chatId);
    return h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${n + 1}`,
        "aria-controls": `phone-${n + 1}`,
        "aria-selected": String(chosen),
        tabindex: chosen ? "0" : "-1",
        "aria-haspopup": chosen ? "listbox" : null,
        title: chosen ? t("who") : null,
        onmousedown: (event) => chosen && event.preventDefault(), // the list closes when it loses the focus
        onclick: () => (chosen ? phone.who.toggle(() => at(`tab-${n + 1}`)) : this.#bringFront(n)),
        onkeydown: ({ key }) => /^Arrow(Left|Right)$/.test(key) && this.#bringFront(1 - this.#front),
      },
      h("bdi", {}, phone.person?.name ?? t("phone", { n: n + 1 })),
      phone.chat?.title && h("bdi", { class: "soft" }, phone.chat.title),
      chosen ? icon("down") : badge(news, t("unread", { n: news })),
    );
  }

  #bringFront(n) {
    this.#front = n;
    this.tabs();
    this.phones[n].look();
  }

  line(connected) {
    at("line").textContent = connected ? "" : t("lost");
  }
}
