import { createReadStream } from "node:fs";
import type { Kysely } from "kysely";
import type { DB } from "./platform/db/generated/schema.ts";
import type { Keyring } from "./platform/keys/keyring.ts";
import { importMembers } from "./registry/members/import.ts";

/** `npm run members -- import PROGRAM FILE [--dry-run]`: what was left out goes to standard error, a line each. */
export async function members(
  services: { readonly owner: Kysely<DB>; readonly keyring: Keyring },
  args: readonly string[],
): Promise<void> {
  const dryRun = args.includes("--dry-run");
  const [verb, program, file, ...more] = args.filter((arg) => arg !== "--dry-run");
  if (verb !== "import" || !program || !file || more.length > 0) {
    throw new Error("Usage: npm run members -- import PROGRAM FILE.csv [--dry-run]");
  }
  const { added, changed, unchanged, proved, badLines } = await importMembers(services, {
    program,
    csv: createReadStream(file),
    dryRun,
    onBadLine: ({ line, column, problem }) =>
      process.stderr.write(`${file}:${line} ${column === undefined ? "" : `${column} `}${problem}\n`),
  });
  const would = dryRun ? "Would be: " : "";
  process.stdout.write(
    `${would}${added} new, ${changed} changed, ${unchanged} as before, ${proved} proved and left as they are; ` +
      `${badLines} lines left out.${dryRun ? " Nothing was written." : ""}\n`,
  );
}
