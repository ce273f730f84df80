// Every text of the page, in both languages. {name} is filled in by t().

const WORDS = {
  zh: {
    title: "演练",
    subtitle: "本机模拟，不连接 Telegram",
    clock: "时钟",
    hour: "+1 小时",
    day: "+1 天",
    next_reminder: "下次提醒",
    next_deadline: "下次截止",
    none: "没有",
    moving: "正在拨动时钟，机器人在办理…",
    clock_failed: "时钟没有拨动：{why}",
    other_language: "English",
    other_language_label: "Switch to English",
    help: "说明",
    guide: "怎样使用",
    guide_1: "点名字换人，点聊天标题换聊天。",
    guide_2: "按 ☰ 选一条命令，或直接打字。",
    guide_3: "拨动时钟，看机器人做什么。",
    guide_3_no_clock: "机器人的回复、按钮和文件会出现在手机里。",
    got_it: "知道了",
    lost: "与演练服务的连接断开，正在重连…",
    phones: "手机",
    phone: "第 {n} 部手机",
    who: "这是谁的手机",
    which: "选择聊天",
    search: "查找",
    nothing_found: "没有找到",
    bot: "机器人",
    writing: "正在输入…",
    members: "{n} 名成员",
    unread: "{n} 条未读",
    elsewhere: "别人有 {n} 条未读",
    messages: "消息",
    earlier: "显示更早的 {n} 条",
    newest: "到最新消息",
    edited: "已编辑",
    you: "我",
    empty_title: "还没有消息",
    empty_private: "选一条命令开始：",
    empty_group: "群里还没有消息。选一条命令，或等机器人发布：",
    empty_no_commands: "在下面输入文字，和机器人说话。",
    empty_clock: "或者把时钟拨到下次提醒",
    menu: "命令菜单",
    no_commands: "机器人在这里没有命令",
    write: "输入消息",
    send: "发送",
    attach: "发送文件",
    as_photo: "作为图片发送",
    remove_file: "去掉 {name}",
    caption: "说明文字（可不填）",
    drop: "放开即发送到此聊天",
    download: "下载 {name}，{size}",
    photo: "图片",
    voice: "语音",
    sticker: "贴纸",
    copied: "已复制",
    ok: "好",
    alert: "机器人的提示",
    failed: "没有成功：{why}",
    service_joined: "{who} 加入了群",
    service_left: "{who} 离开了群",
    service_pinned: "{who} 置顶了一条消息",
    service_migrated: "群已升级为超级群",
    service_topic: "话题“{title}”",
    forwarded: "转发自 {who}",
  },
  en: {
    title: "Rehearsal",
    subtitle: "on this machine, not on Telegram",
    clock: "Clock",
    hour: "+1 hour",
    day: "+1 day",
    next_reminder: "Next reminder",
    next_deadline: "Next deadline",
    none: "none",
    moving: "Moving the clock, the bot is at work…",
    clock_failed: "The clock did not move: {why}",
    other_language: "中文",
    other_language_label: "切换到中文",
    help: "How it works",
    guide: "How to use it",
    guide_1: "Tap a name or a chat's title to switch.",
    guide_2: "Press ☰ for a command, or just type.",
    guide_3: "Move the clock and see what the bot does.",
    guide_3_no_clock: "The bot's replies, buttons and files appear in the phones.",
    got_it: "Got it",
    lost: "The connection to the rehearsal is lost, trying again…",
    phones: "Phones",
    phone: "Phone {n}",
    who: "Whose phone is this",
    which: "Choose a chat",
    search: "Search",
    nothing_found: "Nothing found",
    bot: "bot",
    writing: "typing…",
    members: "{n} members",
    unread: "{n} unread",
    elsewhere: "{n} unread with other people",
    messages: "Messages",
    earlier: "Show {n} earlier",
    newest: "To the newest message",
    edited: "edited",
    you: "You",
    empty_title: "No messages yet",
    empty_private: "Start with a command:",
    empty_group: "Nothing here yet. Choose a command, or wait for the bot to post:",
    empty_no_commands: "Type below to talk to the bot.",
    empty_clock: "Or move the clock to the next reminder",
    menu: "Command menu",
    no_commands: "The bot has no commands here",
    write: "Message",
    send: "Send",
    attach: "Send a file",
    as_photo: "Send as a photo",
    remove_file: "Remove {name}",
    caption: "Caption (optional)",
    drop: "Drop to send to this chat",
    download: "Download {name}, {size}",
    photo: "Photo",
    voice: "Voice message",
    sticker: "Sticker",
    copied: "Copied",
    ok: "OK",
    alert: "Notice from the bot",
    failed: "That did not work: {why}",
    service_joined: "{who} joined the group",
    service_left: "{who} left the group",
    service_pinned: "{who} pinned a message",
    service_migrated: "The group became a supergroup",
    service_topic: "Topic “{title}”",
    forwarded: "Forwarded from {who}",
  },
};

const KEPT = "rehearsal-language";

function first() {
  const kept = localStorage.getItem(KEPT);
  if (kept in WORDS) return kept;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

let language = first();
const listeners = [];

export const spoken = () => language;
export const locale = () => (language === "zh" ? "zh-CN" : "en-GB");
export const onLanguage = (listener) => listeners.push(listener);

export function t(key, values = {}) {
  const words = WORDS[language][key] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export function speak(other) {
  language = other;
  localStorage.setItem(KEPT, other);
  document.documentElement.lang = locale();
  document.title = t("title");
  for (const listener of listeners) listener();
}

export const catalogues = WORDS;
