/** Formulas of well-known elementary rules for left, centre and right, as textbooks give them. */
export const TEXTBOOK_RULES: ReadonlyMap<number, string> = new Map([
  [30, "l ^ (c | r)"],
  [90, "l ^ r"],
  [94, "(c & ~(l & r)) | (l ^ r)"],
  [110, "(c | r) ^ (l & c & r)"],
  [126, "(l | c | r) ^ (l & c & r)"],
  [150, "l ^ c ^ r"],
  [184, "(l & ~c) | (c & r)"],
  [190, "(l ^ c) | r"],
  [222, "c | (l ^ r)"],
  [232, "(l & c) | (c & r) | (l & r)"],
  [254, "l | c | r"],
]);
