/** A mark of a series at a point, as the data of an SVG path: shapes differ, so that print needs no colours. */
export function markPath(series: number, x: number, y: number): string {
  return SHAPES[series % SHAPES.length]!(x, y);
}

type Shape = (x: number, y: number) => string;

const circle: Shape = (x, y) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`;
const square: Shape = (x, y) => `M${x - 3.5} ${y - 3.5}h7v7h-7z`;
const triangle: Shape = (x, y) => `M${x} ${y - 4.5}l4.5 8h-9z`;
const diamond: Shape = (x, y) => `M${x} ${y - 5}l4 5l-4 5l-4 -5z`;
const downwards: Shape = (x, y) => `M${x} ${y + 4.5}l4.5 -8h-9z`;
const cross: Shape = (x, y) =>
  `M${x - 1.2} ${y - 4.5}h2.4v3.3h3.3v2.4h-3.3v3.3h-2.4v-3.3h-3.3v-2.4h3.3z`;
const bar: Shape = (x, y) => `M${x - 5} ${y - 1.5}h10v3h-10z`;
const ring: Shape = (x, y) => `${circle(x, y)}M${x - 2} ${y}a2 2 0 1 1 4 0a2 2 0 1 1 -4 0z`;
const pole: Shape = (x, y) => `M${x - 1.5} ${y - 5}h3v10h-3z`;
const frame: Shape = (x, y) => `${square(x, y)}M${x - 1.8} ${y - 1.8}v3.6h3.6v-3.6z`;

const SHAPES: readonly Shape[] = [
  ...[circle, square, triangle, diamond, downwards],
  ...[cross, bar, ring, pole, frame],
];
