import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Program } from "../src/program/definition.ts";
import { parseProgram } from "../src/program/parse.ts";
import { problemLines } from "../src/program/read-checked.ts";
import { programJsonSchema, programReference } from "../src/program/reference.ts";
import { readTemplateFiles } from "../src/registry/programs/template-files.ts";
import { writeTemplates } from "./templates.ts";

const root = new URL("../", import.meta.url);
const usage = `Usage:
  npm run program -- check programs/npwp-pribadi …   checks program files, with line and column
  npm run program -- schema                          writes programs/program.schema.json
  npm run program -- templates programs/jpt-bumn    writes its templates as Word documents, from their texts
  npm run program -- docs                            writes docs/program-file.md`;

/** Gives true when everything asked for was right. */
async function main([command, ...folders]: readonly string[]): Promise<boolean> {
  if (command === "check" && folders.length > 0) {
    return (await Promise.all(folders.map(check))).every((right) => right);
  }
  if (command === "templates" && folders.length > 0) {
    for (const file of folders.flatMap(writeTemplates)) console.log(`Wrote ${file}`);
    return true;
  }
  if (command === "schema")
    return write("programs/program.schema.json", `${JSON.stringify(programJsonSchema(), null, 1)}\n`);
  if (command === "docs") return write("docs/program-file.md", programReference());
  console.error(usage);
  return false;
}

async function check(folder: string): Promise<boolean> {
  const file = folder.endsWith(".yaml") ? folder : `${folder.replace(/\/$/, "")}/program.yaml`;
  const text = read(file);
  if (text === undefined) return false;
  const parsed = parseProgram(text, readBeside(file));
  if (parsed.ok) {
    const pages = parsed.program.tasks.flatMap((task) => task.pages);
    const documents = parsed.program.tasks.flatMap((task) => task.documents);
    try {
      await readTemplateFiles(dirname(file), parsed.program);
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      return false;
    }
    const fields = pages.flatMap((page) => page.fields);
    console.log(`${file}: right; ${pages.length} pages, ${fields.length} fields, ${documents.length} documents`);
    return true;
  }
  console.error(problemLines(file, parsed.problems));
  return false;
}

/** The programs in the folders beside that of a file; one that is wrong is told about when it is checked itself. */
function readBeside(file: string): Program[] {
  return globSync(join(dirname(dirname(resolve(file))), "*/program.yaml"))
    .filter((other) => other !== resolve(file))
    .flatMap((other) => {
      const parsed = parseProgram(readFileSync(other, "utf8"));
      return parsed.ok ? [parsed.program] : [];
    });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    console.error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function write(path: string, text: string): boolean {
  writeFileSync(new URL(path, root), text);
  console.log(`Wrote ${path}`);
  return true;
}

if (!(await main(process.argv.slice(2)))) process.exitCode = 1;
