/** A way in which rules may answer all probes, and how probable it is. */
export interface Behaviour {
  /** (probes): what it answers, as a key. */
  readonly answers: readonly string[];
  readonly weight: number;
}

const MOST_QUESTIONS = 10;

/** A question that settles less, in bits, is not worth asking. */
const LEAST_GAIN = 1e-3;

/**
 * The probes whose labels would settle most, each given those before it: the one over whose answers the
 * behaviours that are not told apart yet are spread most evenly.
 *
 * Cost: questions times probes times behaviours.
 */
export function questionsOf(behaviours: readonly Behaviour[], nProbes: number): number[] {
  const chosen: number[] = [];
  let parts: (readonly Behaviour[])[] = [behaviours];
  while (chosen.length < MOST_QUESTIONS) {
    let best = -1;
    let most = LEAST_GAIN;
    for (let probe = 0; probe < nProbes; probe++) {
      const gain = parts.reduce((sum, part) => sum + gainOf(part, probe), 0);
      if (gain > most + 1e-12) [best, most] = [probe, gain];
    }
    if (best === -1) break;
    chosen.push(best);
    parts = parts.flatMap((part) => [...byAnswer(part, best).values()]);
  }
  return chosen;
}

function byAnswer(part: readonly Behaviour[], probe: number): Map<string, Behaviour[]> {
  const groups = new Map<string, Behaviour[]>();
  for (const behaviour of part) {
    const key = behaviour.answers[probe]!;
    groups.set(key, [...(groups.get(key) ?? []), behaviour]);
  }
  return groups;
}

/** By how much the answer would narrow a part down: its weight times the entropy of the answers, in bits. */
function gainOf(part: readonly Behaviour[], probe: number): number {
  const total = weightOf(part);
  let gain = 0;
  for (const group of byAnswer(part, probe).values()) {
    const weight = weightOf(group);
    gain += weight * Math.log2(total / weight);
  }
  return gain;
}

function weightOf(part: readonly Behaviour[]): number {
  return part.reduce((sum, { weight }) => sum + weight, 0);
}
