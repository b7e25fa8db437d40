import { sql, type Kysely } from "kysely";
import type { Program, Text } from "../../program/definition.ts";
import { feeStep } from "../../program/fee.ts";
import type { DB } from "../../platform/db/generated/schema.ts";

interface Row {
  readonly progress: Readonly<Record<string, string>>;
  readonly closes_at: Date | null;
  readonly zone: string;
  readonly submits: boolean;
  readonly tasks: Program["tasks"];
  /** What its fee pays for, where it has one. */
  readonly covers: Text | null;
  readonly locked: { readonly missing?: readonly string[]; readonly wanting?: readonly string[] } | null;
  readonly reason: string | null;
}

/**
 * What letters about the closing say, read when the letter is written: these letters are caused for very many at once,
 * in the database, where nothing can be sealed for a person. All of it stands in plain there.
 */
export async function closingFacts(
  db: Kysely<DB>,
  applicationId: string,
  kind: "locked" | "extended" | "reminder",
): Promise<object> {
  const { rows } = await sql<Row>`
    select a.progress, nullif(closes_at_of(p.closes_at, a.extended_until), 'infinity') as closes_at, i.zone,
      a.complete and a.agreed_at is not null and a.declared_at is not null as submits,
      v.definition -> 'tasks' as tasks, v.definition #> '{fee,covers}' as covers,
      (select e.data from application_events e where e.application_id = a.id and e.kind = 'locked' order by e.at desc limit 1) as locked,
      (select x.reason from program_extensions x where x.program_id = a.program_id
        and (x.application_id is null or x.application_id = a.id) order by x.at desc limit 1) as reason
    from applications a
    join programs p on p.id = a.program_id
    join program_versions v on v.id = a.version_id
    join institutions i on i.id = a.institution_id
    where a.id = ${applicationId}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`there is no application ${applicationId}`);
  const closes = row.closes_at ? { closes: { at: row.closes_at.toISOString(), zone: row.zone } } : {};
  if (kind === "extended") return { ...closes, lines: row.reason === null ? [] : [row.reason] };
  if (kind === "locked") {
    return { ...closes, lines: titles(row, row.locked?.missing ?? []), wanting: row.locked?.wanting ?? [] };
  }
  const open = Object.keys(row.progress).filter((step) => row.progress[step] !== "done");
  return { ...closes, lines: titles(row, open), outlook: row.submits ? "submits" : "locks" };
}

/** The titles of steps, in the order of the program, and last its fee. */
function titles({ tasks, covers }: Row, steps: readonly string[]) {
  const fee = covers && steps.includes(feeStep) ? [{ id: `Biaya: ${covers.id}`, en: `Fee: ${covers.en}` }] : [];
  return [
    ...tasks.flatMap(({ pages, documents }) => [
      ...pages.filter(({ page }) => steps.includes(page)).map(({ title }) => title),
      ...documents.filter(({ id }) => steps.includes(id)).map(({ label }) => label),
    ]),
    ...fee,
  ];
}
