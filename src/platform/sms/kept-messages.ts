import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { SmsGateway } from "./sms.ts";

const Kept = z.object({ at: z.iso.datetime(), to: z.string(), text: z.string(), reference: z.string() });

/** A message that went to nobody. */
export interface KeptMessage {
  readonly at: Date;
  readonly to: string;
  readonly text: string;
}

/** Messages of development, one file each. Several processes may read them while one writes. */
export interface KeptMessages extends SmsGateway {
  /** The newest first. */
  list(): Promise<readonly KeptMessage[]>;
}

/** A name that sorts by time. */
const naming = /^\d{14}-\d{6}\.json$/;
const limit = 500;

/** A carrier that delivers nothing and keeps every message in the folder, which it makes. */
export function keepMessages(folder: string): KeptMessages {
  let counter = 0;
  const names = async (): Promise<string[]> =>
    (await readdir(folder).catch(() => [])).filter((name) => naming.test(name)).toSorted();
  return {
    async send(message) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      counter = (counter + 1) % 1_000_000;
      const now = new Date();
      const name = `${String(now.getTime()).padStart(14, "0")}-${String(counter).padStart(6, "0")}.json`;
      await writeFile(join(folder, name), JSON.stringify({ at: now.toISOString(), ...message }), { mode: 0o600 });
      for (const old of (await names()).slice(0, -limit)) await rm(join(folder, old), { force: true });
    },
    async list() {
      const texts = await Promise.all(
        (await names()).toReversed().map((name) => readFile(join(folder, name), "utf8").catch(() => undefined)),
      );
      return texts.flatMap((text) => {
        if (text === undefined) return [];
        const { at, ...message } = Kept.parse(JSON.parse(text));
        return [{ at: new Date(at), to: message.to, text: message.text }];
      });
    },
  };
}
