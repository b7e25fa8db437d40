import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildAssets, type Manifest } from "./build-assets.ts";

let folder: string;
let manifest: Manifest;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assets-"));
  manifest = await buildAssets(folder);
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

function built(logical: string): string {
  const hashed = manifest[logical];
  if (hashed === undefined) throw new Error(`${logical} is not built`);
  return join(folder, hashed);
}

async function compressedSize(logical: string, encoding: "br" | "gz"): Promise<number> {
  return (await stat(`${built(logical)}.${encoding}`)).size;
}

describe("the built assets", () => {
  // What a first visit loads beside the page itself and the font; a page is well under the rest of the budget.
  const firstVisit = ["daftar.css", "daftar.js", "logo.svg", "favicon.svg", "kawung.svg"];
  const pageAllowance = 12_000;

  test.each(["br", "gz"] as const)("a first visit stays within 60 KB compressed as %s", async (encoding) => {
    const sizes = await Promise.all(firstVisit.map((logical) => compressedSize(logical, encoding)));
    expect(sizes.reduce((sum, size) => sum + size, pageAllowance)).toBeLessThan(60_000);
  });

  test.each(["br", "gz"] as const)("the script stays within 30 KB compressed as %s", async (encoding) => {
    expect(await compressedSize("daftar.js", encoding)).toBeLessThan(30_000);
  });

  test("the style sheet names only built files and no font but our own", async () => {
    const css = await readFile(built("daftar.css"), "utf8");
    const names = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, name]) => name);
    const files = Object.values(manifest);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !files.includes(name ?? "") && !name?.startsWith("data:"))).toEqual([]);
    expect(css).not.toContain("GDS Transport");
  });

  test("the same sources give the same names", async () => {
    const again = await mkdtemp(join(tmpdir(), "assets-"));
    expect(await buildAssets(again)).toEqual(manifest);
    await rm(again, { recursive: true });
  });
});
