// The form in which an event is changed or added: type, sides, place, days, certainty, counts.
import { timePrecision } from "./corrections.js";
import { dayNumber } from "./days.js";
import { field } from "./dialogs.js";
import { button, el, fill } from "./dom.js";
import { oneLine, placeLabel, REGION_KINDS } from "./model.js";
import { certaintyNames, typeName } from "./types.js";

const FORM_COUNTS = { fatalities: "Killed", injured: "Injured", detained: "Detained", displaced: "Displaced" };
const WITH_COORDINATES = /^(.+?)[\s,]+(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)$/;

/** A form about one event; `read` gives what it holds as the fields of an operation. */
export class EventForm {
  constructor(app, doc, event) {
    this.app = app;
    this.doc = doc;
    this.event = event;
    this.made = { actors: [], places: [] };
    this.build();
  }

  build() {
    const { event } = this;
    const types = Object.keys(this.app.payload.types);
    if (!types.includes(event.type) && event.type) types.push(event.type);
    this.type = choiceOf(types.sort().map((type) => [type, typeName(type)]), event.type);
    this.type.dataset.first = "yes";
    this.type.addEventListener("change", () => this.offerModes());
    this.mode = el("select", {});
    this.offerModes();
    this.sides = { source: new ActorPicker(this, event.source, "Who"), target: new ActorPicker(this, event.target, "To whom") };
    const place = this.doc.get(event.place);
    this.place = el("input", { type: "text", list: "place-names", value: placeLabel(place, this.app.payload.countries), placeholder: "no place" });
    this.start = el("input", { type: "date", value: event.start_date || "" });
    this.end = el("input", { type: "date", value: event.end_date || "" });
    this.modality = choiceOf(certaintyNames().map((name) => [name, name]), event.modality);
    this.negated = el("input", { type: "checkbox", checked: event.polarity === "negative" });
    this.counts = Object.keys(FORM_COUNTS).map((slot) => [slot, numberInput(event[slot]?.low), numberInput(event[slot]?.high)]);
    this.frame = el("div", { class: "event-form" }, this.lists(),
      el("div", { class: "pair" }, field("Type", this.type), field("Mode", this.mode)),
      this.sides.source.frame, this.sides.target.frame,
      field("Where", this.place, "A place of this page, or a name with latitude and longitude: Kobani 36.89, 38.35"),
      el("div", { class: "pair" }, field("First day", this.start), field("Last day", this.end)),
      el("div", { class: "pair" }, field("Certainty", this.modality), el("label", { class: "field check" }, this.negated, " it did not happen")),
      el("fieldset", { class: "count-fields" }, el("legend", {}, "How many people, from and to"), this.counts.map(([slot, low, high]) => countRow(FORM_COUNTS[slot], low, high))));
  }

  lists() {
    const actors = new Set(this.doc.result.actors.map((actor) => actor.name));
    const places = new Set(this.app.placeNames().keys());
    return [el("datalist", { id: "form-actors" }, [...actors].map((name) => el("option", { value: name }))),
      el("datalist", { id: "place-names" }, [...places].map((name) => el("option", { value: name })))];
  }

  offerModes() {
    const modes = this.app.payload.types[this.type.value] || [];
    const own = this.type.value === this.event.type && this.event.mode && !modes.includes(this.event.mode) ? [this.event.mode] : [];
    const chosen = this.type.value === this.event.type ? this.event.mode : null;
    fill(this.mode, el("option", { value: "" }, "none"), [...modes, ...own].map((mode) => el("option", { value: mode, selected: mode === chosen }, mode)));
  }

  /** `{ fields, actors, places }`, or a text that says what is wrong. */
  read() {
    const [start, end] = [dayNumber(this.start.value), dayNumber(this.end.value || this.start.value)];
    if (!this.type.value) return "Choose a type.";
    if (start === null && end !== null) return "Give the first day, or none.";
    if (start !== null && end < start) return "The last day is before the first.";
    const counts = this.readCounts();
    if (typeof counts === "string") return counts;
    this.made = { actors: [], places: [] };
    const [type, mode] = [this.type.value, this.mode.value || null];
    const isSame = type === this.event.type && mode === this.event.mode;
    const fields = {
      type, mode, cameo: isSame ? this.event.cameo : null, acled: isSame ? this.event.acled : null,
      source: this.sides.source.read(), target: this.sides.target.read(), ...this.readPlace(),
      start_date: this.start.value || null, end_date: this.end.value || this.start.value || null, time_precision: this.precision(start, end),
      modality: this.modality.value, polarity: this.negated.checked ? "negative" : "positive", ...counts,
    };
    return { fields, ...this.made };
  }

