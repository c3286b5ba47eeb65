/** One value of a sample, as it stands in the data. */
export type Leaf = number | boolean | string;

export type LeafKind = "number" | "boolean" | "string" | "distribution";
