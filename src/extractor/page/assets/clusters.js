// Events -> what is drawn: places, and groups of places that would cover one another.
import { project } from "./geo.js";

/** Events of one place together, those with most events first. */
export function groupByPlace(views) {
  const places = new Map();
  for (const view of views) {
    if (!view.located) continue;
    if (!places.has(view.placeKey)) {
      const [x, y] = project(view.place.longitude, view.place.latitude);
      places.set(view.placeKey, { key: view.placeKey, x, y, views: [], place: view.place, isRegion: true });
    }
    const group = places.get(view.placeKey);
    group.views.push(view);
    group.isRegion = group.isRegion && view.isRegion;
  }
  return [...places.values()].sort((a, b) => b.views.length - a.views.length || (a.key < b.key ? -1 : 1));
}

/** Places on the screen -> clusters: a place joins the first cluster nearer than `reach` pixels. */
export function cluster(places, toScreen, reach) {
  const clusters = [];
  const grid = new Map();
  for (const place of places) {
    const [sx, sy] = toScreen(place.x, place.y);
    const near = nearest(grid, sx, sy, reach);
    if (near) {
      near.places.push(place);
      near.views.push(...place.views);
    } else {
      const made = { sx, sy, places: [place], views: [...place.views] };
      clusters.push(made);
      const cell = `${Math.floor(sx / reach)},${Math.floor(sy / reach)}`;
      if (!grid.has(cell)) grid.set(cell, []);
      grid.get(cell).push(made);
    }
  }
  return clusters;
}

function nearest(grid, sx, sy, reach) {
  const [column, row] = [Math.floor(sx / reach), Math.floor(sy / reach)];
  for (let x = column - 1; x <= column + 1; x++) {
    for (let y = row - 1; y <= row + 1; y++) {
      const found = (grid.get(`${x},${y}`) || []).find((one) => Math.hypot(one.sx - sx, one.sy - sy) < reach);
      if (found) return found;
    }
  }
  return null;
}

/** How many events of each type, most first. */
export function typeCounts(views) {
  const counts = new Map();
  for (const { event } of views) counts.set(event.type, (counts.get(event.type) || 0) + 1);
  return [...counts.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
