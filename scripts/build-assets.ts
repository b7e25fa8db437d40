import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, stop } from "esbuild";
import { compile } from "sass";

const root = fileURLToPath(new URL("..", import.meta.url));
const fontFolder = join(root, "node_modules/@fontsource-variable/plus-jakarta-sans/files");
const imageFolder = join(root, "src/styles/images");

/** The logical name of each built file and the hashed name it is served under. */
export type Manifest = Record<string, string>;

/**
 * Builds everything a browser loads into one folder: style sheet, script, fonts and images, named by their
 * content and compressed beside the original. Whatever was in the folder before is gone afterwards.
 */
export async function buildAssets(folder: string = join(root, "dist/assets")): Promise<Manifest> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const manifest: Manifest = {};

  async function put(logical: string, content: Buffer): Promise<void> {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
    const hashed = logical.replace(/(\.\w+)$/, `-${hash}$1`);
    manifest[logical] = hashed;
    await writeFile(join(folder, hashed), content);
    // Fonts are compressed already; a second pass would only cost the reader time.
    if (logical.endsWith(".woff2")) return;
    await writeFile(
      join(folder, `${hashed}.br`),
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
    await writeFile(join(folder, `${hashed}.gz`), gzipSync(content, { level: 9 }));
  }

  for (const subset of ["latin", "latin-ext"]) {
    const font = await readFile(join(fontFolder, `plus-jakarta-sans-${subset}-wght-normal.woff2`));
    await put(`plus-jakarta-sans-${subset}.woff2`, font);
  }
  for (const image of await readdir(imageFolder)) {
    await put(basename(image), await readFile(join(imageFolder, image)));
  }
  // Style and script come last: the style sheet names the hashed fonts and images.
  await put("daftar.css", Buffer.from(compileStyle(manifest)));
  await put("human-worker.js", await bundleScript("human-worker.ts"));
  await put("daftar.js", await bundleScript("main.ts", { HUMAN_WORKER: JSON.stringify(manifest["human-worker.js"]) }));
  // Its service process would otherwise live as long as ours.
  await stop();
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function compileStyle(manifest: Manifest): string {
  const { css } = compile(join(root, "src/styles/daftar.scss"), {
    style: "compressed",
    loadPaths: [join(root, "node_modules")],
    quietDeps: true,
  });
  return css.replace(/url\("?asset:([\w.-]+)"?\)/g, (_, logical: string) => {
    const hashed = manifest[logical];
    if (hashed === undefined) throw new Error(`The style sheet names an asset that is not built: ${logical}`);
    return `url(${hashed})`;
  });
}

async function bundleScript(entry: string, define: Record<string, string> = {}): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src/client", entry)],
    bundle: true,
    format: "esm",
    target: "es2020",
    minify: true,
    legalComments: "none",
    write: false,
    define,
    logLevel: "warning",
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error("The bundler wrote nothing");
  return Buffer.from(script.contents);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets();
