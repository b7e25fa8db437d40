import { appendFile, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type Head, readHead, writeHead } from "./heads.ts";

/** A line is about 330 bytes; this finds the last one for sure. */
const LAST_BYTES = 4_096;
/** How many heads are copied at once. */
const AT_ONCE = 1_000;

/**
 * Copies signed heads to a file outside of the database, one line each: what the database says later can be compared
 * with it. Nothing is kept about what was copied but the file itself, so a crash loses and repeats nothing.
 */
export class HeadFile {
  readonly #path: string;
  #last: Head | undefined;
  #opened = false;

  constructor(path: string) {
    this.#path = path;
  }

  /** Copies what is new. Throws when the database no longer has the head that was copied last. */
  async copy(db: Kysely<DB>): Promise<void> {
    if (!this.#opened) await this.#open(db);
    for (;;) {
      const heads = await db
        .selectFrom("audit_heads")
        .selectAll()
        .where("size", ">", this.#last?.size ?? 0)
        .orderBy("size")
        .limit(AT_ONCE)
        .execute();
      const last = heads.at(-1);
      if (!last) return;
      await appendFile(this.#path, heads.map((head) => `${writeHead(head)}\n`).join(""), { mode: 0o600 });
      this.#last = last;
    }
  }

  async #open(db: Kysely<DB>): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    const last = await readLastHead(this.#path);
    if (last) {
      const stored = await db.selectFrom("audit_heads").select("root").where("size", "=", last.size).executeTakeFirst();
      if (!stored?.root.equals(last.root)) {
        throw new Error(
          `The database does not have the head of ${last.size} records that ${this.#path} ends with: ` +
            "the record was changed, or an older backup was restored. Run the audit's verify with this file.",
        );
      }
    }
    this.#last = last;
    this.#opened = true;
  }
}

/** The last whole line. One that a crash cut off is ended, so that the next does not run on in it. */
async function readLastHead(path: string): Promise<Head | undefined> {
  const file = await open(path, "a+", 0o600);
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - LAST_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LAST_BYTES), 0, LAST_BYTES, start);
    const text = buffer.toString("utf8", 0, bytesRead);
    if (text !== "" && !text.endsWith("\n")) await file.appendFile("\n");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1).trimEnd();
    const line = whole.slice(whole.lastIndexOf("\n") + 1);
    return line === "" ? undefined : readHead(line);
  } finally {
    await file.close();
  }
}
