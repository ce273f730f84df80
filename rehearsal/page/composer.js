// Where a person writes: text, files by button, drop or paste, and the bot's command menu.

import { h, icon, newId } from "./dom.js";
import { size } from "./times.js";
import { t } from "./words.js";

const TALLEST = 132;

export class Composer {
  #file = null;

  // act: { send(text), sendFile(file, caption, asPhoto), commands() → Promise<[{command, description}]> }
  constructor(act) {
    this.act = act;
    const menuId = newId("menu");
    this.menuButton = h(
      "button",
      { type: "button", class: "round menu-button", "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": menuId, onclick: () => this.#toggleMenu() },
      icon("menu"),
    );
    this.menu = h("div", { id: menuId, role: "menu", class: "menu", hidden: true, onkeydown: (event) => this.#menuKey(event) });
    this.text = h("textarea", {
      rows: "1",
      class: "text",
      dir: "auto",
      autocomplete: "off",
      oninput: () => this.#grow(),
      onkeydown: (event) => this.#key(event),
      onpaste: (event) => this.#paste(event),
    });
    this.picker = h("input", { type: "file", hidden: true, onchange: () => this.take(this.picker.files[0]) });
    this.attach = h("button", { type: "button", class: "round attach", onclick: () => this.picker.click() }, icon("attach"));
    this.sendButton = h("button", { type: "submit", class: "round send" }, icon("send"));
    this.pending = h("div", { class: "pending", hidden: true });
    this.form = h(
      "form",
      { class: "composer", onsubmit: (event) => (event.preventDefault(), this.#send()) },
      this.menuButton,
      this.text,
      this.picker,
      this.attach,
      this.sendButton,
    );
    this.element = h("div", { class: "bottom" }, this.menu, this.pending, this.form);
    this.element.addEventListener("focusout", (event) => {
      if (!this.menu.hidden && !this.element.contains(event.relatedTarget)) this.#closeMenu(false);
    });
  }

  render() {
    for (const [button, key] of [[this.menuButton, "menu"], [this.attach, "attach"], [this.sendButton, "send"]]) {
      button.setAttribute("aria-label", t(key));
      button.title = t(key);
    }
    this.menu.setAttribute("aria-label", t("menu"));
    this.#showFile();
  }

  clear() {
    this.text.value = "";
    this.#grow();
    this.take(null);
    this.#closeMenu(false);
  }

  take(file) {
    this.#file = file ?? null;
    this.picker.value = "";
    this.#showFile();
    if (file) this.text.focus();
  }

  #showFile() {
    const file = this.#file;
    this.pending.hidden = !file;
    this.text.placeholder = t(file ? "caption" : "write");
    this.text.setAttribute("aria-label", t(file ? "caption" : "write"));
    if (!file) return this.pending.replaceChildren();
    const drop = h("button", { type: "button", class: "round", "aria-label": t("remove_file", { name: file.name }), onclick: () => this.take(null) }, icon("close"));
    this.asPhoto = h("input", { type: "checkbox" });
    const choice = /^image\/(png|jpeg)$/.test(file.type) ? h("label", {}, this.asPhoto, t("as_photo")) : null;
    this.pending.replaceChildren(
      icon("file"),
      h("span", { class: "pending-words" }, h("bdi", {}, file.name), h("span", { class: "soft" }, size(file.size)), choice ?? ""),
      drop,
    );
  }

  async #send() {
    const text = this.text.value.trim();
    const file = this.#file;
    if (!text && !file) return;
    const photo = Boolean(file && this.asPhoto.checked);
    this.text.value = "";
    this.#grow();
    this.take(null);
    const done = await (file ? this.act.sendFile(file, text, photo) : this.act.send(text));
    if (done || this.text.value) return;
    this.text.value = text;
    this.#grow();
    if (file) this.take(file);
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  #paste(event) {
    const [file] = event.clipboardData?.files ?? [];
    if (!file) return;
    event.preventDefault();
    this.take(file);
  }

  #grow() {
    this.text.style.height = "";
    if (this.text.value) this.text.style.height = `${Math.min(this.text.scrollHeight + 2, TALLEST)}px`;
    this.form.classList.toggle("has-text", this.text.value.trim() !== "");
  }

  async #toggleMenu() {
    if (!this.menu.hidden) return this.#closeMenu();
    const commands = await this.act.commands();
    const rows = commands.map(({ command, description }) =>
      h(
        "button",
        { type: "button", role: "menuitem", class: "menu-row", onclick: () => (this.#closeMenu(), this.act.send(`/${command}`)) },
        h("bdi", { class: "menu-what" }, description),
        h("span", { class: "menu-command" }, `/${command}`),
      ),
    );
    this.menu.replaceChildren(...(rows.length ? rows : [h("p", { class: "soft menu-none" }, t("no_commands"))]));
    this.menu.hidden = false;
    this.menuButton.setAttribute("aria-expanded", "true");
    rows[0]?.focus();
  }

  #closeMenu(refocus = true) {
    this.menu.hidden = true;
    this.menuButton.setAttribute("aria-expanded", "false");
    if (refocus) this.text.focus();
  }

  #menuKey(event) {
    const rows = [...this.menu.querySelectorAll("[role=menuitem]")];
    const here = rows.indexOf(document.activeElement);
    if (event.key === "Escape") return this.#closeMenu();
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    rows[(to + rows.length) % rows.length]?.focus();
  }
}
