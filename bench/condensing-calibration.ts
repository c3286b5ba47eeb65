/** Seconds of a fixed loop over integers, so that runs on different days and machines compare. */
export function calibrate(): number {
  const runs = [1, 2, 3].map(() => {
    const start = performance.now();
    let state = 1;
    for (let k = 0; k < 100_000_000; k++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    if (state === 0) console.log("");
    return (performance.now() - start) / 1000;
  });
  return runs.sort((a, b) => a - b)[1]!;
}
