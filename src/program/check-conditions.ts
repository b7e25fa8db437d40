import type { ASTNode } from "@marcbachmann/cel-js";
import { childrenOf, type ConditionLanguage, conditionLanguage } from "./conditions.ts";
import type { FieldDefinition, Program } from "./definition.ts";
import { fieldsOf, outline, type OutlineEntry } from "./outline.ts";
import type { ProgramProblem } from "./problem.ts";
import { canBeReached, canHold, type Decidable, everyAnswer, type Search } from "./reachable.ts";

/**
 * Checks every condition of a program: that it can be read, has the right types, reads only earlier answers, compares
 * choices with options that exist, and can ever hold.
 */
export function checkConditions(program: Program): ProgramProblem[] {
  const fields = fieldsOf(program);
  const byId = new Map(fields.map((field) => [field.id, field]));
  if (byId.size < fields.length) return []; // Ids used twice are reported already, and names would be ambiguous.
  const language = conditionLanguage(fields, program.window);
  const entries = outline(program);
  const positions = new Map(entries.map(({ id }, at) => [id, at]));
  const conditions = new Map<string, Decidable>();
  const problems: ProgramProblem[] = [];
  const seen = new Set<string>();
  const repeated = repeatedFields(program);
  program.eligibility.forEach(({ when }, at) => {
    const path = ["eligibility", at, "when"];
    const parsed = language.parse(when);
    if (!parsed.ok) {
      problems.push({ path, message: parsed.problem.message, offset: parsed.problem.start });
      return;
    }
    if (parsed.condition.reads.length === 0) problems.push({ path, message: "reads no answer, so it is never asked" });
    for (const id of parsed.condition.reads) if (repeated.has(id)) problems.push({ path, message: inItems(id) });
    problems.push(...checkOptions(parsed.ast, byId).map((problem) => ({ path, ...problem })));
  });
  entries.forEach((entry, at) => {
    for (const { source, path } of entry.conditions) {
      const key = path.join(".");
      if (seen.has(key)) continue;
      seen.add(key);
      const parsed = language.parse(source);
      if (!parsed.ok) {
        problems.push({ path, message: parsed.problem.message, offset: parsed.problem.start });
        continue;
      }
      conditions.set(source, decidablePart(source, parsed.ast, byId, language));
      for (const id of parsed.condition.reads) {
        const asked = repeated.get(id);
        if (asked !== undefined && asked !== entry.step) problems.push({ path, message: inItems(id) });
        else if ((positions.get(id) ?? 0) >= at)
          problems.push({ path, message: `${id} is asked later, so it is never known here` });
      }
      problems.push(...checkOptions(parsed.ast, byId).map((problem) => ({ path, ...problem })));
    }
  });
  return problems.length > 0 ? problems : checkReachable(entries, conditions, byId);
}

/** The fields of repeated pages, with their page. */
export function repeatedFields(program: Program): Map<string, string> {
  const pages = program.tasks.flatMap((task) => task.pages).filter(({ repeat }) => repeat !== undefined);
  return new Map(pages.flatMap(({ page, fields }) => fields.map(({ id }) => [id, page] as const)));
}

/** Why an answer that is given in items cannot be read. */
export function inItems(id: string): string {
  return `${id} is asked in each item of a repeated page, so it has no one answer here`;
}

/** A choice compared with a value that is none of its options is a misspelling, whatever the rest of the condition. */
export function checkOptions(
  node: ASTNode,
  byId: ReadonlyMap<string, FieldDefinition>,
): { message: string; offset: number }[] {
  const problems = childrenOf(node).flatMap((child) => checkOptions(child, byId));
  if (node.op !== "==" && node.op !== "!=" && node.op !== "in") return problems;
  const [left, right] = node.args;
  const names = [left, right].flatMap((side) => (side.op === "id" ? [side.args] : []));
  const literals = [left, right]
    .flatMap((side) => (side.op === "list" ? side.args : [side]))
    .filter((side) => side.op === "value");
  for (const name of names) {
    const field = byId.get(name);
    if (field?.type !== "choice" && field?.type !== "choices") continue;
    for (const { args: value, range } of literals) {
      if (value === "" || field.options.some((option) => option.value === value)) continue;
      problems.push({ message: `${name} has no option ${JSON.stringify(String(value))}`, offset: range.start });
    }
  }
  return problems;
}

/** Splits a condition at its outermost `&&` and keeps the parts that only ask for choices and yes or no. */
function decidablePart(
  source: string,
  ast: ASTNode,
  byId: ReadonlyMap<string, FieldDefinition>,
  language: ConditionLanguage,
): Decidable {
  const parts = conjuncts(ast).map(({ range }) => language.parse(source.slice(range.start, range.end)));
  const decidable = parts.flatMap((part) =>
    part.ok && part.condition.reads.every((id) => everyAnswer(byId.get(id)) !== undefined) ? [part.condition] : [],
  );
  return { parts: decidable, whole: decidable.length === parts.length };
}

function conjuncts(node: ASTNode): ASTNode[] {
  return node.op === "&&" ? node.args.flatMap(conjuncts) : [node];
}

/** How many times all conditions together may be tried, so that no file keeps the check busy for long. */
const budget = 100_000;

function checkReachable(
  entries: readonly OutlineEntry[],
  conditions: ReadonlyMap<string, Decidable>,
  byId: ReadonlyMap<string, FieldDefinition>,
): ProgramProblem[] {
  const owners = new Map(entries.filter(({ kind }) => kind === "field").map((entry) => [entry.id, entry]));
  const search: Search = { conditions, fields: byId, owners, left: budget };
  const problems: ProgramProblem[] = [];
  const dead = new Set<string>();
  for (const entry of entries) {
    const inner = entry.conditions.at(-1);
    if (inner === undefined || dead.has(inner.path.join("."))) continue;
    const condition = conditions.get(inner.source);
    if (condition !== undefined && !canHold(condition, search)) {
      problems.push({ path: inner.path, message: "can never hold, whatever is answered" });
      dead.add(inner.path.join("."));
    } else if (!canBeReached(entry, search)) {
      problems.push({
        path: inner.path,
        message: `nobody can ever reach ${entry.kind} ${entry.id}: the conditions on the way exclude each other`,
      });
      dead.add(inner.path.join("."));
    }
  }
  return problems;
}
