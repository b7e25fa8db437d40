import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadAssets, type Assets } from "./assets.ts";

const style = "body{color:black}";
let folder: string;
let assets: Assets;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assets-"));
  await writeFile(join(folder, "daftar-1.css"), style);
  await writeFile(join(folder, "daftar-1.css.br"), brotliCompressSync(style));
  await writeFile(join(folder, "daftar-1.css.gz"), gzipSync(style));
  await writeFile(join(folder, "font-1.woff2"), "font");
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(
    join(folder, "manifest.json"),
    JSON.stringify({ "daftar.css": "daftar-1.css", "font.woff2": "font-1.woff2" }),
  );
  assets = await loadAssets(folder);
});

afterAll(() => rm(folder, { recursive: true }));

async function get(path: string, headers: Record<string, string> = {}, method = "GET") {
  const response = assets.respond(new Request(`http://localhost${path}`, { headers, method }));
  if (response === undefined) throw new Error(`${path} was left to others`);
  return { response, body: Buffer.from(await response.arrayBuffer()) };
}

describe("assets", () => {
  test("gives the hashed address and refuses a name that was not built", () => {
    expect(assets.href("daftar.css")).toBe("/assets/daftar-1.css");
    expect(() => assets.href("other.css")).toThrow("other.css");
    expect(() => assets.href("constructor")).toThrow("constructor");
  });

  test("serves a file for a year with its type and nosniff", async () => {
    const { response, body } = await get("/assets/daftar-1.css");
    expect(response.status).toBe(200);
    expect(body.toString()).toBe(style);
    expect(response.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-encoding")).toBeNull();
  });

  test("prefers brotli, takes gzip, and respects a refusal", async () => {
    const brotli = await get("/assets/daftar-1.css", { "accept-encoding": "gzip, deflate, br" });
    expect(brotli.response.headers.get("content-encoding")).toBe("br");
    expect(brotliDecompressSync(brotli.body).toString()).toBe(style);

    const gzip = await get("/assets/daftar-1.css", { "accept-encoding": "br;q=0, gzip;q=0.5" });
    expect(gzip.response.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(gzip.body).toString()).toBe(style);
  });

  test("leaves a font as it is", async () => {
    const { response } = await get("/assets/font-1.woff2", { "accept-encoding": "br" });
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(response.headers.get("content-type")).toBe("font/woff2");
  });

  test("answers HEAD with the length and no body", async () => {
    const { response, body } = await get("/assets/daftar-1.css", {}, "HEAD");
    expect(response.headers.get("content-length")).toBe(String(style.length));
    expect(body.byteLength).toBe(0);
  });

  test.each([
    "/assets/secret.txt",
    "/assets/manifest.json",
    "/assets/daftar-1.css.br",
    "/assets/..%2fsecret.txt",
    "/assets/%00",
    "/assets/",
    "/assets/__proto__",
  ])("does not find %s", async (path) => {
    const { response } = await get(path);
    expect(response.status).toBe(404);
  });

  test("refuses to be posted to", async () => {
    const { response } = await get("/assets/daftar-1.css", {}, "POST");
    expect(response.status).toBe(404);
  });

  test("leaves other addresses to others", () => {
    expect(assets.respond(new Request("http://localhost/programs"))).toBeUndefined();
  });
});
