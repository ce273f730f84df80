// Times as people read them, always in the campaign's zone.

import { locale, spoken } from "./words.js";

let zone;
const made = new Map();

export function setZone(name) {
  if (name !== zone) made.clear();
  zone = name;
}

function format(name, options) {
  const key = `${spoken()} ${name}`;
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }));
  return made.get(key);
}

export const hourMinute = (date) => format("time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
export const day = (date) => format("day", { year: "numeric", month: "long", day: "numeric" }).format(date);
export const fullDay = (date) =>
  format("full", { year: "numeric", month: "long", day: "numeric", weekday: "long" }).format(date);
export const dayAndWeekday = (date) =>
  format("both", { month: "long", day: "numeric", weekday: "long" }).format(date);
export const shortDay = (date) => format("short", { month: "short", day: "numeric" }).format(date);
export const moment = (date) => `${shortDay(date)} ${hourMinute(date)}`;
export const sameDay = (one, other) => day(one) === day(other);

// A deadline at midnight belongs to the day that ends: 25 Sep 24:00, as the notices say it.
export function deadline(date) {
  if (hourMinute(date) !== "00:00") return moment(date);
  return `${shortDay(new Date(date.getTime() - 60_000))} 24:00`;
}

export function zoneName(date) {
  const parts = format("zone", { timeZoneName: "long" }).formatToParts(date);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

export function size(bytes) {
  if (bytes === undefined || bytes === null) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
