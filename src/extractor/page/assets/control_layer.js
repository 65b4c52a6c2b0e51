// The layer of the map that shows who holds what on the chosen day.
import { controlChanges, controlOn } from "./control.js";
import { dayLabel } from "./days.js";
import { el, fill, svg } from "./dom.js";
import { nearestCells, project } from "./geo.js";
import { oneLine, placeLabel } from "./model.js";

const COLOURS = 8;
const LAND_UNITS = 1000; // as the paths of the land are written
const KNOWN = { told: "", vacated: ", left by them, taker not told", inferred: ", before the first change told", unknown: "" };

/** Places as discs in the colour of their side; the land around them lighter, by nearest place of the country. */
export function drawControl(map) {
  const { app } = map;
  const changes = controlChanges(app.shown(), app.payload.control);
  const { time } = app.store.state;
  const day = time === null ? null : time[1];
  const places = controlOn(changes, day).map((one) => {
    const [x, y] = project(one.place.longitude, one.place.latitude);
    const [sx, sy] = map.toScreen(x, y);
    return { ...one, x, y, sx, sy, reach: 10 };
  });
  drawCells(map, places);
  for (const one of places) drawHolding(map, one);
  for (const one of places) map.writeName(oneLine(one.place.name, 40), one.sx, one.sy, one.reach, "place-name");
  drawLegend(map, places, day);
  const undated = changes.filter((change) => change.start === null).length;
  map.note.textContent = undated ? `${undated} changes without a day are left out` : "";
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

function drawCells(map, places) {
  const byCountry = new Map();
  for (const one of places) {
    const code = one.place.country_code;
    if (!map.rings.has(code)) continue;
    byCountry.set(code, [...(byCountry.get(code) || []), one]);
  }
  for (const [code, inside] of byCountry) drawCountryCells(map, code, inside);
}

function drawCountryCells(map, code, inside) {
  const shape = map.shapes.get(code);
  shape.setAttribute("class", "divided");
  const clip = `clip-${code}`;
  const cells = nearestCells(inside.map(({ x, y }) => [x, y]), [0, 0, 1, 1]);
  const transform = map.land.getAttribute("transform");
  const group = svg("g", { transform },
    svg("clipPath", { id: clip }, svg("path", { d: shape.getAttribute("d"), "clip-rule": "evenodd" })));
  const painted = svg("g", { "clip-path": `url(#${clip})` });
  inside.forEach((one, i) => {
    const d = `M${cells[i].map(([x, y]) => `${x * LAND_UNITS} ${y * LAND_UNITS}`).join("L")}Z`;
    painted.append(svg("path", { d, class: `cell ${one.known}${one.isContested ? " contested" : ""}`, style: { "--side": sideColour(map.app, one.side) } }));
  });
  group.append(painted, svg("path", { d: shape.getAttribute("d"), class: "divided-edge" }));
  map.under.append(group);
}

function drawHolding(map, one) {
  const label = describeHolding(map.app, one);
  const chosen = one.rests.some(({ view }) => view.key === map.app.store.state.selected);
  const classes = `mark holding ${one.known}${one.isContested ? " contested" : ""}${chosen ? " selected" : ""}`;
  map.addMark(one, { classes, label, place: one.key, choose: () => chooseHolding(map, one), style: { "--side": sideColour(map.app, one.side) } },
    svg("circle", { r: one.reach, class: "holding-disc" }), one.isContested && svg("path", { d: "M-6 6L6 -6M-9 2L2 -9M-2 9L9 -2", class: "hatch" }));
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

function drawLegend(map, places, day) {
  const counts = new Map();
  for (const one of places) counts.set(one.side, (counts.get(one.side) || 0) + 1);
  const rows = [...counts.entries()].sort((a, b) => b[1] - a[1]).map(([side, count]) =>
    el("li", {}, el("span", { class: "swatch", style: { "--side": sideColour(map.app, side) } }), sideName(map.app, side),
      el("span", { class: "count" }, count)));
  const when = day === null ? "As last told" : `On ${dayLabel(day)}`;
  const how = [
    places.some((one) => one.isContested) && el("li", {}, el("span", { class: "swatch contested" }), "contested"),
    places.length > 0 && el("li", {}, el("span", { class: "swatch filled-in" }), "filled in: nearest place told"),
  ];
  fill(map.legend, el("ul", {}, el("li", { class: "legend-title" }, when), rows, how,
    places.length === 0 && el("li", {}, "No place changes hands in what is shown.")));
}
