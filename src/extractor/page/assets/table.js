// The events as a table that sorts; only the rows in sight are made, so that thousands stay fluid.
import { daysLabel } from "./days.js";
import { button, el, KeyedChildren, onceAFrame, setAttr, setText } from "./dom.js";
import { certaintyPill } from "./icons.js";
import { countLabel, oneLine, placeLabel } from "./model.js";
import { inTime } from "./store.js";
import { typeClass, typeName } from "./types.js";

const ROW = 34;
const AROUND = 3; // rows made beyond those in sight
const SEEN_WORDS = 160; // letters of a sentence: more would be shaped and never seen
const PRINTED = 2000; // the most rows on paper

const STATES = { accepted: "✓ right", rejected: "✕ wrong", changed: "✎ changed", added: "+ added" };

const COLUMNS = [
  { id: "checked", label: "Checked", sort: (view) => view.status, cell: (view) => STATES[view.status] || "" },
  { id: "when", label: "When", sort: (view) => view.start ?? Infinity, cell: (view) => daysLabel(view.start, view.end) },
  { id: "type", label: "Type", sort: (view) => `${view.event.type} ${view.event.mode || ""}`, cell: typeCell },
  { id: "who", label: "Who", sort: (view) => view.who.toLowerCase(), cell: (view) => view.who },
  { id: "whom", label: "To whom", sort: (view) => view.whom.toLowerCase(), cell: (view) => view.whom },
  { id: "where", label: "Where", sort: (view) => (view.place ? view.place.name.toLowerCase() : "\uffff"), cell: (view, app) => placeLabel(view.place, app.payload.countries) },
  { id: "certainty", label: "Certainty", sort: (view) => view.event.modality, cell: certaintyCell },
  { id: "killed", label: "Killed", sort: (view) => -(view.event.fatalities?.low ?? -1), cell: (view) => countLabel(view.event.fatalities) },
  { id: "confidence", label: "Sure", sort: (view) => -view.event.confidence, cell: (view) => `${Math.round(view.event.confidence * 100)} %` },
  { id: "words", label: "Words", sort: (view) => view.quote.toLowerCase(), cell: (view) => oneLine(view.quote, SEEN_WORDS) },
];

function typeCell({ event }) {
  return [el("span", { class: `dot ${typeClass(event.type)}` }), " ", typeName(event.type), event.mode && el("span", { class: "mode" }, ` ${event.mode}`)];
}

function certaintyCell({ event, disputed }) {
  return [certaintyPill(event.modality, event.polarity), disputed && el("span", { class: "pill disputed" }, "⇄ disputed")];
}

