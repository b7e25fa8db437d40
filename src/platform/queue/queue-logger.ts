import { Logger } from "graphile-worker";
import type { Log } from "../log.ts";

/** graphile-worker's messages in our log; its own informational chatter becomes `debug`. */
export function queueLogger(log: Log | undefined): Logger {
  return new Logger(() => (level, message) => {
    if (!log) return;
    if (level === "error") log.error(message);
    else if (level === "warning") log.warn(message);
    else log.debug(message);
  });
}
