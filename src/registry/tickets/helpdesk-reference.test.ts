import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../platform/project-root.ts";
import { parseCategory } from "./category-file.ts";
import { helpdeskReference, helpdeskSchemas } from "./helpdesk-reference.ts";

const read = (file: string) => readFileSync(join(projectRoot, file), "utf8");

test("the reference and the schemas stand as the files are read today: npm run helpdesk -- docs, and -- schema", () => {
  expect(read("docs/helpdesk-files.md")).toBe(helpdeskReference());
  for (const [file, schema] of Object.entries(helpdeskSchemas)) {
    expect(JSON.parse(read(file)), file).toEqual(JSON.parse(JSON.stringify(schema)));
  }
});

test("every key is explained", () => {
  const empty = helpdeskReference()
    .split("\n")
    .filter((line) => /\|\s*\|$/.test(line) && !line.includes("| | meaning |"));
  expect(empty).toEqual([]);
});

const right = `category: contoh
order: 1
title: { id: Contoh, en: Sample }
lead: { id: Untuk contoh., en: For samples. }
after: { id: Tunggu., en: Wait. }
fields:
  - { id: nama, type: name, label: { id: Nama, en: Name } }
  - { id: tanggal_lahir, type: date, label: { id: Lahir, en: Born } }
`;

test("a category that is right is read, and its name is that of the file", () => {
  expect(parseCategory("contoh", right)).toMatchObject({ ok: true, value: { category: "contoh", documents: [] } });
  expect(parseCategory("lain", right)).toMatchObject({ problems: [{ line: 1, path: "category" }] });
});

test.each([
  ["a key that is not known", "urutan: 1", { line: 9, path: "urutan" }],
  [
    "a field that is asked twice",
    "  - { id: nama, type: name, label: { id: N, en: N } }",
    { line: 9, path: "fields.2.id" },
  ],
  [
    "a field with a condition",
    "  - { id: kota, type: text, when: nama != '', label: { id: K, en: K } }",
    { line: 9, path: "fields.2.when" },
  ],
  ["a question that is no address", "questions: [Lupa kata sandi]", { line: 9, path: "questions.0" }],
  ["an institution that is no name", "institutions: [PAMJAKI Pusat]", { line: 9, path: "institutions.0" }],
  ["a type that there is not", "  - { id: kota, type: teks, label: { id: K, en: K } }", { line: 9 }],
  ["a document that is too large", documentOf("max: 1 MiB"), { line: 10, path: "documents.0.max" }],
  ["a document with a condition", documentOf("max: 100 KiB, when: nama != ''"), { path: "documents.0.when" }],
  ["an office by a NIK that is not asked", "refer: { to: dukcapil, nik: nik }", { line: 9, path: "refer.nik" }],
  [
    "a check of what is not asked",
    "checks: [{ source: dapodik, facts: { nik: nik } }]",
    { line: 9, path: "checks.0.facts.nik" },
  ],
  ["no source", "checks: []", { line: 9, path: "checks" }],
  [
    "a source that is asked twice",
    "checks:\n  - { source: dapodik, facts: { nik: nama } }\n  - { source: dapodik, facts: { nik: nama } }",
    { line: 11, path: "checks.1.source" },
  ],
  ["an alias", "checks: *semua", { line: 9 }],
])("%s is told with its line", (_what, added, problem) => {
  expect(parseCategory("contoh", `${right}${added}\n`)).toMatchObject({ ok: false, problems: [problem] });
});

test("a category that does not ask for name and birth date is refused", () => {
  const read = parseCategory("contoh", right.replace("id: nama, type: name", "id: nama, type: text"));
  expect(read).toMatchObject({ problems: [{ path: "fields", message: "must ask nama, a field of type name" }] });
});

function documentOf(rest: string): string {
  return `documents:\n  - { id: surat, label: { id: Surat, en: Letter }, formats: [pdf], ${rest} }`;
}
