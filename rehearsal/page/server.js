// The rehearsal's own HTTP interface (rehearsal/control.py); everything the page asks stands here.

const json = { "Content-Type": "application/json" };

async function ask(path, options) {
  const response = await fetch(`/control/${path}`, options);
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Error(body.error ?? response.statusText), { status: response.status });
  return body;
}

const act = (action, values) => ask(action, { method: "POST", headers: json, body: JSON.stringify(values) });

// → { bot, people, chats, last: the number of the newest event }
export async function everybody() {
  const [about, { chats }] = await Promise.all([ask("state"), ask("chats")]);
  return {
    bot: { name: about.bot.first_name, username: about.bot.username, description: about.description },
    people: chats.filter((chat) => chat.type === "private").map((chat) => person(chat.members[0])),
    chats: chats.map((chat) => ({ ...chat, members: chat.members.map((member) => member.id) })),
    last: about.last_event,
  };
}

// The first name, and beneath it what tells people apart: the last name (a unit, in a rehearsal).
function person({ id, first_name: name, last_name: surname, username }) {
  return { id, name, note: surname ?? (username ? `@${username}` : "") };
}

export const messages = async (chatId) => (await ask(`chat/${chatId}/messages`)).messages;
export const commands = async (userId, chatId) => (await ask(`chat/${chatId}/menu?user=${userId}`)).commands;
export const sendText = (userId, chatId, text) => act("say", { user_id: userId, chat_id: chatId, text });

// → the id of the press; its answer comes as an event
export async function press(userId, chatId, messageId, data) {
  return (await act("tap", { user_id: userId, chat_id: chatId, message_id: messageId, data })).result;
}

export function sendFile(userId, chatId, file, caption, asPhoto) {
  const form = new FormData();
  const mime = file.type || null;
  const kind = asPhoto ? "photo" : "document";
  form.append("arguments", JSON.stringify({ user_id: userId, chat_id: chatId, kind, mime, caption }));
  form.append("file", file, file.name);
  return ask("send_file", { method: "POST", body: form });
}

// → null where this rehearsal has no clock to move
export async function clock() {
  try {
    return await ask("clock");
  } catch (problem) {
    if (problem.status === 404) return null;
    throw problem;
  }
}

export const moveClock = (how) => act("clock", how);

// Follow the events for ever. `start` loads everything and says from which event on to listen;
// it runs again after every gap, because a server that restarted counts its events anew.
export function follow({ start, event, connected }) {
  let pause = 250;
  const again = () => {
    connected(false);
    setTimeout(listen, pause);
    pause = Math.min(pause * 2, 4000);
  };
  async function listen() {
    let last;
    try {
      last = await start();
    } catch {
      return again();
    }
    const source = new EventSource(`/control/events?after=${last}`);
    source.onopen = () => {
      pause = 250;
      connected(true);
    };
    source.onmessage = ({ data }) => event(JSON.parse(data));
    source.onerror = () => {
      source.close();
      again();
    };
  }
  listen();
}
