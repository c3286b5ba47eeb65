declare module "espresso-iisojs" {
  /** Terms as literals: twice the place of the input, and 1 more where it has to be 1. */
  export function espresso(onSet: number[][], dontCareSet: number[][]): number[][];
}
