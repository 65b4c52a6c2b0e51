// The map: how it is moved, and what it puts together: land, a layer of places, names, scale.
import { groupByPlace } from "./clusters.js";
import { drawControl } from "./control_layer.js";
import { button, el, KeyedChildren, onceAFrame, setText, svg } from "./dom.js";
import { drawEvents } from "./event_layer.js";
import { boxOf, latitudeOf, project, scaleBar, unitsPerKm } from "./geo.js";
import { icon } from "./icons.js";
import { LandLayer } from "./land.js";
import { Marks, Names } from "./marks.js";

const MIN_SCALE = 200;
const MAX_SCALE = 4e6; // pixels for the whole world: some 10 metres a pixel
const SETTLE_MS = 90; // of rest before what has moved is drawn anew
const TOP_ROOM = 58; // pixels that the switch of layers covers

/** Draws into its element; `app` gives the store, the countries and the outlines. */
export class MapView {
  constructor(app) {
    this.app = app;
    this.width = 0;
    this.height = 0;
    this.view = { x: 0.5, y: 0.4, scale: 600 };
    this.drawn = null;
    this.build();
    this.redraw = onceAFrame(() => this.moveDrawn());
    this.settled = 0;
    new ResizeObserver(() => this.resize()).observe(this.frame);
    app.store.on(["filters", "views", "layer"], () => this.draw(), { mayComeLater: true });
    app.store.on(["time", "selected"], () => this.draw());
  }

  build() {
    this.land = new LandLayer(this.app.payload);
    this.marks = new Marks({ show: (mark) => this.showTip(mark), hide: () => this.hideTip() });
    this.names = new Names();
    const under = svg("g", { "aria-hidden": "true" });
    this.under = new KeyedChildren(under);
    const places = svg("svg", { class: "places-sheet", role: "group", "aria-label": "Places of the events" }, under, this.marks.group);
    const names = svg("svg", { class: "names-sheet", "aria-hidden": "true" }, this.names.group);
    // Sheets of their own, so that the browser paints only the one that changes.
    this.sheet = el("div", { class: "sheet" }, this.land.frame, places, names);
    this.tip = el("div", { class: "tip", role: "tooltip", hidden: true });
    this.scaleBar = el("span", { class: "scale-bar" });
    this.scaleLabel = el("span", {});
    this.note = el("div", { class: "map-note" });
    const legend = el("ul", {});
    this.legend = new KeyedChildren(legend);
    this.legendFrame = el("div", { class: "map-legend" }, legend);
    this.frame = el("div", {
      class: "map", tabindex: 0, role: "region",
      "aria-label": "Map. Arrow keys move it, plus and minus zoom, 0 shows all; Tab goes to the places.",
      on: { keydown: (event) => this.onKey(event), wheel: (event) => this.onWheel(event) },
    }, this.sheet, this.tip, el("div", { class: "scale", "aria-hidden": "true" }, this.scaleBar, this.scaleLabel), this.note, this.buttons());
    this.drag();
  }

  buttons() {
    const tool = (name, label, act) => button(icon(name), act, { class: "tool", "aria-label": label, title: label });
    return el("div", { class: "map-tools" },
      tool("plus", "Zoom in", () => this.zoom(1.6)),
      tool("minus", "Zoom out", () => this.zoom(1 / 1.6)),
      tool("fit", "Show all places", () => this.fit()));
  }

  // Moving

  resize() {
    const { clientWidth, clientHeight } = this.frame;
    if (clientWidth === 0 || (clientWidth === this.width && clientHeight === this.height)) return;
    const isFirst = this.width === 0;
    [this.width, this.height] = [clientWidth, clientHeight];
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

  draw() {
    if (this.width === 0) return;
    clearTimeout(this.settled);
    this.sheet.style.removeProperty("transform");
    this.hideTip();
    this.moveLand();
    this.names.begin([this.width, this.height], this.covered());
    if (this.app.store.state.layer === "control") drawControl(this);
    else drawEvents(this);
    this.nameCountries();
    this.names.end();
  }

  /** Land and scale depend on the view alone. */
  moveLand() {
    const view = { ...this.view, width: this.width, height: this.height };
    const isSame = this.drawn !== null && Object.keys(view).every((key) => view[key] === this.drawn[key]);
    this.drawn = view;
    if (isSame) return;
    this.land.move(this.toScreen(0, 0), view.scale, this.window());
    const { km, pixels } = scaleBar(unitsPerKm(latitudeOf(view.y)) * view.scale, 110);
    this.scaleBar.style.setProperty("width", `${pixels}px`);
    setText(this.scaleLabel, km >= 1 ? `${km.toLocaleString("en")} km` : `${Math.round(km * 1000)} m`);
  }

  /** No name is written under the switch, the buttons, the note and the scale. */
  covered() {
    const { width, height } = this;
    return [[0, 0, 300, 50], [width - 52, 0, width, 124], [0, height - 26, 260, height], [width - 120, height - 34, width, height]];
  }

  isInside({ sx, sy }) {
    return sx > -40 && sy > -40 && sx < this.width + 40 && sy < this.height + 40;
  }

  get isClosest() {
    return this.view.scale >= MAX_SCALE / 2;
  }

  zoomTo(places) {
    const [west, north, east, south] = boxOf(places.map(({ x, y }) => [x, y]));
    const wanted = Math.min(this.width, this.height) / 2 / Math.max(east - west, south - north, 1e-9);
    this.view = { x: (west + east) / 2, y: (north + south) / 2, scale: Math.min(MAX_SCALE, Math.max(this.view.scale * 2, wanted)) };
    this.draw();
  }

  /** The part of the unit square in sight. */
  window() {
    const { view, width, height } = this;
    const [x, y] = [width / 2 / view.scale, height / 2 / view.scale];
    return [view.x - x, view.y - y, view.x + x, view.y + y];
  }

  /** Each country's name inside the country, where it is widest in sight and nothing else is written. */
  nameCountries() {
    for (const { name, width, stretch } of this.land.stretched) {
      const [left, y] = this.toScreen(stretch[0], stretch[2]);
      const [right] = this.toScreen(stretch[1], stretch[2]);
      const spare = right - left - width;
      this.names.inside(name, width, [0.5, 0.3, 0.7].map((share) => [left + width / 2 + spare * share, y]));
    }
  }

  showTip({ sx, sy, reach, label }) {
    this.tip.textContent = label;
    this.tip.hidden = false;
    const x = Math.min(Math.max(sx, 130), Math.max(130, this.width - 130));
    const isLow = sy > this.height / 2;
    this.tip.style.setProperty("left", `${x}px`);
    this.tip.style.setProperty("top", `${isLow ? sy - reach - 10 : sy + reach + 10}px`);
    this.tip.classList.toggle("above", isLow);
  }

  hideTip() {
    this.tip.hidden = true;
  }
}
