// Puts the page together.
import { groupByPlace } from "./clusters.js";
import { announce, button, el, fill } from "./dom.js";
import { corrected } from "./corrections.js";
import { Correcting } from "./correcting.js";
import { DetailView } from "./detail.js";
import { FilterBar } from "./filters.js";
import { HistoryView } from "./history.js";
import { icon } from "./icons.js";
import { IncidentsView } from "./incidents.js";
import { MapView } from "./map.js";
import { DocumentIndex, eventView, oneLine, placeLabel } from "./model.js";
import { fileName, saveFile, toCsv, toGeoJson } from "./save.js";
import { inTime, noFilters, passes, Store } from "./store.js";
import { TableView } from "./table.js";
import { Timeline } from "./timeline.js";
import { digestOf, readPayload, unpack } from "./unpack.js";
import { WordsView } from "./words.js";

const PANELS = { table: "Events", words: "Article", history: "Changes of hands", incidents: "Incidents" };

/** What the views share: the data, the state, and what can be done. */
class App {
  constructor(payload) {
    this.payload = payload;
    for (const table of [payload.countries, payload.types]) Object.setPrototypeOf(table, null); // "constructor" is no key of theirs
    this.originals = unpack(payload.results);
    this.origin = null;
    this.undatedOnly = false;
    this.cache = new Map();
    this.store = new Store({ filters: noFilters(), time: null, views: 0, layer: "events", selected: null, article: 0, panel: payload.dossiers ? "incidents" : "table", correcting: false });
    this.docs = this.originals.map((result, number) => new DocumentIndex(result, number));
    this.correcting = new Correcting(this);
    this.docs = this.docs.map((doc) => this.documentOf(doc.number));
    this.index();
    this.store.on(["panel"], () => this.drawPanels());
  }

  index() {
    this.allViews = this.docs.flatMap((doc) => doc.views);
    this.byKey = new Map(this.allViews.map((view) => [view.key, view]));
    this.names = null;
  }

  /** An article with its corrections, and its events as the views need them. */
  documentOf(number) {
    const { result, states } = corrected(this.originals[number], this.correcting.of(number));
    const doc = new DocumentIndex(result, number, states);
    doc.views = result.events.map((event) => eventView(doc, event, states.get(event.id)?.action || ""));
    return doc;
  }

  /** Reads an article anew after a correction. */
  renew(number) {
    this.docs[number] = this.documentOf(number);
    this.index();
    const { selected, views } = this.store.state;
    this.store.set({ views: views + 1, selected: this.byKey.has(selected) ? selected : null });
  }

  // What the views ask

  views() {
    return this.allViews;
  }

  viewOf(key) {
    return this.byKey.get(key) || null;
  }

  /** The places of the page by their label. */
  placeNames() {
    if (this.names === null) {
      const places = this.docs.flatMap((doc) => doc.result.places).filter((place) => place.latitude !== null);
      this.names = new Map(places.map((place) => [placeLabel(place, this.payload.countries), place]));
    }
    return this.names;
  }

  /** Events that pass the filters, whenever they were. */
  filtered() {
    const { filters, views } = this.store.state;
    return this.kept("filtered", [filters, views], () => this.allViews.filter((view) => passes(view, filters)));
  }

  /** Events that the map places in space and time; rejected ones are not among them. */
  inSight() {
    const { filters, views, time } = this.store.state;
    return this.kept("inSight", [filters, views, time], () => this.shown().filter((view) => inTime(view, time)));
  }

  /** The events in sight by place, which the map draws after every move. */
  placesInSight() {
    const { filters, views, time } = this.store.state;
    return this.kept("places", [filters, views, time], () => groupByPlace(this.inSight()));
  }

  shown() {
    const { filters, views } = this.store.state;
    return this.kept("shown", [filters, views], () => this.filtered().filter((view) => view.status !== "rejected"));
  }

  /** Events of the table: those of the chosen days, and apart from them those without a date, which are never hidden. */
  listed() {
    const { filters, views, time } = this.store.state;
    return this.kept("listed", [filters, views, time], () => ({
      dated: this.filtered().filter((view) => view.start !== null && inTime(view, time)),
      undated: this.filtered().filter((view) => view.start === null),
    }));
  }

  kept(name, inputs, make) {
    const known = this.cache.get(name);
    if (known && known.inputs.every((input, i) => input === inputs[i])) return known.value;
    const value = make();
    this.cache.set(name, { inputs, value });
    return value;
  }

  // What can be done

  select(key, { from = null } = {}) {
    const view = this.viewOf(key);
    this.origin = from;
    this.store.set({ selected: view ? key : null, article: view ? view.doc.number : this.store.state.article });
    if (view && view.located && this.map) this.map.reveal(view.place);
    if (view) announce(`${view.event.type}, ${view.who}, ${view.place ? view.place.name : "no place"}. ${view.quote}`);
  }

