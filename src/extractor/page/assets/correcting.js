// Correcting: accept, reject, change, merge, add, undo, by buttons and keys; kept in the browser, saved as JSON Lines.
import { goldLine, unchecked } from "./corrections.js";
import { dayNumber, daysLabel, isoDay } from "./days.js";
import { openDialog, field } from "./dialogs.js";
import { announce, button, el } from "./dom.js";
import { EventForm } from "./event_form.js";
import { oneLine } from "./model.js";
import { fileName, saveFile } from "./save.js";
import { typeName } from "./types.js";

const SHORTCUTS = [
  { key: "a", name: "accept", label: "Accept", told: "the event is right as it stands" },
  { key: "r", name: "reject", label: "Reject", told: "nothing of the kind is told" },
  { key: "e", name: "change", label: "Change", told: "type, sides, place, days, certainty, counts" },
  { key: "m", name: "merge", label: "Merge", told: "it is the same event as another one" },
  { key: "n", name: "add", label: "Add", told: "a missed event, from words selected in the article" },
  { key: "u", name: "undo", label: "Undo", told: "takes the last step back" },
  { key: "s", name: "save", label: "Save", told: "the checked articles as a file" },
];
const MOVES = [
  { key: "j", step: 1, told: "next event" },
  { key: "k", step: -1, told: "event before" },
];
const PAGES = [
  { key: "]", step: 1, told: "next article" },
  { key: "[", step: -1, told: "article before" },
];

/** Keeps the steps of correcting and shows the bar with its buttons. */
export class Correcting {
  constructor(app) {
    this.app = app;
    this.store = new StepStore(app.payload.key);
    this.steps = this.store.read(app.docs.length);
    this.progress = el("span", { class: "progress", role: "status" });
    this.buttons = Object.fromEntries(SHORTCUTS.map((one) => [one.name, this.tool(one)]));
    this.frame = el("div", { class: "correcting-bar", role: "toolbar", "aria-label": "Correcting", hidden: true },
      Object.values(this.buttons), button(["Rest is right ", el("kbd", {}, "⇧A")], () => this.act("rest"), { class: "quiet", title: "Accept all events of this article that are not checked yet" }),
      button("?", () => this.help(), { class: "quiet", "aria-label": "Keys", title: "Keys" }), this.progress);
    this.toggle = button("Correct", () => this.switch(), { class: "quiet correct-toggle", "aria-pressed": "false", title: "Check the events, and save what is right" });
    document.addEventListener("keydown", (event) => this.onKey(event));
    app.store.on(["selected", "views", "correcting", "article"], () => this.draw());
  }

  tool({ key, name, label, told }) {
    return button([label, " ", el("kbd", { "aria-hidden": "true" }, key.toUpperCase())], () => this.act(name), { class: "quiet", title: told, "aria-keyshortcuts": key });
  }

  of(number) {
    return this.steps.filter((step) => step.article === number);
  }

  // State

  get isOn() {
    return this.app.store.state.correcting;
  }

  get view() {
    return this.app.viewOf(this.app.store.state.selected);
  }

  switch() {
    this.app.store.set({ correcting: !this.isOn });
    if (this.isOn && this.view === null) this.app.step(0, this.app.table.eventRows());
    announce(this.isOn ? "Correcting is on. Question mark tells the keys." : "Correcting is off");
  }

  draw() {
    this.frame.hidden = !this.isOn;
    this.toggle.setAttribute("aria-pressed", String(this.isOn));
    document.getElementById("app").classList.toggle("correcting", this.isOn);
    const { view } = this;
    for (const name of ["accept", "reject", "change", "merge"]) this.buttons[name].disabled = view === null;
    this.buttons.undo.disabled = this.steps.length === 0;
    this.buttons.save.disabled = this.steps.length === 0;
    const all = this.app.views().length;
    this.progress.textContent = `${all - this.app.docs.reduce((sum, doc) => sum + unchecked(doc.result, doc.states), 0)} of ${all} checked`;
  }

  add(step) {
    this.steps.push(step);
    this.store.write(this.steps);
    this.app.renew(step.article);
  }

  // Acting

  act(name) {
    const acts = {
      accept: () => this.judge("accept"), reject: () => this.judge("reject"), change: () => this.change(), merge: () => this.merge(),
      add: () => this.addMissed(), undo: () => this.undo(), save: () => this.save(), rest: () => this.acceptRest(),
    };
    if (this.buttons[name]?.disabled) return;
    acts[name]();
  }

  judge(kind) {
    const { view } = this;
    const next = this.nextUnchecked(view);
    this.add({ article: view.doc.number, kind, event: view.event.id });
    if (next) this.app.select(next.key, { from: "keys" });
    announce(`${kind === "accept" ? "Accepted" : "Rejected"} ${view.event.type}. ${this.progress.textContent}`);
  }

