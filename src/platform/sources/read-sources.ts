import * as z from "zod";
import { careOf, readServiceFile, secretOf, serviceEntry, serviceUrl } from "../services/service-file.ts";
import type { ServiceSettings } from "./careful-post.ts";

/** A source that is asked over HTTP, with the questions it allows on a day. */
export interface HttpSourceEntry extends ServiceSettings {
  readonly dailyBudget: number;
}

export type HttpSources = Readonly<Record<string, HttpSourceEntry>>;

const Entry = z.strictObject({
  url: serviceUrl,
  ...serviceEntry,
  daily_budget: z.int().min(1).max(100_000_000),
});

const File = z.record(z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, "a source is named in small letters"), Entry);

/**
 * Reads the file of `SOURCES_FILE`: an object of sources by name. Secrets stand in files of the key folder, so that this
 * file may be kept with the rest of the settings. Throws an error that names what is wrong.
 */
export function readSources(file: string, keyDir: string): HttpSources {
  return Object.fromEntries(
    Object.entries(readServiceFile(file, File)).map(([name, entry]) => [
      name,
      {
        url: entry.url,
        secret: secretOf(entry, keyDir, `the source ${name}`),
        ...careOf(entry),
        dailyBudget: entry.daily_budget,
      },
    ]),
  );
}