/** The table of the events that the filters let through; undated ones stand below the dated ones. */
export class TableView {
  constructor(app) {
    this.app = app;
    this.sort = { column: COLUMNS[1], descending: false };
    this.rows = [];
    this.made = [0, 0]; // the rows that there are, first and last
    this.seen = { top: 0, height: 0 }; // of the scroller, kept since reading them lays the page out
    this.head = el("tr", { "aria-rowindex": 1 }, COLUMNS.map((column) => this.headCell(column)));
    this.body = el("tbody", {});
    this.drawn = new KeyedChildren(this.body);
    this.table = el("table", { class: "events", "aria-label": "Events" }, el("thead", {}, this.head), this.body);
    this.scroller = el("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": "Table of events", on: { keydown: (event) => this.onKey(event) } }, this.table);
    this.frame = el("div", { class: "table-view" }, this.scroller);
    this.window = onceAFrame(() => this.drawWindow());
    this.scroller.addEventListener("scroll", () => this.onScroll(), { passive: true });
    new ResizeObserver(([{ contentRect }]) => this.onResize(contentRect.height)).observe(this.scroller);
    app.store.on(["filters", "time", "views"], () => this.draw());
    app.store.on(["selected"], () => this.showSelected());
    const print = (isOn) => (isOn ? this.drawRows(0, Math.min(PRINTED, this.rows.length)) : this.window());
    window.addEventListener("beforeprint", () => print(true));
    window.addEventListener("afterprint", () => print(false));
    matchMedia("print").addEventListener("change", ({ matches }) => print(matches)); // where no event is sent
  }

  draw() {
    const kept = new Set(this.app.filtered());
    const sorted = this.ordered().filter((view) => kept.has(view));
    const { time } = this.app.store.state;
    const undated = sorted.filter((view) => view.start === null);
    this.rows = sorted.filter((view) => view.start !== null && inTime(view, time));
    if (undated.length) this.rows.push({ heading: `Undated: ${undated.length}` }, ...undated);
    setAttr(this.table, "aria-rowcount", this.rows.length + 1);
    this.drawHead();
    this.drawWindow();
  }

  /** All events in the order of the table, whatever the filters let through. */
  ordered() {
    const { column, descending } = this.sort;
    const views = this.app.views();
    const ascending = this.app.kept(`ordered ${column.id}`, [views], () => {
      const keyed = views.map((view) => ({ view, key: column.sort(view) }));
      keyed.sort((a, b) => compare(a.key, b.key) || compare(a.view.start ?? Infinity, b.view.start ?? Infinity) || compare(a.view.key, b.view.key));
      return keyed.map(({ view }) => view);
    });
    return descending ? ascending.toReversed() : ascending;
  }

  headCell(column) {
    return el("th", { scope: "col", class: `col-${column.id}` }, button([column.label, el("span", { class: "arrow", "aria-hidden": "true" })], () => this.sortBy(column), { class: "sort" }));
  }

  drawHead() {
    COLUMNS.forEach((column, i) => {
      const cell = this.head.children[i];
      const isOn = column === this.sort.column;
      setAttr(cell, "aria-sort", isOn ? (this.sort.descending ? "descending" : "ascending") : null);
      setText(cell.querySelector(".arrow"), isOn ? (this.sort.descending ? " ▼" : " ▲") : "");
    });
  }

  sortBy(column) {
    this.sort = { column, descending: column === this.sort.column && !this.sort.descending };
    this.draw();
  }

  onScroll() {
    this.seen.top = this.scroller.scrollTop;
    const [first, last] = [this.seen.top / ROW, (this.seen.top + this.seen.height) / ROW];
    if (first - AROUND / 2 < this.made[0] || last + AROUND / 2 > this.made[1]) this.window();
  }

  onResize(height) {
    this.seen.height = height;
    this.window();
  }

  /** The events in the order of the table. */
  eventRows() {
    return this.rows.filter((row) => row.key);
  }

  drawWindow() {
    const top = Math.min(this.seen.top, Math.max(0, this.rows.length * ROW - this.seen.height));
    const first = Math.max(0, Math.floor(top / ROW) - AROUND);
    const last = Math.min(this.rows.length, Math.ceil((top + this.seen.height) / ROW) + AROUND);
    this.drawRows(first, last);
  }

  drawRows(first, last) {
    this.made = [first, last];
    const focused = document.activeElement?.closest?.("tr[data-key]")?.dataset.key;
    const rows = this.rows.slice(first, last).map((view, i) => this.row(view, first + i));
    this.drawn.draw([...this.gap("before", first), ...rows, ...this.gap("after", this.rows.length - last)]);
    if (focused && document.activeElement?.dataset?.key !== focused) this.body.querySelector(`tr[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  /** The room of rows that are not made. */
  gap(key, rows) {
    const make = () => el("tr", { "aria-hidden": "true", class: "gap" });
    return rows > 0 ? [{ key, same: "", make, place: (row) => row.style.setProperty("height", `${rows * ROW}px`) }] : [];
  }

  row(view, number) {
    const place = (row) => setAttr(row, "aria-rowindex", number + 2);
    if (view.heading) {
      return { key: "heading", same: view.heading, place, make: () => el("tr", { class: "group" }, el("th", { colspan: COLUMNS.length, scope: "rowgroup" }, view.heading)) };
    }
    return { key: view.key, same: String(this.app.store.state.views), make: () => this.eventRow(view), place: (row) => this.markRow(row, view, number) };
  }

  eventRow(view) {
    return el("tr", { "data-key": view.key, on: { click: () => this.app.select(view.key, { from: "table" }) } },
      COLUMNS.map((column) => el("td", { class: `col-${column.id}` }, column.cell(view, this.app))));
  }

  markRow(row, view, number) {
    const isOn = view.key === this.app.store.state.selected;
    setAttr(row, "class", [isOn && "selected", view.status].filter(Boolean).join(" ") || null);
    setAttr(row, "tabindex", isOn ? 0 : -1);
    setAttr(row, "aria-selected", isOn || null);
    setAttr(row, "aria-rowindex", number + 2);
  }

  showSelected() {
    const { selected } = this.app.store.state;
    const at = this.rows.findIndex((row) => row.key === selected);
    if (at >= 0 && this.seen.height > 0) this.scrollTo(at);
    this.drawWindow();
  }

  scrollTo(row) {
    const [top, height] = [row * ROW, this.seen.height - 2 * ROW];
    if (top < this.seen.top) this.seen.top = top;
    else if (top > this.seen.top + height) this.seen.top = top - height;
    else return;
    this.drawWindow(); // so that the gap is there to scroll into
    this.scroller.scrollTop = this.seen.top;
  }

  onKey(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    if (!step || event.target.closest("th")) return;
    event.preventDefault();
    this.app.step(step, this.eventRows());
  }
}

function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
