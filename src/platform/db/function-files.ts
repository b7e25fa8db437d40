import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checksumOf } from "./migration-files.ts";

/** A function of the database as it is now; `name` is that of the function. */
export type FunctionFile = { readonly name: string; readonly sql: string; readonly checksum: string };

const naming = /^([a-z]+(?:_[a-z]+)*)\.sql$/;

/**
 * Reads a folder of functions, by name; throws on a name out of the pattern and on a file that does not replace the
 * function it is named after.
 */
export function readFunctions(folder: string): readonly FunctionFile[] {
  const files = readdirSync(folder)
    .filter((file) => !file.startsWith("."))
    .toSorted();
  return files.map((file) => {
    const name = naming.exec(file)?.[1];
    if (name === undefined) throw new Error(`The function file ${file} is not named like submit_application.sql.`);
    const sql = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
    if (!sql.includes(`create or replace function ${name}(`)) {
      throw new Error(`The function file ${file} does not say \`create or replace function ${name}(\`.`);
    }
    return { name, sql, checksum: checksumOf(sql) };
  });
}
