import { nest } from "../math/shape.ts";
import type { Example, Problem } from "./problem.ts";

type Mark = "x" | "o" | "b";
type Board = readonly Mark[];

const LINES = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [0, 3, 6],
  [1, 4, 7],
  [2, 5, 8],
  [0, 4, 8],
  [2, 4, 6],
];

function hasWon(board: Board, mark: Mark): boolean {
  return LINES.some((line) => line.every((place) => board[place] === mark));
}

/** All 958 boards at which a game may end that x begins; b is blank. */
function finalBoards(): Board[] {
  const found = new Map<string, Board>();
  const seen = new Set<string>();
  const play = (board: Board, mover: Mark): void => {
    const name = board.join("");
    if (seen.has(name)) return;
    seen.add(name);
    if (isOver(board)) found.set(name, board);
    else for (const next of moves(board, mover)) play(next, mover === "x" ? "o" : "x");
  };
  play(Array<Mark>(9).fill("b"), "x");
  return [...found.values()];
}

function isOver(board: Board): boolean {
  return hasWon(board, "x") || hasWon(board, "o") || !board.includes("b");
}

function moves(board: Board, mover: Mark): Board[] {
  return board.flatMap((mark, place) => (mark === "b" ? [board.with(place, mover)] : []));
}

function cases(): Example[] {
  return finalBoards().map((board) => ({
    x: { board: nest(board, [3, 3]) },
    y: hasWon(board, "x") ? "positive" : "negative",
  }));
}

export const ticTacToe: Problem = {
  about: "has x won? All boards at which a game of tic-tac-toe ends",
  size: 0,
  largest: 0,
  samples: 575,
  source: { kind: "cases", cases },
};
