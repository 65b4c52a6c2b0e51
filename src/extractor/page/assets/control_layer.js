// The layer of the map that shows who holds what on the chosen day.
import { controlChanges, controlOn } from "./control.js";
import { dayLabel } from "./days.js";
import { el, setText, svg } from "./dom.js";
import { nearestCells, project } from "./geo.js";
import { LAND_SIZE } from "./land.js";
import { oneLine, placeLabel } from "./model.js";

const COLOURS = 8;
const DISC = 10;
const KNOWN = { told: "", vacated: ", left by them, taker not told", inferred: ", before the first change told", unknown: "" };

/** Places as discs in the colour of their side; the land around them lighter, by nearest place of the country. */
export function drawControl(map) {
  const { app } = map;
  const { filters, views, time } = app.store.state;
  const changes = app.kept("changes", [filters, views], () => controlChanges(app.shown(), app.payload.control));
  const day = time === null ? null : time[1];
  const places = controlOn(changes, day).map((one) => located(map, one));
  map.under.draw([]);
  drawCells(map, places);
  const marks = places.map((one) => holding(map, one));
  for (const mark of marks) map.names.avoid(mark);
  marks.forEach((mark, i) => map.names.beside(mark, oneLine(places[i].place.name, 40)));
  map.marks.draw(marks.filter((mark) => map.isInside(mark)));
  drawSides(map, places, day);
  const undated = changes.filter((change) => change.start === null).length;
  setText(map.note, undated ? `${undated} changes without a day are left out` : "");
}

function located(map, one) {
  const [x, y] = project(one.place.longitude, one.place.latitude);
  const [sx, sy] = map.toScreen(x, y);
  return { ...one, x, y, sx, sy };
}

/** The name of a side; null is a side that nobody names. */
export function sideName(app, side) {
  return side === null ? "not told" : app.payload.control.sides[side].name;
}

/** The colour of a side: the user's own, else one of the palette. */
export function sideColour(app, side) {
  if (side === null) return "var(--side-none)";
  return app.payload.control.sides[side].color || `var(--side-${side % COLOURS})`;
}

/** The sign of a side in legends. */
export function swatch(app, side) {
  return el("span", { class: "swatch", style: { "--side": sideColour(app, side) } });
}

function drawCells({ app, land }, places) {
  const byCountry = new Map();
  for (const one of places) {
    const code = one.place.country_code;
    if (!land.shapes.has(code)) continue;
    byCountry.set(code, [...(byCountry.get(code) || []), one]);
  }
  land.shade(new Map([...byCountry.keys()].map((code) => [code, "divided"])));
  land.held.draw([...byCountry].map(([code, inside]) => ({
    key: code, same: inside.map((one) => [one.key, one.known, one.isContested, one.side].join(" ")).join("|"), make: () => countryCells(app, code, land.shapes.get(code), inside),
  })));
}

function countryCells(app, code, shape, inside) {
  const clip = `clip-${code}`;
  const cells = nearestCells(inside.map(({ x, y }) => [x, y]), [0, 0, 1, 1]);
  const painted = svg("g", { "clip-path": `url(#${clip})` }, inside.map((one, i) => {
    const d = `M${cells[i].map(([x, y]) => `${x * LAND_SIZE} ${y * LAND_SIZE}`).join("L")}Z`;
    return svg("path", { d, class: `cell ${one.known}${one.isContested ? " contested" : ""}`, style: { "--side": sideColour(app, one.side) } });
  }));
  const d = shape.getAttribute("d");
  return svg("g", {}, svg("clipPath", { id: clip }, svg("path", { d, "clip-rule": "evenodd" })), painted, svg("path", { d, class: "divided-edge" }));
}

function holding(map, one) {
  const chosen = one.rests.some(({ view }) => view.key === map.app.store.state.selected);
  return {
    key: one.key, sx: one.sx, sy: one.sy, reach: DISC, label: describeHolding(map.app, one), choose: () => chooseHolding(map, one), style: { "--side": sideColour(map.app, one.side) },
    classes: `mark holding ${one.known}${one.isContested ? " contested" : ""}${chosen ? " selected" : ""}`,
    body: () => [svg("circle", { r: DISC, class: "holding-disc" }), one.isContested && svg("path", { d: "M-6 6L6 -6M-9 2L2 -9M-2 9L9 -2", class: "hatch" })],
  };
}

function chooseHolding(map, one) {
  const told = one.rests.length ? one.rests : one.changes;
  const { selected } = map.app.store.state;
  const at = told.findIndex(({ view }) => view.key === selected);
  map.app.select(told[(at + 1) % told.length].view.key);
}

/** "Aleppo: Armed groups since 30 Nov 2024, contested. “...”" */
export function describeHolding(app, one) {
  const name = placeLabel(one.place, app.payload.countries);
  const since = one.since === null ? "" : ` since ${dayLabel(one.since)}`;
  const words = one.rests.map(({ view }) => `“${view.quote}”`).join(" ");
  const contested = one.isContested ? ", contested" : "";
  return `${name}: ${sideName(app, one.side)}${since}${KNOWN[one.known]}${contested}. ${words}`;
}

function drawSides(map, places, day) {
  const counts = new Map();
  for (const one of places) counts.set(one.side, (counts.get(one.side) || 0) + 1);
  const item = (key, parts, same = "", props = {}) => ({ key: `|${key}`, same: String(same), make: () => el("li", props, parts) });
  const rows = [...counts].sort((a, b) => b[1] - a[1]).map(([side, count]) => item(`side ${side}`, [swatch(map.app, side), sideName(map.app, side), el("span", { class: "count" }, count)], count));
  const ways = [
    places.some((one) => one.isContested) && item("contested", [el("span", { class: "swatch contested" }), "contested"]),
    places.length > 0 && item("filled in", [el("span", { class: "swatch filled-in" }), "filled in: nearest place told"]),
    places.length === 0 && item("none", ["No place changes hands in what is shown."]),
  ];
  const when = day === null ? "As last told" : `On ${dayLabel(day)}`;
  map.legend.draw([item("when", when, when, { class: "legend-title" }), ...rows, ...ways.filter(Boolean)]);
}
