import { newBlobName, type BlobStore } from "../../platform/files/blob-store.ts";
import type { FileMediaType } from "../../platform/files/detect.ts";
import type { Rebuilder, RebuiltPage } from "../../platform/files/rebuild.ts";
import type { RebuildProblem } from "../../platform/files/rebuild-limits.ts";
import type { Key } from "../../platform/keys/seal.ts";
import { openOriginal, sealPage } from "./seals.ts";

/** A rebuilt picture that lies sealed in the store. */
export type StoredPage = RebuiltPage & { readonly blob: string };

/** What came of rebuilding: the pictures, or why there are none. */
export interface RebuiltFile {
  readonly problem: RebuildProblem | null;
  readonly pages: readonly StoredPage[];
}

/**
 * Rebuilds a file in quarantine and seals its pictures with its key. `decide` writes the verdict, and says false when
 * somebody else was faster: then these pictures are removed. What throws here is ours and worth another try.
 */
export async function rebuildFile(
  { blobs, rebuild }: { readonly blobs: BlobStore; readonly rebuild: Rebuilder },
  file: { readonly id: string; readonly key: Key; readonly blob: string; readonly mediaType: string },
  { maxPages, decide }: { readonly maxPages: number; readonly decide: (rebuilt: RebuiltFile) => Promise<boolean> },
): Promise<void> {
  const original = openOriginal(file.key, file.id, await blobs.get(file.blob));
  const rebuilt = await rebuild.rebuild(original, { mediaType: file.mediaType as FileMediaType, maxPages });
  const problem = "problem" in rebuilt ? rebuilt.problem : null;
  const pages = "pages" in rebuilt ? await storePages(blobs, file.key, file.id, rebuilt.pages) : [];
  let decided = false;
  try {
    decided = await decide({ problem, pages });
  } finally {
    if (!decided) await Promise.all(pages.map(({ blob }) => blobs.remove(blob)));
  }
}

async function storePages(
  blobs: BlobStore,
  key: Key,
  id: string,
  pages: readonly RebuiltPage[],
): Promise<StoredPage[]> {
  const stored: StoredPage[] = [];
  for (const [at, page] of pages.entries()) {
    const blob = newBlobName();
    await blobs.put(blob, sealPage(key, id, at + 1, page.bytes));
    stored.push({ ...page, blob });
  }
  return stored;
}

/** The row of a picture, beside whose it is. */
export function pageRow({ blob, mediaType, width, height }: StoredPage, at: number) {
  return { page: at + 1, blob, media_type: mediaType, width, height };
}
