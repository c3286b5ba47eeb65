/** Where a command's words go: real streams, or strings in tests. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether somebody watches the error stream. */
  readonly isTerminal: boolean;
  /** Whether the output stream shows colours. */
  readonly hasColors: boolean;
}

/** What a command needs beside its arguments. */
export interface Session {
  readonly io: Io;
  /** Sets the exit code; the first one that is not `done` stays. */
  readonly finish: (code: ExitCode) => void;
}

export const EXIT = {
  done: 0,
  badInput: 1,
  usage: 2,
  unproved: 3,
  stopped: 4,
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
