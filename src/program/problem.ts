/** Where something stands in a program file: keys and positions in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** Something wrong with a program, before it is known where that stands in the file. */
export interface ProgramProblem {
  readonly path: Path;
  readonly message: string;
  /** The key itself is wrong, not its value. */
  readonly atKey?: boolean;
  /** For a problem inside a condition: how far into its text. */
  readonly offset?: number;
}

/** Something wrong with a program file. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  /** Where in the file, as `tasks.0.pages.1.when`. */
  readonly path: string;
  readonly message: string;
}
