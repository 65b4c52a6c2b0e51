// Time under the map: a histogram, stretches of days as bars, a brush, and play.
import { dayLabel, daysLabel, floorTo, nextOf, unitLabel } from "./days.js";
import { announce, button, el, fill, svg } from "./dom.js";
import { icon } from "./icons.js";
import { typeCounts } from "./clusters.js";
import { typeClass } from "./types.js";

const HEIGHT = 74; // of the histogram
const LANES = 3; // rows for events that are known only to lie within some days
const LANE_HEIGHT = 5;
const AXIS = 18;
const SIDE = 14;
const PLAY_MS = 650;
const PLAY_STEPS = 60; // the most steps from the first to the last day
const UNITS = ["day", "week", "month", "year"];
const LEAST_BAR = 5;
const DAYS_OF_LAST_BAR = { day: 1, week: 7, month: 30, year: 365 };

/** The days from which to which events are told, or null. */
export function spanOf(views) {
  let span = null;
  for (const { start, end } of views) {
    if (start === null) continue;
    span = span ? [Math.min(span[0], start), Math.max(span[1], end ?? start)] : [start, end ?? start];
  }
  return span;
}

/** Draws the histogram and sets `time` in the store: null, or first and last day. */
export class Timeline {
  constructor(app) {
    this.app = app;
    this.playing = null;
    this.build();
    this.width = 0;
    new ResizeObserver(([{ contentRect }]) => this.onResize(contentRect.width)).observe(this.plot);
    app.store.on(["filters", "views"], () => this.draw(), { mayComeLater: true });
    app.store.on(["time"], () => this.drawBrush());
  }

  build() {
    this.bars = svg("g", { class: "bars" });
    this.brush = svg("g", { class: "brush" });
    this.sheet = svg("svg", { class: "time-sheet", height: HEIGHT + LANES * LANE_HEIGHT + AXIS, role: "img", "aria-label": "Events by day" }, this.bars, this.brush);
    this.handles = ["First day", "Last day"].map((label, i) => this.handle(label, i));
    this.plot = el("div", { class: "time-plot" }, this.sheet, ...this.handles);
    this.play = button(icon("play"), () => this.toggle(), { class: "tool play", "aria-label": "Play" });
    this.range = el("output", { class: "time-range" });
    this.all = button("All days", () => this.show(null), { class: "quiet" });
    this.undated = button("", () => this.app.showUndated(), { class: "quiet undated" });
    this.frame = el("section", { class: "timeline", "aria-label": "Time" },
      el("div", { class: "time-head" }, this.play, this.range, this.all, this.undated), this.plot);
    this.drag();
  }

  handle(label, i) {
    return el("div", {
      class: "handle", role: "slider", tabindex: 0, "aria-label": label,
      on: { keydown: (event) => this.onHandleKey(event, i) },
    });
  }

  // Scales

  onResize(width) {
    this.width = width;
    this.draw();
  }

  measure() {
    this.span = spanOf(this.app.filtered());
    if (!this.span || this.width === 0) return;
    const days = this.span[1] - this.span[0] + 1;
    const room = this.width - 2 * SIDE;
    this.unit = UNITS.find((unit) => (room * DAYS_OF_LAST_BAR[unit]) / days >= LEAST_BAR) || "year";
    this.from = floorTo(this.unit, this.span[0]);
    this.to = nextOf(this.unit, floorTo(this.unit, this.span[1]));
    this.perDay = room / (this.to - this.from);
    this.bins = new Map();
  }

  x(day) {
    return SIDE + (day - this.from) * this.perDay;
  }

  dayAt(x) {
    const day = Math.floor(this.from + (x - SIDE) / this.perDay);
    return Math.max(this.span[0], Math.min(this.span[1], day));
  }

  // Drawing

  draw() {
    this.measure();
    fill(this.bars);
    const views = this.app.filtered();
    this.sheet.setAttribute("width", this.width);
    if (this.span && this.width) {
      const dated = views.filter((view) => view.start !== null);
      this.drawBars(dated.filter((view) => this.isShort(view)));
      this.drawLanes(dated.filter((view) => !this.isShort(view)));
      this.drawAxis();
    }
    const undated = views.filter((view) => view.start === null).length;
    this.undated.hidden = undated === 0;
    this.undated.textContent = `${undated} undated`;
    this.undated.setAttribute("aria-label", `${undated} events without a date: list them`);
    this.drawBrush();
  }

