// One message → one <li>: words, file, photo, buttons. `act` says what presses do.

import { avatar, h, icon } from "./dom.js";
import { anchor, worded } from "./entities.js";
import { hourMinute, size } from "./times.js";
import { t } from "./words.js";

export const nameOf = (user) => [user?.first_name, user?.last_name].filter(Boolean).join(" ");

const SERVICE = {
  new_chat_members: (users) => t("service_joined", { who: users.map(nameOf).join(", ") }),
  left_chat_member: (user) => t("service_left", { who: nameOf(user) }),
  pinned_message: (_, by) => t("service_pinned", { who: nameOf(by) }),
  migrate_to_chat_id: () => t("service_migrated"),
  migrate_from_chat_id: () => t("service_migrated"),
  forum_topic_created: (topic) => t("service_topic", { title: topic.name }),
};

// context: { me, group, act, topics, follows, replied }
// follows: the message before is by the same person; replied: the message that this one answers
export function bubble(message, context) {
  if (message.service) return service(message);
  const mine = message.from.id === context.me;
  const other = context.group && !mine;
  const classes = ["message", mine ? "mine" : "theirs", context.follows && "follows"].filter(Boolean);
  return h(
    "li",
    { class: classes.join(" "), "data-id": message.message_id },
    other && (context.follows ? h("span", { class: "avatar-gap" }) : avatar(message.from.first_name, message.from.id)),
    h(
      "div",
      { class: "stack" },
      h(
        "div",
        { class: `bubble${message.file?.kind === "photo" ? " with-photo" : ""}` },
        h("span", { class: "unseen" }, mine ? t("you") : nameOf(message.from), ": "),
        other && !context.follows && sender(message.from),
        topic(message, context.topics),
        forwarded(message),
        quoted(context.replied),
        message.file && file(message),
        words(message, context.act),
      ),
      keyboard(message, context.act),
      reactions(message),
    ),
  );
}

function service(message) {
  const [[kind, value]] = Object.entries(message.service);
  const words = SERVICE[kind]?.(value, message.from) ?? kind;
  return h("li", { class: "service", "data-id": message.message_id }, h("bdi", {}, words));
}

function sender(user) {
  return h("bdi", { class: `sender hue-${Math.abs(user.id) % 7}`, "aria-hidden": "true" }, nameOf(user));
}

function topic(message, topics) {
  const name = topics?.find((one) => one.id === message.thread)?.name;
  return name && h("bdi", { class: "topic" }, name);
}

function forwarded({ forwarded_from: from }) {
  return from && h("bdi", { class: "forwarded" }, t("forwarded", { who: nameOf(from) }));
}

function quoted(other) {
  if (!other || other.service) return null;
  const said = other.text || other.file?.name || "…";
  return h("blockquote", { class: "quoted" }, sender(other.from), h("bdi", { class: "quoted-words" }, said));
}

function words(message, act) {
  if (!message.text) return stamp(message);
  const said = worded(message.text, message.entities, act);
  return h("div", { class: "words" }, h("div", { class: "said", dir: "auto" }, said), stamp(message));
}

// As in Telegram, only people's edits are marked; a bot's message just changes.
function stamp(message) {
  const sent = new Date(message.date * 1000);
  const edited = message.edited && !message.by_bot;
  return h("span", { class: "stamp" }, edited && `${t("edited")} `, h("time", { datetime: sent.toISOString() }, hourMinute(sent)));
}

function file(message) {
  const { kind, name, url } = message.file;
  if (kind === "sticker") return h("span", { class: "sticker", role: "img", "aria-label": t("sticker") }, "🙂");
  if (kind !== "photo") return download(kind === "voice" ? t("voice") : name, message.file);
  const picture = h("img", { class: "photo", src: url, alt: message.text || t("photo"), loading: "lazy" });
  return h("a", { class: "photo-link", href: url, target: "_blank", rel: "noopener" }, picture);
}

function download(shown, { name, size: bytes, url }) {
  const ending = /\.([a-z0-9]{1,4})$/i.exec(name)?.[1].toLowerCase();
  const amount = size(bytes);
  return h(
    "a",
    { class: `file file-${ending ?? "other"}`, href: url, download: name, "aria-label": t("download", { name: shown, size: amount }) },
    h("span", { class: "file-icon" }, ending ? ending.toUpperCase() : icon("file")),
    h("span", { class: "file-words" }, h("bdi", { class: "file-name" }, shown), h("span", { class: "soft" }, amount)),
  );
}

function keyboard(message, act) {
  if (!message.buttons.length) return null;
  const rows = message.buttons.map((row, r) => row.map((button, c) => key(message, button, `${r}.${c}`, act)));
  return h("div", { class: "keys" }, rows.map((row) => h("div", { class: "key-row" }, row)));
}

function key(message, button, place, act) {
  const style = ["danger", "success", "primary"].includes(button.style) ? ` key-${button.style}` : "";
  const properties = { class: `key${style}`, "data-place": place };
  const face = h("bdi", {}, button.text);
  if (button.url) return anchor(button.url, [face, icon("link")], act, properties);
  const copied = button.copy_text?.text;
  const press = copied ? () => act.copy(copied) : ({ currentTarget }) => act.press(message, button, currentTarget);
  return h("button", { type: "button", ...properties, disabled: !copied && !button.callback_data, onclick: press }, face);
}

function reactions(message) {
  if (!message.reactions.length) return null;
  return h("div", { class: "reactions" }, message.reactions.map((one) => h("span", {}, one.emoji ?? "•")));
}
