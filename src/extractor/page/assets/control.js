// Who holds what, when: from the events in which places are taken and left.

const NOT_DONE = new Set(["denied", "intended", "hypothetical"]);
const HELD_KINDS = new Set(["city", "region", "district", "facility", "island"]);

/** The changes that the events tell: place, side, "gain" or "loss", days, and whether they are contested. */
export function controlChanges(views, control) {
  return views.map((view) => changeOf(view, control)).filter(Boolean);
}

function changeOf(view, control) {
  if (view.status === "rejected" || !view.located || !HELD_KINDS.has(view.place.kind)) return null;
  const kind = kindOf(view, control.rules);
  if (kind === null) return null;
  const actor = view.source.find((one) => sideOf(view, one, control) !== null) || null;
  if (kind === "loss" && (actor === null || !bearsArms(actor, control.rules))) return null;
  const victim = view.target.find((one) => sideOf(view, one, control) !== null) || null;
  const isDenied = view.event.polarity === "negative" || NOT_DONE.has(view.event.modality);
  return {
    view,
    kind,
    key: view.placeKey,
    side: actor ? sideOf(view, actor, control) : null,
    from: victim && kind === "gain" ? sideOf(view, victim, control) : null,
    start: view.start,
    end: view.end ?? view.start,
    isDone: !isDenied,
    isContested: view.disputed || view.event.modality === "alleged",
  };
}

function kindOf({ event }, rules) {
  const is = ([type, mode]) => event.type === type && event.mode === mode;
  const isTerritory = event.acled === null || rules.territory.includes(event.acled.sub_event_type);
  if (rules.gains.some(is)) return isTerritory ? "gain" : null;
  return rules.losses.some(is) ? "loss" : null;
}

function bearsArms(actor, rules) {
  if (actor.kind === "person") return false;
  return actor.sector === null || rules.state_sectors.includes(actor.sector) || rules.armed_sectors.includes(actor.sector);
}

function sideOf(view, actor, control) {
  const number = view.doc.result.actors.findIndex((one) => one.id === actor.id);
  return control.actors[view.doc.number][number] ?? null;
}

/** The state of each place on the evening of `day`; null for the last day told of. */
export function controlOn(changes, day) {
  return changesByPlace(changes).map((place) => ({ ...place, ...holder(place.changes, day) }));
}

/** Each place with the spans in which its state stays the same: `from` (a day, or -Infinity), and what `controlOn` tells. */
export function controlHistory(changes) {
  return changesByPlace(changes).map((place) => {
    const days = place.changes.filter((change) => change.start !== null).flatMap(({ start, end }) => [start, end]);
    const spans = [...new Set(days)].sort((a, b) => a - b).map((day) => ({ from: day, ...holder(place.changes, day) }));
    return { ...place, spans: [{ from: -Infinity, ...holder(place.changes, -Infinity) }, ...spans].filter(isNew) };
  });
}

/** Whether a span differs from the one before it. */
function isNew(span, i, spans) {
  const before = spans[i - 1];
  return i === 0 || ["side", "known", "isContested"].some((key) => span[key] !== before[key]);
}

function changesByPlace(changes) {
  const places = new Map();
  for (const change of changes) {
    if (!places.has(change.key)) places.set(change.key, { key: change.key, place: change.view.place, changes: [] });
    places.get(change.key).changes.push(change);
  }
  return [...places.values()];
}

/** Who holds a place: `side`, how it is known ("told", "vacated" or "inferred"), and what it rests on. */
function holder(changes, day) {
  const dated = changes.filter((change) => change.start !== null && change.isDone).sort(byDay);
  const past = dated.filter((change) => day === null || change.start <= day);
  const denied = changes.some((change) => !change.isDone && change.start !== null && (day === null || change.start <= day));
  if (past.length === 0) return { ...heldBefore(dated), isContested: false, since: null, rests: [] };
  const last = past[past.length - 1];
  const gain = past.filter((change) => change.kind === "gain" && change.start >= last.start - 1).pop();
  const rests = past.filter((change) => change.end >= (gain || last).start);
  const rivals = new Set(rests.filter((change) => change.kind === "gain").map((change) => change.side));
  const open = day !== null && (gain || last).end > day;
  return {
    side: gain ? gain.side : last.side,
    known: gain ? "told" : "vacated",
    isContested: denied || rivals.size > 1 || rests.some((change) => change.isContested) || open,
    since: (gain || last).start,
    rests,
  };
}

/** Before the first change: the side that it takes the place from, or that leaves it. */
function heldBefore(dated) {
  if (dated.length === 0) return { side: null, known: "unknown" };
  const first = dated[0].start;
  const opening = dated.filter((change) => change.start <= first + 1);
  const loss = opening.find((change) => change.kind === "loss");
  const gain = opening.find((change) => change.from !== null);
  const side = loss ? loss.side : gain ? gain.from : null;
  return { side, known: side === null ? "unknown" : "inferred" };
}

function byDay(a, b) {
  return a.start - b.start || a.end - b.end || (a.kind === "loss" ? -1 : 1) - (b.kind === "loss" ? -1 : 1);
}
