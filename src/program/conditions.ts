import { type ASTNode, Environment, type ParseResult } from "@marcbachmann/cel-js";
import type { Answer, Answers } from "./answers.ts";
import type { FieldDefinition, Program } from "./definition.ts";
import { fullYears } from "./fields/calendar.ts";
import type { ConditionType } from "./fields/field.ts";
import { fieldOf } from "./fields/index.ts";

/** A date in a condition; its text is empty while the question is unanswered. */
class CalendarDate {
  readonly iso: string;
  constructor(iso: string) {
    this.iso = iso;
  }
}

export interface Condition {
  readonly source: string;
  /** The ids of the fields it reads. */
  readonly reads: readonly string[];
  /** Whether it holds; unanswered fields count as empty text, 0, false, an empty list or no date. Never throws. */
  holds(answers: Answers): boolean;
}

export interface ConditionProblem {
  readonly message: string;
  /** Where in the condition's text it is. */
  readonly start: number;
}

export type ParsedCondition =
  | { readonly ok: true; readonly condition: Condition; readonly ast: ASTNode }
  | { readonly ok: false; readonly problem: ConditionProblem };

/** A number that follows from answers. */
export interface Formula {
  readonly source: string;
  /** The ids of the fields it reads. */
  readonly reads: readonly string[];
  /** What it gives, unanswered fields counting as in a condition; NaN where numbers overflow. Never throws. */
  value(answers: Answers): number;
}

export type ParsedFormula =
  | { readonly ok: true; readonly formula: Formula; readonly ast: ASTNode }
  | { readonly ok: false; readonly problem: ConditionProblem };

export interface ConditionLanguage {
  parse(source: string): ParsedCondition;
  parseFormula(source: string): ParsedFormula;
}

/**
 * Only what surely ends fast: no macros (which loop), no regular expressions, no indexing, no division. With the limits
 * on length and nodes every condition costs at most a few hundred steps.
 */
const operators = new Set([
  "value",
  "id",
  "list",
  "||",
  "&&",
  "!_",
  "-_",
  "?:",
  "==",
  "!=",
  "in",
  "+",
  "-",
  "*",
  "<",
  "<=",
  ">",
  ">=",
]);
const functions = new Set(["age", "answered", "date", "size"]);
const methods = new Set(["startsWith", "endsWith", "contains", "size"]);

/** Makes the language of one program's conditions, with a typed name for each of its fields. */
export function conditionLanguage(fields: readonly FieldDefinition[], window: Program["window"]): ConditionLanguage {
  const environment = newEnvironment();
  for (const field of fields) environment.registerVariable(field.id, fieldOf(field).condition);
  const byId = new Map(fields.map((field) => [field.id, field]));
  const windowDates = {
    opens: new CalendarDate(window.opens.slice(0, 10)),
    closes: new CalendarDate(window.closes?.slice(0, 10) ?? ""),
  };
  return {
    parse: (source) => {
      const read = readExpression({ environment, byId, window: windowDates }, source);
      if (!read.ok) return read;
      if (read.type !== "bool") return refuse(`must be true or false, but is ${read.type}`, 0);
      const { ast, reads, evaluate } = read;
      return { ok: true, ast, condition: { source, reads, holds: (answers) => evaluate(answers) === true } };
    },
    parseFormula: (source) => {
      const read = readExpression({ environment, byId, window: windowDates }, source);
      if (!read.ok) return read;
      if (read.type !== "int" && read.type !== "double") return refuse(`must be a number, but is ${read.type}`, 0);
      const { ast, reads, evaluate } = read;
      return { ok: true, ast, formula: { source, reads, value: (answers) => Number(evaluate(answers)) } };
    },
  };
}

function newEnvironment(): Environment {
  const environment = new Environment({
    limits: { maxAstNodes: 150, maxDepth: 20, maxListElements: 50, maxMapEntries: 1, maxCallArguments: 3 },
  });
  environment.registerType("Date", { ctor: CalendarDate, fields: {} });
  environment.registerVariable("window", { schema: { opens: "Date", closes: "Date" } });
  environment.registerFunction("age(Date, Date): int", (from: CalendarDate, to: CalendarDate) =>
    BigInt(fullYears(from.iso, to.iso)),
  );
  environment.registerFunction("answered(Date): bool", (date: CalendarDate) => date.iso !== "");
  environment.registerFunction(
    "date(string): Date",
    (iso: string) => new CalendarDate(/^\d{4}-\d\d-\d\d$/.test(iso) ? iso : ""),
  );
  registerDateOperators(environment);
  registerMixedNumbers(environment);
  return environment;
}

function both(a: CalendarDate, b: CalendarDate): boolean {
  return a.iso !== "" && b.iso !== "";
}

/** A comparison with a missing date never holds, so that nothing opens before its question is answered. */
function registerDateOperators(environment: Environment): void {
  environment.registerOperator("Date < Date", (a: CalendarDate, b: CalendarDate) => both(a, b) && a.iso < b.iso);
  environment.registerOperator("Date <= Date", (a: CalendarDate, b: CalendarDate) => both(a, b) && a.iso <= b.iso);
  environment.registerOperator("Date > Date", (a: CalendarDate, b: CalendarDate) => both(a, b) && a.iso > b.iso);
  environment.registerOperator("Date >= Date", (a: CalendarDate, b: CalendarDate) => both(a, b) && a.iso >= b.iso);
  environment.registerOperator("Date == Date", (a: CalendarDate, b: CalendarDate) => both(a, b) && a.iso === b.iso);
}

