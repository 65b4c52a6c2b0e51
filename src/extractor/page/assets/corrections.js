// What a reader corrects, as a list of operations on each result, and the file that is saved of it.
// The list is kept, not its outcome: undoing is dropping the last one. docs/correcting.md describes the file.

import { derivedIds } from "./ids.js";

const CORRECTIONS_VERSION = 1;
const COUNT_SLOTS = ["fatalities", "injured", "detained", "displaced"];
const LIST_SLOTS = ["source", "target", "contexts", "instruments", "disputed_by"];
const SINGLE_SLOTS = ["mode", "place", "geo_precision", "claimed_by", ...COUNT_SLOTS];

// How each operation changes a draft: a result with the state of its events.
const OPERATIONS = {
  accept: (draft, { event }) => draft.states.set(event, { action: "accepted" }),
  reject: (draft, { event }) => draft.states.set(event, { action: "rejected" }),
  rest: (draft) => {
    for (const { id } of draft.events) if (!draft.states.has(id)) draft.states.set(id, { action: "accepted" });
  },
  change: changeEvent,
  merge: mergeEvents,
  add: addEvent,
};

/** A result after operations: the corrected result, and what was done to which event. */
export function corrected(result, operations) {
  const draft = { ...result, states: new Map(), gone: new Map() };
  for (const table of ["actors", "places", "claims", "events"]) draft[table] = [...result[table]];
  for (const operation of operations) OPERATIONS[operation.kind](draft, operation);
  const { states, gone, ...after } = draft;
  return { result: after, states, gone };
}

function changeEvent(draft, { event, fields, actors = [], places = [] }) {
  draft.actors.push(...actors);
  draft.places.push(...places);
  draft.events = draft.events.map((one) => (one.id === event ? { ...one, ...fields } : one));
  const isAdded = draft.states.get(event)?.action === "added";
  draft.states.set(event, { action: isAdded ? "added" : "changed" });
}

/** `event` goes into `into`, which keeps what it has and takes what it lacks. */
function mergeEvents(draft, { event, into }) {
  const gone = draft.events.find((one) => one.id === event);
  draft.events = draft.events.filter((one) => one.id !== event).map((one) => (one.id === into ? joinedEvent(one, gone) : one));
  draft.claims = draft.claims.map((claim) => (claim.event === event ? { ...claim, event: into } : claim));
  draft.gone.set(event, into);
  draft.states.delete(event);
  if (draft.states.get(into)?.action !== "added") draft.states.set(into, { action: "changed" });
}

function joinedEvent(kept, gone) {
  const made = { ...kept, claims: [...new Set([...kept.claims, ...gone.claims])] };
  for (const slot of LIST_SLOTS) if (made[slot].length === 0) made[slot] = gone[slot];
  for (const slot of SINGLE_SLOTS) made[slot] ??= gone[slot];
  if (made.start_date === null) Object.assign(made, { start_date: gone.start_date, end_date: gone.end_date, time_precision: gone.time_precision });
  return made;
}

function addEvent(draft, { event, claim, actors = [], places = [] }) {
  draft.actors.push(...actors);
  draft.places.push(...places);
  draft.claims.push(claim);
  draft.events.push(event);
  draft.states.set(event.id, { action: "added" });
}

/** How many events of a result nobody has looked at. */
export function unchecked(result, states) {
  return result.events.filter(({ id }) => !states.has(id)).length;
}

/** One line of the file: the result as it is to be, with a row for each event that says what was done to it. */
export function goldLine(before, operations) {
  const { result, states, gone } = corrected(before, operations);
  const known = new Map(before.events.map((event) => [event.id, event]));
  const isRejected = (id) => states.get(id)?.action === "rejected";
  const rows = result.events.map(({ id }) => ({ event: id, action: states.get(id)?.action || "unchecked", before: known.get(id) || null }));
  for (const [id, into] of gone) rows.push({ event: id, action: "merged", into, before: known.get(id) || null });
  const kept = {
    ...result,
    claims: result.claims.map((claim) => (claim.event !== null && isRejected(claim.event) ? { ...claim, event: null } : claim)),
    events: result.events.filter(({ id }) => !isRejected(id)),
  };
  const complete = rows.every(({ action }) => action !== "unchecked");
  const ids = derivedIds(before);
  return JSON.stringify({ corrections: { version: CORRECTIONS_VERSION, complete, events: rows }, ...kept }, (_, value) => ids.get(value) ?? value);
}

/** The ACLED precision of a stretch of days: 1 a day, 2 up to a week, 3 more; null without days. */
export function timePrecision(start, end) {
  if (start === null) return null;
  const days = (end ?? start) - start;
  if (days === 0) return 1;
  return days <= 7 ? 2 : 3;
}
