import { sql, type Kysely } from "kysely";
import { Program } from "../../program/definition.ts";
import { checkRequiresAmong } from "../../program/requires.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Catalog, ListedProgram } from "./catalog.ts";

/** Another program in which one must have come so far; `met` is undefined where nobody is signed in. */
export interface Requirement {
  readonly program: ListedProgram;
  readonly state: "submitted" | "accepted";
  readonly met: boolean | undefined;
}

/** What a version demands of other programs, and whether a person has it. */
export async function listRequirements(
  services: { readonly db: Kysely<DB>; readonly catalog: Catalog },
  input: { readonly versionId: string; readonly accountId: string | undefined },
): Promise<readonly Requirement[]> {
  const { versionId, accountId = null } = input;
  const { rows } = await sql<{ slug: string; state: Requirement["state"]; met: boolean | null }>`
    select p.slug, r.state, case when ${accountId}::uuid is not null
      then r.program_id not in (select unmet_requirements(r.version_id, ${accountId}::uuid)) end as met
    from program_requirements r join programs p on p.id = r.program_id
    where r.version_id = ${versionId}::uuid order by p.slug`.execute(services.db);
  return Promise.all(
    rows.map(async ({ slug, state, met }) => ({
      program: await services.catalog.get(slug),
      state,
      met: met ?? undefined,
    })),
  );
}

/** Whether something that a version demands is wanting. */
export async function hasUnmet(
  db: Kysely<DB>,
  input: { readonly versionId: string; readonly accountId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from unmet_requirements(${input.versionId}::uuid, ${input.accountId}::uuid) limit 1`.execute(db);
  return rows.length > 0;
}

/** Throws when a program demands one that is not published, or that in the end demands it. */
export async function checkRequirements(trx: Kysely<DB>, program: Program): Promise<void> {
  if (!program.requires) return;
  const rows = await trx
    .selectFrom("programs as p")
    .innerJoin("program_versions as v", "v.id", "p.version_id")
    .select("v.definition")
    .where("p.slug", "<>", program.program)
    .execute();
  const others = rows.map(({ definition }) => Program.parse(definition));
  const [problem] = checkRequiresAmong(program, others);
  if (problem) throw new Error(`${program.program} at ${problem.path.join(".")}: ${problem.message}`);
}

/** Keeps what a new version demands, for the database that asks for it at each submission. */
export async function keepRequirements(trx: Kysely<DB>, versionId: string, program: Program): Promise<void> {
  for (const { program: slug, state } of program.requires ?? []) {
    await trx
      .insertInto("program_requirements")
      .columns(["version_id", "program_id", "state"])
      .expression((eb) =>
        eb
          .selectFrom("programs as p")
          .select([sql<string>`${versionId}::uuid`.as("version_id"), "p.id", sql<typeof state>`${state}`.as("state")])
          .where("p.slug", "=", slug),
      )
      .execute();
  }
}
