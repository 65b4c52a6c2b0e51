// Who held each place from when to when, as strips, and under them every change with the sentence that tells it.
import { controlChanges, controlHistory } from "./control.js";
import { sideColour, sideName, swatch } from "./control_layer.js";
import { dayLabel, daysLabel } from "./days.js";
import { button, el, fill } from "./dom.js";
import { certaintyPill } from "./icons.js";
import { oneLine, placeLabel } from "./model.js";

const MOST_STRIPS = 60;
const MOST_CHANGES = 400;

/** The panel of changes; a click on one selects its event, a click on a strip its day. */
export class HistoryView {
  constructor(app) {
    this.app = app;
    this.strips = el("div", { class: "strips" });
    this.list = el("div", { class: "changes" });
    this.frame = el("div", { class: "history", tabindex: 0 }, el("h2", { class: "unseen" }, "Changes of hands"), this.strips, this.list);
    app.store.on(["filters", "views", "panel"], () => this.draw());
    app.store.on(["time", "selected"], () => this.mark());
  }

  draw() {
    if (this.app.store.state.panel !== "history") return;
    this.changes = controlChanges(this.app.shown(), this.app.payload.control);
    this.places = controlHistory(this.changes);
    const days = this.places.flatMap((place) => place.spans.map((span) => span.from)).filter(Number.isFinite);
    this.span = days.length ? [Math.min(...days) - 1, Math.max(...days) + 1] : null;
    this.drawStrips();
    this.drawList();
    this.mark();
  }

  // Strips

  drawStrips() {
    if (this.span === null) {
      fill(this.strips, el("p", { class: "empty" }, "No place changes hands on a day that is told."));
      return;
    }
    const known = this.places.filter((place) => place.spans.length > 1).sort((a, b) => a.spans[1].from - b.spans[1].from);
    const [first, last] = this.span;
    fill(this.strips, el("ul", {}, known.slice(0, MOST_STRIPS).map((place) => this.strip(place))),
      el("p", { class: "strip-days", "aria-hidden": "true" }, el("span", {}, dayLabel(first)), el("span", {}, dayLabel(last))),
      el("p", { class: "strip-key" }, this.sides().map((side) => el("span", {}, swatch(this.app, side), sideName(this.app, side))), el("span", {}, el("span", { class: "swatch contested" }), "contested")));
  }

  strip(place) {
    const name = oneLine(place.place.name, 40);
    const told = place.spans.slice(1).map((span) => `${dayLabel(span.from)} ${sideName(this.app, span.side)}${span.isContested ? ", contested" : ""}`).join("; ");
    const bar = el("span", { class: "strip-bar", on: { click: (event) => this.chooseDay(event) } },
      place.spans.map((span, i) => this.segment(span, place.spans[i + 1])), el("span", { class: "strip-now" }));
    return el("li", { "aria-label": `${name}: ${told}` }, el("span", { class: "strip-name", title: placeLabel(place.place, this.app.payload.countries) }, name), bar);
  }

  segment(span, next) {
    const [from, to] = [this.share(Math.max(span.from, this.span[0])), next ? this.share(next.from) : 1];
    return el("span", {
      class: `strip-part ${span.known}${span.isContested ? " contested" : ""}`, title: `${sideName(this.app, span.side)}${span.isContested ? ", contested" : ""}`,
      style: { "--side": sideColour(this.app, span.side), left: `${from * 100}%`, width: `${Math.max(0, to - from) * 100}%` },
    });
  }

  share(day) {
    return (day - this.span[0]) / (this.span[1] - this.span[0] + 1);
  }

  sides() {
    return [...new Set(this.places.flatMap((place) => place.spans.map((span) => span.side)))].sort((a, b) => (a ?? 1e9) - (b ?? 1e9));
  }

  chooseDay(event) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const day = this.span[0] + Math.floor(((event.clientX - left) / width) * (this.span[1] - this.span[0] + 1));
    this.app.showUntil(day);
  }

  // The list

  drawList() {
    const dated = this.changes.filter((change) => change.start !== null).sort((a, b) => a.start - b.start || (a.view.place.name < b.view.place.name ? -1 : 1));
    const undated = this.changes.filter((change) => change.start === null);
    const days = new Map();
    for (const change of dated.slice(0, MOST_CHANGES)) {
      const day = daysLabel(change.start, change.end);
      days.set(day, [...(days.get(day) || []), change]);
    }
    fill(this.list, [...days].map(([day, inside]) => this.group(day, inside)),
      undated.length > 0 && this.group("Without a day, so not on the map", undated.slice(0, MOST_CHANGES)));
  }

  group(title, changes) {
    return el("section", {}, el("h3", {}, title), el("ul", {}, changes.map((change) => this.item(change))));
  }

  item(change) {
    const { view } = change;
    const who = change.side === null ? "somebody" : sideName(this.app, change.side);
    const deed = { gain: "takes", loss: "leaves" }[change.kind];
    return el("li", { class: "change", "data-change": view.key, on: { click: () => this.app.select(view.key, { from: "history" }) } },
      button([swatch(this.app, change.side), el("b", {}, who), change.isDone ? deed : `is said not to have ${change.kind === "gain" ? "taken" : "left"}`, el("b", {}, oneLine(view.place.name, 60))], () => {}, { class: "change-button" }),
      (view.event.modality !== "asserted" || view.event.polarity === "negative") && certaintyPill(view.event.modality, view.event.polarity), view.disputed && el("span", { class: "pill disputed" }, "⇄ disputed"),
      el("q", {}, view.quote));
  }

  mark() {
    if (this.app.store.state.panel !== "history" || !this.span) return;
    const { selected, time } = this.app.store.state;
    for (const item of this.list.querySelectorAll("[data-change]")) item.classList.toggle("selected", item.dataset.change === selected);
    const now = time === null ? 1 : Math.max(0, Math.min(1, this.share(time[1] + 1)));
    for (const line of this.strips.querySelectorAll(".strip-now")) line.style.setProperty("left", `${now * 100}%`);
  }
}
