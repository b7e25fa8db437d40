import { parseArgs } from "node:util";

export const figureNames = ["page", "save", "submit", "login", "deadline", "keys", "tickets"] as const;
export type FigureName = (typeof figureNames)[number];

export interface Options {
  readonly figure: FigureName;
  /** Measured time, half of it for the application and half for its floor; warm-up comes on top. */
  readonly seconds: number;
  /** Only the JSON line, without the words on standard error. */
  readonly json: boolean;
  readonly connections: number;
  /** Complete drafts at the closing, for `deadline` only. */
  readonly drafts: number;
  /** Whose keys are replaced, for `keys` only. */
  readonly people: number;
  /** Questions to the helpdesk in a minute, for `tickets` only. */
  readonly perMinute: number;
  /** For `deadline`: proves instead of measuring, by rounds in which something is killed. */
  readonly kill: boolean;
  readonly rounds: number;
  /** Submissions by hand in each of those rounds. */
  readonly submits: number;
  /** Folder for the processor profiles of the application. */
  readonly profile: string | undefined;
}

export const usage = `Usage: npm run bench -- page|save|submit|login [--seconds 16] [--json] [--connections 32] [--profile folder]
       npm run bench -- deadline [--drafts 100000] [--json]
       npm run bench -- keys [--people 100000] [--json]
       npm run bench -- tickets [--seconds 600] [--per-minute 500] [--json]
       npm run bench -- deadline --kill [--rounds 20] [--drafts 10000] [--submits 1000] [--json]`;

/** Reads the command line; throws with what is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: "string", default: "16" },
      json: { type: "boolean", default: false },
      connections: { type: "string", default: "32" },
      drafts: { type: "string" },
      people: { type: "string", default: "100000" },
      "per-minute": { type: "string", default: "500" },
      kill: { type: "boolean", default: false },
      rounds: { type: "string", default: "20" },
      submits: { type: "string", default: "1000" },
      profile: { type: "string" },
    },
  });
  const figure = figureNames.find((name) => name === positionals[0]);
  if (!figure || positionals.length > 1)
    throw new Error("Name one figure: page, save, submit, login, deadline, keys or tickets.");
  if (values.kill && figure !== "deadline") throw new Error("--kill goes with deadline.");
  return {
    figure,
    seconds: between(values.seconds, "--seconds", 0.5, 600),
    json: values.json,
    connections: Math.round(between(values.connections, "--connections", 1, 256)),
    drafts: Math.round(between(values.drafts ?? (values.kill ? "10000" : "100000"), "--drafts", 1, 1_000_000)),
    people: Math.round(between(values.people, "--people", 1_000, 1_000_000)),
    perMinute: Math.round(between(values["per-minute"], "--per-minute", 1, 6_000)),
    kill: values.kill,
    rounds: Math.round(between(values.rounds, "--rounds", 1, 1_000)),
    submits: Math.round(between(values.submits, "--submits", 1, 100_000)),
    profile: values.profile,
  };
}

function between(text: string, name: string, from: number, to: number): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= from && value <= to))
    throw new Error(`${name} is a number from ${from} to ${to}.`);
  return value;
}
