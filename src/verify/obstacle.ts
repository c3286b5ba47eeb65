/** What stopped a proof, in one sentence: it becomes the reason of the verdict `unproved`. */
export class Obstacle extends Error {
  override readonly name = "Obstacle";
}

/** The result of `attempt`, or the sentence of the obstacle that it met. Other errors are bugs and pass. */
export function orObstacle<Result>(attempt: () => Result): Result | { readonly reason: string } {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Obstacle) return { reason: error.message };
    throw error;
  }
}
