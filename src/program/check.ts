import { checkAppeal } from "./appeal.ts";
import { checkAccount } from "./check-account.ts";
import { checkConditions } from "./check-conditions.ts";
import { checkFee } from "./check-fee.ts";
import type { Program } from "./definition.ts";
import { checkKind } from "./kinds.ts";
import { outline } from "./outline.ts";
import type { Path, ProgramProblem } from "./problem.ts";
import { checkRequires } from "./requires.ts";
import { checkSources } from "./sources.ts";
import { announcementOf, windowOf } from "./window.ts";

/** What the schema alone cannot see: names, texts, reasons and conditions that do not fit together. */
export function checkProgram(program: Program): ProgramProblem[] {
  return [
    ...checkIds(program),
    ...checkTexts(program, program.languages, []),
    ...checkTasks(program),
    ...checkReuse(program),
    ...checkFields(program),
    ...checkAccount(program),
    ...checkRequires(program),
    ...checkSources(program),
    ...checkWhy(program),
    ...checkKind(program),
    ...checkReview(program),
    ...checkNumber(program),
    ...checkWindow(program),
    ...checkAnnouncement(program),
    ...checkAppeal(program, checkProgram),
    ...checkConditions(program),
    ...checkFee(program),
  ];
}

function checkIds(program: Program): ProgramProblem[] {
  const seen = new Set<string>();
  const ids = [
    ...program.tasks.map((task, at) => ({ id: task.task, path: ["tasks", at, "task"] })),
    ...outline(program).map(({ id, kind, path }) => ({ id, path: [...path, kind === "page" ? "page" : "id"] })),
  ];
  return ids.flatMap(({ id, path }) => {
    if (seen.has(id))
      return [
        { path, message: `${id} is used twice; ids of tasks, pages, fields and documents are unique in the program` },
      ];
    seen.add(id);
    return [];
  });
}