  /** The first day of a day's bar. */
  binOf(day) {
    if (!this.bins.has(day)) this.bins.set(day, floorTo(this.unit, day));
    return this.bins.get(day);
  }

  isShort({ start, end }) {
    return end === null || end === start || this.binOf(start) === this.binOf(end);
  }

  drawBars(views) {
    const bins = new Map();
    for (const view of views) {
      const bin = this.binOf(view.start);
      if (!bins.has(bin)) bins.set(bin, []);
      bins.get(bin).push(view);
    }
    const most = Math.max(1, ...[...bins.values()].map((inside) => inside.length));
    const perEvent = Math.min(14, (HEIGHT - 14) / most);
    const paths = new TypePaths();
    for (const [bin, inside] of bins) this.drawBar(paths, bin, inside, perEvent);
    this.bars.append(...paths.elements(""));
  }

  drawBar(paths, bin, inside, perEvent) {
    const [left, right] = [this.x(bin), this.x(nextOf(this.unit, bin))];
    const gap = right - left > 8 ? 1.5 : 0.5;
    let y = HEIGHT;
    for (const [type, count] of typeCounts(inside)) {
      const height = count * perEvent;
      y -= height;
      paths.add(type, left + gap, y, Math.max(1, right - left - 2 * gap), Math.max(0.5, height - (perEvent > 6 ? 1 : 0)));
    }
    if (right - left > 14) this.bars.append(svg("text", { x: (left + right) / 2, y: y - 3, "text-anchor": "middle", class: "bar-count" }, inside.length));
  }

  /** Events known only to lie within some days: a thin bar each, in the first lane that is free. */
  drawLanes(views) {
    const ends = Array(LANES).fill(-Infinity);
    const sorted = [...views].sort((a, b) => a.start - b.start || b.end - a.end);
    const paths = new TypePaths();
    for (const view of sorted) {
      const lane = Math.max(0, ends.findIndex((end) => end < view.start));
      ends[lane] = Math.max(ends[lane], view.end);
      const left = this.x(view.start);
      paths.add(view.event.type, left + 1, HEIGHT + 3 + lane * LANE_HEIGHT, Math.max(2, this.x(view.end + 1) - left - 2), LANE_HEIGHT - 2);
    }
    this.bars.append(...paths.elements("stretch"));
  }

  drawAxis() {
    const y = HEIGHT + LANES * LANE_HEIGHT + 3;
    this.bars.append(svg("line", { x1: SIDE, x2: this.width - SIDE, y1: y, y2: y, class: "axis" }));
    let next = -Infinity;
    for (let bin = this.from; bin < this.to; bin = nextOf(this.unit, bin)) {
      const x = this.x(bin);
      if (x < next || x > this.width - 40) continue;
      this.bars.append(svg("line", { x1: x, x2: x, y1: y, y2: y + 4, class: "axis" }),
        svg("text", { x: x + 2, y: y + 13, class: "axis-label" }, unitLabel(this.unit, bin)));
      next = x + 62;
    }
  }

  drawBrush() {
    const { time } = this.app.store.state;
    fill(this.brush);
    const isEmpty = !this.span || !this.width;
    for (const handle of this.handles) handle.hidden = isEmpty;
    this.play.disabled = isEmpty || this.span[0] === this.span[1];
    this.all.hidden = time === null;
    if (isEmpty) {
      this.range.textContent = "no dated events";
      return;
    }
    const [first, last] = time || this.span;
    this.range.textContent = daysLabel(first, last);
    const [left, right] = [this.x(Math.max(first, this.from)), this.x(Math.min(last + 1, this.to))];
    if (time !== null) {
      this.brush.append(svg("rect", { x: SIDE, y: 0, width: Math.max(0, left - SIDE), height: HEIGHT + LANES * LANE_HEIGHT, class: "outside" }),
        svg("rect", { x: right, y: 0, width: Math.max(0, this.width - SIDE - right), height: HEIGHT + LANES * LANE_HEIGHT, class: "outside" }));
    }
    this.brush.append(svg("line", { x1: left, x2: left, y1: 0, y2: HEIGHT + LANES * LANE_HEIGHT, class: "edge" }),
      svg("line", { x1: right, x2: right, y1: 0, y2: HEIGHT + LANES * LANE_HEIGHT, class: "edge" }));
    [left, right].forEach((x, i) => this.placeHandle(i, x, [first, last][i]));
  }