/** Answers are doubles and figures in a condition are ints; authors should not have to know. */
function registerMixedNumbers(environment: Environment): void {
  environment.registerOperator("double == int", (a: number, b: bigint) => a === Number(b));
  environment.registerOperator("double + int: double", (a: number, b: bigint) => a + Number(b));
  environment.registerOperator("int + double: double", (a: bigint, b: number) => Number(a) + b);
  environment.registerOperator("double - int: double", (a: number, b: bigint) => a - Number(b));
  environment.registerOperator("int - double: double", (a: bigint, b: number) => Number(a) - b);
  environment.registerOperator("double * int: double", (a: number, b: bigint) => a * Number(b));
  environment.registerOperator("int * double: double", (a: bigint, b: number) => Number(a) * b);
}

interface Names {
  readonly environment: Environment;
  readonly byId: ReadonlyMap<string, FieldDefinition>;
  readonly window: Readonly<Record<"opens" | "closes", CalendarDate>>;
}

interface Expression {
  readonly ok: true;
  readonly ast: ASTNode;
  readonly reads: readonly string[];
  readonly type: string;
  /** Its value; undefined where it has none, as when numbers overflow. */
  readonly evaluate: (answers: Answers) => unknown;
}

function readExpression(names: Names, source: string): Expression | Refusal {
  const { environment } = names;
  let parsed: ParseResult;
  try {
    parsed = environment.parse(source);
  } catch (error) {
    return refuse(summaryOf(error), startOf(error));
  }
  const reads = new Set<string>();
  const forbidden = findForbidden(parsed.ast, reads);
  if (forbidden !== undefined) return refuse(forbidden.message, forbidden.start);
  const checked = parsed.check();
  if (!checked.valid) return refuse(summaryOf(checked.error), startOf(checked.error));
  reads.delete("window");
  const { ast } = parsed;
  const evaluate = evaluator(parsed, [...reads], names);
  return { ok: true, ast, reads: [...reads], type: checked.type ?? "unknown", evaluate };
}

function evaluator(
  parsed: ParseResult,
  reads: readonly string[],
  { byId, window }: Names,
): (answers: Answers) => unknown {
  const readers = reads.flatMap((id) => {
    const field = byId.get(id);
    return field === undefined ? [] : [{ id, read: values[fieldOf(field).condition] }];
  });
  return (answers) => {
    const context: Record<string, unknown> = { window };
    for (const { id, read } of readers) context[id] = read(Object.hasOwn(answers, id) ? answers[id] : undefined);
    try {
      return parsed(context) as unknown;
    } catch {
      // What is left to fail after the type check is overflow of very large numbers: then nothing opens.
      return undefined;
    }
  };
}

/** How an answer, or its absence, reads in a condition; an answer of another type counts as none. */
const values = {
  string: (answer) => (typeof answer === "string" ? answer : ""),
  double: (answer) => (typeof answer === "number" ? answer : 0),
  bool: (answer) => answer === true,
  "list<string>": (answer) => (typeof answer === "object" ? answer : []),
  Date: (answer) => new CalendarDate(typeof answer === "string" ? answer : ""),
} as const satisfies Record<ConditionType, (answer: Answer | undefined) => unknown>;

/** Walks over the tree, notes the names it reads and gives the first thing that the language does not allow. */
function findForbidden(node: ASTNode, reads: Set<string>): ConditionProblem | undefined {
  if (node.op === "value") return undefined;
  if (node.op === "id") {
    reads.add(node.args);
    return undefined;
  }
  const { start } = node.range;
  if (node.op === ".") {
    const isWindow = node.args[0].op === "id" && node.args[0].args === "window";
    return isWindow ? undefined : { message: "only window has parts, window.opens and window.closes", start };
  }
  if (node.op === "call" || node.op === "rcall") {
    const [name] = node.args;
    const known = node.op === "call" ? functions : methods;
    const operands = node.op === "call" ? node.args[1] : [node.args[1], ...node.args[2]];
    return known.has(name)
      ? findFirst(operands, reads)
      : { message: `there is no function ${name} in conditions`, start };
  }
  return operators.has(node.op)
    ? findFirst(childrenOf(node), reads)
    : { message: `${node.op} is not allowed in conditions`, start };
}

function findFirst(nodes: readonly ASTNode[], reads: Set<string>): ConditionProblem | undefined {
  for (const node of nodes) {
    const found = findForbidden(node, reads);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The operands of an operator node. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  const { args } = node;
  const list: readonly unknown[] = Array.isArray(args) ? args : [args];
  return list.flat(2).filter(isNode);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === "object" && value !== null && "op" in value && "range" in value;
}

interface Refusal {
  readonly ok: false;
  readonly problem: ConditionProblem;
}

function refuse(message: string, start: number): Refusal {
  return { ok: false, problem: { message, start } };
}

function summaryOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "summary" in error) return String(error.summary);
  return error instanceof Error ? (error.message.split("\n")[0] ?? "cannot be read") : "cannot be read";
}

function startOf(error: unknown): number {
  const range = typeof error === "object" && error !== null && "range" in error ? error.range : undefined;
  return typeof range === "object" && range !== null && "start" in range ? Number(range.start) : 0;
}
