/** Where raw states belong: panels, and the places along them. */
export const EXACT = "rules learnt exactly";
export const RIGHT = "right cells, learnt from 5 states of 20 cells";

export const MOST_STATES = 5;
export const STEPS = 100;
export const OVER_STEPS = `20, ${STEPS} steps`;
/** Lengths beside that of the states that are shown. */
export const LARGER = [100, 1000];
