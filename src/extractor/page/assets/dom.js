// Making elements. Text only ever goes in as text nodes: nothing in this program reads a string as markup.

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** An HTML element. `on` holds listeners, `style` CSS properties, `value` and `checked` are set; the rest are attributes. */
export function el(name, props = {}, ...children) {
  return furnish(document.createElement(name), props, children);
}

/** An SVG element. */
export function svg(name, props = {}, ...children) {
  return furnish(document.createElementNS(SVG_NAMESPACE, name), props, children);
}

function furnish(node, props, children) {
  for (const [key, value] of Object.entries(props)) setProp(node, key, value);
  append(node, children);
  return node;
}

function setProp(node, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key === "on") {
    for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
  } else if (key === "style") {
    for (const [property, given] of Object.entries(value)) node.style.setProperty(property, given);
  } else if (key === "value" || key === "checked") {
    node[key] = value;
  } else {
    node.setAttribute(key, value === true ? "" : String(value));
  }
}

/** Adds children: nodes, texts, lists of them; null and false are left out. */
export function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Replaces all children. */
export function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
  return node;
}

/** Sets an attribute unless it is as it should be: every write costs the browser a layout. Null takes it away. */
export function setAttr(node, name, value) {
  if (value === null || value === undefined || value === false) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
  } else if (node.getAttribute(name) !== String(value)) {
    node.setAttribute(name, String(value));
  }
}

/** Sets the text of a node unless it is there already. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Children that are kept from one drawing to the next, so that only what differs is made. */
export class KeyedChildren {
  constructor(node) {
    this.node = node;
    this.known = new Map();
  }

  /** Items: a `key` of its own, `same`, a text that changes when the child has to be made anew, `make()`, and maybe `place(child)`, called each time. */
  draw(items) {
    const known = new Map();
    for (const { key, same, make, place } of items) {
      const before = this.known.get(key);
      const child = before && before.same === same ? before.child : make();
      if (place) place(child);
      known.set(key, { same, child });
    }
    this.known = known;
    this.arrange([...known.values()].map(({ child }) => child));
  }

  arrange(children) {
    const wanted = new Set(children);
    for (const child of [...this.node.childNodes]) if (!wanted.has(child)) child.remove();
    let next = this.node.firstChild;
    for (const child of children) {
      if (child === next) next = next.nextSibling;
      else this.node.insertBefore(child, next);
    }
  }
}

/** A button with a label; `props.class` and others as in `el`. */
export function button(label, onClick, props = {}) {
  return el("button", { type: "button", ...props, on: { click: onClick, ...(props.on || {}) } }, label);
}

/** A link to an address of the web, plain text for every other address ("javascript:", "data:", "file:"). */
export function outsideLink(address, label) {
  const isWeb = /^https?:\/\/[^\s]+$/i.test(address || "");
  if (!isWeb) return el("span", {}, label);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow" }, label);
}

/** Tells screen readers what happened. */
export function announce(message) {
  const region = document.getElementById("live");
  if (region) region.textContent = message;
}

/** Runs `task` once before the next frame, however often it is asked for. */
export function onceAFrame(task) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      task();
    });
  };
}
