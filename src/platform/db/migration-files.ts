import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

const naming = /^\d{8}T\d{4}-[a-z]+(?:-[a-z0-9]+)+\.sql$/;

/** Reads a folder of migrations in the order they run; throws on a name out of the pattern. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .toSorted();
  return names.map((name) => {
    if (!naming.test(name)) {
      throw new Error(`The migration ${name} is not named like 20261121T0900-create-accounts.sql.`);
    }
    const sql = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    return { name, sql, checksum: checksumOf(sql) };
  });
}

/** SHA-256 of a file's text, in hexadecimal. */
export function checksumOf(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}
