import { gridSvg } from "./grid-svg.ts";
import { type Html, html } from "./html.ts";
import type { SeenCase } from "./seen-cases.ts";

const MOST_CARDS = 64;

/** A card for each case: what the cell looks at above, what the program gives below. */
export function casePictures(cases: readonly SeenCase[], features: readonly string[]): Html {
  const cards = cases.slice(0, MOST_CARDS).map(card);
  const rest = cases.length - cards.length;
  const more = rest > 0 ? html`<p>And ${rest} more.</p>` : html``;
  return html`<p>Each case: ${features.join(", ")}, and below it what the program gives.</p><div class="cases">${cards}</div>${more}`;
}

function card({ values, result, occurrences }: SeenCase): Html {
  const kind = occurrences > 0 ? "seen" : "unseen";
  const note = occurrences > 0 ? `${occurrences} times` : "not seen";
  return html`<figure class="case ${kind}">${row(values)}<span class="arrow">↓</span>${row([result])}<figcaption>${note}</figcaption></figure>`;
}

/** Bits as cells, other numbers as digits. */
function row(values: readonly number[]): Html {
  const areBits = values.every((value) => value === 0 || value === 1);
  if (!areBits) return html`<span class="numbers">${values.join(" ")}</span>`;
  return gridSvg([values], { title: values.join(" "), cell: 14 });
}
