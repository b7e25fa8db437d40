import type { Check, Program } from "./definition.ts";
import { fieldsOf } from "./outline.ts";
import type { ProgramProblem } from "./problem.ts";

const types = {
  nik: "nik",
  kk: "kk",
  name: "name",
  birth_place: "text",
  birth_date: "date",
} as const satisfies Record<keyof Check["facts"], string>;

/** What a file says wrong about sources: the same twice, or facts that are no answers of the right type. */
export function checkSources(program: Program): ProgramProblem[] {
  const { checks = [], account, tasks } = program;
  if (checks.length > 0 && account === "none") {
    return [{ path: ["checks"], message: "has no meaning where account is none" }];
  }
  const typeOf = new Map(fieldsOf(program).map(({ id, type }) => [id, type]));
  const repeated = new Set(
    tasks.flatMap(({ pages }) =>
      pages.flatMap(({ repeat, fields }) => (repeat === undefined ? [] : fields.map(({ id }) => id))),
    ),
  );
  const named = checks.map(({ source }) => source);
  return checks.flatMap(({ source, facts }, at): ProgramProblem[] => [
    ...(named.indexOf(source) < at ? [{ path: ["checks", at, "source"], message: `${source} is asked twice` }] : []),
    ...Object.entries(facts).flatMap(([fact, id]) => {
      const wanted = types[fact as keyof Check["facts"]];
      if (typeOf.get(id) === wanted && !repeated.has(id)) return [];
      return [{ path: ["checks", at, "facts", fact], message: `must name a ${wanted} field that is asked once` }];
    }),
  ]);
}
