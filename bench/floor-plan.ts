/** Whose request it is: the floor finds it by the path, as the application finds it by its cookie. */
export interface Target {
  readonly path: string;
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly applicationId: string;
  /** Version of the application, which moves on with every save. */
  readonly version: number;
}

/** A parameter of a statement: the same for all, the target's own, or made anew for each request. */
export type Parameter =
  | { readonly is: "constant"; readonly value: unknown }
  | { readonly is: "tokenHash" | "accountId" | "applicationId" | "version" | "fresh" };

/** Everything that the floor does for a request: these statements one after the other, then this answer. */
export interface FloorPlan {
  readonly databaseUrl: string;
  readonly port: number;
  readonly statements: readonly { readonly text: string; readonly parameters: readonly Parameter[] }[];
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly targets: readonly Target[];
  /** A password to be compared with its hash for each request. */
  readonly verify?: { readonly hash: string; readonly password: string };
}
