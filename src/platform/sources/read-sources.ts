import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { ServiceSettings } from "./careful-post.ts";

/** A source that is asked over HTTP, with the questions it allows on a day. */
export interface HttpSourceEntry extends ServiceSettings {
  readonly dailyBudget: number;
}

export type HttpSources = Readonly<Record<string, HttpSourceEntry>>;

const loopback = ["127.0.0.1", "[::1]", "localhost"];

const Url = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.canParse(text) && isSafe(new URL(text)), "must be https, except on this machine");

const Entry = z.strictObject({
  url: Url,
  secret: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,80}$/i, "must be the name of a file in the key folder"),
  timeout_ms: z.int().min(100).max(30_000).default(3000),
  tries: z.int().min(1).max(5).default(3),
  break_after: z.int().min(1).max(100).default(5),
  break_ms: z.int().min(100).max(3_600_000).default(30_000),
  pause_ms: z.int().min(1).max(30_000).default(2000),
  daily_budget: z.int().min(1).max(100_000_000),
});

const File = z.record(z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, "a source is named in small letters"), Entry);

/**
 * Reads the file of `SOURCES_FILE`: an object of sources by name. Secrets stand in files of the key folder, so that this
 * file may be kept with the rest of the settings. Throws an error that names what is wrong.
 */
export function readSources(file: string, keyDir: string): HttpSources {
  const parsed = File.safeParse(readJson(file));
  if (!parsed.success) throw new Error(`${file} is wrong:\n${z.prettifyError(parsed.error)}`);
  return Object.fromEntries(
    Object.entries(parsed.data).map(([name, entry]) => {
      const secret = readFileSync(join(keyDir, entry.secret), "utf8").trim();
      if (secret.length < 16) throw new Error(`the secret of the source ${name} is shorter than 16 characters`);
      return [
        name,
        {
          url: entry.url,
          secret,
          timeoutMs: entry.timeout_ms,
          tries: entry.tries,
          breakAfter: entry.break_after,
          breakMs: entry.break_ms,
          pauseMs: entry.pause_ms,
          dailyBudget: entry.daily_budget,
        },
      ];
    }),
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} cannot be read as JSON`, { cause });
  }
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || loopback.includes(hostname);
}
