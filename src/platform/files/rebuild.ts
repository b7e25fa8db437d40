import { z } from "zod";
import type { FileMediaType } from "./detect.ts";
import { ChildEnded, RebuildChild } from "./rebuild-child.ts";
import type { RebuiltPage } from "./rebuild-image.ts";
import { rebuildProblems, type RebuildProblem } from "./rebuild-limits.ts";

export type { RebuiltPage } from "./rebuild-image.ts";

/** The pictures of a document, or why there are none. */
export type Rebuilt = { readonly pages: readonly RebuiltPage[] } | { readonly problem: RebuildProblem };

export type RebuildWish = { readonly mediaType: FileMediaType; readonly maxPages: number };

/** Makes documents anew, in a process of its own. `close` ends that process. */
export interface Rebuilder {
  rebuild(bytes: Uint8Array, wish: RebuildWish): Promise<Rebuilt>;
  close(): Promise<void>;
}

const answer = z.union([
  z.object({ problem: z.enum(rebuildProblems), spent: z.boolean() }),
  z.object({
    pages: z
      .array(z.object({ width: z.int().positive(), height: z.int().positive(), size: z.int().positive() }))
      .min(1),
  }),
]);

/** Files after which a process is replaced, so that what leaks inside of it stays small. */
const LIFE = 100;
const IDLE_MS = 60_000;

/**
 * Keeps one warm process for all files, one after the other, and starts a new one when it was killed
 * for taking longer than `limitMs` or more than `maxRss` bytes. An idle one ends after a minute.
 */
export function createRebuilder(options: { limitMs?: number; maxRss?: number } = {}): Rebuilder {
  const { limitMs = 30_000, maxRss = 1_200 * 1024 * 1024 } = options;
  let child: Promise<RebuildChild> | undefined;
  let used = 0;
  let idle: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function retire(): Promise<void> {
    const ending = child;
    child = undefined;
    used = 0;
    await ending?.then(
      (old) => old.end(),
      () => undefined,
    );
  }

  async function once(bytes: Uint8Array, wish: RebuildWish): Promise<Rebuilt> {
    clearTimeout(idle);
    if (used >= LIFE) await retire();
    child ??= RebuildChild.start(maxRss);
    used++;
    try {
      const { head, body } = await (await child).ask(wish, bytes, limitMs);
      const told = answer.parse(head);
      if ("pages" in told) return { pages: cutApart(told.pages, body) };
      if (told.spent) await retire();
      return { problem: told.problem };
    } catch (cause) {
      await retire();
      throw cause;
    } finally {
      idle = setTimeout(() => void enqueue(retire), IDLE_MS).unref();
    }
  }

  /** A process that dies may have been ended by the system for another's sake: a file gets a second try. */
  async function twice(bytes: Uint8Array, wish: RebuildWish): Promise<Rebuilt> {
    for (const last of [false, true]) {
      try {
        return await once(bytes, wish);
      } catch (cause) {
        if (!(cause instanceof ChildEnded)) throw cause;
        if (cause.killed) return { problem: "too_heavy" };
        if (last) return { problem: "broken" };
      }
    }
    return { problem: "broken" };
  }

  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  return {
    rebuild: (bytes, wish) => enqueue(() => twice(bytes, wish)),
    async close() {
      clearTimeout(idle);
      await enqueue(retire);
      clearTimeout(idle);
    },
  };
}

function cutApart(pages: readonly { width: number; height: number; size: number }[], body: Buffer): RebuiltPage[] {
  let at = 0;
  return pages.map(({ width, height, size }) => {
    const bytes = Buffer.from(body.subarray(at, (at += size)));
    return { bytes, mediaType: "image/jpeg", width, height };
  });
}
