// What is shown, as CSV and GeoJSON files.
import { isoDay } from "./days.js";
import { el } from "./dom.js";
import { oneLine } from "./model.js";

const COLUMNS_SAVED = {
  article: (view) => view.doc.result.article.id,
  url: (view) => view.doc.result.article.url,
  event: (view) => view.event.id,
  type: (view) => view.event.type,
  mode: (view) => view.event.mode,
  source: (view) => view.who,
  target: (view) => view.whom,
  place: (view) => view.place?.name,
  country_code: (view) => view.place?.country_code,
  latitude: (view) => view.place?.latitude,
  longitude: (view) => view.place?.longitude,
  geo_precision: (view) => view.event.geo_precision,
  start_date: (view) => view.start !== null && isoDay(view.start),
  end_date: (view) => view.end !== null && isoDay(view.end),
  time_precision: (view) => view.event.time_precision,
  polarity: (view) => view.event.polarity,
  modality: (view) => view.event.modality,
  disputed: (view) => (view.disputed ? "yes" : "no"),
  fatalities_low: (view) => view.event.fatalities?.low,
  fatalities_high: (view) => view.event.fatalities?.high,
  confidence: (view) => view.event.confidence,
  quote: (view) => view.quote,
};

/** Rows that a spreadsheet opens; a cell that it would take for a formula gets an apostrophe before it. */
export function toCsv(views) {
  const names = Object.keys(COLUMNS_SAVED);
  const rows = views.map((view) => names.map((name) => csvCell(COLUMNS_SAVED[name](view))));
  return [names, ...rows].map((row) => row.join(",")).join("\r\n") + "\r\n";
}

function csvCell(value) {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "number") return String(value);
  const isFormula = /^[\s\u0000-\u001f]*[=+\-@\t\r]/.test(value);
  const guarded = isFormula ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) || isFormula ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A FeatureCollection (RFC 7946), one feature an event; its geometry is null without a place. */
export function toGeoJson(views) {
  return JSON.stringify({ type: "FeatureCollection", features: views.map(featureOf) }, null, 1);
}

function featureOf(view) {
  const properties = {};
  for (const [name, read] of Object.entries(COLUMNS_SAVED)) {
    if (name === "latitude" || name === "longitude") continue;
    const value = read(view);
    properties[name] = value === undefined || value === false ? null : value;
  }
  const geometry = view.located ? { type: "Point", coordinates: [view.place.longitude, view.place.latitude] } : null;
  return { type: "Feature", id: view.event.id, geometry, properties };
}

/** Hands a text to the browser as a file to save. */
export function saveFile(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/** A name of a file after the page's title: letters, digits and hyphens. */
export function fileName(title, ending) {
  const plain = oneLine(title, 60).normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "").toLowerCase();
  return `${plain || "events"}.${ending}`;
}
