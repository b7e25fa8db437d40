import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What pages and the server need of the built browser files. */
export interface Assets {
  /** The address of a built file by its logical name, such as `daftar.css`; throws on a name that was not built. */
  href(logical: string): string;
  /** Answers every request below `/assets/`; undefined means the request is somebody else's. */
  respond(request: Request): Response | undefined;
}

interface StoredFile {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly encoded: Readonly<Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>>;
}

type Encoding = "br" | "gzip";

const prefix = "/assets/";

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

/** An SVG opened as a page of its own must not run anything. */
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
/** A worker is under the policy of its own file, and one in a sandbox has no cryptography. */
const scriptPolicy = "default-src 'none'";

/**
 * Reads the built files into memory once. Only names in the manifest exist afterwards, so no address a person
 * types ever becomes a path on the disk.
 */
export async function loadAssets(folder: string): Promise<Assets> {
  const manifest = await readManifest(folder);
  const files = new Map<string, StoredFile>();
  for (const hashed of Object.values(manifest)) files.set(prefix + hashed, await readStored(folder, hashed));

  return {
    href(logical) {
      const hashed = Object.hasOwn(manifest, logical) ? manifest[logical] : undefined;
      if (hashed === undefined) throw new Error(`No built asset is called ${logical}`);
      return prefix + hashed;
    },
    respond(request) {
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith(prefix)) return undefined;
      const file = files.get(pathname);
      if (file === undefined || (request.method !== "GET" && request.method !== "HEAD")) return notFound();
      return answer(file, request);
    },
  };
}

async function readManifest(folder: string): Promise<Record<string, string>> {
  const parsed: unknown = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  if (typeof parsed !== "object" || parsed === null) throw new Error("The asset manifest is not an object");
  return Object.fromEntries(Object.entries(parsed).map(([logical, hashed]) => [logical, String(hashed)]));
}

async function readStored(folder: string, hashed: string): Promise<StoredFile> {
  const type = types[hashed.slice(hashed.lastIndexOf(".") + 1)];
  if (type === undefined) throw new Error(`No content type is known for ${hashed}`);
  const plain = await readFile(join(folder, hashed));
  if (hashed.endsWith(".woff2")) return { type, plain, encoded: {} };
  const [br, gzip] = await Promise.all([
    readFile(join(folder, `${hashed}.br`)),
    readFile(join(folder, `${hashed}.gz`)),
  ]);
  return { type, plain, encoded: { br, gzip } };
}

function answer(file: StoredFile, request: Request): Response {
  const encoding = chooseEncoding(file, request.headers.get("accept-encoding") ?? "");
  const body = (encoding === undefined ? undefined : file.encoded[encoding]) ?? file.plain;
  const headers = new Headers({
    "content-type": file.type,
    "content-length": String(body.byteLength),
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "content-security-policy": file.type === types["js"] ? scriptPolicy : pagePolicy,
    vary: "accept-encoding",
  });
  if (encoding !== undefined) headers.set("content-encoding", encoding);
  return new Response(request.method === "HEAD" ? null : body, { headers });
}

function chooseEncoding(file: StoredFile, accepted: string): Encoding | undefined {
  const willing = new Map(
    accepted.split(",").map((part) => {
      const [name = "", ...params] = part.split(";").map((piece) => piece.trim().toLowerCase());
      const quality = params.find((param) => param.startsWith("q="));
      return [name, quality === undefined ? 1 : Number(quality.slice(2))] as const;
    }),
  );
  const encodings: readonly Encoding[] = ["br", "gzip"];
  return encodings.find((name) => file.encoded[name] !== undefined && (willing.get(name) ?? 0) > 0);
}

function notFound(): Response {
  return new Response("Not found\n", {
    status: 404,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
