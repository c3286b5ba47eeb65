import type { Label } from "../math/label.ts";
import type { NestedOf } from "../math/shape.ts";

/** What is known about "the program equals the network", and how it is known. */
export type Verdict = Grounds &
  (
    | { readonly kind: "equivalent" }
    | { readonly kind: "different"; readonly counterexample: Counterexample }
    | { readonly kind: "unproved"; readonly reason: string }
  );

interface Grounds {
  readonly domain: string;
  readonly methods: readonly string[];
  /** Units whose ties, which the network misses by the noise of decimals only, the program has. */
  readonly snapped?: number;
}

/** An input on which the two differ, and what each of them says, in texts and labels where there are some. */
export interface Counterexample {
  readonly inputs: Readonly<Record<string, NestedOf<Label>>>;
  readonly network: NestedOf<Label>;
  readonly program: NestedOf<Label>;
}
