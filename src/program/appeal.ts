import { Program } from "./definition.ts";
import type { ProgramProblem } from "./problem.ts";

/** The page id of an appeal's form. */
export const appealPage = "sanggah";

/**
 * The form of an appeal as a program of one page, so that its fields are checked, drawn and shown by the same engine as
 * all others; undefined where nobody may appeal. What else the program says, of its own questions above all, is left out.
 */
export function appealProgram(program: Program): Program | undefined {
  const { appeal, reasons, stages } = program.review;
  if (appeal === undefined) return undefined;
  const title = { id: "Sanggah", en: program.languages.includes("en") ? "Appeal" : "" };
  const page = { page: appealPage, title, ...(appeal.intro ? { intro: appeal.intro } : {}), fields: appeal.fields };
  return Program.parse({
    program: program.program,
    institution: program.institution,
    languages: program.languages,
    title: program.title,
    summary: program.summary,
    identity: "simple",
    window: program.window,
    once_per: program.once_per,
    number: { pattern: "{sequence}", given: "accept" },
    tasks: [{ task: "formulir_sanggah", title, pages: [page] }],
    declaration: program.declaration,
    review: { reasons, stages },
    data: program.data,
  });
}

/** What is wrong with the form of an appeal; `check` checks a whole program. */
export function checkAppeal(program: Program, check: (program: Program) => ProgramProblem[]): ProgramProblem[] {
  const form = appealProgram(program);
  if (form === undefined) return [];
  const at = ["tasks", 0, "pages", 0];
  const own = check(form)
    .filter(({ path }) => at.every((part, index) => path[index] === part))
    // Texts are found by their shape wherever they stand, here as well.
    .filter(({ path }) => path.at(-1) !== "label" && path.at(-1) !== "hint" && path.at(-1) !== "intro")
    .map(({ path, message }) => ({ path: ["review", "appeal", ...path.slice(at.length)], message }));
  const plain = form.tasks[0]?.pages[0]?.fields.flatMap((field, index) => {
    const path = ["review", "appeal", "fields", index];
    if (field.from !== undefined) return [{ path: [...path, "from"], message: "forms of appeals begin empty" }];
    if ("project" in field && field.project !== undefined)
      return [{ path: [...path, "project"], message: "answers of an appeal are never projected" }];
    return [];
  });
  const rejects = program.review.stages.some(({ decisions }) => decisions.includes("reject"));
  const needless = rejects ? [] : [{ path: ["review", "appeal"], message: "has no meaning where no stage rejects" }];
  return [...needless, ...own, ...(plain ?? [])];
}
