import pino from "pino";
import type { Report } from "./keep-running.ts";

/** One JSON object per line on standard output. Log ids and facts, never what people typed. */
export type Log = pino.Logger;

/** Names that carry secrets or personal data wherever they appear; a mistake at a call then shows "[hidden]". */
const hidden = [
  "password",
  "token",
  "secret",
  "cookie",
  "authorization",
  "nik",
  "kk",
  "email",
  "phone",
  "to",
  "url",
  "answers",
  "payload",
];

export function createLog(options: { readonly level: string }): Log {
  return pino({
    level: options.level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: hidden.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[hidden]" },
  });
}

/** Logs what was lost and started again. */
export function reportTo(log: Pick<Log, "warn">): Report {
  return (what, error) => log.warn(error === undefined ? {} : { err: error }, what);
}
