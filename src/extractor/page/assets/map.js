// The map: land, places with their events, uncertainty, names, scale; or who holds what.
import { cluster, groupByPlace, typeCounts } from "./clusters.js";
import { drawControl } from "./control_layer.js";
import { button, el, fill, onceAFrame, svg } from "./dom.js";
import { boxOf, landRings, latitudeOf, project, ringsPath, scaleBar, unitsPerKm, widestStretch } from "./geo.js";
import { badge, icon, typeIcon } from "./icons.js";
import { Boxes, roomBeside, textWidth } from "./labels.js";
import { oneLine, placeLabel } from "./model.js";
import { typeClass, typeName } from "./types.js";

const LAND_SIZE = 1000; // the unit square as the paths of the land are written
const MIN_SCALE = 200;
const MAX_SCALE = 4e6; // pixels for the whole world: some 10 metres a pixel
const CLUSTER_REACH = 26;
const NAME_FONT = "600 13px system-ui, sans-serif";
const COUNTRY_FONT = "600 11px system-ui, sans-serif";
const COUNTRY_SPACING = 1.22; // letters of countries stand wider apart
const SETTLE_MS = 90; // of rest before what has moved is drawn anew
const MAX_NAMES = 120;
const MOST_TYPES = 6; // in the legend
const TOP_ROOM = 58; // pixels that the switch of layers covers
// How far the text leaves open where a place is, in km: it names a region but no town in it.
const SPREAD_KM = { region: 60, district: 25, country: 0, world_region: 200, sea: 200, continent: 0, desert: 150, mountain: 80, river: 60 };
const NEAR_KM = 15; // "near Aleppo", "the outskirts of Aleppo"

/** Draws into its element; `app` gives the store, the countries and the outlines. */
export class MapView {
  constructor(app) {
    this.app = app;
    this.width = 0;
    this.height = 0;
    this.view = { x: 0.5, y: 0.4, scale: 600 };
    this.build();
    this.buildLand(app.payload.outlines);
    this.redraw = onceAFrame(() => this.moveDrawn());
    this.settled = 0;
    new ResizeObserver(() => this.resize()).observe(this.frame);
    app.store.on(["filters", "time", "views", "layer", "selected", "theme"], () => this.draw());
  }

  build() {
    this.land = svg("g", { class: "land" });
    this.under = svg("g", { class: "under" });
    this.names = svg("g", { class: "names", "aria-hidden": "true" });
    this.marks = svg("g", { class: "marks" });
    this.sheet = svg("svg", { class: "sheet", role: "group", "aria-label": "Places of the events" }, svg("defs", {}),
      svg("g", { "aria-hidden": "true" }, this.land, this.under), this.marks, this.names);
    this.listen();
    this.tip = el("div", { class: "tip", role: "tooltip", hidden: true });
    this.scale = el("div", { class: "scale", "aria-hidden": "true" });
    this.note = el("div", { class: "map-note" });
    this.legend = el("div", { class: "map-legend" });
    this.frame = el("div", {
      class: "map", tabindex: 0, role: "region",
      "aria-label": "Map. Arrow keys move it, plus and minus zoom, 0 shows all; Tab goes to the places.",
      on: { keydown: (event) => this.onKey(event), wheel: (event) => this.onWheel(event) },
    }, this.sheet, this.tip, this.scale, this.note, this.buttons());
    this.drag();
  }

  buttons() {
    const tool = (name, label, act) => button(icon(name), act, { class: "tool", "aria-label": label, title: label });
    return el("div", { class: "map-tools" },
      tool("plus", "Zoom in", () => this.zoom(1.6)),
      tool("minus", "Zoom out", () => this.zoom(1 / 1.6)),
      tool("fit", "Show all places", () => this.fit()));
  }

