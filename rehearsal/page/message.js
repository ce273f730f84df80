// One message → one <li>: words, file, photo, buttons. `act` says what presses do.

import { avatar, h, icon } from "./dom.js";
import { anchor, worded } from "./entities.js";
import { hourMinute, size } from "./times.js";
import { t } from "./words.js";

export const nameOf = (user) => [user?.first_name, user?.last_name].filter(Boolean).join(" ") || user?.title || "";

const SERVICE = {
  new_chat_members: (m) => t("service_joined", { who: m.new_chat_members.map(nameOf).join("、") }),
  left_chat_member: (m) => t("service_left", { who: nameOf(m.left_chat_member) }),
  group_chat_created: (m) => t("service_created", { who: nameOf(m.from), title: m.chat.title }),
  supergroup_chat_created: (m) => t("service_created", { who: nameOf(m.from), title: m.chat.title }),
  new_chat_title: (m) => t("service_title", { title: m.new_chat_title }),
  pinned_message: (m) => t("service_pinned", { who: nameOf(m.from) }),
  migrate_to_chat_id: () => t("service_migrated"),
  migrate_from_chat_id: () => t("service_migrated"),
  forum_topic_created: (m) => t("service_topic", { title: m.forum_topic_created.name }),
};

// context: { me, group, act, topics, follows: the message before is by the same person }
export function bubble(message, context) {
  const service = Object.keys(SERVICE).find((key) => key in message);
  if (service) return h("li", { class: "service", "data-id": message.message_id }, h("bdi", {}, SERVICE[service](message)));
  const mine = message.from?.id === context.me;
  const named = context.group && !mine && !context.follows;
  return h(
    "li",
    {
      class: ["message", mine ? "mine" : "theirs", context.follows && "follows", context.group && !mine && "in-group"].filter(Boolean).join(" "),
      "data-id": message.message_id,
    },
    context.group && !mine ? (context.follows ? h("span", { class: "avatar-gap" }) : avatar(nameOf(message.from), message.from.id)) : null,
    h(
      "div",
      { class: "stack" },
      h(
        "div",
        { class: `bubble${message.photo ? " with-photo" : ""}` },
        h("span", { class: "unseen" }, mine ? t("you") : nameOf(message.from), ": "),
        named ? h("bdi", { class: `sender hue-${Math.abs(message.from.id) % 7}`, "aria-hidden": "true" }, nameOf(message.from)) : null,
        forwarded(message),
        quoted(message),
        content(message),
        words(message, context.act),
        stamp(message),
      ),
      keyboard(message, context.act),
    ),
  );
}

function words(message, act) {
  const text = message.text ?? message.caption;
  if (text === undefined) return null;
  return h("div", { class: "words", dir: "auto" }, worded(text, message.entities ?? message.caption_entities, act));
}

function stamp(message) {
  const sent = new Date(message.date * 1000);
  return h(
    "span",
    { class: "stamp" },
    message.edit_date ? `${t("edited")} ` : null,
    h("time", { datetime: sent.toISOString() }, hourMinute(sent)),
  );
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const who = origin.sender_user_name ?? nameOf(origin.sender_user ?? origin.sender_chat ?? origin.chat);
  return h("bdi", { class: "forwarded" }, t("forwarded", { who }));
}

function quoted(message) {
  const other = message.reply_to_message;
  if (!other || other.forum_topic_created) return null;
  const said = other.text ?? other.caption ?? other.document?.file_name ?? "…";
  return h("blockquote", { class: "quoted" }, h("bdi", { class: "sender" }, nameOf(other.from)), h("bdi", { class: "quoted-words" }, said));
}

function content(message) {
  if (message.photo) {
    return h("a", { href: message.file_url, target: "_blank", rel: "noopener" }, h("img", { class: "photo", src: message.file_url, alt: message.caption ?? t("photo") }));
  }
  if (message.document) return file(message.document, message.file_url);
  if (message.voice) return file({ file_name: t("voice"), file_size: message.voice.file_size }, message.file_url);
  if (message.sticker) return h("span", { class: "sticker", "aria-label": t("sticker") }, message.sticker.emoji ?? "🙂");
  if (message.text === undefined && message.caption === undefined) return h("em", {}, t("unsupported", { kind: kind(message) }));
  return null;
}

const kind = (message) => Object.keys(message).find((key) => !["message_id", "from", "chat", "date", "entities", "reply_markup", "file_url"].includes(key)) ?? "?";

function file(document, url) {
  const name = document.file_name ?? "file";
  const ending = name.includes(".") ? name.split(".").pop().slice(0, 4).toLowerCase() : "";
  const amount = size(document.file_size);
  return h(
    "a",
    { class: `file file-${/^[a-z0-9]+$/.test(ending) ? ending : "other"}`, href: url, download: name, "aria-label": t("download", { name, size: amount }) },
    h("span", { class: "file-icon", "aria-hidden": "true" }, ending ? ending.toUpperCase() : icon("file")),
    h("span", { class: "file-words" }, h("bdi", { class: "file-name" }, name), h("span", { class: "soft" }, amount)),
  );
}

function keyboard(message, act) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const shown = rows.map((row, r) => h("div", { class: "key-row" }, row.map((button, c) => key(message, button, `${r}.${c}`, act))));
  return h("div", { class: "keys" }, shown);
}

function key(message, button, place, act) {
  const style = ["danger", "success", "primary"].includes(button.style) ? ` key-${button.style}` : "";
  const properties = { class: `key${style}`, "data-place": place };
  const face = h("bdi", {}, button.text);
  if (button.url) return anchor(button.url, [face, icon("link")], act, properties);
  const press = button.copy_text
    ? () => act.copy(button.copy_text.text)
    : (event) => act.press(message, button, event.currentTarget);
  return h("button", { type: "button", ...properties, disabled: !(button.callback_data || button.copy_text), onclick: press }, face);
}
