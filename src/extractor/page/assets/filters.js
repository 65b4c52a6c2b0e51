// The row of filters: text, types, actor, country, certainty, confidence.
import { button, el, fill, setText } from "./dom.js";
import { typeIcon } from "./icons.js";
import { activeFilters, certaintiesOf, noFilters } from "./store.js";
import { typeCounts } from "./clusters.js";
import { certainty, certaintyNames, typeName } from "./types.js";

const EXTRA_CERTAINTIES = { disputed: "⇄ disputed", negated: "negated" };
const ACTORS_OFFERED = 300;

/** The filters change `filters` in the store; every view listens to it. */
export class FilterBar {
  constructor(app) {
    this.app = app;
    this.text = el("input", { type: "search", class: "search", placeholder: "Search words, actors, places", "aria-label": "Search events", on: { input: () => this.change({ text: this.text.value }) } });
    this.actor = el("input", { type: "text", list: "actor-names", placeholder: "Any actor", "aria-label": "Actor", on: { input: () => this.change({ actor: this.actor.value }) } });
    this.actors = el("datalist", { id: "actor-names" });
    this.country = el("select", { "aria-label": "Country", on: { change: () => this.change({ country: this.country.value }) } });
    this.confidence = el("input", { type: "range", min: 0, max: 95, step: 5, value: 0, "aria-label": "Least confidence in percent", on: { input: () => this.change({ confidence: Number(this.confidence.value) / 100 }) } });
    this.sure = el("output", {});
    this.types = el("div", { class: "choices" });
    this.certainties = el("div", { class: "choices" });
    this.typesTitle = el("summary", {});
    this.certaintiesTitle = el("summary", {});
    this.count = el("p", { class: "count-line", role: "status" });
    this.reset = button("Clear filters", () => this.app.setFilters(noFilters()), { class: "quiet" });
    this.place = button("", () => this.change({ place: null }), { class: "chip" });
    this.more = el("div", { class: "more-filters", id: "more-filters" }, dropdown(this.typesTitle, this.types), dropdown(this.certaintiesTitle, this.certainties), this.actor, this.actors, this.country,
      el("label", { class: "confidence" }, "Sure ", this.confidence, this.sure));
    this.unfold = button("Filters", () => this.fold(), { class: "quiet unfold", "aria-expanded": "false", "aria-controls": "more-filters" });
    this.frame = el("form", { class: "filters", role: "search", "aria-label": "Filters", on: { submit: (event) => event.preventDefault() } },
      this.text, this.unfold, this.more, this.place, this.reset, this.count);
    closeOutside(this.frame);
    app.store.on(["views"], () => this.offer());
    app.store.on(["filters", "views", "time"], () => this.draw());
  }

  /** On a telephone all but the search is folded away until it is asked for. */
  fold() {
    const isOpen = this.more.classList.toggle("open");
    this.unfold.setAttribute("aria-expanded", String(isOpen));
  }

  change(changes) {
    this.app.setFilters({ ...this.app.store.state.filters, ...changes });
  }

  /** What can be chosen: the types, countries and actors that there are. */
  offer() {
    const views = this.app.views();
    const counts = typeCounts(views);
    fill(this.types, counts.map(([type, count]) => this.choice("types", type, [typeIcon(type, 18), " ", typeName(type)], count)));
    const certain = new Map();
    for (const view of views) for (const name of certaintiesOf(view)) certain.set(name, (certain.get(name) || 0) + 1);
    const names = [...certaintyNames(), ...Object.keys(EXTRA_CERTAINTIES)].filter((name) => certain.has(name));
    fill(this.certainties, names.map((name) => this.choice("certainties", name, EXTRA_CERTAINTIES[name] || `${certainty(name).mark} ${name}`, certain.get(name))));
    this.offerCountries(views);
    this.offerActors(views);
  }

  offerCountries(views) {
    const codes = [...new Set(views.map((view) => view.place?.country_code).filter(Boolean))];
    const named = codes.map((code) => [code, this.app.payload.countries[code] || code]).sort((a, b) => (a[1] < b[1] ? -1 : 1));
    fill(this.country, el("option", { value: "" }, "Any country"), named.map(([code, name]) => el("option", { value: code }, name)));
    this.country.value = this.app.store.state.filters.country;
  }

  offerActors(views) {
    const counts = new Map();
    for (const view of views) {
      for (const actor of [...view.source, ...view.target]) counts.set(actor.name, (counts.get(actor.name) || 0) + 1);
    }
    const names = [...counts.entries()].sort((a, b) => b[1] - a[1]).slice(0, ACTORS_OFFERED);
    fill(this.actors, names.map(([name]) => el("option", { value: name })));
  }

  choice(filter, value, label, count) {
    const box = el("input", { type: "checkbox", value, on: { change: () => this.toggle(filter, value, box.checked) } });
    return el("label", { class: "choice" }, box, label, el("span", { class: "count" }, count));
  }

  toggle(filter, value, isOn) {
    const chosen = new Set(this.app.store.state.filters[filter]);
    if (isOn) chosen.add(value);
    else chosen.delete(value);
    this.change({ [filter]: chosen });
  }

  draw() {
    const { filters } = this.app.store.state;
    for (const [name, holder] of [["types", this.types], ["certainties", this.certainties]]) {
      for (const box of holder.querySelectorAll("input")) box.checked = filters[name].has(box.value);
    }
    setIfOther(this.text, filters.text);
    setIfOther(this.actor, filters.actor);
    setIfOther(this.country, filters.country);
    setIfOther(this.confidence, String(Math.round(filters.confidence * 100)));
    setText(this.sure, filters.confidence ? `≥ ${Math.round(filters.confidence * 100)} %` : "any");
    setText(this.typesTitle, filters.types.size ? `Types: ${filters.types.size}` : "All types");
    setText(this.certaintiesTitle, filters.certainties.size ? `Certainty: ${filters.certainties.size}` : "Any certainty");
    this.place.hidden = filters.place === null;
    setText(this.place, filters.place ? `At ${filters.place.name} ✕` : "");
    const active = activeFilters(filters);
    this.reset.hidden = active === 0;
    setText(this.unfold, active > 0 ? `Filters: ${active}` : "Filters");
    const { dated, undated } = this.app.listed();
    setText(this.count, `${dated.length + undated.length} of ${this.app.views().length} events`);
  }
}

function dropdown(title, inside) {
  return el("details", { class: "dropdown" }, title, inside);
}

function closeOutside(frame) {
  const closeAll = (except) => {
    for (const open of frame.querySelectorAll("details[open]")) if (open !== except) open.open = false;
  };
  document.addEventListener("click", (event) => closeAll(event.target.closest?.("details")));
  frame.addEventListener("keydown", (event) => {
    const open = event.target.closest("details[open]");
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary").focus();
    event.stopPropagation();
  });
}

function setIfOther(input, value) {
  if (input.value !== value) input.value = value;
}