  nextUnchecked(view) {
    const rows = this.app.table.eventRows();
    const at = rows.findIndex((row) => row.key === view.key);
    const open = (row) => row.status === "" && row.key !== view.key;
    return rows.slice(at + 1).find(open) || rows.find(open) || null;
  }

  acceptRest() {
    this.add({ article: this.app.store.state.article, kind: "rest" });
    announce(`The rest of the article is accepted. ${this.progress.textContent}`);
  }

  change() {
    const { view } = this;
    const form = new EventForm(this.app, view.doc, view.event);
    openDialog({ title: `Change: ${typeName(view.event.type)}`, body: [sentencesOf(view), form.frame], label: "Change", wide: true, act: () => {
      const read = form.read();
      if (typeof read === "string") return read;
      this.add({ article: view.doc.number, kind: "change", event: view.event.id, ...read });
      this.app.select(view.key, { from: "keys" });
      announce(`Changed ${view.event.type}`);
      return null;
    } });
  }

  merge() {
    const { view } = this;
    const others = view.doc.result.events.filter(({ id }) => id !== view.event.id).map(({ id }) => this.app.viewOf(`${view.doc.number}/${id}`));
    const list = el("select", { size: Math.min(10, Math.max(2, others.length)), class: "merge-list", "aria-label": "Same event as", "data-first": true },
      others.map((one, i) => el("option", { value: one.event.id, selected: i === 0 }, summaryOf(one))));
    if (others.length === 0) return announce("The article has no other event");
    openDialog({ title: "Same event as", body: [sentencesOf(view), list], label: "Merge", wide: true, act: () => {
      this.add({ article: view.doc.number, kind: "merge", event: view.event.id, into: list.value });
      this.app.select(`${view.doc.number}/${list.value}`, { from: "keys" });
      announce("Merged");
      return null;
    } });
    return undefined;
  }

  /** A missed event: the words selected in the article are its trigger, the sentence around them its clause. */
  addMissed() {
    const doc = this.app.docs[this.app.store.state.article];
    const chosen = this.app.words.selection();
    const words = el("input", { type: "text", value: chosen ? chosen.text : "", placeholder: "seized", "data-first": chosen ? null : true });
    const triggerOf = () => (chosen && chosen.text === words.value ? chosen : doc.find(words.value.trim()));
    let draft = draftAt(doc, chosen);
    let form = new EventForm(this.app, doc, draft);
    if (!chosen) delete form.type.dataset.first;
    words.addEventListener("input", () => {
      draft = draftAt(doc, triggerOf());
      const filled = new EventForm(this.app, doc, draft);
      form.frame.replaceWith(filled.frame);
      form = filled;
    });
    const body = [field("Words of the article that tell it", words, "One or two words, as they stand: “seized”, “was shot”"), form.frame];
    openDialog({ title: "Add a missed event", body, label: "Add", wide: true, act: () => {
      const trigger = triggerOf();
      if (trigger === null) return "The article does not have these words.";
      const read = form.read();
      if (typeof read === "string") return read;
      this.addRead(doc, trigger, draft, read);
      return null;
    } });
  }

  addRead(doc, trigger, draft, { fields, actors, places }) {
    const number = doc.result.events.length + doc.result.claims.length;
    const [id, claimId] = [`e-added-${number}`, `c-added-${number}`];
    const event = { ...draft, ...fields, id, claims: [claimId], confidence: 1, reasons: ["added by a reader"] };
    const sentence = doc.sentenceAround(trigger);
    const claim = {
      ...sentence, id: claimId, trigger, predicate: trigger.text.toLowerCase(), agent: event.source[0] || null, patient: event.target[0] || null, recipient: null, instrument: null,
      coagents: event.source.slice(1), copatients: event.target.slice(1), place: event.place, date: null, claimed_by: event.claimed_by, source_span: null, cue: null, quoted: false,
      polarity: event.polarity, modality: event.modality, tense: null, event: id, confidence: 1,
    };
    this.add({ article: doc.number, kind: "add", event, claim, actors, places });
    this.app.select(`${doc.number}/${id}`, { from: "keys" });
    announce(`Added ${event.type}`);
  }

  /** The next article, with its first event selected where it has one. */
  turn(step) {
    this.app.showArticle(this.app.store.state.article + step);
    const doc = this.app.docs[this.app.store.state.article];
    const first = doc.views[0];
    this.app.select(first ? first.key : null, { from: "keys" });
    announce(`${doc.title}: ${doc.views.length} events`);
  }

  undo() {
    const last = this.steps.pop();
    this.store.write(this.steps);
    this.app.renew(last.article);
    const key = `${last.article}/${typeof last.event === "string" ? last.event : ""}`;
    if (this.app.viewOf(key)) this.app.select(key, { from: "keys" });
    announce(`Undone: ${last.kind}. ${this.progress.textContent}`);
  }

