// What the page knows: people, chats, messages; who has not read what. Tells its listeners, draws nothing.

export class World extends EventTarget {
  bot = { name: "", username: "", description: "" };
  people = new Map();
  chats = new Map();
  #messages = new Map();
  #newest = new Map();
  #unread = new Map();
  // Set by the page: does somebody look at this chat as this person right now?
  watched = () => false;

  tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }

  on(kind, listener) {
    this.addEventListener(kind, (event) => listener(event.detail));
  }

  setEverybody({ bot, people, chats }) {
    this.bot = bot;
    this.people = new Map(people.map((person) => [person.id, person]));
    this.chats = new Map(chats.map((chat) => [chat.id, chat]));
    for (const chat of chats) if (!this.#newest.has(chat.id)) this.#newest.set(chat.id, chat.last_message_id);
    this.tell("everybody");
  }

  forget() {
    this.#messages.clear();
    this.#newest.clear();
  }

  // The chats a person has; a group that became a supergroup counts no more.
  chatsOf(personId) {
    return [...this.chats.values()].filter((chat) => chat.members.includes(personId) && !chat.migrated_to);
  }

  known(chatId) {
    return this.#messages.has(chatId);
  }

  messages(chatId) {
    return [...(this.#messages.get(chatId)?.values() ?? [])];
  }

  setMessages(chatId, messages) {
    this.#messages.set(chatId, new Map(messages.map((message) => [message.message_id, message])));
    this.tell("messages", { chatId });
  }

  put(chatId, message) {
    const kept = this.#messages.get(chatId);
    if (!kept) return;
    const kind = kept.has(message.message_id) ? "changed" : "added";
    kept.set(message.message_id, message);
    this.tell(kind, { chatId, message });
  }

  remove(chatId, messageId) {
    this.#messages.get(chatId)?.delete(messageId);
    this.tell("removed", { chatId, messageId });
  }

  // A message that just arrived is unread for every other member who is not looking.
  arrived(chatId, message) {
    this.put(chatId, message);
    if (message.message_id <= (this.#newest.get(chatId) ?? 0)) return;
    this.#newest.set(chatId, message.message_id);
    for (const personId of this.chats.get(chatId)?.members ?? []) {
      if (message.from.id === personId || this.watched(personId, chatId)) continue;
      const key = `${personId}/${chatId}`;
      this.#unread.set(key, (this.#unread.get(key) ?? 0) + 1);
    }
    this.tell("unread");
  }

  read(personId, chatId) {
    if (this.#unread.delete(`${personId}/${chatId}`)) this.tell("unread");
  }

  unread(personId, chatId) {
    return this.#unread.get(`${personId}/${chatId}`) ?? 0;
  }

  unreadOf(personId) {
    return this.chatsOf(personId).reduce((sum, chat) => sum + this.unread(personId, chat.id), 0);
  }

  unreadElsewhere(personId) {
    return [...this.people.keys()].reduce((sum, id) => sum + (id === personId ? 0 : this.unreadOf(id)), 0);
  }
}
