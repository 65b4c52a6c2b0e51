// Calendar days as whole numbers since 1970-01-01, without time zones.

const DAY_MS = 86400000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2024-11-30" -> 20057; null for what is no day. */
export function dayNumber(iso) {
  const found = /^(\d{4,})-(\d\d)-(\d\d)/.exec(iso || "");
  return found ? Math.round(Date.UTC(+found[1], +found[2] - 1, +found[3]) / DAY_MS) : null;
}

/** 20057 -> "2024-11-30". */
export function isoDay(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 20057 -> "30 Nov 2024". */
export function dayLabel(day) {
  const date = new Date(day * DAY_MS);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** The shortest way to write a stretch of days: "30 Nov – 1 Dec 2024". */
export function daysLabel(start, end) {
  if (start === null) return "undated";
  if (end === null || end === start) return dayLabel(start);
  const [a, b] = [new Date(start * DAY_MS), new Date(end * DAY_MS)];
  if (a.getUTCFullYear() !== b.getUTCFullYear()) return `${dayLabel(start)} – ${dayLabel(end)}`;
  const first = a.getUTCMonth() === b.getUTCMonth() ? `${a.getUTCDate()}` : `${a.getUTCDate()} ${MONTHS[a.getUTCMonth()]}`;
  return `${first} – ${dayLabel(end)}`;
}

/** The first day of the day's "day", "week" (Monday), "month" or "year". */
export function floorTo(unit, day) {
  if (unit === "day") return day;
  if (unit === "week") return day - ((day + 3) % 7 + 7) % 7;
  const date = new Date(day * DAY_MS);
  const month = unit === "year" ? 0 : date.getUTCMonth();
  return Math.round(Date.UTC(date.getUTCFullYear(), month, 1) / DAY_MS);
}

/** The first day of the unit after the one that starts on `day`. */
export function nextOf(unit, day) {
  return floorTo(unit, day + { day: 1, week: 7, month: 31, year: 366 }[unit]);
}

/** The label of a unit on the axis: "30 Nov", "Nov 2024", "2024". */
export function unitLabel(unit, day) {
  const date = new Date(day * DAY_MS);
  if (unit === "year") return String(date.getUTCFullYear());
  if (unit === "month") return `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}
