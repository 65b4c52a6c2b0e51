// The layer of the map that shows what happened: places with their events, and how far the text leaves open where.
import { cluster, typeCounts } from "./clusters.js";
import { el, setText, svg } from "./dom.js";
import { unitsPerKm } from "./geo.js";
import { badge, typeIcon } from "./icons.js";
import { oneLine, placeLabel } from "./model.js";
import { typeClass, typeName } from "./types.js";

const CLUSTER_REACH = 26; // pixels
const MAX_NAMES = 120;
const MOST_TYPES = 6; // in the legend
const MOST_PARTS = 4; // of a ring; the rest is grey
// How far the text leaves open where a place is, in km: it names a region but no town in it.
const SPREAD_KM = { region: 60, district: 25, country: 0, world_region: 200, sea: 200, continent: 0, desert: 150, mountain: 80, river: 60 };
const NEAR_KM = 15; // "near Aleppo", "the outskirts of Aleppo"

/** Draws the places in sight. */
export function drawEvents(map) {
  const { app } = map;
  const places = app.placesInSight();
  drawUncertainty(map, places.filter((place) => place.isRegion));
  const clusters = cluster(places, (x, y) => map.toScreen(x, y), CLUSTER_REACH).filter((one) => map.isInside(one));
  const marks = clusters.map((one) => markOf(map, one));
  for (const mark of marks) map.names.avoid(mark);
  marks.slice(0, MAX_NAMES).forEach((mark, i) => map.names.beside(mark, clusterName(clusters[i])));
  map.marks.draw(marks);
  drawTypes(map);
  const unplaced = app.inSight().filter((one) => !one.located).length;
  setText(map.note, unplaced ? `${unplaced} ${unplaced === 1 ? "event has" : "events have"} no place on the map` : "");
}

/** How far the text leaves open where events were: a country is shaded, a first-level division outlined, what else is no town is a ring. */
function drawUncertainty(map, regions) {
  const { land } = map;
  const countries = regions.filter(({ place }) => place.kind === "country" && land.shapes.has(place.country_code));
  const areas = regions.filter(({ place }) => place.kind === "region" && !place.relation && land.areaPath(place.geonames_id) !== null);
  const others = regions.filter((one) => !countries.includes(one) && !areas.includes(one));
  land.shade(new Map(countries.map(({ place }) => [place.country_code, "told"])));
  land.held.draw(areas.map(({ key, place, views }) => ({
    key, same: views[0].event.type, make: () => svg("path", { d: land.areaPath(place.geonames_id), "fill-rule": "evenodd", class: `area ${typeClass(views[0].event.type)}` }),
  })));
  map.under.draw(others.map((one) => spread(map, one)).filter(Boolean));
}

/** A ring as wide as a region leaves open where the event was. */
function spread(map, { x, y, place, views, key }) {
  const km = place.relation ? NEAR_KM : SPREAD_KM[place.kind] || NEAR_KM;
  const r = km * unitsPerKm(place.latitude) * map.view.scale;
  const [cx, cy] = map.toScreen(x, y);
  const isFar = cx < -r || cy < -r || cx > map.width + r || cy > map.height + r;
  if (r <= 8 || isFar) return null;
  const props = { cx: cx.toFixed(1), cy: cy.toFixed(1), r: r.toFixed(1), class: `spread ${typeClass(views[0].event.type)}` };
  return { key, same: Object.values(props).join(" "), make: () => svg("circle", props) };
}

function markOf(map, one) {
  const { views, places, sx, sy } = one;
  const reach = views.length === 1 ? 11 : Math.min(26, 11 + 3.2 * Math.log2(views.length));
  const isRegion = places.every((place) => place.isRegion);
  const isSelected = views.some((view) => view.key === map.app.store.state.selected);
  const look = views.length === 1 ? badgeClasses(views[0]) : "";
  const counts = typeCounts(views);
  return {
    key: places[0].key, sx, sy, reach, look, label: describe(map.app, one, counts), choose: () => choose(map, one),
    classes: ["mark", isSelected && "selected", isRegion && "region"].filter(Boolean).join(" "),
    body: () => (views.length === 1 ? badge(views[0].event.type, reach, look) : donut(counts, reach, views.length)),
  };
}

function badgeClasses({ event, disputed, isRegion, status }) {
  return [`certainty-${event.modality}`, disputed && "disputed", isRegion && "vague", status].filter(Boolean).join(" ");
}

function describe(app, { views, places }, counts) {
  const name = placeLabel(places[0].place, app.payload.countries);
  const more = places.length > 1 ? ` and ${places.length - 1} more` : "";
  if (views.length === 1) return `${name}: ${typeName(views[0].event.type)}, ${views[0].event.modality}. ${views[0].quote}`;
  const told = counts.map(([type, count]) => `${count} ${typeName(type)}`);
  return `${name}${more}: ${views.length} events, ${told.join(", ")}`;
}

function clusterName({ places }) {
  return oneLine(places[0].place.name, 40) + (places.length > 1 ? ` +${places.length - 1}` : "");
}

/** One event: selects it. One place: shows its events alone. Several: zooms in until they part. */
function choose(map, { views, places }) {
  if (views.length === 1) map.app.select(views[0].key);
  else if (places.length === 1 || map.isClosest) map.app.showPlaces(places);
  else map.zoomTo(places);
}

/** What the signs in sight mean, the most frequent first. */
function drawTypes(map) {
  const counts = typeCounts(map.app.inSight().filter((view) => view.located));
  const rest = counts.slice(MOST_TYPES).reduce((sum, [, count]) => sum + count, 0);
  const item = (key, count, parts) => ({ key, same: String(count), make: () => el("li", {}, parts, el("span", { class: "count" }, count)) });
  const rows = counts.slice(0, MOST_TYPES).map(([type, count]) => item(type, count, [typeIcon(type, 16), typeName(type)]));
  map.legend.draw(rest > 0 ? [...rows, item("|others", rest, "others")] : rows);
}

/** The classes of a ring's parts with how many events each stands for. */
function partsOf(counts, total) {
  const parts = counts.slice(0, MOST_PARTS).map(([type, count]) => [typeClass(type), count]);
  const shown = parts.reduce((sum, [, count]) => sum + count, 0);
  return shown < total ? [...parts, ["type-own", total - shown]] : parts;
}

/** A ring with a part for each of the most frequent types and the number of events inside. */
function donut(counts, radius, total) {
  const parts = svg("g", { class: "donut" }, svg("circle", { r: radius, class: "donut-back" }));
  const [middle, around] = [radius - 3, 2 * Math.PI * (radius - 3)];
  let done = 0;
  for (const [name, count] of partsOf(counts, total)) {
    const length = (count / total) * around;
    parts.append(svg("circle", {
      r: middle, class: `donut-part ${name}`, transform: "rotate(-90)",
      "stroke-dasharray": `${length} ${around - length}`, "stroke-dashoffset": -done,
    }));
    done += length;
  }
  parts.append(svg("text", { class: "donut-count", "text-anchor": "middle", dy: "0.36em" }, String(total)));
  return parts;
}
