// Incidents: what several articles tell of one real event, as cards with the figures that each speaker gives over time.
import { dayLabel, dayNumber, daysLabel } from "./days.js";
import { button, el, fill } from "./dom.js";
import { typeIcon } from "./icons.js";
import { oneLine } from "./model.js";
import { typeName } from "./types.js";

const CARDS = 60; // at first; a button shows as many more
const SLOTS = { fatalities: "Killed", injured: "Injured", detained: "Detained", displaced: "Displaced" };
const OCCURRENCES = { asserted: "", reported: "❝ reported", disputed: "⇄ disputed", denied: "✕ denied", intended: "→ intended" };
const ARTICLES_VOICE = "the articles themselves";

/** The panel of incidents, those told most often first; only those with an event that the filters let through. */
export class IncidentsView {
  constructor(app) {
    this.app = app;
    this.most = CARDS;
    this.numbers = new Map(app.docs.map((doc) => [doc.result.article.id, doc.number]));
    this.frame = el("div", { class: "incidents", tabindex: 0 });
    app.store.on(["filters", "time", "views", "panel"], () => this.draw());
    app.store.on(["selected"], () => this.mark());
  }

  keyOf({ article, event }) {
    return `${this.numbers.get(article)}/${event}`;
  }

  draw() {
    if (this.app.store.state.panel !== "incidents") return;
    const { dated, undated } = this.app.listed();
    const shown = new Set([...dated, ...undated].map((view) => view.key));
    const kept = this.app.payload.incidents.filter((one) => one.reports.some((report) => shown.has(this.keyOf(report))));
    kept.sort((a, b) => b.reports.length - a.reports.length || compareDays(a, b));
    const told = kept.filter((one) => one.reports.length > 1).length;
    fill(this.frame, el("h2", { class: "unseen" }, "Incidents"), el("p", { class: "incidents-head" }, `${kept.length} incidents, ${told} of them in several reports`),
      kept.slice(0, this.most).map((one) => this.card(one)), kept.length > this.most && button(`Show ${Math.min(CARDS, kept.length - this.most)} more`, () => this.more(), { class: "quiet" }));
    this.mark();
  }

  more() {
    this.most += CARDS;
    this.draw();
  }

  card(incident) {
    const where = incident.place ? oneLine(incident.place.name, 60) : "place not told";
    const sides = [incident.source, incident.target].map((side) => side.map((one) => oneLine(one.name, 50)).join(", ")).filter(Boolean).join(" → ");
    return el("article", { class: "card", "aria-label": `${typeName(incident.type)}, ${where}` },
      el("header", {}, typeIcon(incident.type, 26), el("div", {}, el("h3", {}, typeName(incident.type), incident.mode && el("span", { class: "mode" }, ` ${incident.mode}`), ` · ${where}`),
        el("p", { class: "codes" }, [daysLabel(dayNumber(incident.start_date), dayNumber(incident.end_date)), sides].filter(Boolean).join(" · "))),
      OCCURRENCES[incident.occurrence] && el("span", { class: `pill${incident.occurrence === "disputed" || incident.occurrence === "denied" ? " disputed" : ""}` }, OCCURRENCES[incident.occurrence])),
      el("p", { class: "card-counts" }, sourcesOf(incident)),
      Object.keys(SLOTS).map((slot) => incident.counts[slot]?.length > 0 && figures(incident, slot)),
      incident.disputes.filter((dispute) => !SLOTS[dispute.slot]).map(disputeLine),
      this.reports(incident));
  }

  reports(incident) {
    const items = incident.reports.map((report) => el("li", {}, button([
      el("span", { class: "report-when" }, report.published ? dayLabel(dayNumber(String(report.published))) : "undated"),
      el("b", {}, oneLine(report.outlet || "outlet not told", 40)), oneLine(report.title || "", 90)],
    () => this.app.select(this.keyOf(report), { from: "incidents" }), { class: "report", "data-report": this.keyOf(report) }), report.copy_of && el("span", { class: "pill" }, "copy")));
    return el("details", { class: "card-reports", open: incident.reports.length < 5 }, el("summary", {}, plural(incident.reports.length, "report")), el("ul", {}, items));
  }

