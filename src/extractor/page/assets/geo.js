// Mercator's projection on a square of 1 by 1, the land, and distances.

const LIMIT = 85.05;
const EARTH_KM = 40075.017;

/** Longitude and latitude -> a point of the unit square, y downwards. */
export function project(longitude, latitude) {
  const clipped = Math.max(-LIMIT, Math.min(LIMIT, latitude));
  const sine = Math.sin((clipped * Math.PI) / 180);
  return [(longitude + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The latitude of a y of the unit square. */
export function latitudeOf(y) {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** How much of the unit square a kilometre is at a latitude. */
export function unitsPerKm(latitude) {
  return 1 / (EARTH_KM * Math.cos((latitude * Math.PI) / 180));
}

/** The rings of each country in the unit square: code -> list of lists of points. */
export function landRings(outlines) {
  const arcs = outlines.arcs.map((arc) => projectedSteps(arc, outlines));
  const rings = new Map();
  for (const [code, polygons] of Object.entries(outlines.countries)) {
    rings.set(code, polygons.flatMap((polygon) => polygon.flatMap((ring) => unwrapped(joined(ring, arcs)))));
  }
  return rings;
}

/** A flat list of steps (x, y, dx, dy, ...) -> points of the unit square. */
export function projectedSteps(steps, { scale, translate }) {
  const points = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    points.push(project(x * scale[0] + translate[0], y * scale[1] + translate[1]));
  }
  return points;
}

function joined(ring, arcs) {
  const points = [];
  for (const number of ring) {
    const arc = number < 0 ? arcs[~number].slice().reverse() : arcs[number];
    for (let i = points.length ? 1 : 0; i < arc.length; i++) points.push(arc[i]);
  }
  return points;
}

/** A ring that crosses the date line goes on beyond the edge of the square, and once more on the other side of it. */
function unwrapped(ring) {
  let shift = 0;
  const points = ring.map(([x, y], i) => {
    const step = i === 0 ? 0 : x - ring[i - 1][0];
    if (Math.abs(step) > 0.5) shift -= Math.sign(step);
    return [x + shift, y];
  });
  if (shift !== 0) points.push([points[points.length - 1][0], 1], [points[0][0], 1]); // around the pole
  const [west, , east] = boxOf(points);
  if (west >= 0 && east <= 1) return [points];
  const side = west < 0 ? 1 : -1;
  return [points, points.map(([x, y]) => [x + side, y])];
}

/** An SVG path of lines; `size` is how large the unit square is drawn. */
export function linesPath(lines, size, end = "") {
  const at = ([x, y]) => `${(x * size).toFixed(3)} ${(y * size).toFixed(3)}`;
  return lines.map((line) => `M${line.map(at).join("L")}${end}`).join("");
}

/** The same of rings, which are closed. */
export function ringsPath(rings, size) {
  return linesPath(rings, size, "Z");
}

/** The widest stretch of a country that a window shows, on some lines across it: [left, right, y], or null. Rings come with their boxes. */
export function widestStretch(rings, [west, north, east, south], lines = 9) {
  let best = null;
  for (let i = 1; i <= lines; i++) {
    const y = north + ((south - north) * i) / (lines + 1);
    const cut = rings.filter(({ box }) => box[1] < y && box[3] > y && box[0] < east && box[2] > west);
    const edges = cut.flatMap(({ ring }) => crossings(ring, y)).sort((a, b) => a - b);
    for (let j = 0; j + 1 < edges.length; j += 2) {
      const [left, right] = [Math.max(edges[j], west), Math.min(edges[j + 1], east)];
      if (right > left && (best === null || right - left > best[1] - best[0])) best = [left, right, y];
    }
  }
  return best;
}

/** Where a ring crosses a line of latitude. */
function crossings(ring, y) {
  const found = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i], ring[i + 1]];
    if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
  }
  return found;
}

/** West, north, east, south of points. */
export function boxOf(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** The cell of each site: what of the box is nearer to it than to the other sites, as a convex polygon. */
export function nearestCells(sites, [west, north, east, south]) {
  const whole = [[west, north], [east, north], [east, south], [west, south]];
  return sites.map((site) => sites.reduce((cell, other) => (other === site ? cell : nearerHalf(cell, site, other)), whole));
}

function nearerHalf(cell, [ax, ay], [bx, by]) {
  // Inside are the points p with (p - middle) . (b - a) <= 0.
  const [dx, dy] = [bx - ax, by - ay];
  const offset = dx * ((ax + bx) / 2) + dy * ((ay + by) / 2);
  const side = ([x, y]) => x * dx + y * dy - offset;
  const kept = [];
  cell.forEach((point, i) => {
    const next = cell[(i + 1) % cell.length];
    const [here, there] = [side(point), side(next)];
    if (here <= 0) kept.push(point);
    if (here * there < 0) {
      const share = here / (here - there);
      kept.push([point[0] + share * (next[0] - point[0]), point[1] + share * (next[1] - point[1])]);
    }
  });
  return kept;
}

/** A round length for a scale bar that is at most `most` pixels long: kilometres and pixels. */
export function scaleBar(pixelsPerKm, most) {
  const longest = most / pixelsPerKm;
  const power = 10 ** Math.floor(Math.log10(longest));
  const km = [5, 2, 1].map((step) => step * power).find((length) => length <= longest) || power;
  return { km, pixels: km * pixelsPerKm };
}
