// A button that opens a list to choose from: filter by typing, arrows, Enter, Escape.

import { avatar, badge, h, icon, newId } from "./dom.js";
import { t } from "./words.js";

export class Chooser {
  #shown = [];
  #active = 0;

  // options() → [{id, name, note, unread, chosen}]; choose(id); label is a key of the words.
  constructor({ label, options, choose, className }) {
    this.label = label;
    this.options = options;
    this.choose = choose;
    const listId = newId("list");
    this.button = h("button", {
      type: "button",
      class: `chooser-button ${className}`,
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      onclick: () => this.toggle(),
      onkeydown: (event) => event.key === "ArrowDown" && (event.preventDefault(), this.open()),
    });
    this.search = h("input", {
      type: "text",
      class: "chooser-search",
      role: "combobox",
      autocomplete: "off",
      "aria-expanded": "true",
      "aria-controls": listId,
      oninput: () => this.#filter(),
      onkeydown: (event) => this.#key(event),
    });
    this.list = h("ul", { id: listId, role: "listbox", class: "chooser-list" });
    this.panel = h("div", { class: "chooser-panel", hidden: true }, this.search, this.list);
    this.element = h("div", { class: "chooser" }, this.button, this.panel);
    this.element.addEventListener("focusout", (event) => {
      if (this.isOpen && !this.element.contains(event.relatedTarget)) this.close(false);
    });
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  toggle(back) {
    if (this.isOpen) this.close();
    else this.open(back);
  }

  // What the closed button shows.
  show(children, label) {
    this.button.replaceChildren(...children.filter(Boolean), icon("down"));
    this.button.setAttribute("aria-label", label);
    if (this.isOpen) this.#filter(this.#shown[this.#active]?.id);
  }

  // `back`: what gets the focus when it closes.
  open(back = () => this.button) {
    this.back = back;
    this.panel.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.search.value = "";
    this.search.placeholder = t("search");
    this.search.setAttribute("aria-label", t(this.label));
    this.list.setAttribute("aria-label", t(this.label));
    this.#filter();
    this.search.focus();
  }

  close(refocus = true) {
    this.panel.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    if (refocus) this.back()?.focus();
  }

  // `keep`: the option that stays active, else the chosen one.
  #filter(keep) {
    const sought = this.search.value.trim().toLowerCase();
    this.#shown = this.options().filter((one) => `${one.name} ${one.note}`.toLowerCase().includes(sought));
    const active = this.#shown.findIndex((one) => (keep === undefined ? one.chosen : one.id === keep));
    this.#active = Math.max(0, active);
    this.list.replaceChildren(...this.#shown.map((one) => this.#row(one)));
    if (!this.#shown.length) this.list.append(h("li", { class: "chooser-none" }, t("nothing_found")));
    this.#mark();
  }

  #row(one) {
    const row = h(
      "li",
      { id: newId("option"), role: "option", class: "option", "aria-selected": String(Boolean(one.chosen)) },
      avatar(one.name, one.id),
      h("span", { class: "option-words" }, h("bdi", { class: "option-name" }, one.name), h("bdi", { class: "soft" }, one.note)),
      badge(one.unread, t("unread", { n: one.unread })),
      one.chosen ? icon("check") : null,
    );
    row.addEventListener("pointerdown", (event) => event.preventDefault());
    row.addEventListener("click", () => this.#take(one));
    return row;
  }

  #mark() {
    const rows = [...this.list.children];
    rows.forEach((row, n) => row.classList.toggle("active", n === this.#active));
    const row = rows[this.#active];
    row?.scrollIntoView({ block: "nearest" });
    this.search.setAttribute("aria-activedescendant", row?.id ?? "");
  }

  #take(one) {
    this.close();
    this.choose(one.id);
  }

  #key(event) {
    const last = this.#shown.length - 1;
    const moves = { ArrowDown: Math.min(this.#active + 1, last), ArrowUp: Math.max(this.#active - 1, 0), Home: 0, End: last };
    if (event.key in moves) {
      event.preventDefault();
      this.#active = moves[event.key];
      this.#mark();
    } else if (event.key === "Enter" && !event.isComposing && this.#shown[this.#active]) {
      event.preventDefault();
      this.#take(this.#shown[this.#active]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    }
  }
}
