/** What is hoped for from so many samples: in how many of ten seeds all test cases are right. */
export interface Hope {
  readonly samples: number;
  readonly seeds: number;
  /** The one test set that counts; else all of them. */
  readonly test?: string;
  /** The least share of right answers of any seed; where it is not exact, an exact rule is named beside it. */
  readonly atLeast?: number;
}

/** A problem, the numbers of samples to try, and what is hoped for. */
export interface Curve {
  readonly task: string;
  readonly samples: readonly number[];
  readonly hopes: readonly Hope[];
}

function curve(task: string, samples: readonly number[], ...hopes: readonly Hope[]): Curve {
  return { task, samples, hopes };
}

export const CURVES: readonly Curve[] = [
  curve("rule30", [2, 3, 5, 20, 100], { samples: 5, seeds: 10 }),
  curve("all-rules", [128, 192, 256, 512], { samples: 192, seeds: 8 }, { samples: 256, seeds: 9 }),
  curve("life-patches", [64, 96, 128, 256], { samples: 96, seeds: 9 }, { samples: 128, seeds: 10 }),
  curve(
    "argmax",
    [20, 40, 80, 320],
    { samples: 40, seeds: 9, test: "all of 5" },
    { samples: 40, seeds: 9, test: "of 50" },
  ),
  curve("majority", [32, 64, 128], { samples: 64, seeds: 10 }),
  curve("parity", [32, 64, 128], { samples: 64, seeds: 9 }),
  curve("greater", [64, 128, 192], { samples: 128, seeds: 9 }),
  curve(
    "orientation",
    [56],
    ...["short", "dotted", "zigzag", "slanted", "outlined boxes", "full with 2 % salt"].map(
      (test) => ({ samples: 56, seeds: 10, test }),
    ),
  ),
  curve("multiplexer6", [32, 48, 56], { samples: 48, seeds: 8 }, { samples: 56, seeds: 10 }),
  curve("tic-tac-toe", [287, 575], { samples: 575, seeds: 10 }),
  curve("monk1", [62, 124], { samples: 124, seeds: 9 }),
  curve("monk2", [84, 169], { samples: 169, seeds: 9 }),
  curve("monk3", [122], { samples: 122, seeds: 6, atLeast: 0.972 }),
  curve("rule30-noisy", [10, 40], { samples: 40, seeds: 9 }),
  curve("life-noisy", [3, 10], { samples: 10, seeds: 9 }),
  curve("argmax-noisy", [200, 400], { samples: 400, seeds: 9, test: "all of 5" }),
  // Of the same kinds, with nothing hoped for.
  curve("life", [2, 3]),
  curve("rule110-zero", [3, 5]),
  curve("life-cylinder", [3]),
  curve("count-ones", [32, 48]),
  curve("multiplexer11", [256, 512]),
  curve("three-of-five", [150, 300]),
  curve("argmin", [40, 80]),
  curve("argmax-second", [60, 120]),
  curve("rare100", [2000]),
  curve("rare1000", [20_000]),
  curve("credit", [150, 300, 600]),
  curve("nested-thresholds", [100, 200, 400]),
  curve("sum", [50, 100]),
  curve("inside", [100, 200]),
  curve("max-sat", [36, 54]),
];
