/** A file with one fault, the gate that must catch it, and what that gate says in the line that names the file. */
export type BadFile = { readonly gate: string; readonly path: string; readonly text: string; readonly mark: string };

const lint = "lint and import boundaries";
const boundary = "no-restricted-imports";

function imports(path: string, from: string): BadFile {
  return {
    gate: lint,
    path,
    text: `import { target } from "${from}";\n\nexport const seen = target;\n`,
    mark: boundary,
  };
}

export const badFiles: readonly BadFile[] = [
  { gate: "format", path: "src/format.ts", text: "export const  spaced  = 'single'\n", mark: "src/format.ts" },
  { gate: "types", path: "src/types.ts", text: 'export const count: number = "one";\n', mark: "TS2322" },
  {
    gate: "types of the browser's code",
    path: "src/client/types.ts",
    text: "document.title = 1;\n",
    mark: "TS2322",
  },
  {
    gate: "dead exports and unused packages",
    path: "src/dead.ts",
    text: "export const nobody = 1;\n",
    mark: "src/dead.ts",
  },
  {
    gate: lint,
    path: "src/floating.ts",
    text: "async function work() {\n  await Promise.resolve();\n}\n\nexport function start() {\n  work();\n}\n",
    mark: "no-floating-promises",
  },
  {
    gate: lint,
    path: "src/forgotten-case.ts",
    text: 'export function name(kind: "a" | "b") {\n  switch (kind) {\n    case "a":\n      return 1;\n  }\n}\n',
    mark: "switch-exhaustiveness-check",
  },
  {
    gate: lint,
    path: "src/assertion.ts",
    text: "export function first(list: string[]) {\n  return list[0]!;\n}\n",
    mark: "no-non-null-assertion",
  },
  {
    gate: lint,
    path: "src/loose.ts",
    text: "export function pass(value: any) {\n  return value;\n}\n",
    mark: "no-explicit-any",
  },
  {
    gate: lint,
    path: "src/ignored.ts",
    text: '// @ts-ignore\nexport const wrong: number = "one";\n',
    mark: "ban-ts-comment",
  },
  { gate: lint, path: "src/talk.ts", text: 'console.log("hello");\n', mark: "no-console" },
  { gate: lint, path: "src/settings.ts", text: "export const port = process.env.PORT;\n", mark: "no-process-env" },
  { gate: lint, path: "src/camelCase.ts", text: "export const name = 1;\n", mark: "filename-case" },
  {
    gate: lint,
    path: "src/later.ts",
    text: "// TODO write this\nexport const name = 1;\n",
    mark: "no-warning-comments",
  },
  {
    gate: lint,
    path: "src/only.test.ts",
    text: 'import { test } from "vitest";\n\ntest.only("alone", () => undefined);\n',
    mark: "no-focused-tests",
  },
  {
    gate: lint,
    path: "src/skipped.test.ts",
    text: 'import { test } from "vitest";\n\ntest.skip("never", () => undefined);\n',
    mark: "no-disabled-tests",
  },
  {
    gate: lint,
    path: "src/cycle-a.ts",
    text: 'import type { B } from "./cycle-b.ts";\n\nexport type A = { b: B };\n',
    mark: "no-cycle",
  },
  {
    gate: lint,
    path: "src/cycle-b.ts",
    text: 'import type { A } from "./cycle-a.ts";\n\nexport type B = { a?: A };\n',
    mark: "no-cycle",
  },
  imports("src/program/to-platform.ts", "../platform/target.ts"),
  imports("src/program/fields/to-registry.ts", "../../registry/target.ts"),
  imports("src/ui/card/to-paths.ts", "../../paths.ts"),
  imports("src/client/to-texts.ts", "../texts/target.ts"),
  imports("src/client/password-meter.ts", "../registry/target.ts"),
  imports("src/texts/to-registry.ts", "../registry/target.ts"),
  imports("src/platform/db/to-program.ts", "../../program/target.ts"),
  imports("src/registry/reviews/to-routes.ts", "../../routes/target.ts"),
  imports("src/jobs/to-routes.ts", "../routes/target.ts"),
  imports("src/routes/to-compose.ts", "../compose.ts"),
  imports("src/routes/apply/to-console.ts", "../console/target.ts"),
  imports("src/routes/console/queue/to-jobs.ts", "../../../jobs/target.ts"),
];

const target = "export const target = 1;\n";

/** What the bad ones import, and neighbours that do what is allowed. */
export const goodFiles: readonly { readonly path: string; readonly text: string }[] = [
  {
    path: "src/main.ts",
    text: [
      'import { allowed } from "./registry/reviews/allowed.ts";',
      'import { drawn } from "./routes/apply/allowed.ts";',
      'import { own } from "./program/fields/allowed.ts";',
      "",
      "process.stdout.write(String(allowed + drawn + own));",
      "",
    ].join("\n"),
  },
  {
    path: "src/registry/reviews/allowed.ts",
    text: 'import { target } from "../../platform/target.ts";\n\nexport const allowed = target;\n',
  },
  {
    path: "src/routes/apply/allowed.ts",
    text: 'import { target } from "../../registry/target.ts";\n\nexport const drawn = target;\n',
  },
  {
    path: "src/program/fields/allowed.ts",
    text: 'import { target } from "../target.ts";\n\nexport const own = target;\n',
  },
  { path: "src/platform/target.ts", text: target },
  { path: "src/registry/target.ts", text: target },
  { path: "src/program/target.ts", text: target },
];
