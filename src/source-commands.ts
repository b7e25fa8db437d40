import { createReadStream } from "node:fs";
import type { Kysely } from "kysely";
import type { DB } from "./platform/db/generated/schema.ts";
import type { BadLine } from "./platform/files/read-csv.ts";
import type { Keyring } from "./platform/keys/keyring.ts";
import { loadRegions } from "./registry/programs/regions.ts";
import { loadSource } from "./registry/sources/load.ts";
import { loadOffices } from "./registry/tickets/load-offices.ts";

/**
 * `npm run sources -- load SOURCE FILE` and `-- load-offices FILE`: what was left out goes to standard error, a line each.
 */
export async function sources(
  services: { readonly owner: Kysely<DB>; readonly keyring: Keyring },
  args: readonly string[],
): Promise<void> {
  const [verb, ...names] = args;
  if (verb === "load-offices" && names.length === 1) return offices(services.owner, names[0] ?? "");
  const [source, file, ...more] = names;
  if (verb !== "load" || !source || !file || more.length > 0) {
    throw new Error("Usage: npm run sources -- load SOURCE FILE.csv, or -- load-offices FILE.csv");
  }
  const { people, badLines, removed } = await loadSource(services, {
    source,
    csv: createReadStream(file),
    onBadLine: tellLine(file),
  });
  process.stdout.write(
    `${source} has ${people} people; ${badLines} lines were left out, ${removed} people are gone.\n`,
  );
}

async function offices(owner: Kysely<DB>, file: string): Promise<void> {
  const regions = await loadRegions();
  const { loaded, badLines, removed } = await loadOffices(owner, {
    regions,
    csv: createReadStream(file),
    onBadLine: tellLine(file),
  });
  process.stdout.write(
    `${loaded} offices of Dukcapil are known; ${badLines} lines were left out, ${removed} offices are gone.\n`,
  );
}

function tellLine(file: string) {
  return ({ line, problem }: BadLine) => process.stderr.write(`${file}:${line} ${problem}\n`);
}
