// Names on the map that do not cover one another.

const canvas = document.createElement("canvas").getContext("2d");
const widths = new Map();

/** The width of a text in pixels. */
export function textWidth(text, font) {
  const key = `${font}|${text}`;
  if (!widths.has(key)) {
    canvas.font = font;
    widths.set(key, canvas.measureText(text).width);
  }
  return widths.get(key);
}

/** Keeps the boxes that are taken, in a grid, so that thousands of tries stay quick. */
export class Boxes {
  constructor(cell = 64) {
    this.cell = cell;
    this.grid = new Map();
  }

  *cells([left, top, right, bottom]) {
    for (let x = Math.floor(left / this.cell); x <= right / this.cell; x++) {
      for (let y = Math.floor(top / this.cell); y <= bottom / this.cell; y++) yield `${x},${y}`;
    }
  }

  isFree(box) {
    for (const key of this.cells(box)) {
      for (const taken of this.grid.get(key) || []) {
        if (box[0] < taken[2] && taken[0] < box[2] && box[1] < taken[3] && taken[1] < box[3]) return false;
      }
    }
    return true;
  }

  take(box) {
    for (const key of this.cells(box)) {
      if (!this.grid.has(key)) this.grid.set(key, []);
      this.grid.get(key).push(box);
    }
  }
}

/** Where a name can stand beside a mark: right, left, below, above, inside the map; null when there is no room. */
export function roomBeside(boxes, [mapWidth, mapHeight], x, y, reach, width, height) {
  const gap = 7;
  const tries = [
    [x + reach + gap, y - height / 2],
    [x - reach - gap - width, y - height / 2],
    [x - width / 2, y + reach + gap - 2],
    [x - width / 2, y - reach - gap - height + 2],
  ];
  for (const [left, top] of tries) {
    const box = [left - 2, top, left + width + 2, top + height];
    const isInside = box[0] >= 0 && box[1] >= 0 && box[2] <= mapWidth && box[3] <= mapHeight;
    if (isInside && boxes.isFree(box)) {
      boxes.take(box);
      return [left, top + height * 0.76];
    }
  }
  return null;
}