  buildLand(outlines) {
    this.rings = landRings(outlines);
    this.shapes = new Map();
    this.landBoxes = [];
    this.nameBoxes = [];
    for (const [code, rings] of this.rings) {
      const shape = svg("path", { d: ringsPath(rings, LAND_SIZE), "fill-rule": "evenodd" });
      this.shapes.set(code, shape);
      this.land.append(shape);
      this.landBoxes.push({ shape, box: boxOf(rings.flat()) });
      const name = this.app.payload.countries[code];
      if (name) this.nameBoxes.push({ name, rings: rings.map((ring) => ({ ring, box: boxOf(ring) })), box: boxOf(rings.flat()) });
    }
    this.nameBoxes.sort((a, b) => (b.box[2] - b.box[0]) - (a.box[2] - a.box[0]));
  }

  // Moving

  resize() {
    const { clientWidth, clientHeight } = this.frame;
    if (clientWidth === 0 || (clientWidth === this.width && clientHeight === this.height)) return;
    const isFirst = this.width === 0;
    [this.width, this.height] = [clientWidth, clientHeight];
    this.sheet.setAttribute("viewBox", `0 0 ${clientWidth} ${clientHeight}`);
    if (isFirst) this.fit();
    else this.draw();
  }

  toScreen(x, y) {
    const { view } = this;
    return [(x - view.x) * view.scale + this.width / 2, (y - view.y) * view.scale + this.height / 2];
  }

  zoom(factor, at = [this.width / 2, this.height / 2]) {
    const { view } = this;
    const scale = Math.max(MIN_SCALE, Math.min(MAX_SCALE, view.scale * factor));
    const [dx, dy] = [at[0] - this.width / 2, at[1] - this.height / 2];
    view.x += dx / view.scale - dx / scale;
    view.y += dy / view.scale - dy / scale;
    view.scale = scale;
    this.clampView();
    this.redraw();
  }

  pan(dx, dy) {
    this.view.x -= dx / this.view.scale;
    this.view.y -= dy / this.view.scale;
    this.clampView();
    this.redraw();
  }

  clampView() {
    this.view.x = Math.max(0, Math.min(1, this.view.x));
    this.view.y = Math.max(0, Math.min(1, this.view.y));
  }

  /** Shows all places that are not regions; all places where there are only regions. */
  fit(places = groupByPlace(this.app.shown())) {
    const precise = places.filter((place) => !place.isRegion);
    const points = (precise.length ? precise : places).map(({ x, y }) => [x, y]);
    if (points.length === 0) points.push(project(-130, 60), project(150, -40));
    const [west, north, east, south] = boxOf(points);
    const room = [Math.max(80, this.width - 170), Math.max(80, this.height - TOP_ROOM - 90)];
    const scale = Math.min(room[0] / Math.max(east - west, 0.004), room[1] / Math.max(south - north, 0.004));
    const kept = Math.max(MIN_SCALE, Math.min(MAX_SCALE, scale));
    this.view = { x: (west + east) / 2 + 30 / kept, y: (north + south) / 2 - (TOP_ROOM - 20) / 2 / kept, scale: kept };
    this.draw();
  }

  /** Moves a place into sight when it is not. */
  reveal(place) {
    const [x, y] = project(place.longitude, place.latitude);
    const [sx, sy] = this.toScreen(x, y);
    if (sx > 40 && sy > 40 && sx < this.width - 40 && sy < this.height - 40) return;
    Object.assign(this.view, { x, y });
    this.redraw();
  }

