// Text with Telegram's entities (offsets in UTF-16 units, as JavaScript counts) → nodes.

import { h } from "./dom.js";

const PLAIN = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

export function worded(text, entities, act) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  let next = 0;
  function walk(begin, end) {
    const nodes = [];
    let place = begin;
    while (next < sorted.length && sorted[next].offset < end) {
      const entity = sorted[next++];
      const from = Math.max(entity.offset, place);
      const to = Math.min(entity.offset + entity.length, end);
      if (to <= from) continue;
      nodes.push(text.slice(place, from), wrapped(entity, text.slice(from, to), walk(from, to), act));
      place = to;
    }
    nodes.push(text.slice(place, end));
    return nodes.filter((node) => node !== "");
  }
  return walk(0, text.length);
}

function wrapped(entity, text, children, act) {
  switch (entity.type) {
    case "pre":
      return h("pre", {}, h("code", {}, children));
    case "spoiler":
      return spoiler(children);
    case "bot_command":
      return h("button", { type: "button", class: "command-link", onclick: () => act.command(text) }, children);
    case "url":
      return anchor(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`, children, act);
    case "text_link":
      return anchor(entity.url, children, act);
    case "email":
      return anchor(`mailto:${text}`, children, act);
    default:
      return PLAIN[entity.type] ? h(PLAIN[entity.type], {}, children) : h("span", { class: `entity-${entity.type}` }, children);
  }
}

function spoiler(children) {
  const hidden = h("span", { class: "spoiler", role: "button", tabindex: "0" }, children);
  const show = () => hidden.classList.add("shown");
  hidden.addEventListener("click", show);
  hidden.addEventListener("keydown", (event) => event.key === "Enter" && show());
  return hidden;
}

// A link out, or, where it leads to the bot itself (t.me/bot?start=CODE), a press that says /start CODE.
export function anchor(url, children, act, properties = {}) {
  const start = act.startParameter(url);
  if (start !== null) {
    const say = () => act.command(start ? `/start ${start}` : "/start");
    return h("button", { type: "button", class: "command-link", ...properties, onclick: say }, children);
  }
  if (!/^(https?|mailto|tg):/i.test(url)) return h("span", properties, children);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", ...properties }, children);
}
