// The article with its claims, actors, places and dates marked.
import { button, el, fill, outsideLink } from "./dom.js";
import { typeIcon } from "./icons.js";
import { oneLine } from "./model.js";
import { certainty, certaintyNames } from "./types.js";

/** Shows the article of the selected event, or the one that is chosen. */
export class WordsView {
  constructor(app) {
    this.app = app;
    this.shown = null;
    this.picker = el("select", { class: "article-picker", "aria-label": "Article", on: { change: () => this.app.showArticle(Number(this.picker.value)) } });
    this.head = el("header", { class: "article-head" });
    this.body = el("div", { class: "article-text", lang: "en", on: { click: (event) => this.onClick(event) } });
    this.frame = el("div", { class: "words" }, this.bar(), this.head, this.body, this.key());
    app.store.on(["article", "views"], () => this.draw());
    app.store.on(["selected", "article", "views"], () => this.markSelected());
  }

  bar() {
    const step = (name, by, label) => button(label, () => this.app.showArticle(this.app.store.state.article + by), { class: "quiet", "aria-label": name });
    const parts = [step("Previous article", -1, "‹"), this.picker, step("Next article", 1, "›")];
    const bar = el("div", { class: "article-bar" }, parts);
    bar.hidden = this.app.docs.length < 2;
    fill(this.picker, this.app.docs.map((doc) => el("option", { value: doc.number }, oneLine(doc.title, 90))));
    return bar;
  }

  key() {
    return el("details", { class: "key" }, el("summary", {}, "How to read the marks"),
      el("ul", {}, certaintyNames().map((name) => {
        const { mark, told } = certainty(name);
        return el("li", {}, el("span", { class: `claim certainty-${name}` }, mark && el("span", { class: "claim-mark" }, mark), name), ` ${told}`);
      }), el("li", {}, el("span", { class: "claim certainty-asserted disputed" }, el("span", { class: "claim-mark" }, "⇄"), "disputed"), " somebody contradicts it"),
      el("li", {}, el("span", { class: "actor" }, "actor"), " ", el("span", { class: "place" }, "place"), " ", el("span", { class: "date" }, "date"))));
  }

  draw() {
    const doc = this.app.docs[this.app.store.state.article];
    this.picker.value = String(doc.number);
    const { article, warnings } = doc.result;
    const about = [article.source, article.author, article.published && String(article.published).slice(0, 10)].filter(Boolean);
    fill(this.head, el("h2", {}, outsideLink(article.url, doc.title)), about.length > 0 && el("p", { class: "about" }, about.map((part) => oneLine(part, 80)).join(" · ")),
      warnings.map((warning) => el("p", { class: "warning" }, warning)));
    this.marks = marksOf(doc, this.app);
    fill(this.body, paragraphs(doc, this.marks, this.app));
    this.shown = doc.number;
  }

  /** A click on a claim selects its event, a second click the next one that the words belong to. */
  onClick(event) {
    const segment = event.target.closest("[data-events]");
    if (!segment || String(window.getSelection())) return;
    const keys = segment.dataset.events.split(" ");
    const at = keys.indexOf(this.app.store.state.selected);
    this.app.select(keys[(at + 1) % keys.length], { from: "words" });
  }

