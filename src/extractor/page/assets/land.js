// The land under the map: outlines, shading, and where a country's name can stand. Drawn anew only when the map moves.
import { KeyedChildren, setAttr, svg } from "./dom.js";
import { boxOf, landRings, linesPath, projectedSteps, ringsPath, widestStretch } from "./geo.js";
import { textWidth } from "./labels.js";

export const LAND_SIZE = 1000; // the unit square as the paths of the land are written
const COUNTRY_FONT = "600 11px system-ui, sans-serif";
const COUNTRY_SPACING = 1.22; // letters of countries stand wider apart
const LEAST_DIVISION = 34; // pixels that a division is wide on average before the borders between them are drawn

/** The outlines in a sheet of their own, so that what lies over them can change without painting them again. */
export class LandLayer {
  constructor({ outlines, divisions, countries }) {
    this.rings = landRings(outlines);
    this.shapes = new Map();
    this.boxes = [];
    this.named = [];
    this.shaded = new Map();
    this.stretched = null;
    const held = svg("g", {});
    this.held = new KeyedChildren(held); // what the layer of control paints on the land
    this.ground = svg("g", { class: "land" });
    this.frame = svg("svg", { class: "land-sheet", "aria-hidden": "true" }, this.ground);
    for (const [code, rings] of this.rings) this.add(code, rings, countries[code]);
    this.grid = { scale: [divisions.scale, divisions.scale], translate: [0, 0] };
    this.areas = new Map(Object.entries(divisions.areas).map(([id, rings]) => [id, ringsPath(rings.map((ring) => projectedSteps(ring, this.grid)), LAND_SIZE)]));
    this.lines = Object.values(divisions.lines).map((country) => this.divisionLines(country));
    this.ground.append(held, ...this.lines.map(({ shape }) => shape));
    this.named.sort((a, b) => b.box[2] - b.box[0] - (a.box[2] - a.box[0]));
  }

  add(code, rings, name) {
    const shape = svg("path", { d: ringsPath(rings, LAND_SIZE), "fill-rule": "evenodd" });
    const box = boxOf(rings.flat());
    this.shapes.set(code, shape);
    this.boxes.push({ shape, box, isSeen: true });
    this.ground.append(shape);
    if (!name) return;
    const written = name.toUpperCase();
    this.named.push({ name: written, width: textWidth(written, COUNTRY_FONT) * COUNTRY_SPACING, rings: rings.map((ring) => ({ ring, box: boxOf(ring) })), box });
  }

  /** The borders between the divisions of a country; `width` is that of a division on average. */
  divisionLines({ count, arcs }) {
    const lines = arcs.map((arc) => projectedSteps(arc, this.grid));
    const [west, north, east, south] = boxOf(lines.flat());
    return { shape: svg("path", { d: linesPath(lines, LAND_SIZE), class: "divisions" }), width: Math.sqrt(((east - west) * (south - north)) / count) };
  }

  /** The path of a first-level division by its GeoNames id; null when the page does not have it. */
  areaPath(id) {
    return this.areas.get(String(id)) ?? null;
  }

  /** Puts the land where the view is; `seen` is the part of the unit square in sight. */
  move([x, y], scale, seen) {
    setAttr(this.ground, "transform", `translate(${x} ${y}) scale(${scale / LAND_SIZE})`);
    this.ground.style.setProperty("--pixel", `${LAND_SIZE / scale}px`);
    const [west, north, east, south] = seen;
    for (const one of this.boxes) {
      const { box } = one;
      const isSeen = box[0] < east && box[2] > west && box[1] < south && box[3] > north;
      if (isSeen !== one.isSeen) one.shape.style.setProperty("display", isSeen ? "" : "none");
      one.isSeen = isSeen;
    }
    for (const { shape, width } of this.lines) setAttr(shape, "display", width * scale < LEAST_DIVISION ? "none" : null);
    this.stretched = this.named.map((one) => ({ ...one, stretch: stretchOf(one, scale, seen) })).filter(({ stretch }) => stretch !== null);
  }

  /** Gives the countries their classes; those that are not named lose theirs. */
  shade(classes) {
    for (const code of new Set([...this.shaded.keys(), ...classes.keys()])) setAttr(this.shapes.get(code), "class", classes.get(code) ?? null);
    this.shaded = classes;
  }
}

/** The widest stretch of a country in sight, if its name has room there: left, right and y in the unit square. */
function stretchOf({ width, rings, box }, scale, seen) {
  const part = [Math.max(box[0], seen[0]), Math.max(box[1], seen[1]), Math.min(box[2], seen[2]), Math.min(box[3], seen[3])];
  if ((part[2] - part[0]) * scale < width || part[3] <= part[1]) return null;
  const stretch = widestStretch(rings, part);
  return stretch === null || (stretch[1] - stretch[0]) * scale < width ? null : stretch;
}
