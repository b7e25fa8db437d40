import { globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { problemLines } from "../src/program/read-checked.ts";
import { loadRegions } from "../src/registry/programs/regions.ts";
import { parseCategory } from "../src/registry/tickets/category-file.ts";
import { parseContacts } from "../src/registry/tickets/contacts-file.ts";
import { parseDukcapil } from "../src/registry/tickets/dukcapil-file.ts";
import { helpdeskReference, helpdeskSchemas } from "../src/registry/tickets/helpdesk-reference.ts";

const root = join(import.meta.dirname, "..");
const usage = `Usage:
  npm run helpdesk -- check            checks all categories and the tables of offices and contacts, with line and column
  npm run helpdesk -- check file.yaml … checks these
  npm run helpdesk -- schema           writes the schemas by which editors check and complete them
  npm run helpdesk -- docs             writes docs/helpdesk-files.md`;

const [command, ...files] = process.argv.slice(2);
if (command === "check") {
  const all = ["helpdesk/categories/*.yaml", "helpdesk/*.yaml"].flatMap((files) => globSync(files, { cwd: root }));
  const right = await check(files.length > 0 ? files : all.toSorted().map((file) => join(root, file)));
  if (!right) process.exitCode = 1;
} else if (command === "schema") {
  for (const [file, schema] of Object.entries(helpdeskSchemas)) write(file, `${JSON.stringify(schema, null, 1)}\n`);
} else if (command === "docs") write("docs/helpdesk-files.md", helpdeskReference());
else {
  console.error(usage);
  process.exitCode = 1;
}

/** Says of each file what is wrong with it; gives true when nothing is. */
async function check(paths: readonly string[]): Promise<boolean> {
  const regions = await loadRegions();
  const results = paths.map((path) => {
    const text = readFileSync(path, "utf8");
    const name = basename(path);
    const tables = { "dukcapil.yaml": () => parseDukcapil(text, regions), "contacts.yaml": () => parseContacts(text) };
    const table = Object.entries(tables).find(([file]) => file === name)?.[1];
    const read = table?.() ?? parseCategory(name.replace(/\.ya?ml$/, ""), text);
    if (read.ok) console.log(`${path}: right`);
    else console.error(problemLines(path, read.problems));
    return read.ok;
  });
  return results.every(Boolean);
}

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
  console.log(`Wrote ${path}`);
}
