import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Care } from "./carefully.ts";

const loopback = ["127.0.0.1", "[::1]", "localhost"];

/** The address of a service: nothing of ours crosses a network in the open. */
export const serviceUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.canParse(text) && isSafe(new URL(text)), "must be https, except on this machine");

/** The settings that every entry of such a file has. */
export const serviceEntry = {
  secret: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,80}$/i, "must be the name of a file in the key folder"),
  timeout_ms: z.int().min(100).max(30_000).default(3000),
  tries: z.int().min(1).max(5).default(3),
  break_after: z.int().min(1).max(100).default(5),
  break_ms: z.int().min(100).max(3_600_000).default(30_000),
  pause_ms: z.int().min(1).max(30_000).default(2000),
} as const;

type Entry = z.output<z.ZodObject<typeof serviceEntry>>;

/** The care that an entry asks for. */
export function careOf(entry: Entry): Care {
  return {
    timeoutMs: entry.timeout_ms,
    tries: entry.tries,
    breakAfter: entry.break_after,
    breakMs: entry.break_ms,
    pauseMs: entry.pause_ms,
  };
}

/** The secret of an entry, from its file in the key folder. Throws when it is one that anybody guesses. */
export function secretOf(entry: Entry, keyDir: string, whose: string): string {
  const secret = readFileSync(join(keyDir, entry.secret), "utf8").trim();
  if (secret.length < 16) throw new Error(`the secret of ${whose} is shorter than 16 characters`);
  return secret;
}

/** Reads a file of services as JSON. Throws an error that names what is wrong. */
export function readServiceFile<T>(file: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(readJson(file));
  if (!parsed.success) throw new Error(`${file} is wrong:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
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
