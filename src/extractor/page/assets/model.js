// What the views show: every event with its records looked up, whatever article it is of.
import { dayNumber } from "./days.js";
import { TextReader } from "./unpack.js";

export const REGION_KINDS = new Set(["country", "region", "district", "continent", "world_region", "sea", "desert", "mountain", "river"]);

/** Finds the records of an extraction by id. */
export class DocumentIndex {
  constructor(result, number, states = new Map()) {
    this.result = result;
    this.number = number;
    this.states = states;
    this.reader = new TextReader(result.article.text);
    this.byId = new Map();
    for (const table of ["actors", "places", "dates", "claims", "events"]) {
      for (const row of result[table]) this.byId.set(row.id, row);
    }
  }

  get(id) {
    return this.byId.get(id) || null;
  }

  all(ids) {
    return ids.map((id) => this.get(id)).filter(Boolean);
  }

  /** The first place of some words in the text as a span, or null. */
  find(words) {
    return words ? this.findAfter(words, 0) : null;
  }

  findAfter(words, from) {
    const at = this.result.article.text.indexOf(words, from);
    if (at < 0) return null;
    const start = this.reader.pointOf(at);
    return this.reader.span([start, Array.from(words).length]);
  }

  /** The claim that the library read at a span, or null: who did what to whom, where and when, though no event came of it. */
  claimAt({ start, end }) {
    return this.result.claims.find(({ trigger }) => trigger.start < end && start < trigger.end) || null;
  }

  /** Where a name stands in the text. */
  mentionsOf(name) {
    const found = [];
    for (let at = 0, one = this.findAfter(name, 0); one !== null; one = this.findAfter(name, at)) {
      found.push(one);
      at = this.result.article.text.indexOf(name, at) + name.length;
    }
    return found;
  }

  /** The sentence that holds a span: up to a full stop, question or exclamation mark before a space, or the line's end. */
  sentenceAround({ start, end }) {
    const before = this.reader.slice(0, start);
    const opening = Math.max(...["\n", ". ", "! ", "? "].filter((stop) => before.includes(stop)).map((stop) => before.lastIndexOf(stop) + stop.length), 0);
    const from = start - Array.from(before.slice(opening)).length;
    const after = /[.!?](?=\s|$)|(?=\n)/.exec(this.reader.slice(end, this.reader.length));
    const to = after ? end + Array.from(this.reader.slice(end, this.reader.length).slice(0, after.index)).length : this.reader.length;
    return this.reader.span([from, to - from]);
  }

  get title() {
    const { title, id, text } = this.result.article;
    return oneLine(title || "") || oneLine(text.slice(0, 80)) || id;
  }
}

/** Text on one line, shortened. */
export function oneLine(text, most = 300) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** One event as the views need it. `key` is its own in the whole page. */
export function eventView(doc, event, status) {
  const place = doc.get(event.place);
  const located = place !== null && place.latitude !== null && place.longitude !== null;
  const view = {
    key: `${doc.number}/${event.id}`,
    doc,
    event,
    status,
    place: located || place ? place : null,
    located,
    isRegion: place !== null && (event.geo_precision === 3 || REGION_KINDS.has(place.kind)),
    placeKey: located ? `${place.latitude.toFixed(4)},${place.longitude.toFixed(4)}` : null,
    source: doc.all(event.source),
    target: doc.all(event.target),
    claims: doc.all(event.claims),
    disputed: event.disputed_by.length > 0,
    start: dayNumber(event.start_date),
    end: dayNumber(event.end_date),
  };
  view.who = namesOf(view.source);
  view.whom = namesOf(view.target);
  view.quote = view.claims.length ? oneLine(view.claims[0].text) : "";
  view.haystack = haystack(view);
  return view;
}

function namesOf(actors) {
  return actors.map((actor) => oneLine(actor.name, 80)).join(", ");
}

function haystack(view) {
  const { event, place, doc } = view;
  const told = view.claims.map((claim) => claim.text).join(" ");
  return oneLine(
    [event.type, event.mode, view.who, view.whom, place && place.name, told, doc.title].filter(Boolean).join(" "),
    4000,
  ).toLowerCase();
}

/** A count in words: "11", "8–11", "at least 14", "up to 30". */
export function countLabel(count) {
  if (!count) return "";
  if (count.low === count.high) return String(count.low);
  if (count.high === null) return `at least ${count.low}`;
  if (count.low === null) return `up to ${count.high}`;
  return `${count.low}–${count.high}`;
}

/** The name of a place with its country. */
export function placeLabel(place, countries) {
  if (!place) return "";
  const country = place.kind === "country" ? null : countries[place.country_code];
  const name = oneLine(place.name, 80);
  return country && country !== name ? `${name}, ${country}` : name;
}
