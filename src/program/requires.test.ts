import { expect, it } from "vitest";
import { programText, readProgram, tennisClub } from "../../test/programs/compiled.ts";
import type { Program } from "./definition.ts";
import { parseProgram } from "./parse.ts";
import { inOrderOfNeed } from "./requires.ts";

const club = readProgram(tennisClub);

function demanding(program: string, ...requires: string[]): Program {
  return { ...club, program, requires: requires.map((slug) => ({ program: slug, state: "accepted" })) };
}

function messages(yaml: string, beside?: readonly Program[]): string[] {
  const parsed = parseProgram(yaml, beside);
  return parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line > 1} ${message}`);
}

function withRequires(value: string): string {
  return programText(tennisClub).replace(/^tasks:/m, `requires: ${value}\ntasks:`);
}

it("says how far one must have come elsewhere, accepted where it says nothing", () => {
  const parsed = parseProgram(withRequires("[{ program: anggota }, { program: tes, state: submitted }]"));
  expect(parsed.ok && parsed.program.requires).toEqual([
    { program: "anggota", state: "accepted" },
    { program: "tes", state: "submitted" },
  ]);
});

it("refuses itself, the same twice, an empty list and another state", () => {
  expect(messages(withRequires(`[{ program: ${club.program} }]`))).toEqual(["true is this program itself"]);
  expect(messages(withRequires("[{ program: a }, { program: a }]"))).toEqual(["true a is demanded twice"]);
  expect(messages(withRequires("[]"))).toHaveLength(1);
  expect(messages(withRequires("[{ program: a, state: rejected }]"))).toHaveLength(1);
});

it("refuses, among its neighbours, a program that is not there and one without accounts", () => {
  const file = withRequires("[{ program: anggota }]");
  expect(messages(file, [])).toEqual(["true there is no program anggota"]);
  expect(messages(file, [demanding("anggota")])).toEqual([]);
  expect(messages(file, [{ ...club, program: "anggota", account: "none" }])).toEqual([
    "true anggota has no accounts, so nobody gets there",
  ]);
});

it("refuses programs that wait for each other, and names the way round", () => {
  const round = [demanding("anggota", "tes"), demanding("tes", club.program), demanding("lain", "lain2")];
  expect(messages(withRequires("[{ program: anggota }]"), round)).toEqual([
    `true in the end demands this program: ${club.program} → anggota → tes → ${club.program}`,
  ]);
  // Others that wait for each other are their own affair, and do not keep the check from ending.
  const others = [demanding("anggota", "a"), demanding("a", "b"), demanding("b", "a")];
  expect(messages(withRequires("[{ program: anggota }]"), others)).toEqual([]);
});

it("puts programs in an order in which each comes after those that it demands", () => {
  const order = (...programs: Program[]) =>
    inOrderOfNeed(programs.map((program) => ({ program }))).map(({ program }) => program.program);
  expect(order(demanding("a", "c"), demanding("b"), demanding("c", "b"))).toEqual(["b", "c", "a"]);
  expect(order(demanding("a", "nowhere"), demanding("b"))).toEqual(["a", "b"]);
  expect(order(demanding("a", "b"), demanding("b", "a"))).toHaveLength(2);
});