/** Finds every text by its shape, so that a text added to the language cannot be forgotten here. */
function checkTexts(value: unknown, languages: readonly string[], path: Path): ProgramProblem[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value);
  if (entries.length === 2 && "id" in value && "en" in value && typeof value.en === "string") {
    if (languages.includes("en") && value.en === "")
      return [{ path, message: "has no English text (en), though languages names en" }];
    if (!languages.includes("en") && value.en !== "")
      return [{ path, message: "has an English text (en), though languages does not name en" }];
    return [];
  }
  return entries.flatMap(([key, part]) =>
    checkTexts(part, languages, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** What is specific is asked for each time: it must not wander from one purpose to another by a click. */
function checkReuse(program: Program): ProgramProblem[] {
  return program.tasks.flatMap(({ documents }, at) =>
    documents.flatMap(({ data, reuse }, slotAt) =>
      reuse !== undefined && data === "specific"
        ? [
            {
              path: ["tasks", at, "documents", slotAt, "reuse"],
              message: "specific personal data are given anew each time",
            },
          ]
        : [],
    ),
  );
}

function checkTasks(program: Program): ProgramProblem[] {
  return program.tasks.flatMap((task, at) =>
    task.pages.length + task.documents.length > 0
      ? task.pages.flatMap(({ repeat }, pageAt) =>
          repeat !== undefined && repeat.min > repeat.max
            ? [{ path: ["tasks", at, "pages", pageAt, "repeat", "min"], message: "min is above max" }]
            : [],
        )
      : [{ path: ["tasks", at], message: "has neither pages nor documents" }],
  );
}

function checkFields(program: Program): ProgramProblem[] {
  const dates = new Map<string, number>();
  const entries = outline(program);
  const lastOfStep = new Map(entries.map((entry, at) => [entry.step, at]));
  entries.forEach((entry, at) => {
    if (entry.field?.type === "date") dates.set(entry.id, at);
  });
  const repeated = new Set(
    program.tasks.flatMap(({ pages }) => pages.flatMap(({ page, repeat }) => (repeat === undefined ? [] : [page]))),
  );
  const stepOf = new Map(entries.map((entry) => [entry.id, entry.step]));
  return entries.flatMap(({ field, path, step }) => {
    if (field === undefined) return [];
    const problems: ProgramProblem[] = [];
    if (repeated.has(step)) {
      if ("project" in field && field.project !== undefined) {
        problems.push({ path: [...path, "project"], message: "answers of a repeated page are never projected" });
      }
      if (field.from !== undefined) {
        problems.push({ path: [...path, "from"], message: "items of a repeated page begin empty" });
      }
    }
    if (field.data === "specific" && "project" in field && field.project !== undefined) {
      problems.push({ path: [...path, "project"], message: "specific personal data are never projected" });
    }
    if ("min" in field && "max" in field && isAbove(field.min, field.max)) {
      problems.push({ path: [...path, "min"], message: "min is above max" });
    }
    if (field.type === "choices" && field.min > field.options.length) {
      problems.push({ path: [...path, "min"], message: "min is above the number of options" });
    }
    if (field.type === "text" && field.min_length !== undefined && field.min_length > field.max_length) {
      problems.push({ path: [...path, "min_length"], message: "min_length is above max_length" });
    }
    if (field.type === "nik" && field.matches_birth_date !== undefined) {
      const at = dates.get(field.matches_birth_date);
      const asked = stepOf.get(field.matches_birth_date) ?? "";
      if (at === undefined || at > (lastOfStep.get(step) ?? -1) || (repeated.has(asked) && asked !== step)) {
        problems.push({
          path: [...path, "matches_birth_date"],
          message: "must name a date field on this or an earlier page",
        });
      }
    }
    return problems;
  });
}

function isAbove(min: unknown, max: unknown): boolean {
  if (typeof min === "number" && typeof max === "number") return min > max;
  return typeof min === "string" && typeof max === "string" && min > max;
}

function checkReview({ review }: Program): ProgramProblem[] {
  const reasons = review.reasons.map(({ reason }) => reason);
  const stages = review.stages.map(({ stage }) => stage);
  const [, second] = review.stages;
  return [
    ...(second === undefined
      ? []
      : [{ path: ["review", "stages", 1], message: "is a second stage; reviews have one stage so far" }]),
    ...twice(reasons).map((at) => ({
      path: ["review", "reasons", at, "reason"],
      message: `reason ${reasons[at]} is given twice`,
    })),
    ...twice(stages).map((at) => ({
      path: ["review", "stages", at, "stage"],
      message: `stage ${stages[at]} is given twice`,
    })),
    ...review.stages.flatMap((stage, stageAt) =>
      stage.reasons.flatMap((reason, at) =>
        reasons.includes(reason)
          ? []
          : [
              {
                path: ["review", "stages", stageAt, "reasons", at],
                message: `reason ${reason} is not among review.reasons`,
              },
            ],
      ),
    ),
  ];
}

function twice(list: readonly string[]): number[] {
  return list.flatMap((value, at) => (list.indexOf(value) < at ? [at] : []));
}

function checkWhy(program: Program): ProgramProblem[] {
  if (program.why !== undefined) return [];
  const fields = program.tasks.flatMap(({ pages }) => pages.flatMap((page) => page.fields));
  const personal = fields.some((field) => field.type === "email" && field.personal !== undefined);
  const message = "a program with a personal e-mail address must say why, and whom to ask";
  return personal ? [{ path: ["why"], message }] : [];
}

function checkNumber({ number, announcement }: Program): ProgramProblem[] {
  if (number === undefined) return [];
  const path = ["number", "pattern"];
  if (number.kind === "gapless" && number.pattern.includes("{region}")) {
    return [{ path, message: "cannot have {region} where the kind is gapless: the giver does not read answers" }];
  }
  if (number.username && (number.given !== "accept" || number.kind !== "fast" || announcement !== undefined)) {
    const message = "needs a number that is given at acceptance, of the kind fast and without an announcement";
    return [{ path: ["number", "username"], message }];
  }
  if (number.username && !/^[A-Za-z]{2}/.test(number.pattern)) {
    return [
      {
        path,
        message: "must begin with two letters where it is a name to log in with, or it is taken for a telephone",
      },
    ];
  }
  const rest = number.pattern.replace(/\{(?:year|region|sequence(?::[1-9])?)\}/g, "");
  if (/[^A-Za-z0-9./-]/.test(rest)) {
    return [
      {
        path,
        message:
          "may have letters, digits, dots, slashes, hyphens, {year}, {region} and {sequence} or {sequence:1} to {sequence:9}",
      },
    ];
  }
  const sequences = number.pattern.match(/\{sequence/g)?.length ?? 0;
  return sequences === 1 ? [] : [{ path, message: "must have {sequence} once, or two people get the same number" }];
}

function checkWindow({ window }: Program): ProgramProblem[] {
  if (window.closes === null) {
    return window.grace === undefined && window.at_close === "lock"
      ? []
      : [{ path: ["window", "closes"], message: "is null, so at_close and grace have no meaning" }];
  }
  const { opens, closes } = windowOf(window);
  return closes === null || opens < closes ? [] : [{ path: ["window", "closes"], message: "must be after opens" }];
}

function checkAnnouncement({ announcement, window, account }: Program): ProgramProblem[] {
  if (announcement === undefined) return [];
  if (account === "none") return [{ path: ["announcement"], message: "has no meaning where account is none" }];
  const at = announcementOf(announcement);
  const { closes } = windowOf(window);
  const early = at !== null && closes !== null && at < closes;
  return early ? [{ path: ["announcement", "at"], message: "must be after the window closes" }] : [];
}
