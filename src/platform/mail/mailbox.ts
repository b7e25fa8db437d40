import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import PostalMime from "postal-mime";

/** A letter as the built-in mail server received it. */
export type KeptLetter = {
  readonly id: string;
  readonly at: Date;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** Letters of development, one .eml file each, newest first. Several processes may read it while one writes. */
export type Mailbox = {
  keep(raw: Uint8Array): Promise<string>;
  list(): Promise<readonly KeptLetter[]>;
  find(id: string): Promise<KeptLetter | undefined>;
};

/** A name that sorts by time; nothing else is ever read as a letter's id. */
const naming = /^\d{14}-\d{6}$/;
const limit = 500;

export function openMailbox(folder: string): Mailbox {
  let counter = 0;
  // A letter never changes, and reading one takes longer than everything else about a list of hundreds.
  const opened = new Map<string, KeptLetter>();
  const ids = async (): Promise<string[]> => {
    const names = await readdir(folder).catch(() => []);
    return names.flatMap((name) => (name.endsWith(".eml") ? [name.slice(0, -4)] : [])).filter((id) => naming.test(id));
  };
  const find = async (id: string): Promise<KeptLetter | undefined> => {
    if (!naming.test(id)) return undefined;
    const known = opened.get(id);
    if (known) return known;
    const raw = await readFile(join(folder, `${id}.eml`)).catch(() => undefined);
    const letter = raw && (await read(id, raw));
    if (letter) opened.set(id, letter);
    return letter;
  };
  return {
    find,
    keep: async (raw) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      counter = (counter + 1) % 1_000_000;
      const id = `${String(Date.now()).padStart(14, "0")}-${String(counter).padStart(6, "0")}`;
      await writeFile(join(folder, `${id}.eml`), raw, { mode: 0o600 });
      for (const old of (await ids()).toSorted().slice(0, -limit))
        await rm(join(folder, `${old}.eml`), { force: true });
      return id;
    },
    list: async () => {
      const kept = (await ids()).toSorted().toReversed();
      const there = new Set(kept);
      for (const id of opened.keys()) if (!there.has(id)) opened.delete(id);
      const letters = await Promise.all(kept.map(find));
      return letters.filter((letter) => letter !== undefined);
    },
  };
}

async function read(id: string, raw: Uint8Array): Promise<KeptLetter> {
  const letter = await PostalMime.parse(raw);
  return {
    id,
    at: new Date(Number(id.slice(0, 14))),
    from: letter.from?.address ?? "",
    to: (letter.to ?? []).flatMap(({ address }) => address ?? []),
    subject: letter.subject ?? "",
    text: letter.text ?? "",
    html: letter.html ?? "",
  };
}
