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

it("lets people log in with a number only where it is given at acceptance and looks like none of their other names", () => {
  const given = (number: string) => messages(file.replace(/number: \{[^\n]*\}/, `number: ${number}`));
  const later = "needs a number that is given at acceptance, of the kind fast and without an announcement";
  expect(given('{ pattern: "TK-{sequence:4}", given: accept, username: true }')).toEqual([]);
  expect(given('{ pattern: "TK-{sequence:4}", given: submit, username: true }')).toEqual([later]);
  expect(given('{ pattern: "TK-{sequence:4}", given: accept, kind: gapless, username: true }')).toEqual([later]);
  expect(given('{ pattern: "{year}{sequence:6}", given: accept, username: true }')).toEqual([
    "must begin with two letters where it is a name to log in with, or it is taken for a telephone",
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
