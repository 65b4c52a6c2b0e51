// The data of the page, back in the form that `Extraction.model_dump` has. The other half is pack.py.

import { numberedId } from "./ids.js";

const TABLE_NAMES = ["actors", "places", "dates", "claims", "events"];

/** The payload inside the page, decompressed. */
export async function readPayload(encoded) {
  if (typeof DecompressionStream === "undefined") throw new Error("this page needs a browser of 2023 or later");
  const bytes = Uint8Array.from(atob(encoded.trim()), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

/** A short number of the data, by which the browser knows them again. */
export function digestOf(encoded) {
  let digest = 0x811c9dc5;
  for (let i = 0; i < encoded.length; i++) digest = Math.imul(digest ^ encoded.charCodeAt(i), 0x01000193) >>> 0;
  return `${encoded.length}-${digest.toString(16)}`;
}

/** Packed results -> a list of extractions. */
export function unpack(packed) {
  const at = Object.fromEntries(TABLE_NAMES.map((name) => [name, 0]));
  return packed.articles.map((given) => {
    const { rows, ...result } = given;
    const reader = new TextReader(result.article.text);
    const ids = {};
    TABLE_NAMES.forEach((name, i) => {
      const held = packed.tables[name].id || [];
      ids[name] = Array.from({ length: rows[i] }, (_, row) => held[at[name] + row] ?? numberedId(name, row));
    });
    TABLE_NAMES.forEach((name, i) => {
      const numbers = Array.from({ length: rows[i] }, (_, row) => at[name] + row);
      result[name] = numbers.map((row, number) => ({ ...record(packed, name, row, ids, reader), id: ids[name][number] }));
      at[name] += rows[i];
    });
    return result;
  });
}

function record(packed, name, row, ids, reader) {
  const made = {};
  for (const field of packed.fields[name]) {
    const column = packed.tables[name][field];
    const value = column ? column[row] : null;
    made[field] = value === null ? copyOf(packed.defaults[name][field]) : whole(packed, name, field, value, ids, reader);
  }
  if ("start" in made) {
    made.end += made.start;
    made.text = reader.slice(made.start, made.end);
  }
  return made;
}

function copyOf(value) {
  if (value === undefined) return null;
  return typeof value === "object" ? structuredClone(value) : value;
}

function whole(packed, name, field, value, ids, reader) {
  const table = packed.references[name][field];
  if (table) return referred(value, ids[table], reader, packed.lists.includes(field));
  if (packed.spans.includes(field)) return spans(value, reader);
  return value;
}

function referred(value, ids, reader, isList) {
  if (isList) return value.map((part) => referred(part, ids, reader, false));
  if (Array.isArray(value)) return reader.span(value);
  return typeof value === "number" ? ids[value] : value;
}

function spans(value, reader) {
  return Array.isArray(value[0]) || value.length === 0 ? value.map((part) => reader.span(part)) : reader.span(value);
}

/** Slices by code points, as the offsets of results count, which differ from JavaScript's where a text has emoji. */
export class TextReader {
  constructor(text) {
    this.text = text;
    this.points = /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? Array.from(text) : null;
  }

  get length() {
    return this.points ? this.points.length : this.text.length;
  }

  slice(start, end) {
    return this.points ? this.points.slice(start, end).join("") : this.text.slice(start, end);
  }

  /** The code point at a place of JavaScript's own counting. */
  pointOf(unit) {
    return this.points ? Array.from(this.text.slice(0, unit)).length : unit;
  }

  span([start, length]) {
    return { start, end: start + length, text: this.slice(start, start + length) };
  }
}
