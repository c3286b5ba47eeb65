/** Columns of a line of printed code. */
export const PAGE_WIDTH = 92;
