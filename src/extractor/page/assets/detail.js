// The card of the selected event: who did what to whom, where, when, who says so, and why the library thinks so.
import { daysLabel } from "./days.js";
import { button, el, fill, outsideLink } from "./dom.js";
import { certaintyPill, icon, typeIcon } from "./icons.js";
import { countLabel, oneLine, placeLabel } from "./model.js";
import { typeName } from "./types.js";

const GEO_PRECISION = { 1: "the town itself", 2: "near it, or part of a region", 3: "a region or country" };
const TIME_PRECISION = { 1: "the day", 2: "within about a week", 3: "a month or more" };
const COUNTS = { fatalities: "killed", injured: "injured", detained: "detained", displaced: "displaced" };

/** Shows one event; hidden while none is selected. */
export class DetailView {
  constructor(app) {
    this.app = app;
    this.frame = el("section", { class: "detail", "aria-label": "Selected event", tabindex: -1 });
    app.store.on(["selected", "views"], () => this.draw());
    this.draw();
  }

  draw() {
    const view = this.app.viewOf(this.app.store.state.selected);
    this.frame.hidden = view === null;
    if (view !== null) fill(this.frame, this.head(view), this.facts(view), this.told(view), this.reasons(view));
  }

  head(view) {
    const { event } = view;
    const codes = [event.mode, event.cameo && `CAMEO ${event.cameo}`, event.acled && event.acled.sub_event_type].filter(Boolean);
    return el("header", { class: "detail-head" }, typeIcon(event.type, 30),
      el("div", {}, el("h2", {}, typeName(event.type), event.mode && el("span", { class: "mode" }, ` ${event.mode}`)),
        el("p", { class: "codes" }, codes.slice(event.mode ? 1 : 0).join(" · "))),
      el("div", { class: "detail-actions" }, button(icon("close"), () => this.app.select(null), { class: "tool", "aria-label": "Close the event" })));
  }

  facts(view) {
    const { event, place } = view;
    const rows = [
      ["Who", view.who || "not told"],
      ["To whom", view.whom],
      ["Where", place && [placeLabel(place, this.app.payload.countries), hint(placeHint(view))]],
      ["When", [daysLabel(view.start, view.end), hint(view.start !== null && TIME_PRECISION[event.time_precision])]],
      ["With", event.instruments.join(", ")],
      ...Object.entries(COUNTS).map(([slot, label]) => [capital(label), this.count(view, slot)]),
      ["Certainty", this.certainty(view)],
      ["Contexts", event.contexts.join(", ")],
    ];
    return el("dl", { class: "facts" }, rows.filter(([, value]) => value && value.length !== 0).map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
  }

  count({ event, doc }, slot) {
    const count = event[slot];
    if (!count) return null;
    const others = (event.counts_disputed[slot] || []).map((one) => countLabel(one));
    const by = doc.get(count.claimed_by);
    return [countLabel(count), hint(`“${oneLine(count.text, 60)}”${by ? `, ${oneLine(by.name, 40)}` : ""}`),
      others.length > 0 && hint(`others say ${others.join(", ")}`)];
  }

  certainty({ event, doc, disputed }) {
    const by = doc.get(event.claimed_by);
    const against = doc.all(event.disputed_by).map((actor) => oneLine(actor.name, 60)).join(", ");
    return [certaintyPill(event.modality, event.polarity), by && ` by ${oneLine(by.name, 60)} `,
      disputed && el("span", { class: "pill disputed" }, `⇄ disputed by ${against}`), hint(`${Math.round(event.confidence * 100)} % sure that this is right`)];
  }

  told(view) {
    const { doc } = view;
    const items = view.claims.map((claim) => el("li", {}, certaintyPill(claim.modality, claim.polarity), " ", quoted(claim), attribution(claim, doc)));
    const open = button("Show in the article", () => this.app.showInArticle(view), { class: "quiet" });
    const from = this.app.docs.length > 1 && el("p", { class: "from" }, outsideLink(doc.result.article.url, doc.title));
    return el("section", { class: "told-by" }, el("h3", {}, view.claims.length === 1 ? "The sentence" : `${view.claims.length} sentences`), from, el("ul", {}, items), open);
  }

  reasons({ event }) {
    const rules = event.rules || [];
    if (event.reasons.length + rules.length === 0) return null;
    return el("details", { class: "reasons" }, el("summary", {}, "Why the library thinks so"),
      el("ul", {}, event.reasons.map((reason) => el("li", {}, reason)), rules.map((rule) => el("li", {}, el("code", {}, rule)))));
  }
}

function quoted(claim) {
  const [before, after] = [claim.trigger.start - claim.start, claim.trigger.end - claim.start];
  const points = Array.from(claim.text);
  if (before < 0 || after > points.length) return el("q", {}, oneLine(claim.text));
  const part = (from, to) => points.slice(from, to).join("").replace(/\s+/g, " ");
  return el("q", {}, part(0, before), el("b", {}, part(before, after)), part(after));
}

function attribution(claim, doc) {
  const speaker = doc.get(claim.claimed_by);
  const name = speaker ? speaker.name : claim.source_span && claim.source_span.text;
  return name ? el("span", { class: "speaker" }, ` — ${oneLine(name, 60)}${claim.cue ? ` (${oneLine(claim.cue.text, 30)})` : ""}`) : null;
}

function placeHint({ event, place }) {
  const parts = [place.relation, place.reason, GEO_PRECISION[event.geo_precision]];
  if (place.runner_up) parts.push(`or ${place.runner_up.name}, ${place.runner_up.country_code || "?"}`);
  return parts.filter(Boolean).join("; ");
}

function hint(text) {
  return text ? el("span", { class: "hint" }, text) : null;
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
