import { gridSvg } from "./grid-svg.ts";
import { type Html, html } from "./html.ts";
import type { SeenCase } from "./seen-cases.ts";

const MOST_CARDS = 64;

/** A card for each case: what the cell looks at above, what the program gives below. */
export function casePictures(cases: readonly SeenCase[], features: readonly string[]): Html {
  const draw = cases.every(({ values }) => values.every(isBit)) ? cells : numbers;
  const cards = cases.slice(0, MOST_CARDS).map((each) => card(each, draw));
  const rest = cases.length - cards.length;
  const more = rest > 0 ? html`<p>And ${rest} more.</p>` : html``;
  return html`<p>Each case: ${features.join(", ")}, and below it what the program gives.</p><div class="cases">${cards}</div>${more}`;
}

type Draw = (values: readonly number[]) => Html;

function card({ values, result, occurrences }: SeenCase, draw: Draw): Html {
  const kind = occurrences > 0 ? "seen" : "unseen";
  const note = occurrences > 0 ? times(occurrences) : "not seen";
  return html`<figure class="case ${kind}">${draw(values)}<span class="arrow">↓</span>${cells([result])}<figcaption>${note}</figcaption></figure>`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

function isBit(value: number): boolean {
  return value === 0 || value === 1;
}

const cells: Draw = (values) => gridSvg([values], { title: values.join(" "), cell: 14 });

const numbers: Draw = (values) => html`<span class="numbers">${values.join(" ")}</span>`;
