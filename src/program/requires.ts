import type { Program } from "./definition.ts";
import type { ProgramProblem } from "./problem.ts";

type Demanding = Pick<Program, "program" | "requires">;

/** What one file can say wrong about the programs it demands; whether those exist is seen beside them. */
export function checkRequires({ program, account, requires = [] }: Program): ProgramProblem[] {
  if (requires.length > 0 && account === "none") {
    return [{ path: ["requires"], message: "has no meaning where account is none" }];
  }
  const slugs = requires.map((demanded) => demanded.program);
  return slugs.flatMap((slug, at) => {
    const path = ["requires", at, "program"];
    if (slug === program) return [{ path, message: "is this program itself" }];
    return slugs.indexOf(slug) < at ? [{ path, message: `${slug} is demanded twice` }] : [];
  });
}

/**
 * What a file says wrong about the programs beside it: one that is not there, one without accounts, or one that in the
 * end demands this program, so that nobody could begin with either.
 */
export function checkRequiresAmong(
  program: Demanding,
  others: readonly Pick<Program, "program" | "requires" | "account">[],
): ProgramProblem[] {
  return (program.requires ?? []).flatMap((demanded, at): ProgramProblem[] => {
    const path = ["requires", at, "program"];
    const other = others.find((one) => one.program === demanded.program);
    if (!other) return [{ path, message: `there is no program ${demanded.program}` }];
    if (other.account === "none")
      return [{ path, message: `${demanded.program} has no accounts, so nobody gets there` }];
    const way = wayTo(program.program, other, others, [other.program]);
    if (!way) return [];
    return [{ path, message: `in the end demands this program: ${[program.program, ...way].join(" → ")}` }];
  });
}

function wayTo(
  goal: string,
  from: Demanding,
  all: readonly Demanding[],
  passed: readonly string[],
): readonly string[] | undefined {
  for (const { program } of from.requires ?? []) {
    if (program === goal) return [...passed, goal];
    const next = all.find((one) => one.program === program);
    if (!next || passed.includes(program)) continue;
    const way = wayTo(goal, next, all, [...passed, program]);
    if (way) return way;
  }
  return undefined;
}

/** Programs in an order in which each comes after those that it demands, as they must be published. */
export function inOrderOfNeed<T extends { readonly program: Demanding }>(published: readonly T[]): readonly T[] {
  const done: T[] = [];
  const visit = (one: T, passed: readonly T[]): void => {
    if (done.includes(one) || passed.includes(one)) return;
    for (const { program } of one.program.requires ?? []) {
      const other = published.find((candidate) => candidate.program.program === program);
      if (other) visit(other, [...passed, one]);
    }
    done.push(one);
  };
  for (const one of published) visit(one, []);
  return done;
}
