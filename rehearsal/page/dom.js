// Building elements. Foreign text only ever becomes a text node or an attribute, never HTML.

export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  send: "M4 4.5 21 12 4 19.5 6.2 13.2 14 12 6.2 10.800z",
  attach: "M8 12.5 14.7 5.800a3.2 3.2 0 0 1 4.5 4.500l-8.6 8.600a5 5 0 0 1-7.1-7.100l7.6-7.6",
  menu: "M4 7h16M4 12h16M4 17h16",
  down: "M6 9.5 12 15.5 18 9.5",
  close: "M6 6l12 12M18 6 6 18",
  file: "M7 3h7l5 5v12.500a.5.5 0 0 1-.5.500h-11.500a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM14 3v5h5",
  link: "M9 15 19 5M11 5h8v8",
  clock: "M12 7v5.2l3.4 2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z",
  help: "M9.3 9.2a2.8 2.8 0 1 1 3.9 2.7c-.8.4-1.2 1-1.2 1.9M12 17v.1M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z",
  check: "M4.5 12.5 10 18 20 6.5",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

// A round picture with the first letters of a name, its colour from the id.
export function avatar(name, id) {
  const letter = [...name.replace(/[^\p{L}\p{N}]/gu, "")].slice(-1)[0] ?? "•";
  const first = [...name.replace(/[^\p{L}\p{N}]/gu, "")][0] ?? "•";
  const shown = /\p{Script=Han}/u.test(letter) ? letter : first.toUpperCase();
  return h("span", { class: `avatar hue-${Math.abs(id) % 7}`, "aria-hidden": "true" }, shown);
}

export function badge(count, label) {
  return count ? h("span", { class: "badge", "aria-label": label }, count > 99 ? "99+" : String(count)) : null;
}

let serial = 0;
export const newId = (stem) => `${stem}-${++serial}`;
