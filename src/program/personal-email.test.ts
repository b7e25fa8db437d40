import { expect, it } from "vitest";
import { programText, tennisClub } from "../../test/programs/compiled.ts";
import { parseProgram } from "./parse.ts";
import { domainOf, judgeDomain, type PersonalRule } from "./personal-email.ts";

const none: PersonalRule = { allow: [], deny: [] };

it.each([
  ["siti@gmail.com", "personal"],
  ["siti@YAHOO.co.id", "personal"],
  ["siti@kantor-contoh.co.id", "office"],
  ["siti@dinas.contoh.go.id", "office"],
  ["siti@universitas-contoh.ac.id", "office"],
  ["siti@contoh.id", "unknown"],
  ["siti@notgmail.com", "unknown"],
  ["siti@gmail.com.contoh.id", "unknown"],
])("takes %s for %s", (address, kind) => {
  expect(judgeDomain(domainOf(address), none)).toBe(kind);
});

it("follows the institution's own lists, the denied ones first and with all below them", () => {
  const rule = { allow: ["contoh.co.id", "dua.example"], deny: ["dua.example", "gmail.com"] };
  expect(judgeDomain("contoh.co.id", rule)).toBe("personal");
  expect(judgeDomain("dua.example", rule)).toBe("office");
  expect(judgeDomain("surel.dua.example", rule)).toBe("office");
  expect(judgeDomain("gmail.com", rule)).toBe("office");
});

it("follows the institution's lists, and of several what one of them lets in", () => {
  const before = { allow: ["lama.example"], deny: ["kantor.example"] };
  const now = { allow: ["baru.example"], deny: ["lama.example", "kantor.example", "contoh.id"] };
  const judge = (domain: string, lists: PersonalRule[]) => judgeDomain(domain, none, lists);
  expect(judge("surel.kantor.example", [before, now])).toBe("office");
  expect(judge("lama.example", [now])).toBe("office");
  expect(judge("lama.example", [before, now])).toBe("personal");
  expect(judge("baru.example", [before, now])).toBe("personal");
  expect(judge("contoh.id", [none, now])).toBe("unknown");
  expect(judge("dinas.go.id", [none, { allow: ["dinas.go.id"], deny: [] }])).toBe("personal");
  expect(judgeDomain("baru.example", { allow: [], deny: ["baru.example"] }, [now])).toBe("office");
});

it("wants a program that refuses office addresses to say why, and whom to ask", () => {
  const field = "{ id: surel_pribadi, type: email, personal: {}, label: { id: Surel, en: E-mail } }";
  const text = programText(tennisClub).replace(/fields:\n/, (found) => `${found}          - ${field}\n`);
  const problems = (file: string) => {
    const parsed = parseProgram(file);
    return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
  };
  expect(problems(text)).toEqual(["why: a program with a personal e-mail address must say why, and whom to ask"]);
  const why =
    "why: { contact: { id: Telepon., en: Call. }, questions: [{ question: { id: Mengapa?, en: Why? }, answer: { id: Begitu., en: So. } }] }";
  expect(problems(`${text}\n${why}\n`)).toEqual([]);
});
