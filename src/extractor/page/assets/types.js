// How the types of events look and are called: a colour and a glyph each, so that no difference rests on colour alone.

// Glyphs on a field of 16 by 16, drawn as strokes.
const GLYPHS = {
  AGREE: "M4 8.5l2.8 2.8L12 5.5",
  CONSULT: "M3.5 4.5h9v6h-5l-2.5 2.2v-2.2h-1.5z",
  SUPPORT: "M8 12.5L4 8.6a2.4 2.4 0 0 1 4-3 2.4 2.4 0 0 1 4 3z",
  CONCEDE: "M8 3.5v8M4.8 8.5L8 11.8l3.2-3.3",
  COOPERATE: "M6.2 8m-2.7 0a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0-5.4 0M9.8 8m-2.7 0a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0-5.4 0",
  AID: "M8 4v8M4 8h8",
  RETREAT: "M12.5 8h-8M7.5 4.8L4.2 8l3.3 3.2",
  REQUEST: "M5.8 6.2a2.2 2.2 0 1 1 3.3 1.9c-.8.4-1.1.8-1.1 1.6M8 12v.2",
  ACCUSE: "M8 3.8v5.2M8 11.8v.2",
  REJECT: "M4.8 4.8l6.4 6.4M11.2 4.8l-6.4 6.4",
  THREATEN: "M9 3.2L5.2 8.6h2.6L7 12.8l3.8-5.4H8.2z",
  PROTEST: "M5 13V3.5h6.5L9.8 5.8l1.7 2.2H5",
  SANCTION: "M8 8m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0M5.3 5.3l5.4 5.4",
  MOBILIZE: "M4.5 8L8 4.8 11.5 8M4.5 11.6L8 8.4l3.5 3.2",
  COERCE: "M5 7.5h6v4.5H5zM6.2 7.5V6a1.8 1.8 0 0 1 3.6 0v1.5",
  ASSAULT: "M8 3v2.6M8 10.4V13M3 8h2.6M10.4 8H13M4.6 4.6l1.7 1.7M9.7 9.7l1.7 1.7M11.4 4.6L9.7 6.3M6.3 9.7l-1.7 1.7",
};
const CERTAINTIES = {
  asserted: { mark: "", label: "asserted", told: "the article says so itself" },
  reported: { mark: "❝", label: "reported", told: "somebody the article cites says so" },
  alleged: { mark: "?", label: "alleged", told: "claimed, with doubt" },
  denied: { mark: "✕", label: "denied", told: "somebody says it did not happen" },
  intended: { mark: "→", label: "intended", told: "planned, announced or demanded" },
  hypothetical: { mark: "≈", label: "hypothetical", told: "possible, supposed or feared" },
};

/** "COERCE" -> "Coerce". */
export function typeName(type) {
  const words = type.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** The class that colours a type: its own for the types of PLOVER, "type-own" for a user's. */
export function typeClass(type) {
  return glyphPath(type) ? `type-${type.toLowerCase()}` : "type-own";
}

/** The path of a type's glyph; null for a user's own type, which shows its first letters. */
export function glyphPath(type) {
  return Object.hasOwn(GLYPHS, type) ? GLYPHS[type] : null; // a type may be called "constructor"
}

/** Mark, label and explanation of a certainty. */
export function certainty(modality) {
  return (Object.hasOwn(CERTAINTIES, modality) && CERTAINTIES[modality]) || { mark: "", label: modality, told: "" };
}

/** All certainties, surest first. */
export function certaintyNames() {
  return Object.keys(CERTAINTIES);
}

/** All types of PLOVER. */
export function knownTypes() {
  return Object.keys(GLYPHS);
}
