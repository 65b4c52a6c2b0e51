// The state that the views share, and the filters.

/**
 * Holds the state; views say what they depend on and are called when it changed, in the next frame. Those that may come later get
 * a frame each after it, so that no frame has all the work of a search through thousands of events.
 */
export class Store {
  constructor(state) {
    this.state = state;
    this.listeners = [];
    this.changed = new Set();
    this.waiting = false;
    this.later = [];
    this.isWorking = false;
  }

  /** Calls `listener` after a change of one of the keys. */
  on(keys, listener, { mayComeLater = false } = {}) {
    this.listeners.push({ keys, listener, mayComeLater });
  }

  set(changes) {
    for (const [key, value] of Object.entries(changes)) {
      if (this.state[key] !== value) this.changed.add(key);
      this.state[key] = value;
    }
    if (this.changed.size === 0 || this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => this.flush());
  }

  flush() {
    this.waiting = false;
    const { changed } = this;
    this.changed = new Set();
    const called = this.listeners.filter(({ keys }) => keys.some((key) => changed.has(key)));
    for (const { listener, mayComeLater } of called) {
      if (!mayComeLater) listener();
      else if (!this.later.includes(listener)) this.later.push(listener);
    }
    if (this.later.length === 0 || this.isWorking) return;
    this.isWorking = true;
    requestAnimationFrame(() => this.work());
  }

  /** Calls one of those that may come later. */
  work() {
    this.later.shift()();
    this.isWorking = this.later.length > 0;
    if (this.isWorking) requestAnimationFrame(() => this.work());
  }
}

/** Filters that let everything through. */
export function noFilters() {
  return { text: "", types: new Set(), actor: "", country: "", certainties: new Set(), confidence: 0, place: null, article: null };
}

const TESTS = [
  (view, f) => f.types.size === 0 || f.types.has(view.event.type),
  (view, f) => f.confidence === 0 || view.event.confidence >= f.confidence,
  (view, f) => f.certainties.size === 0 || certaintiesOf(view).some((name) => f.certainties.has(name)),
  (view, f) => f.country === "" || (view.place !== null && view.place.country_code === f.country),
  (view, f) => f.place === null || f.place.keys.has(view.placeKey),
  (view, f) => f.article === null || view.doc.number === f.article,
  (view, f) => f.actor === "" || `${view.who} ${view.whom}`.toLowerCase().includes(f.actor.toLowerCase()),
  (view, f) => f.text === "" || f.text.toLowerCase().split(/\s+/).every((word) => view.haystack.includes(word)),
];

/** Whether an event passes all filters but that of time. */
export function passes(view, filters) {
  return TESTS.every((test) => test(view, filters));
}

/** What an event is called certain: its modality, "disputed" and "negated" beside it. */
export function certaintiesOf(view) {
  const names = [view.event.modality];
  if (view.disputed) names.push("disputed");
  if (view.event.polarity === "negative") names.push("negated");
  return names;
}

/** Whether an event falls into the chosen days; without days all do, with days those without a date do not. */
export function inTime(view, time) {
  if (time === null) return true;
  return view.start !== null && view.start <= time[1] && (view.end ?? view.start) >= time[0];
}

/** How many filters are set. */
export function activeFilters(f) {
  const set = [f.text, f.types.size, f.actor, f.country, f.certainties.size, f.confidence, f.place, f.article !== null];
  return set.filter(Boolean).length;
}
