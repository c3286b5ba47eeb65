import type { Dataset } from "../data/dataset.ts";
import type { Network } from "../enn/network.ts";
import { accuracyOf } from "./accuracy-of.ts";
import type { Candidate } from "./candidate.ts";
import type { Doubts } from "./doubt/doubts.ts";
import type { Found } from "./found.ts";
import { networkOfIndex, networkOfRules } from "./network/network-of-rules.ts";

/** The network of what was found, and how it does on the samples. */
export function candidateOf(dataset: Dataset, found: Found, doubts: () => Doubts): Candidate {
  const network = networkOf(dataset, found);
  const { bits, mistakeBits, sharing, open } = found;
  return { network, bits, mistakeBits, sharing, open, doubts, ...accuracyOf(dataset, network) };
}

export function networkOf(dataset: Dataset, { isIndex, rules }: Found): Network {
  return (isIndex ? networkOfIndex : networkOfRules)(dataset, rules);
}
