import { createHash } from "node:crypto";
import type { Answers } from "./answers.ts";
import { appealProgram } from "./appeal.ts";
import { checkProgram } from "./check.ts";
import { type Condition, type ConditionLanguage, conditionLanguage } from "./conditions.ts";
import type { DocumentSlot, FieldDefinition, Page, Program, Task, Text } from "./definition.ts";
import { highestFee } from "./fee.ts";
import type { Field } from "./fields/field.ts";
import { fieldOf } from "./fields/index.ts";
import { fieldsOf } from "./outline.ts";
import type { PersonalRule } from "./personal-email.ts";
import type { Regions } from "./regions.ts";

/** One thing on one page: a page of questions, or one document to upload. `task` is the id of its task. */
export type Step =
  | {
      readonly kind: "page";
      readonly id: string;
      readonly task: string;
      readonly title: Text;
      readonly fields: readonly FieldDefinition[];
      /** How often it is asked, when it is asked for each item of a list. */
      readonly repeat: Page["repeat"];
    }
  | {
      readonly kind: "document";
      readonly id: string;
      readonly task: string;
      readonly title: Text;
      readonly slot: DocumentSlot;
    };

export interface CompiledField {
  readonly definition: FieldDefinition;
  readonly module: Field<FieldDefinition>;
  readonly names: readonly string[];
  readonly step: string;
  readonly condition: Condition | undefined;
}

export interface CompiledStep {
  readonly step: Step;
  /** All must hold for the step to be on the path: its task's and its own. */
  readonly conditions: readonly Condition[];
  /** The steps whose answers these conditions read. */
  readonly dependsOn: readonly string[];
  /** The questions of a page; none for a document. */
  readonly fields: readonly CompiledField[];
}

/** A rule by which some people cannot apply. */
export interface CompiledStop {
  readonly condition: Condition;
  readonly stop: Text;
  /** The last step that it reads: where an answer can be put right. */
  readonly step: string;
}

/** A fee that depends on the answers. */
export interface CompiledFee {
  /** Whole rupiah; undefined where the formula overflows. */
  amount(answers: Answers): number | undefined;
}

/** A program made ready once per version; immutable, and shared by all requests. */
export interface CompiledProgram {
  readonly program: Program;
  /** The content hash under which the program is published. */
  readonly hash: string;
  readonly regions: Regions;
  /** What the institution takes for personal addresses, where it is known; see `judgeDomain`. */
  readonly emailLists?: readonly PersonalRule[];
  /** Every step in order, whatever its conditions. */
  readonly steps: readonly Step[];
  readonly compiledSteps: readonly CompiledStep[];
  readonly stepsById: ReadonlyMap<string, CompiledStep>;
  readonly fieldsById: ReadonlyMap<string, CompiledField>;
  readonly stops: readonly CompiledStop[];
  /** The form of an appeal, as a program of one page; undefined where nobody may appeal. */
  readonly appeal: CompiledProgram | undefined;
  /** The fee, where it is a formula. */
  readonly fee: CompiledFee | undefined;
}

/** Compiles a program once per version. Throws on a program that `parseProgram` would have refused. */
export function compileProgram(program: Program, { regions }: { readonly regions: Regions }): CompiledProgram {
  const [problem] = checkProgram(program);
  if (problem !== undefined)
    throw new Error(`Program ${program.program} at ${problem.path.join(".")}: ${problem.message}`);
  const language = conditionLanguage(fieldsOf(program), program.window);
  const stepOfField = new Map<string, string>();
  const compiledSteps = program.tasks.flatMap((task) => compileTask(task, language, stepOfField));
  const form = appealProgram(program);
  return Object.freeze({
    program,
    hash: contentHash(program),
    regions,
    steps: compiledSteps.map(({ step }) => step),
    compiledSteps,
    stepsById: new Map(compiledSteps.map((compiled) => [compiled.step.id, compiled])),
    fieldsById: new Map(
      compiledSteps.flatMap(({ fields }) => fields.map((field) => [field.definition.id, field] as const)),
    ),
    stops: program.eligibility.map(({ when, stop }): CompiledStop => {
      const condition = compileCondition(when, language);
      const read = new Set(condition.reads.map((id) => stepOfField.get(id)));
      return { condition, stop, step: compiledSteps.findLast(({ step }) => read.has(step.id))?.step.id ?? "" };
    }),
    appeal: form && compileProgram(form, { regions }),
    fee: compileFee(program, language),
  });
}

/** A formula gives whole rupiah, never less than nothing; where it gives no number at all the fee is not known. */
function compileFee({ fee }: Program, language: ConditionLanguage): CompiledFee | undefined {
  if (typeof fee?.amount !== "string") return undefined;
  const parsed = language.parseFormula(fee.amount);
  if (!parsed.ok) throw new Error(`Formula ${fee.amount}: ${parsed.problem.message}`);
  return {
    amount: (answers) => {
      const value = Math.round(parsed.formula.value(answers));
      return Number.isSafeInteger(value) ? Math.min(Math.max(value, 0), highestFee) : undefined;
    },
  };
}

function compileTask(task: Task, language: ConditionLanguage, stepOfField: Map<string, string>): CompiledStep[] {
  const pages = task.pages.map((page): CompiledStep => {
    const fields = page.fields.map((field) => compileField(field, page.page, language));
    for (const field of page.fields) stepOfField.set(field.id, page.page);
    const step: Step = {
      kind: "page",
      id: page.page,
      task: task.task,
      title: page.title,
      fields: page.fields,
      repeat: page.repeat,
    };
    return { step, fields, ...compileConditions([task.when, page.when], language, stepOfField) };
  });
  const documents = task.documents.map((slot): CompiledStep => {
    const step: Step = { kind: "document", id: slot.id, task: task.task, title: slot.label, slot };
    return { step, fields: [], ...compileConditions([task.when, slot.when], language, stepOfField) };
  });
  return [...pages, ...documents];
}

function compileField(definition: FieldDefinition, step: string, language: ConditionLanguage): CompiledField {
  const module = fieldOf(definition);
  const condition = definition.when === undefined ? undefined : compileCondition(definition.when, language);
  return { definition, module, names: module.names(definition), step, condition };
}

function compileConditions(
  sources: readonly (string | undefined)[],
  language: ConditionLanguage,
  stepOfField: ReadonlyMap<string, string>,
): Pick<CompiledStep, "conditions" | "dependsOn"> {
  const conditions = sources
    .filter((source) => source !== undefined)
    .map((source) => compileCondition(source, language));
  const reads = conditions.flatMap((condition) => condition.reads);
  const dependsOn = new Set(reads.map((id) => stepOfField.get(id)).filter((id) => id !== undefined));
  return { conditions, dependsOn: [...dependsOn] };
}

function compileCondition(source: string, language: ConditionLanguage): Condition {
  const parsed = language.parse(source);
  if (!parsed.ok) throw new Error(`Condition ${source}: ${parsed.problem.message}`);
  return parsed.condition;
}

/**
 * SHA-256 in hexadecimal of the program's canonical JSON: object keys sorted, so the order in the file is free. `files`
 * is the hash of what is published with it.
 */
export function contentHash(program: Program, files?: string): string {
  return createHash("sha256")
    .update(canonicalJson(program) + (files === undefined ? "" : `\n${files}`))
    .digest("hex");
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(",")}}`;
}
