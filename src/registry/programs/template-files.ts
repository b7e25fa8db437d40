import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Kysely } from "kysely";
import type { Program } from "../../program/definition.ts";
import type { DB } from "../../platform/db/generated/schema.ts";

/** The templates of a program by their name in its file, as `templates/surat.docx`. */
export type TemplateFiles = ReadonlyMap<string, Buffer>;

/** Large enough for any letter, and small enough to be held whole. */
const largest = 2 * 1024 * 1024;

const mediaTypes: Readonly<Record<string, string>> = {
  ".pdf": "application/pdf",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".odt": "application/vnd.oasis.opendocument.text",
};

/** Every template that a program names. */
export function templatePaths(program: Program): string[] {
  const slots = program.tasks.flatMap((task) => task.documents);
  return [...new Set(slots.flatMap(({ template }) => (template === undefined ? [] : [template])))];
}

/** Reads the templates that stand beside a program file. Throws on one that is missing, too large or no such file. */
export async function readTemplateFiles(folder: string, program: Program): Promise<TemplateFiles> {
  const files = new Map<string, Buffer>();
  for (const path of templatePaths(program)) {
    const content = await readFile(join(folder, path)).catch(() => undefined);
    const problem = problemOf(path, content);
    if (content === undefined || problem !== undefined) throw new Error(`${join(folder, path)} ${problem}`);
    files.set(path, content);
  }
  return files;
}

function problemOf(path: string, content: Buffer | undefined): string | undefined {
  if (content === undefined) return "is named as a template, but is not there";
  if (content.length > largest) return `is larger than ${largest / 1024} KiB`;
  const start = extname(path) === ".pdf" ? "%PDF-" : "PK\u0003\u0004";
  return content.subarray(0, start.length).toString("latin1") === start ? undefined : `is no ${extname(path).slice(1)}`;
}

/** The hash of a version's files, for the hash of the version; undefined without files. */
export function hashOfFiles(files: TemplateFiles): string | undefined {
  if (files.size === 0) return undefined;
  const lines = [...files].map(([path, content]) => `${path} ${hashOf(content)}`).toSorted();
  return hashOf(Buffer.from(lines.join("\n")));
}

/** Keeps the files of a new version. Throws when one that the program names is not among them. */
export async function keepTemplateFiles(
  trx: Kysely<DB>,
  versionId: string,
  program: Program,
  files: TemplateFiles,
): Promise<void> {
  for (const path of templatePaths(program)) {
    const content = files.get(path);
    if (content === undefined) throw new Error(`Program ${program.program} is published without its ${path}`);
    const content_hash = hashOf(content);
    await trx
      .insertInto("program_files")
      .values({ content_hash, content })
      .onConflict((clash) => clash.column("content_hash").doNothing())
      .execute();
    await trx.insertInto("program_version_files").values({ version_id: versionId, path, content_hash }).execute();
  }
}

/** A template of a published version, with the type under which it goes out. */
export async function findTemplateFile(
  db: Kysely<DB>,
  input: { readonly versionId: string; readonly path: string },
): Promise<{ readonly content: Uint8Array; readonly mediaType: string } | undefined> {
  const row = await db
    .selectFrom("program_version_files as v")
    .innerJoin("program_files as f", "f.content_hash", "v.content_hash")
    .select("f.content")
    .where("v.version_id", "=", input.versionId)
    .where("v.path", "=", input.path)
    .executeTakeFirst();
  return row && { content: row.content, mediaType: mediaTypes[extname(input.path)] ?? "application/octet-stream" };
}

function hashOf(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
