// What lies on the map: marks that can be reached by keyboard, and names that do not cover one another.
import { KeyedChildren, setAttr, svg } from "./dom.js";
import { Boxes, roomBeside, textWidth } from "./labels.js";

const NAME_FONT = "600 13px system-ui, sans-serif";

/** Marks by key: one that stays as it is keeps its element, and so the focus. `tips` shows and hides a mark's label. */
export class Marks {
  constructor(tips) {
    this.group = svg("g", { class: "marks" });
    this.drawn = new KeyedChildren(this.group);
    this.markOf = new WeakMap();
    this.listen(tips);
  }

  /** Draws marks: `key`, `classes`, `label`, `sx`, `sy`, `reach`, `body()`, `look` that tells how the body looks, `choose()`, maybe `style`. */
  draw(marks) {
    const focused = document.activeElement?.dataset?.place ?? null;
    this.drawn.draw(marks.map((mark) => ({
      key: mark.key,
      same: [mark.classes, mark.reach, mark.look, Object.values(mark.style || {}), mark.label].join("|"),
      make: () => this.element(mark),
      place: (element) => {
        setAttr(element, "transform", `translate(${mark.sx.toFixed(1)} ${mark.sy.toFixed(1)})`);
        this.markOf.set(element, mark);
      },
    })));
    const isLost = focused !== null && document.activeElement?.dataset?.place !== focused;
    if (isLost) this.group.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  element({ key, classes, label, reach, body, style = {} }) {
    return svg("g", { class: classes, style, tabindex: 0, role: "button", "aria-label": label, "data-place": key }, svg("circle", { r: reach + 5, class: "halo" }), body());
  }

  /** One listener for all marks, since there may be hundreds of them. */
  listen(tips) {
    const at = (event) => this.markOf.get(event.target.closest(".mark"));
    const show = (event) => at(event) && tips.show(at(event));
    this.group.addEventListener("click", (event) => at(event)?.choose());
    this.group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      at(event)?.choose();
    });
    for (const type of ["pointerover", "focusin"]) this.group.addEventListener(type, show);
    for (const type of ["pointerout", "focusout"]) this.group.addEventListener(type, () => tips.hide());
  }
}

/** Names on a sheet of the map. Each drawing begins with the boxes where nothing may be written. */
export class Names {
  constructor() {
    this.group = svg("g", { class: "names" });
    this.drawn = new KeyedChildren(this.group);
  }

  begin(size, taken) {
    this.size = size;
    this.boxes = new Boxes();
    this.items = [];
    this.written = new Map();
    for (const box of taken) this.boxes.take(box);
  }

  /** Nothing is written over a mark. */
  avoid({ sx, sy, reach }) {
    this.boxes.take([sx - reach, sy - reach, sx + reach, sy + reach]);
  }

  /** Writes a name beside a mark where there is room. */
  beside({ sx, sy, reach }, name) {
    const at = roomBeside(this.boxes, this.size, sx, sy, reach, textWidth(name, NAME_FONT), 17);
    if (at) this.write(name, at, { class: "place-name" });
  }

  /** Writes a country's name into the first of some places that is free. */
  inside(name, width, places) {
    for (const [x, y] of places) {
      const box = [x - width / 2 - 4, y - 9, x + width / 2 + 4, y + 9];
      if (!this.boxes.isFree(box)) continue;
      this.boxes.take(box);
      this.write(name, [x, y + 4], { class: "country-name", "text-anchor": "middle" });
      return;
    }
  }

  write(name, [x, y], props) {
    const again = (this.written.get(name) || 0) + 1;
    this.written.set(name, again);
    const place = (text) => setAttr(text, "transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    this.items.push({ key: `${again} ${name}`, same: props.class, make: () => svg("text", props, name), place });
  }

  end() {
    this.drawn.draw(this.items);
  }
}
