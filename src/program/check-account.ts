import type { Program } from "./definition.ts";
import type { ProgramProblem } from "./problem.ts";

/** A program with applications has a number and a review; one without accounts has two fields and nothing else. */
export function checkAccount(program: Program): ProgramProblem[] {
  return program.account === "required" ? checkRequired(program) : checkNone(program);
}

function checkRequired({ number, review }: Program): ProgramProblem[] {
  const message = "is needed unless account is none";
  return [
    ...(number === undefined ? [{ path: ["number"], message }] : []),
    ...(review.reasons.length === 0 ? [{ path: ["review", "reasons"], message }] : []),
    ...(review.stages.length === 0 ? [{ path: ["review", "stages"], message }] : []),
  ];
}

function checkNone(program: Program): ProgramProblem[] {
  const { number, review, identity, window, eligibility } = program;
  const [task, ...otherTasks] = program.tasks;
  const message = "has no meaning where account is none";
  return [
    ...(identity === "simple" ? [] : [{ path: ["identity"], message: "must be simple where account is none" }]),
    ...(number === undefined ? [] : [{ path: ["number"], message }]),
    ...(review.reasons.length + review.stages.length === 0 ? [] : [{ path: ["review"], message }]),
    ...(eligibility.length === 0 ? [] : [{ path: ["eligibility"], message }]),
    ...(window.at_close === "lock" ? [] : [{ path: ["window", "at_close"], message }]),
    ...(otherTasks.length === 0 && task !== undefined ? checkTask(task) : [{ path: ["tasks"], message: onePage }]),
  ];
}

const onePage = "must be one page with one name and one email field where account is none";

function checkTask({ when, pages, documents }: Program["tasks"][number]): ProgramProblem[] {
  const [page, ...otherPages] = pages;
  const types = page?.fields.map(({ type }) => type).toSorted();
  const isPlain =
    when === undefined &&
    page?.when === undefined &&
    page?.repeat === undefined &&
    page?.fields.every((field) => field.when === undefined && !field.optional) === true;
  const isPair = types?.length === 2 && types[0] === "email" && types[1] === "name";
  return otherPages.length + documents.length === 0 && isPlain && isPair
    ? []
    : [{ path: ["tasks", 0], message: onePage }];
}
