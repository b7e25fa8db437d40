import { sql, type Kysely } from "kysely";
import type { CompiledProgram } from "../../program/compile.ts";
import { formatNumber, type Answers } from "../../program/journey.ts";
import type { DB } from "../../platform/db/generated/schema.ts";

/**
 * The next registration number of a program, in the year it is in the institution's zone. What is
 * taken from the sequence never comes again, also when the transaction fails: gaps are harmless,
 * doubles would not be. Throws when the series of the year was not made.
 */
export async function giveNumber(
  db: Kysely<DB>,
  input: {
    readonly compiled: CompiledProgram;
    readonly programId: string;
    readonly institutionId: string;
    readonly answers: Answers;
  },
): Promise<string> {
  const { rows } = await sql<{ period: string; sequence: number }>`
    select period, next_number(${input.programId}::uuid, period) as sequence
    from (select to_char(app_now() at time zone zone, 'YYYY') as period
      from institutions where id = ${input.institutionId}::uuid) as reckoned`.execute(db);
  const row = rows[0];
  if (!row) throw new Error(`there is no institution ${input.institutionId}`);
  const region = regionAnswer(input.compiled, input.answers);
  return formatNumber(input.compiled, {
    year: Number(row.period),
    sequence: row.sequence,
    ...(region === undefined ? {} : { region }),
  });
}

/** The region in a number is that of the first place the program asks for. */
function regionAnswer(compiled: CompiledProgram, answers: Answers): string | undefined {
  for (const { definition } of compiled.fieldsById.values()) {
    if (definition.type !== "region") continue;
    const answer = answers[definition.id];
    if (typeof answer === "string") return answer;
  }
  return undefined;
}