  /** Selects the event so many rows further. */
  step(by, rows) {
    const at = rows.findIndex((row) => row.key === this.store.state.selected);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))];
    if (next) this.select(next.key, { from: "keys" });
  }

  setFilters(filters) {
    this.store.set({ filters });
  }

  showPlaces(places) {
    const keys = new Set(places.map((place) => place.key));
    this.setFilters({ ...this.store.state.filters, place: { keys, name: oneLine(places[0].place.name, 40) } });
    this.store.set({ panel: "table" });
  }

  showUndated() {
    this.store.set({ panel: "table" });
    const first = this.listed().undated[0];
    if (first) this.select(first.key, { from: "time" });
  }

  /** The map as it was on the evening of a day. */
  showUntil(day) {
    this.timeline.show([this.timeline.span[0], Math.max(this.timeline.span[0], day)]);
    this.setLayer("control");
  }

  setLayer(layer) {
    this.store.set({ layer });
    for (const box of document.querySelectorAll("input[name=layer]")) box.checked = box.value === layer;
  }

  showArticle(number) {
    const last = this.docs.length - 1;
    this.store.set({ article: Math.max(0, Math.min(last, number)), panel: "words" });
  }

  showInArticle(view) {
    this.origin = null;
    this.store.set({ panel: "words", article: view.doc.number });
    requestAnimationFrame(() => this.words.markSelected());
  }

  // The frame

  build(root) {
    this.map = new MapView(this);
    this.timeline = new Timeline(this);
    this.table = new TableView(this);
    this.words = new WordsView(this);
    this.history = new HistoryView(this);
    this.incidents = new IncidentsView(this);
    this.detail = new DetailView(this);
    this.bar = new FilterBar(this);
    this.panelTabs = el("div", { class: "tabs", role: "tablist", "aria-label": "Views" });
    this.panels = { table: this.table.frame, words: this.words.frame, history: this.history.frame, incidents: this.incidents.frame };
    for (const [name, frame] of Object.entries(this.panels)) {
      frame.setAttribute("role", "tabpanel");
      frame.setAttribute("aria-labelledby", `tab-${name}`);
      frame.id = `panel-${name}`;
    }
    fill(root, this.header(), this.bar.frame,
      el("main", {},
        el("div", { class: "left" }, this.layers(), this.map.frame, this.map.legendFrame, this.timeline.frame),
        el("div", { class: "right" }, el("div", { class: "panel-head" }, this.panelTabs, this.savers()), this.correcting.frame, this.table.frame, this.words.frame, this.history.frame, this.incidents.frame, this.detail.frame)),
      this.footer());
    this.drawPanels();
  }

  header() {
    const noun = this.payload.dossiers ? "incident" : "article";
    const articles = this.docs.length === 1 ? `1 ${noun}` : `${this.docs.length} ${noun}s`;
    const told = this.payload.title === articles ? [] : [articles];
    const theme = button(icon("theme"), () => this.switchTheme(), { class: "tool", "aria-label": "Light or dark", title: "Light or dark" });
    return el("header", { class: "top" }, el("h1", {}, oneLine(this.payload.title, 160)),
      el("p", {}, [...told, ...(this.payload.dossiers ? [] : [`${this.allViews.length} events`])].join(", ")), !this.payload.dossiers && this.correcting.toggle, theme);
  }

  footer() {
    const rights = "Land: Natural Earth, public domain. Places: GeoNames, CC BY 4.0.";
    return el("footer", { class: "bottom" }, el("p", {}, `Made by extractor ${this.payload.extractor}. ${rights} All names of countries and borders are those of the sources.`));
  }

  layers() {
    const choice = (value, label) => {
      const box = el("input", { type: "radio", name: "layer", value, checked: this.store.state.layer === value, on: { change: () => this.store.set({ layer: value }) } });
      return el("label", {}, box, el("span", {}, label));
    };
    return el("fieldset", { class: "switch" }, el("legend", { class: "unseen" }, "The map shows"), choice("events", "What happened"), choice("control", "Who holds what"));
  }

  savers() {
    const listed = () => [...this.listed().dated, ...this.listed().undated];
    const csv = button("CSV", () => saveFile(fileName(this.payload.title, "csv"), toCsv(listed()), "text/csv"), { class: "quiet", title: "Save what is listed as CSV" });
    const geo = button("GeoJSON", () => saveFile(fileName(this.payload.title, "geojson"), toGeoJson(listed()), "application/geo+json"), { class: "quiet", title: "Save what is listed as GeoJSON" });
    return el("div", { class: "savers", role: "group", "aria-label": "Save what is listed" }, csv, geo);
  }

  drawPanels() {
    const { panel } = this.store.state;
    fill(this.panelTabs, Object.entries(PANELS).filter(([name]) => this.hasPanel(name)).map(([name, label]) => button(label, () => this.store.set({ panel: name }), {
      class: "tab", role: "tab", id: `tab-${name}`, "aria-selected": String(name === panel), "aria-controls": `panel-${name}`, tabindex: name === panel ? 0 : -1,
      on: { keydown: (event) => this.onTabKey(event) },
    })));
    for (const [name, frame] of Object.entries(this.panels)) frame.hidden = name !== panel;
    if (panel === "table") this.table.showSelected();
    if (panel === "words") this.words.markSelected();
    if (panel === "history") this.setLayer("control");
  }

  hasPanel(name) {
    return name !== "incidents" || this.payload.incidents.length > 0;
  }

  onTabKey(event) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const names = Object.keys(PANELS).filter((name) => this.hasPanel(name));
    const at = names.indexOf(this.store.state.panel) + (event.key === "ArrowLeft" ? -1 : 1);
    this.store.set({ panel: names[(at + names.length) % names.length] });
    requestAnimationFrame(() => this.panelTabs.querySelector("[aria-selected=true]").focus());
  }

  switchTheme() {
    const { dataset } = document.documentElement;
    const now = dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    dataset.theme = now === "dark" ? "light" : "dark";
  }
}

async function start() {
  const root = document.getElementById("app");
  try {
    const encoded = document.getElementById("data").textContent;
    const app = new App({ ...(await readPayload(encoded)), key: digestOf(encoded) });
    app.build(root);
    document.body.append(el("div", { id: "live", class: "unseen", "aria-live": "polite" }));
    app.store.set({ views: 1 });
    document.documentElement.dataset.ready = "yes";
  } catch (error) {
    fill(root, el("p", { class: "failed", role: "alert" }, `This page cannot be shown: ${error.message}`));
    throw error;
  }
}

start();
