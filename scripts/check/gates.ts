/** One gate of `npm run check`: a program of node_modules with its arguments. */
export type Gate = { readonly name: string; readonly program: string; readonly args: readonly string[] };

/** Every gate; `test/gates/gates.test.ts` proves that each one bites. */
export const gates: readonly Gate[] = [
  { name: "format", program: "oxfmt", args: ["--check"] },
  { name: "types", program: "tsc", args: ["-p", "tsconfig.json", "--noEmit"] },
  { name: "types of the browser's code", program: "tsc", args: ["-p", "tsconfig.client.json", "--noEmit"] },
  {
    name: "lint and import boundaries",
    program: "oxlint",
    args: ["--type-aware", "--deny-warnings", "--report-unused-disable-directives-severity=error"],
  },
  { name: "dead exports and unused packages", program: "knip", args: ["--no-config-hints"] },
];
