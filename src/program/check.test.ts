import { expect, it } from "vitest";
import { programText, tennisClub } from "../../test/programs/compiled.ts";
import { parseProgram } from "./parse.ts";

function messages(text: string): string[] {
  const parsed = parseProgram(text);
  return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
}

const file = programText(tennisClub);

it("refuses what nothing acts on yet, rather than promise it", () => {
  expect(messages(file)).toEqual([]);
  expect(
    messages(file.replace("{year}", "{year}-{region}").replace("given: submit }", "given: submit, kind: gapless }")),
  ).toEqual(["cannot have {region} where the kind is gapless: the giver does not read answers"]);
  const second =
    "    - { stage: kedua, title: { id: Kedua, en: Second }, role: reviewer, decisions: [accept], reasons: [salah] }\n";
  expect(messages(file.replace(/\ndata:/, (found) => `\n${second}${found.slice(1)}`))).toEqual([
    "is a second stage; reviews have one stage so far",
  ]);
});

it("takes only templates whose name stays beside the program", () => {
  const slot = (template: string) => file.replace(/formats: \[/, `template: ${template}, formats: [`);
  for (const bad of [
    "../surat.docx",
    "templates/../surat.docx",
    "templates/surat.exe",
    "/etc/passwd",
    "templates/a b.pdf",
  ]) {
    expect(messages(slot(`"${bad}"`)), bad).toEqual(["must be a file as templates/surat.docx"]);
  }
  expect(messages(slot("templates/surat.docx"))).toEqual([]);
});
