import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";

const Value = z.union([z.string(), z.array(z.string())]);

/**
 * One page of a journey: what an empty post says, what a valid post holds, and which step comes next. For a repeated
 * page `items` has a valid post for each item, and `empty` is what an empty item says.
 */
const JourneyPage = z.strictObject({
  page: z.string(),
  /** Error codes by form name after a post with nothing in it. */
  empty: z.record(z.string(), z.string()).default({}),
  valid: z.record(z.string(), Value).default({}),
  items: z.array(z.record(z.string(), Value)).optional(),
  /** The id of the next step, or `check` after the last one. */
  next: z.string(),
});
const JourneyDocument = z.strictObject({ document: z.string(), next: z.string() });
const Path = z.strictObject({
  path: z.string(),
  describe: z.string(),
  steps: z.array(z.union([JourneyPage, JourneyDocument])).min(1),
  /** Some answers as they read in Indonesian at the end, by field id. */
  shows: z.record(z.string(), z.string()).default({}),
});
export const Journey = z.strictObject({ program: z.string(), now: z.iso.datetime(), paths: z.array(Path).min(1) });
export type Journey = z.output<typeof Journey>;
export type JourneyPath = Journey["paths"][number];
export type JourneyStep = JourneyPath["steps"][number];

const root = new URL("../", import.meta.url);

/** The folders of all programs of the repository, from its root. */
export function programFolders(): string[] {
  const entries = readdirSync(new URL("programs/", root), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `programs/${name}`);
}

/** The folders of those that have a journey to play. */
export function journeyFolders(): string[] {
  return programFolders().filter((folder) => existsSync(new URL(`${folder}/journey.yaml`, root)));
}

/** Reads and validates the journey.yaml of a program folder, given from the root of the repository. */
export function loadJourney(folder: string): Journey {
  return Journey.parse(parse(readFileSync(new URL(`${folder}/journey.yaml`, root), "utf8")));
}

/** The values of a post as a form sends them: a list of strings for each name. */
export function asForm(
  values: Readonly<Record<string, string | readonly string[]>>,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? [value] : value]),
  );
}
