// The clock bar: what time it is in the campaign, and the ways to move it.

import { h, icon } from "./dom.js";
import * as server from "./server.js";
import { deadline, fullDay, hourMinute, moment, setZone, zoneName } from "./times.js";
import { t } from "./words.js";

const LOOK_AGAIN = 5000;

export class Clock {
  exists = false;
  now = null;
  #moving = false;
  #state = {};

  constructor(changed) {
    this.changed = changed;
    this.element = h("section", { class: "clock", hidden: true });
    this.face = h("div", { class: "clock-face" });
    this.buttons = h("div", { class: "clock-buttons" });
    this.says = h("p", { class: "clock-says", role: "status" });
    this.element.append(this.face, this.buttons, this.says);
    setInterval(() => document.visibilityState === "visible" && this.refresh(), LOOK_AGAIN);
  }

  // Look what time it is. Without GET /control/clock there is no clock, and no bar.
  async refresh() {
    if (this.#moving) return;
    try {
      const state = await server.clock();
      if (!this.#moving) this.#take(state);
    } catch {
      // The event stream says when the server is away.
    }
  }

  async move(how) {
    if (this.#moving) return;
    this.#busy(true);
    try {
      this.#take(await server.moveClock(how));
      this.says.textContent = "";
    } catch (problem) {
      this.says.textContent = t("clock_failed", { why: problem.message });
    } finally {
      this.#busy(false);
    }
  }

  get zone() {
    return this.#state.zone;
  }

  get nextReminder() {
    return this.exists && this.#state.next_reminder ? () => this.move({ jump: "next_reminder" }) : null;
  }

  render() {
    this.element.hidden = !this.exists;
    this.element.setAttribute("aria-label", t("clock"));
    if (!this.exists) return;
    this.face.replaceChildren(
      h("time", { class: "clock-time", datetime: this.now.toISOString() }, hourMinute(this.now)),
      h("span", { class: "clock-day" }, h("b", {}, fullDay(this.now)), h("span", { class: "soft" }, zoneName(this.now))),
    );
    const { next_reminder: reminder, next_deadline: due } = this.#state;
    const focused = document.activeElement?.dataset?.move;
    this.buttons.replaceChildren(
      this.#button("hour", t("hour"), null, { advance: 3600 }),
      this.#button("day", t("day"), null, { advance: 86400 }),
      this.#button("reminder", t("next_reminder"), reminder ? moment(new Date(reminder)) : t("none"), reminder && { jump: "next_reminder" }),
      this.#button("deadline", t("next_deadline"), due ? deadline(new Date(due)) : t("none"), due && { jump: "next_deadline" }),
    );
    if (focused) this.buttons.querySelector(`[data-move="${focused}"]`)?.focus();
  }

  #button(name, words, when, how) {
    return h(
      "button",
      { type: "button", class: "clock-button", "data-move": name, "aria-disabled": this.#moving || !how ? "true" : null, onclick: () => how && this.move(how) },
      h("span", {}, when ? icon("clock") : null, words),
      when ? h("small", {}, when) : null,
    );
  }

  #busy(moving) {
    this.#moving = moving;
    this.element.classList.toggle("moving", moving);
    this.element.setAttribute("aria-busy", String(moving));
    if (moving) this.says.textContent = t("moving");
    this.render();
  }

  #take(state) {
    const same = JSON.stringify(state) === JSON.stringify(this.#state);
    this.exists = state !== null;
    if (same || !this.exists) return this.render();
    this.#state = state;
    this.now = new Date(state.now);
    setZone(state.zone);
    this.render();
    this.changed();
  }
}