  precision(start, end) {
    const { start_date: first, end_date: last, time_precision: known } = this.event;
    const isSame = dayNumber(first) === start && dayNumber(last) === end;
    return isSame ? known : timePrecision(start, end);
  }

  readCounts() {
    const found = {};
    for (const [slot, low, high] of this.counts) {
      const [from, to] = [low, high].map((input) => (input.value === "" ? null : Number(input.value)));
      if (from !== null && to !== null && to < from) return `${FORM_COUNTS[slot]}: the second number is below the first.`;
      const words = this.event[slot] || { text: "", start: 0, end: 0, claimed_by: null };
      found[slot] = from === null && to === null ? null : { ...words, low: from, high: to };
    }
    return found;
  }

  readPlace() {
    const typed = oneLine(this.place.value);
    const now = this.doc.get(this.event.place);
    if (typed === placeLabel(now, this.app.payload.countries)) return { place: this.event.place, geo_precision: this.event.geo_precision };
    if (typed === "") return { place: null, geo_precision: null };
    const place = this.placeNamed(typed);
    return { place: place.id, geo_precision: REGION_KINDS.has(place.kind) ? 3 : 1 };
  }

  placeNamed(typed) {
    const known = this.app.placeNames().get(typed);
    const here = known && this.doc.get(known.id);
    if (here) return here;
    const made = known ? { ...known, mentions: [], references: [] } : newPlace(typed);
    made.id = `p-added-${this.doc.result.places.length}`;
    this.made.places.push(made);
    return made;
  }

  actorNamed(name) {
    const known = this.doc.result.actors.find((actor) => actor.name === name) || this.made.actors.find((actor) => actor.name === name);
    if (known) return known.id;
    const id = `a-added-${this.doc.result.actors.length + this.made.actors.length}`;
    this.made.actors.push({ id, name, kind: "organization", country: null, sector: null, role: null, confidence: 1, mentions: this.doc.mentionsOf(name) });
    return id;
  }
}

/** Chips of the actors of one side, and a field to add another: Enter or a comma adds, Backspace takes the last away. */
class ActorPicker {
  constructor(form, ids, label) {
    this.form = form;
    this.names = form.doc.all(ids).map((actor) => actor.name);
    this.input = el("input", { type: "text", list: "form-actors", placeholder: "add a name, Enter", on: { keydown: (event) => this.onKey(event) } });
    this.chips = el("span", { class: "chips" });
    this.frame = el("div", { class: "field" }, el("span", { class: "field-label", id: `label-${label}` }, label), this.chips, this.input);
    this.input.setAttribute("aria-labelledby", `label-${label}`);
    this.draw();
  }

  draw() {
    fill(this.chips, this.names.map((name, i) => button([oneLine(name, 60), " ✕"], () => this.remove(i), { class: "chip", "aria-label": `Take away ${oneLine(name, 60)}` })));
  }

  remove(i) {
    this.names.splice(i, 1);
    this.draw();
    this.input.focus();
  }

  add() {
    const name = oneLine(this.input.value, 120);
    if (name && !this.names.includes(name)) this.names.push(name);
    this.input.value = "";
    this.draw();
  }

  onKey(event) {
    if (event.key === "Backspace" && this.input.value === "" && this.names.length) return this.remove(this.names.length - 1);
    if (event.key !== "," && (event.key !== "Enter" || this.input.value === "")) return undefined;
    event.preventDefault();
    return this.add();
  }

  read() {
    this.add();
    return this.names.map((name) => this.form.actorNamed(name));
  }
}

function choiceOf(pairs, chosen) {
  return el("select", {}, pairs.map(([value, label]) => el("option", { value, selected: value === chosen }, label)));
}

function numberInput(value) {
  return el("input", { type: "number", min: 0, step: 1, value: value ?? "" });
}

function countRow(label, low, high) {
  low.setAttribute("aria-label", `${label}, at least`);
  high.setAttribute("aria-label", `${label}, at most`);
  return el("div", { class: "count-row" }, el("span", {}, label), low, "–", high);
}

function newPlace(typed) {
  const found = WITH_COORDINATES.exec(typed);
  const isOnEarth = found !== null && Math.abs(Number(found[2])) <= 90 && Math.abs(Number(found[3])) <= 180;
  return {
    id: "", name: isOnEarth ? found[1] : typed, kind: "city", latitude: isOnEarth ? Number(found[2]) : null, longitude: isOnEarth ? Number(found[3]) : null,
    geonames_id: null, country_code: null, admin1: null, admin2: null, feature_code: null, population: null, confidence: 1,
    reason: isOnEarth ? null : "given by a reader without coordinates", relation: null, runner_up: null, mentions: [], references: [],
  };
}
