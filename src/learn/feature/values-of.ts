import type { Pool } from "../case-pool.ts";
import type { Columns } from "../columns.ts";
import type { Feature, Form, Sum } from "./feature.ts";

/** (cases): what a feature reads in each. Cost: cases times columns of the form. */
export function valuesOf(feature: Pick<Feature, "at">, pool: Pool): Float64Array {
  const { nPlaces, cases } = pool;
  const values = new Float64Array(cases.length);
  const forms = Array.from({ length: nPlaces }, (_, place) => feature.at(place));
  for (let k = 0; k < cases.length; k++) {
    const sample = Math.floor(cases[k]! / nPlaces);
    values[k] = formValue(forms[cases[k]! % nPlaces]!, pool.columns, sample);
  }
  return values;
}

function formValue(form: Form, columns: Columns, sample: number): number {
  switch (form.kind) {
    case "sum":
      return sumValue(form, columns, sample);
    case "count": {
      let count = 0;
      form.comparisons.forEach(({ of, threshold }, k) => {
        if (formValue(of, columns, sample) > threshold) count += form.weights[k]!;
      });
      return count;
    }
  }
}

function sumValue(
  { columns: read, weights, constant = 0 }: Sum,
  columns: Columns,
  sample: number,
): number {
  let sum = constant;
  for (let k = 0; k < read.length; k++) {
    const { values, stride, offset } = columns.at(read[k]!);
    sum += weights[k]! * values[sample * stride + offset]!;
  }
  return sum;
}
