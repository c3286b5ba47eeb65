import type { Value } from "../wiring.ts";

/** A constant. */
export function constantly(offset: number): Value {
  return { node: undefined, factor: 0, offset };
}

/** A node itself. */
export function whole(node: number): Value {
  return { node, factor: 1, offset: 0 };
}

/** 1 - node */
export function complement(node: number): Value {
  return { node, factor: -1, offset: 1 };
}

/** factor * value + offset */
export function scaled(value: Value, factor: number, offset: number): Value {
  return {
    node: value.node,
    factor: value.factor * factor,
    offset: value.offset * factor + offset,
  };
}
