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
  send: "M4 4.500 21 12 4 19.500 6.200 13.200 14 12 6.200 10.800z",
  attach: "M8 12.500 14.700 5.800a3.200 3.200 0 0 1 4.500 4.500l-8.600 8.600a5 5 0 0 1-7.100-7.100l7.600-7.600",
  menu: "M4 7h16M4 12h16M4 17h16",
  down: "M6 9.500 12 15.500 18 9.500",
  close: "M6 6l12 12M18 6 6 18",
  file: "M7 3h7l5 5v12.500a.5.5 0 0 1-.5.500h-11.500a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM14 3v5h5",
  link: "M9 15 19 5M11 5h8v8",
  clock: "M12 7v5.200l3.400 2M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17z",
  help: "M9.300 9.200a2.800 2.800 0 1 1 3.900 2.700c-.8.400-1.200 1-1.200 1.900M12 17v.1M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17z",
  check: "M4.500 12.500 10 18 20 6.500",
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
