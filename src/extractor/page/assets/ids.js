// The ids that the page does not hold, made again from the records, as document/ids.py makes them: BLAKE2b of 64 bits.

const MASK = (1n << 64n) - 1n;
const BLOCK = 128;
const START_VALUES = [
  0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n, 0x510e527fade682d1n, 0x9b05688c2b3e6c1fn, 0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n,
];
const ORDERS = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3], [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8], [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13], [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11], [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10], [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];
const QUARTERS = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]];
const ROUNDS = 12;
const DIGEST_BYTES = 8;

/** "c" and what it depends on -> "c-5ab5bc1b65af2e13". */
export function contentId(kind, ...parts) {
  return `${kind}-${blake(new TextEncoder().encode(parts.join("\x1f")))}`;
}

/** The ids of a result's records that are only numbers in the page: the number -> the id. */
export function derivedIds({ article, actors, dates, claims }) {
  const named = actors.map((row) => ["a", row, [row.kind, row.name, ...row.mentions.slice(0, 1).flatMap(ends)]]);
  const spans = [...dates.map((row) => ["d", row, ends(row)]), ...claims.map((row) => ["c", row, ends(row.trigger)])];
  const short = [...named, ...spans].filter(([, row]) => isNumbered(row.id));
  return new Map(short.map(([kind, row, parts]) => [row.id, contentId(kind, article.id, ...parts)]));
}

function ends({ start, end }) {
  return [start, end];
}

/** The id of a record in the page while its own is not made. */
export function numberedId(table, row) {
  return `\x01${table}${row}`;
}

function isNumbered(id) {
  return id.startsWith("\x01");
}

function blake(bytes) {
  const state = [...START_VALUES];
  state[0] ^= 0x01010000n ^ BigInt(DIGEST_BYTES);
  const blocks = Math.max(1, Math.ceil(bytes.length / BLOCK));
  for (let i = 0; i < blocks; i++) {
    const end = Math.min(bytes.length, (i + 1) * BLOCK);
    compress(state, wordsOf(bytes.subarray(i * BLOCK, end)), BigInt(end), i === blocks - 1);
  }
  return Array.from({ length: DIGEST_BYTES }, (_, i) => Number((state[0] >> BigInt(8 * i)) & 255n).toString(16).padStart(2, "0")).join("");
}

function wordsOf(bytes) {
  const padded = new Uint8Array(BLOCK);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  return Array.from({ length: 16 }, (_, i) => view.getBigUint64(8 * i, true));
}

function compress(state, words, done, isLast) {
  const v = [...state, ...START_VALUES];
  v[12] ^= done;
  if (isLast) v[14] ^= MASK;
  for (let round = 0; round < ROUNDS; round++) {
    const order = ORDERS[round % ORDERS.length];
    QUARTERS.forEach((quarter, i) => mix(v, quarter, words[order[2 * i]], words[order[2 * i + 1]]));
  }
  for (let i = 0; i < 8; i++) state[i] ^= v[i] ^ v[i + 8];
}

function mix(v, [a, b, c, d], x, y) {
  v[a] = (v[a] + v[b] + x) & MASK;
  v[d] = turned(v[d] ^ v[a], 32n);
  v[c] = (v[c] + v[d]) & MASK;
  v[b] = turned(v[b] ^ v[c], 24n);
  v[a] = (v[a] + v[b] + y) & MASK;
  v[d] = turned(v[d] ^ v[a], 16n);
  v[c] = (v[c] + v[d]) & MASK;
  v[b] = turned(v[b] ^ v[c], 63n);
}

function turned(value, by) {
  return ((value >> by) | (value << (64n - by))) & MASK;
}