  onWheel(event) {
    event.preventDefault();
    const { left, top } = this.frame.getBoundingClientRect();
    this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0018)), [event.clientX - left, event.clientY - top]);
  }

  onKey(event) {
    const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    const acts = { "+": () => this.zoom(1.5), "=": () => this.zoom(1.5), "-": () => this.zoom(1 / 1.5), 0: () => this.fit() };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (steps[event.key] && event.target === this.frame) this.pan(...steps[event.key]);
    else if (acts[event.key]) acts[event.key]();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  drag() {
    const pointers = new Map();
    let moved = 0;
    const spread = () => {
      const [a, b] = [...pointers.values()];
      return Math.hypot(a[0] - b[0], a[1] - b[1]);
    };
    this.sheet.addEventListener("pointerdown", (event) => {
      pointers.set(event.pointerId, [event.clientX, event.clientY]);
      moved = 0;
    });
    this.sheet.addEventListener("pointermove", (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const width = pointers.size === 2 ? spread() : 0;
      pointers.set(event.pointerId, [event.clientX, event.clientY]);
      const [dx, dy] = [event.clientX - before[0], event.clientY - before[1]];
      moved += Math.abs(dx) + Math.abs(dy);
      if (moved > 4) this.sheet.setPointerCapture(event.pointerId);
      this.pan(dx / pointers.size, dy / pointers.size);
      if (width > 0) this.zoom(spread() / width);
    });
    for (const type of ["pointerup", "pointercancel"]) {
      this.sheet.addEventListener(type, (event) => pointers.delete(event.pointerId));
    }
  }

  // Drawing

  /** While the map moves, the sheet moves along as it is, which paints nothing; at rest, or far off, it is drawn anew. */
  moveDrawn() {
    const { view, drawn } = this;
    if (!drawn) return;
    const factor = view.scale / drawn.scale;
    const [x, y] = this.toScreen(drawn.x, drawn.y);
    const [left, top] = [x - (factor * this.width) / 2, y - (factor * this.height) / 2];
    clearTimeout(this.settled);
    const isFar = factor < 0.6 || factor > 1.9 || Math.abs(x - this.width / 2) > this.width / 3 || Math.abs(y - this.height / 2) > this.height / 3;
    if (isFar) return this.draw();
    this.sheet.style.setProperty("transform", `translate(${left}px, ${top}px) scale(${factor})`);
    this.settled = setTimeout(() => this.draw(), SETTLE_MS);
    return undefined;
  }

  moveLand() {
    const [x, y] = this.toScreen(0, 0);
    this.land.setAttribute("transform", `translate(${x} ${y}) scale(${this.view.scale / LAND_SIZE})`);
    const [west, north, east, south] = this.window();
    for (const { shape, box } of this.landBoxes) {
      const isSeen = box[0] < east && box[2] > west && box[1] < south && box[3] > north;
      shape.style.setProperty("display", isSeen ? "" : "none");
    }
  }

  draw() {
    if (this.width === 0) return;
    clearTimeout(this.settled);
    this.drawn = { ...this.view };
    this.drawnMarks = [];
    this.sheet.style.removeProperty("transform");
    this.moveLand();
    const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.place : null;
    this.boxes = new Boxes();
    this.coverTools();
    fill(this.under);
    fill(this.names);
    fill(this.marks);
    this.hideTip();
    this.clearCountries();
    if (this.app.store.state.layer === "control") drawControl(this);
    else this.drawEvents();
    this.drawCountryNames();
    this.drawScale();
    if (focused) this.marks.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  /** No name is written under the switch, the buttons, the note and the scale. */
  coverTools() {
    for (const box of [[0, 0, 300, 50], [this.width - 52, 0, this.width, 124], [0, this.height - 26, 260, this.height], [this.width - 120, this.height - 34, this.width, this.height]]) this.boxes.take(box);
  }

  clearCountries() {
    for (const shape of this.shapes.values()) shape.removeAttribute("class");
  }

  drawEvents() {
    this.drawTypes();
    const places = this.app.placesInSight();
    const whole = places.filter((place) => place.isRegion);
    for (const place of whole) this.drawUncertainty(place);
    const clusters = cluster(places, (x, y) => this.toScreen(x, y), CLUSTER_REACH).filter((one) => this.isInside(one));
    for (const one of clusters) this.drawCluster(one);
    for (const one of clusters.slice(0, MAX_NAMES)) this.nameCluster(one);
    const unplaced = this.app.inSight().filter((one) => !one.located).length;
    this.note.textContent = unplaced ? `${unplaced} ${unplaced === 1 ? "event has" : "events have"} no place on the map` : "";
  }

  /** What the signs in sight mean, the most frequent first. */
  drawTypes() {
    const counts = typeCounts(this.app.inSight().filter((view) => view.located));
    const rest = counts.slice(MOST_TYPES).reduce((sum, [, count]) => sum + count, 0);
    fill(this.legend, el("ul", {}, counts.slice(0, MOST_TYPES).map(([type, count]) => el("li", {}, typeIcon(type, 16), typeName(type), el("span", { class: "count" }, count))),
      rest > 0 && el("li", {}, "others", el("span", { class: "count" }, rest))));
  }

  isInside({ sx, sy }) {
    return sx > -40 && sy > -40 && sx < this.width + 40 && sy < this.height + 40;
  }

  /** A country is shaded, another region is a ring as wide as it leaves open where the event was. */
  drawUncertainty({ x, y, place, views }) {
    const shape = place.kind === "country" ? this.shapes.get(place.country_code) : null;
    if (shape) {
      shape.setAttribute("class", "told");
      return;
    }
    const km = place.relation ? NEAR_KM : SPREAD_KM[place.kind] || NEAR_KM;
    const radius = km * unitsPerKm(place.latitude) * this.view.scale;
    const [sx, sy] = this.toScreen(x, y);
    const isFar = sx < -radius || sy < -radius || sx > this.width + radius || sy > this.height + radius;
    if (radius > 8 && !isFar) this.under.append(svg("circle", { cx: sx, cy: sy, r: radius, class: `spread ${typeClass(views[0].event.type)}` }));
  }

  drawCluster(one) {
    const { views, places } = one;
    one.reach = views.length === 1 ? 11 : Math.min(26, 11 + 3.2 * Math.log2(views.length));
    const isRegion = places.every((place) => place.isRegion);
    const selected = views.some((view) => view.key === this.app.store.state.selected);
    const body = views.length === 1
      ? badge(views[0].event.type, one.reach, markClasses(views[0]))
      : donut(typeCounts(views), one.reach, views.length);
    const classes = `mark${selected ? " selected" : ""}${isRegion ? " region" : ""}`;
    this.addMark(one, { classes, label: this.describe(one), place: places[0].key, choose: () => this.choose(one) }, body);
  }

  /** A mark that can be reached by keyboard; `one` says where it is on the screen. */
  addMark(one, { classes, label, place, choose, style = {} }, ...body) {
    const mark = svg("g", {
      class: classes, style, transform: `translate(${one.sx} ${one.sy})`, tabindex: 0, role: "button", "aria-label": label, "data-place": place, "data-mark": this.drawnMarks.length,
    }, svg("circle", { r: one.reach + 5, class: "halo" }), body);
    this.drawnMarks.push({ one, label, choose });
    this.marks.append(mark);
    this.boxes.take([one.sx - one.reach, one.sy - one.reach, one.sx + one.reach, one.sy + one.reach]);
  }

  /** One listener for all marks, since there may be hundreds of them, made anew after each move. */
  listen() {
    const markOf = (event) => this.drawnMarks[event.target.closest("[data-mark]")?.dataset.mark] || null;
    const show = (event) => markOf(event) && this.showTip(markOf(event).one, markOf(event).label);
    this.marks.addEventListener("click", (event) => markOf(event)?.choose());
    this.marks.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      markOf(event)?.choose();
    });
    for (const type of ["pointerover", "focusin"]) this.marks.addEventListener(type, show);
    for (const type of ["pointerout", "focusout"]) this.marks.addEventListener(type, () => this.hideTip());
  }

  describe({ views, places }) {
    const name = placeLabel(places[0].place, this.app.payload.countries);
    const more = places.length > 1 ? ` and ${places.length - 1} more` : "";
    if (views.length === 1) return `${name}: ${typeName(views[0].event.type)}, ${views[0].event.modality}. ${views[0].quote}`;
    const counts = typeCounts(views).map(([type, count]) => `${count} ${typeName(type)}`);
    return `${name}${more}: ${views.length} events, ${counts.join(", ")}`;
  }

  /** One event: selects it. One place: shows its events alone. Several: zooms in until they part. */
  choose(one) {
    if (one.views.length === 1) this.app.select(one.views[0].key);
    else if (one.places.length === 1 || this.view.scale >= MAX_SCALE / 2) this.app.showPlaces(one.places);
    else this.zoomTo(one.places);
  }

  zoomTo(places) {
    const [west, north, east, south] = boxOf(places.map(({ x, y }) => [x, y]));
    const wanted = Math.min(this.width, this.height) / 2 / Math.max(east - west, south - north, 1e-9);
    this.view = { x: (west + east) / 2, y: (north + south) / 2, scale: Math.min(MAX_SCALE, Math.max(this.view.scale * 2, wanted)) };
    this.draw();
  }

  nameCluster({ sx, sy, reach, places }) {
    const name = oneLine(places[0].place.name, 40) + (places.length > 1 ? ` +${places.length - 1}` : "");
    this.writeName(name, sx, sy, reach, "place-name");
  }

  writeName(name, sx, sy, reach, className, font = NAME_FONT) {
    const at = roomBeside(this.boxes, [this.width, this.height], sx, sy, reach, textWidth(name, font), 17);
    if (at) this.names.append(svg("text", { x: at[0], y: at[1], class: className }, name));
  }

  /** The part of the unit square in sight. */
  window() {
    const { view, width, height } = this;
    const [x, y] = [width / 2 / view.scale, height / 2 / view.scale];
    return [view.x - x, view.y - y, view.x + x, view.y + y];
  }

  /** Each country's name inside the country, where it is widest in sight and nothing else is written. */
  drawCountryNames() {
    const seen = this.window();
    for (const { name, rings, box } of this.nameBoxes) {
      const width = textWidth(name.toUpperCase(), COUNTRY_FONT) * COUNTRY_SPACING;
      const part = [Math.max(box[0], seen[0]), Math.max(box[1], seen[1]), Math.min(box[2], seen[2]), Math.min(box[3], seen[3])];
      if ((part[2] - part[0]) * this.view.scale < width || part[3] <= part[1]) continue;
      this.drawCountryName(name.toUpperCase(), width, widestStretch(rings, part));
    }
  }

  drawCountryName(name, width, stretch) {
    if (stretch === null || (stretch[1] - stretch[0]) * this.view.scale < width) return;
    const [left, y] = this.toScreen(stretch[0], stretch[2]);
    const [right] = this.toScreen(stretch[1], stretch[2]);
    for (const share of [0.5, 0.3, 0.7]) {
      const x = left + width / 2 + (right - left - width) * share;
      const rect = [x - width / 2 - 4, y - 9, x + width / 2 + 4, y + 9];
      if (!this.boxes.isFree(rect)) continue;
      this.boxes.take(rect);
      this.names.append(svg("text", { x, y: y + 4, class: "country-name", "text-anchor": "middle" }, name));
      return;
    }
  }

  drawScale() {
    const perKm = unitsPerKm(latitudeOf(this.view.y)) * this.view.scale;
    const { km, pixels } = scaleBar(perKm, 110);
    const label = km >= 1 ? `${km.toLocaleString("en")} km` : `${Math.round(km * 1000)} m`;
    fill(this.scale, el("span", { class: "scale-bar", style: { width: `${pixels}px` } }), label);
  }

  showTip(one, label) {
    this.tip.textContent = label;
    this.tip.hidden = false;
    const [x, y] = [Math.min(Math.max(one.sx, 130), Math.max(130, this.width - 130)), one.sy];
    const isLow = y > this.height / 2;
    this.tip.style.setProperty("left", `${x}px`);
    this.tip.style.setProperty("top", `${isLow ? y - one.reach - 10 : y + one.reach + 10}px`);
    this.tip.classList.toggle("above", isLow);
  }

  hideTip() {
    this.tip.hidden = true;
  }
}

function markClasses({ event, disputed, isRegion, status }) {
  return [`certainty-${event.modality}`, disputed && "disputed", isRegion && "vague", status].filter(Boolean).join(" ");
}

/** A ring with a part for each type and the number of events inside. */
function donut(counts, radius, total) {
  const parts = svg("g", { class: "donut" }, svg("circle", { r: radius, class: "donut-back" }));
  const [middle, around] = [radius - 3, 2 * Math.PI * (radius - 3)];
  let done = 0;
  for (const [type, count] of counts) {
    const length = (count / total) * around;
    parts.append(svg("circle", {
      r: middle, class: `donut-part ${typeClass(type)}`, transform: "rotate(-90)",
      "stroke-dasharray": `${length} ${around - length}`, "stroke-dashoffset": -done,
    }));
    done += length;
  }
  parts.append(svg("text", { class: "donut-count", "text-anchor": "middle", dy: "0.36em" }, String(total)));
  return parts;
}