  mark() {
    const { selected } = this.app.store.state;
    for (const report of this.frame.querySelectorAll("[data-report]")) report.classList.toggle("selected", report.dataset.report === selected);
  }
}

function sourcesOf(incident) {
  return [plural(incident.reports.length, "report"), `in ${plural(incident.articles, "article")}`, plural(incident.independent_sources, "independent source"), plural(incident.outlets, "outlet")].join(", ");
}

/** A row for each speaker, with a dot for each figure on the day it was first published; later ones of a voice replace earlier ones. */
function figures(incident, slot) {
  const given = incident.counts[slot];
  const days = given.map((figure) => dayNumber(String(figure.first_published))).filter((day) => day !== null);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const rows = new Map();
  for (const figure of given) {
    const speaker = figure.claimed_by.map((name) => oneLine(name, 50)).join(", ") || ARTICLES_VOICE;
    rows.set(speaker, [...(rows.get(speaker) || []), figure]);
  }
  const place = (figure) => (days.length === 0 || first === last ? 0.5 : (Math.max(first, dayNumber(String(figure.first_published)) ?? first) - first) / (last - first));
  return el("section", { class: `figures${incident.disputed.includes(slot) ? " in-dispute" : ""}` },
    el("h4", {}, `${SLOTS[slot]}: ${tallyLabel(incident[slot])}`, incident.disputed.includes(slot) && el("span", { class: "pill disputed" }, "⇄ disputed")),
    el("ul", {}, [...rows].map(([speaker, told]) => el("li", {}, el("span", { class: "speaker-name", title: speaker }, speaker),
      el("span", { class: "figure-track" }, told.map((figure) => dot(figure, place(figure))))))),
    days.length > 0 && el("p", { class: "figure-days", "aria-hidden": "true" }, el("span", {}, dayLabel(first)), last > first && el("span", {}, dayLabel(last))));
}

function dot(figure, share) {
  const when = figure.first_published ? `, ${dayLabel(dayNumber(String(figure.first_published)))}` : "";
  const label = `${rangeLabel(figure.low, figure.high)}${when}${figure.superseded ? ", later replaced" : ""}: “${oneLine(figure.text, 60)}”`;
  return el("span", { class: `figure-dot${figure.superseded ? " superseded" : ""}`, style: { left: `${8 + share * 84}%` }, title: label, role: "img", "aria-label": label }, rangeLabel(figure.low, figure.high, true));
}

function rangeLabel(low, high, isShort = false) {
  if (low === high) return String(low ?? "?");
  if (high === null) return isShort ? `≥${low}` : `at least ${low}`;
  if (low === null) return isShort ? `≤${high}` : `up to ${high}`;
  return `${low}–${high}`;
}

function tallyLabel(tally) {
  if (!tally) return "not told";
  const range = rangeLabel(tally.low, tally.high);
  return tally.best === null || tally.low === tally.high ? range : `${range}, best ${tally.best} (${tally.rule})`;
}

function disputeLine({ slot, sides }) {
  const said = sides.map((side) => `${side.values.join(", ")} (${side.speakers.length ? side.speakers.map((name) => oneLine(name, 40)).join(", ") : ARTICLES_VOICE})`);
  return el("p", { class: "dispute-line" }, el("span", { class: "pill disputed" }, `⇄ ${slot}`), ` ${oneLine(said.join(" ⇄ "))}`);
}

function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function compareDays(a, b) {
  const [first, second] = [a.start_date || "9999", b.start_date || "9999"];
  if (first === second) return a.id < b.id ? -1 : 1;
  return first < second ? -1 : 1;
}
