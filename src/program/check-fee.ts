import { checkOptions, inItems, repeatedFields } from "./check-conditions.ts";
import { conditionLanguage, type Formula } from "./conditions.ts";
import type { FieldDefinition, Program } from "./definition.ts";
import { feeStep } from "./fee.ts";
import { fieldsOf, outline } from "./outline.ts";
import type { ProgramProblem } from "./problem.ts";
import { everyAnswer } from "./reachable.ts";

/** What a file says wrong about its fee: a formula that is none, a bank account that is missing, refunds that never are. */
export function checkFee(program: Program): ProgramProblem[] {
  const { fee, account, window } = program;
  if (fee === undefined) return [];
  if (account === "none") return [{ path: ["fee"], message: "has no meaning where account is none" }];
  const transfers = fee.methods.includes("transfer");
  const when = ["fee", "refund", "when"];
  const steps = [
    ...program.tasks.map(({ task }, at) => ({ id: task, path: ["tasks", at, "task"] })),
    ...outline(program).map(({ id, kind, path }) => ({ id, path: [...path, kind === "page" ? "page" : "id"] })),
  ];
  return [
    ...(transfers && fee.transfer === undefined
      ? [{ path: ["fee", "transfer"], message: "is needed where methods names transfer" }]
      : []),
    ...(!transfers && fee.transfer !== undefined
      ? [{ path: ["fee", "transfer"], message: "has no meaning where methods does not name transfer" }]
      : []),
    ...(fee.due === "after_acceptance" && fee.refund.when.length > 0
      ? [{ path: when, message: "must be empty where the fee is due after_acceptance: nothing else can follow" }]
      : []),
    ...(window.closes === null && fee.refund.when.includes("locked")
      ? [{ path: when, message: "names locked, but a program without a closing locks nothing" }]
      : []),
    ...steps
      .filter(({ id }) => id === feeStep)
      .map(({ path }) => ({ path, message: "is kept for the fee; choose another id" })),
    ...(typeof fee.amount === "string" ? checkFormula(program, fee.amount) : []),
  ];
}

function checkFormula(program: Program, source: string): ProgramProblem[] {
  const path = ["fee", "amount"];
  const fields = fieldsOf(program);
  const byId = new Map(fields.map((field) => [field.id, field]));
  const parsed = conditionLanguage(fields, program.window).parseFormula(source);
  if (!parsed.ok) return [{ path, message: parsed.problem.message, offset: parsed.problem.start }];
  const { formula, ast } = parsed;
  const repeated = repeatedFields(program);
  return [
    ...(formula.reads.length === 0 ? [{ path, message: "reads no answer; write the amount as a number" }] : []),
    ...formula.reads.filter((id) => repeated.has(id)).map((id) => ({ path, message: inItems(id) })),
    ...checkOptions(ast, byId).map((problem) => ({ path, ...problem })),
    ...(isEverNegative(formula, byId) ? [{ path, message: "is below 0 for some answers; a fee never is" }] : []),
  ];
}

/** How many combinations of answers are tried. */
const budget = 10_000;

/** Tries all answers of choices and yes-no questions, where the formula reads nothing else. */
function isEverNegative(formula: Formula, byId: ReadonlyMap<string, FieldDefinition>): boolean {
  let tried: Record<string, string | boolean>[] = [{}];
  for (const id of formula.reads) {
    const answers = everyAnswer(byId.get(id));
    if (answers === undefined || tried.length * answers.length > budget) return false;
    tried = tried.flatMap((before) =>
      answers.map((answer) =>
        typeof answer === "string" || typeof answer === "boolean" ? { ...before, [id]: answer } : before,
      ),
    );
  }
  return tried.some((answers) => formula.value(answers) < 0);
}