  placeHandle(i, x, day) {
    const handle = this.handles[i];
    handle.style.setProperty("left", `${x}px`);
    handle.setAttribute("aria-valuemin", this.span[0]);
    handle.setAttribute("aria-valuemax", this.span[1]);
    handle.setAttribute("aria-valuenow", day);
    handle.setAttribute("aria-valuetext", dayLabel(day));
  }

  // Acting

  show(time) {
    const isAll = time === null || (time[0] <= this.span[0] && time[1] >= this.span[1]);
    this.app.store.set({ time: isAll ? null : time });
  }

  move(i, day) {
    const [first, last] = this.app.store.state.time || this.span;
    const clipped = Math.max(this.span[0], Math.min(this.span[1], day));
    this.show(i === 0 ? [Math.min(clipped, last), last] : [first, Math.max(clipped, first)]);
  }

  onHandleKey(event, i) {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 };
    const now = (this.app.store.state.time || this.span)[i];
    if (steps[event.key]) this.move(i, now + steps[event.key]);
    else if (event.key === "Home") this.move(i, this.span[0]);
    else if (event.key === "End") this.move(i, this.span[1]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  drag() {
    let act = null;
    const at = (event) => event.clientX - this.plot.getBoundingClientRect().left;
    this.plot.addEventListener("pointerdown", (event) => {
      if (!this.span || event.button) return;
      this.stop();
      act = this.gesture(at(event), event.target);
      this.plot.setPointerCapture(event.pointerId);
    });
    this.plot.addEventListener("pointermove", (event) => act && act(at(event)));
    this.plot.addEventListener("pointerup", () => { act = null; });
    this.plot.addEventListener("pointercancel", () => { act = null; });
  }

  /** What a drag does: moves a handle, moves the whole brush, or draws a new one. */
  gesture(x, target) {
    const i = this.handles.indexOf(target);
    if (i >= 0) return (to) => this.move(i, i === 0 ? this.dayAt(to) : this.dayAt(to - this.perDay / 2));
    const { time } = this.app.store.state;
    const start = this.dayAt(x);
    if (time && start >= time[0] && start <= time[1]) return (to) => this.shift(time, this.dayAt(to) - start);
    return (to) => {
      const end = this.dayAt(to);
      this.show([Math.min(start, end), Math.max(start, end)]);
    };
  }

  shift([first, last], by) {
    const clipped = Math.max(this.span[0] - first, Math.min(this.span[1] - last, by));
    this.show([first + clipped, last + clipped]);
  }

  toggle() {
    if (this.playing === null) this.start();
    else this.stop();
  }

  start() {
    const step = Math.max(1, Math.ceil((this.span[1] - this.span[0]) / PLAY_STEPS));
    const { time } = this.app.store.state;
    const begin = time === null || time[1] >= this.span[1] ? this.span[0] : time[1];
    this.showPlay(true);
    this.app.store.set({ time: [this.span[0], begin] });
    this.playing = setInterval(() => {
      const day = this.app.store.state.time[1] + step;
      if (day < this.span[1]) this.app.store.set({ time: [this.span[0], day] });
      else this.stop(this.app.store.set({ time: [this.span[0], this.span[1]] }));
    }, PLAY_MS);
  }

  stop() {
    if (this.playing === null) return;
    clearInterval(this.playing);
    this.playing = null;
    this.showPlay(false);
    announce(`Stopped at ${this.range.textContent}`);
  }

  showPlay(isPlaying) {
    fill(this.play, icon(isPlaying ? "pause" : "play"));
    this.play.setAttribute("aria-label", isPlaying ? "Pause" : "Play");
  }
}

/** Rectangles as one path for each type, since thousands of elements would be slow. */
class TypePaths {
  constructor() {
    this.parts = new Map();
  }

  add(type, x, y, width, height) {
    if (!this.parts.has(type)) this.parts.set(type, []);
    this.parts.get(type).push(`M${x.toFixed(1)} ${y.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}z`);
  }

  elements(extra) {
    return [...this.parts].map(([type, parts]) => svg("path", { d: parts.join(""), class: `${typeClass(type)} ${extra}` }));
  }
}