  /** The words selected with the mouse or the keyboard, as a span of the article; null when none are. */
  selection() {
    const chosen = window.getSelection();
    if (chosen.rangeCount === 0 || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    const [start, end] = [pointOf(this.body, range.startContainer, range.startOffset), pointOf(this.body, range.endContainer, range.endOffset)];
    if (start === null || end === null || end <= start) return null;
    const { reader } = this.app.docs[this.shown];
    const text = reader.slice(start, end);
    const from = start + Array.from(text).length - Array.from(text.trimStart()).length;
    const words = text.trim();
    return words ? reader.span([from, Array.from(words).length]) : null;
  }

  markSelected() {
    const { selected } = this.app.store.state;
    let first = null;
    for (const segment of this.body.querySelectorAll("[data-events]")) {
      const isOn = selected !== null && segment.dataset.events.split(" ").includes(selected);
      segment.classList.toggle("selected", isOn);
      if (isOn && first === null) first = segment;
    }
    if (first && this.frame.offsetParent && this.app.origin !== "words") first.scrollIntoView({ block: "center", behavior: "auto" });
  }
}

/** Where in the article an end of a selection is; null outside the text. A sign before a claim counts as its start. */
function pointOf(body, node, offset) {
  const holder = (node instanceof Element ? node : node.parentElement).closest("[data-at]");
  if (holder === null || !body.contains(holder)) return null;
  const at = Number(holder.dataset.at);
  return node === holder.lastChild ? at + Array.from(node.data.slice(0, offset)).length : at;
}

/** What is marked in an article: [start, end, class, event keys], innermost last. */
function marksOf(doc, app) {
  const { result } = doc;
  const marks = [];
  for (const { start, end, reason } of result.article.masked) marks.push({ start, end, name: `masked ${reason}` });
  for (const claim of result.claims) marks.push(claimMark(claim, doc, app));
  for (const table of ["actors", "places"]) {
    const name = table.slice(0, -1);
    for (const row of result[table]) {
      for (const { start, end } of row.mentions) marks.push({ start, end, name, title: row.name });
    }
  }
  for (const { start, end } of result.dates) marks.push({ start, end, name: "date" });
  return marks.filter(({ start, end }) => end > start);
}

function claimMark(claim, doc, app) {
  const view = claim.event ? app.viewOf(`${doc.number}/${claim.event}`) : null;
  const classes = ["claim", `certainty-${claim.modality}`];
  if (claim.polarity === "negative") classes.push("negated");
  if (view && view.disputed) classes.push("disputed");
  if (!view) classes.push("plain");
  if (view && view.status) classes.push(view.status);
  return { start: claim.start, end: claim.end, name: classes.join(" "), claim, view };
}

function paragraphs(doc, marks, app) {
  const { reader } = doc;
  const text = reader.slice(0, reader.length);
  const points = reader.points || text;
  const made = [];
  let start = 0;
  while (start < points.length) {
    let end = start;
    while (end < points.length && points[end] !== "\n") end++;
    if (reader.slice(start, end).trim()) made.push(el("p", {}, segments(doc, marks, start, end, app)));
    start = end + 1;
  }
  return made;
}

/** A paragraph cut at every edge of a mark, each piece with the classes of the marks that cover it. */
function segments(doc, marks, from, to, app) {
  const inside = marks.filter(({ start, end }) => start < to && end > from);
  const edges = new Set([from, to]);
  for (const { start, end } of inside) {
    edges.add(Math.max(start, from));
    edges.add(Math.min(end, to));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => segment(doc, inside, start, sorted[i + 1], app));
}

function segment(doc, marks, start, end, app) {
  const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
  const text = doc.reader.slice(start, end);
  if (over.length === 0) return el("span", { "data-at": start }, text);
  const opening = over.filter((mark) => mark.claim && mark.claim.start === start);
  const events = [...new Set(over.filter((mark) => mark.view).map((mark) => mark.view.key))].reverse();
  const titles = over.filter((mark) => mark.title).map((mark) => oneLine(mark.title, 80));
  const name = [...new Set(over.flatMap((mark) => mark.name.split(" ")))].join(" ");
  return el("span", { class: name, "data-at": start, "data-events": events.join(" ") || null, title: titles.join(", ") || null },
    opening.map((mark) => claimButton(mark, app)), text);
}

/** The small button before a claim: the way to it by keyboard, and its certainty as a sign. */
function claimButton({ claim, view }, app) {
  const { mark, label } = certainty(claim.modality);
  const sign = view && view.disputed ? "⇄" : mark;
  if (!view) return sign ? el("span", { class: "claim-mark", "aria-hidden": "true" }, sign) : null;
  const name = `${view.event.type} ${label}${view.disputed ? ", disputed" : ""}: ${oneLine(claim.text, 120)}`;
  return el("button", { type: "button", class: "claim-button", "aria-label": name, on: { click: (event) => {
    event.stopPropagation();
    app.select(view.key, { from: "words" });
  } } }, typeIcon(view.event.type, 14), sign && el("span", { class: "claim-mark" }, sign));
}
