// What a bot's answer to a press shows: a toast that goes by itself, or an alert to be closed.

import { h } from "./dom.js";
import { t } from "./words.js";

const SECONDS = 4;

export class Notices {
  #timer;
  #before;

  constructor() {
    this.toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.words = h("p", { dir: "auto" });
    this.ok = h("button", { type: "button", class: "primary", onclick: () => this.#close() });
    this.box = h(
      "div",
      { class: "alert", role: "alertdialog", "aria-modal": "true", onkeydown: (event) => this.#key(event) },
      this.words,
      this.ok,
    );
    this.veil = h("div", { class: "veil", hidden: true }, this.box);
    this.element = h("div", { class: "notices" }, this.toasts, this.veil);
  }

  render() {
    this.ok.textContent = t("ok");
    this.box.setAttribute("aria-label", t("alert"));
  }

  toast(text) {
    clearTimeout(this.#timer);
    this.toasts.replaceChildren(h("div", { class: "toast", dir: "auto" }, text));
    this.#timer = setTimeout(() => this.toasts.replaceChildren(), SECONDS * 1000);
  }

  alert(text) {
    this.#before = document.activeElement;
    this.toasts.replaceChildren();
    this.words.textContent = text;
    this.veil.hidden = false;
    this.ok.focus();
  }

  clear() {
    this.toasts.replaceChildren();
    this.veil.hidden = true;
  }

  #close() {
    this.veil.hidden = true;
    if (this.#before?.isConnected) this.#before.focus();
  }

  #key(event) {
    if (event.key === "Tab") event.preventDefault();
    if (event.key === "Escape") this.#close();
  }
}
