import { createReadStream } from "node:fs";
import type { Kysely } from "kysely";
import type { DB } from "./platform/db/generated/schema.ts";
import type { Keyring } from "./platform/keys/keyring.ts";
import { loadSource } from "./registry/sources/load.ts";

/** `npm run sources -- load SOURCE FILE`: what was left out goes to standard error, a line each. */
export async function sources(
  services: { readonly owner: Kysely<DB>; readonly keyring: Keyring },
  args: readonly string[],
): Promise<void> {
  const [verb, source, file, ...more] = args;
  if (verb !== "load" || !source || !file || more.length > 0) {
    throw new Error("Usage: npm run sources -- load SOURCE FILE.csv");
  }
  const { people, badLines, removed } = await loadSource(services, {
    source,
    csv: createReadStream(file),
    onBadLine: ({ line, problem }) => process.stderr.write(`${file}:${line} ${problem}\n`),
  });
  process.stdout.write(
    `${source} has ${people} people; ${badLines} lines were left out, ${removed} people are gone.\n`,
  );
}
