// Small drawings that several views use.
import { el, svg } from "./dom.js";
import { certainty, glyphPath, typeClass } from "./types.js";

/** The round badge of a type as an SVG group around 0,0; `radius` in pixels. */
export function badge(type, radius, extra = "") {
  const path = glyphPath(type);
  const scale = (radius * 2 * 0.78) / 16;
  const inside = path
    ? svg("path", { d: path, class: "glyph", transform: `scale(${scale}) translate(-8 -8)` })
    : svg("text", { class: "glyph-letters", "text-anchor": "middle", dy: "0.35em", "font-size": radius }, type.slice(0, 2));
  return svg("g", { class: `badge ${typeClass(type)} ${extra}` }, svg("circle", { r: radius, class: "badge-disc" }), inside);
}

const madeIcons = new Map(); // copies of one that is there are quicker than new ones

/** The badge as an image inside text. */
export function typeIcon(type, size = 18) {
  const key = `${size} ${type}`;
  if (!madeIcons.has(key)) madeIcons.set(key, newIcon(type, size));
  return madeIcons.get(key).cloneNode(true);
}

function newIcon(type, size) {
  const half = size / 2;
  return svg(
    "svg",
    { class: "icon", width: size, height: size, viewBox: `${-half} ${-half} ${size} ${size}`, "aria-hidden": "true" },
    badge(type, half - 0.5),
  );
}

/** The pill that says how certain an event or a claim is. */
export function certaintyPill(modality, polarity = "positive") {
  const { mark, label } = certainty(modality);
  const negated = polarity === "negative" && modality !== "denied" ? ", negated" : ""; // what is denied is negated
  return el("span", { class: `pill certainty-${modality}` }, mark ? `${mark} ` : "", label, negated);
}

const PATHS = {
  play: "M5 3.5v9l7-4.5z",
  pause: "M4.5 3.5h2.5v9H4.5zM9 3.5h2.5v9H9z",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
  close: "M4 4l8 8M12 4l-8 8",
  left: "M10 3L5 8l5 5",
  right: "M6 3l5 5-5 5",
  theme: "M8 2.5a5.5 5.5 0 1 0 0 11z",
  help: "M5.8 6.2a2.2 2.2 0 1 1 3.3 1.9c-.8.4-1.1.8-1.1 1.6M8 12.3v.2",
};

/** A line drawing for a button, hidden from screen readers: the button carries the name. */
export function icon(name) {
  const filled = name === "play" || name === "pause" || name === "theme";
  return svg(
    "svg",
    { class: filled ? "line-icon filled" : "line-icon", width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" },
    svg("path", { d: PATHS[name] }),
  );
}
