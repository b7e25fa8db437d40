import { readFile } from "node:fs/promises";
import type { Kysely } from "kysely";
import type { DB } from "./platform/db/generated/schema.ts";
import { loadHolidays } from "./registry/reviews/load-holidays.ts";

/** `npm run holidays -- load FILE`: the holidays of the years that the file names. */
export async function holidays(
  { owner }: { readonly owner: Kysely<DB> },
  [verb, file, ...more]: readonly string[],
): Promise<void> {
  if (verb !== "load" || !file || more.length > 0) throw new Error("Usage: npm run holidays -- load FILE.csv");
  const { years, days, removed } = await loadHolidays(owner, await readFile(file, "utf8")).catch((error: unknown) => {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  });
  process.stdout.write(`${years.join(", ")}: ${days} holidays stand, ${removed} are gone.\n`);
}