  save() {
    const numbers = [...new Set(this.steps.map((step) => step.article))].sort((a, b) => a - b);
    const lines = numbers.map((number) => goldLine(this.app.originals[number], this.of(number)));
    saveFile(fileName(this.app.payload.title, "corrected.jsonl"), `${lines.join("\n")}\n`, "application/jsonl");
    const open = numbers.map((number) => this.app.docs[number]).filter((doc) => unchecked(doc.result, doc.states) > 0).length;
    announce(`Saved ${lines.length} articles. ${open > 0 ? `${open} of them have events that are not checked.` : ""}`);
  }

  help() {
    const row = (key, told) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, told)];
    const moves = this.app.docs.length > 1 ? [...MOVES, ...PAGES] : MOVES;
    const rows = [...moves.map(({ key, told }) => row(key.toUpperCase(), told)), ...SHORTCUTS.map(({ key, label, told }) => row(key.toUpperCase(), `${label}: ${told}`)),
      row("⇧ A", "Rest is right: accepts all that is not checked in this article"), row("Esc", "closes the event"), row("?", "these keys")];
    openDialog({ title: "Keys while correcting", body: [el("dl", { class: "facts" }, rows),
      el("p", { class: "dialog-note" }, "Work is kept in this browser until it is saved. `extractor evaluate` takes the saved file; articles with events that are not checked are left out there.")] });
  }

  onKey(event) {
    if (!this.isOn || isTyping(event) || document.querySelector("dialog[open]")) return;
    const isUndo = event.key === "z" && (event.ctrlKey || event.metaKey);
    if (!isUndo && (event.ctrlKey || event.metaKey || event.altKey)) return;
    const act = isUndo ? () => this.act("undo") : this.actOf(event);
    if (act === null) return;
    event.preventDefault();
    act();
  }

  actOf({ key, shiftKey }) {
    if (key === "?") return () => this.help();
    if (key === "Escape") return () => this.app.select(null);
    if (key === "A" && shiftKey) return () => this.act("rest");
    const move = MOVES.find((one) => one.key === key);
    if (move) return () => this.app.step(move.step, this.app.table.eventRows());
    const page = PAGES.find((one) => one.key === key);
    if (page) return () => this.turn(page.step);
    const known = SHORTCUTS.find((one) => one.key === key);
    return known ? () => this.act(known.name) : null;
  }
}

/** Keeps the steps in the browser, under the key of the page's data; without storage they last as long as the page. */
class StepStore {
  constructor(key) {
    this.name = `extractor-corrections-${key}`;
  }

  read(articles) {
    try {
      const steps = JSON.parse(localStorage.getItem(this.name) || "[]");
      return steps.filter((step) => step.article < articles);
    } catch {
      return [];
    }
  }

  write(steps) {
    try {
      localStorage.setItem(this.name, JSON.stringify(steps));
    } catch {
      announce("This browser keeps nothing: save before you close the page");
    }
  }
}

function isTyping(event) {
  return event.target instanceof Element && event.target.closest("input:not([type=radio]):not([type=checkbox]):not([type=range]), select, textarea, [contenteditable]") !== null;
}

function summaryOf(view) {
  const parts = [daysLabel(view.start, view.end), [typeName(view.event.type), view.event.mode].filter(Boolean).join(" "), view.who, view.place && view.place.name, `“${oneLine(view.quote, 70)}”`];
  return parts.filter(Boolean).join(" · ");
}

function sentencesOf(view) {
  return el("ul", { class: "dialog-quotes" }, view.claims.slice(0, 3).map((claim) => el("li", {}, el("q", {}, oneLine(claim.text, 200)))));
}

/** A new event with what the library's claim at the words already tells. */
function draftAt(doc, trigger) {
  const claim = trigger && doc.claimAt(trigger);
  if (!claim) return blankEvent();
  const { polarity, modality, place, claimed_by } = claim;
  const actors = (first, others) => [first, ...others].filter((one) => typeof one === "string");
  const source = actors(claim.agent, claim.coagents);
  const target = actors(claim.patient, claim.copatients);
  return { ...blankEvent(), source, target, place, polarity, modality, claimed_by, ...daysOf(doc.get(claim.date)) };
}

/** The calendar days of a date: its end is the first instant after it. */
function daysOf(date) {
  const [first, after] = date ? [dayNumber(date.earliest), dayNumber(date.latest)] : [null, null];
  if (first === null || after === null) return {};
  return { start_date: isoDay(first), end_date: isoDay(Math.max(first, date.latest.slice(11, 16) === "00:00" ? after - 1 : after)) };
}

function blankEvent() {
  return {
    id: "", type: "", mode: null, contexts: [], cameo: null, acled: null, source: [], target: [], place: null, geo_precision: null, start_date: null, end_date: null, time_precision: null,
    polarity: "positive", modality: "asserted", claimed_by: null, disputed_by: [], instruments: [], fatalities: null, injured: null, detained: null, displaced: null,
    counts_disputed: {}, claims: [], confidence: 1, reasons: [],
  };
}
