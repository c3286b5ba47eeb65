import type { Nested } from "../math/shape.ts";

/** What is known about "the program equals the network", and how it is known. */
export type Verdict =
  | { readonly kind: "equivalent"; readonly domain: string; readonly methods: readonly string[] }
  | {
      readonly kind: "different";
      readonly domain: string;
      readonly methods: readonly string[];
      readonly counterexample: Counterexample;
    }
  | {
      readonly kind: "unproved";
      readonly domain: string;
      readonly methods: readonly string[];
      readonly reason: string;
    };

/** An input on which the two differ, and what each of them says. */
export interface Counterexample {
  readonly inputs: Readonly<Record<string, Nested>>;
  readonly network: Nested;
  readonly program: Nested;
}
