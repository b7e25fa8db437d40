import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { contentHash } from "../../program/compile.ts";
import type { Program } from "../../program/definition.ts";
import { announcementOf, windowOf } from "../../program/window.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { newInstitutionKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { isGapless } from "../numbers/gapless.query.ts";
import { checkRequirements, keepRequirements } from "./requirements.ts";
import { hashOfFiles, keepTemplateFiles, type TemplateFiles } from "./template-files.ts";

/** Makes an institution with a key of its own, or gives the one that has this name already. Needs the owner's connection. */
export async function ensureInstitution(
  db: Kysely<DB>,
  keyring: Keyring,
  input: { slug: string; name: { id: string; en: string }; zone?: string },
): Promise<string> {
  const id = uuidv7();
  const { wrapped } = newInstitutionKey(keyring, id);
  await db
    .insertInto("institutions")
    .values({ id, slug: input.slug, name: input.name, zone: input.zone ?? "Asia/Jakarta", key_wrapped: wrapped })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .execute();
  const row = await db.selectFrom("institutions").select("id").where("slug", "=", input.slug).executeTakeFirstOrThrow();
  return row.id;
}

/**
 * Publishes a checked program under its content hash; the same content again changes nothing. New
 * applications begin under it from now on, and the number series of this year and the next are
 * made ahead. `files` are the templates of its documents: another file makes another version. Needs the owner's
 * connection. Throws when the institution does not exist, a template or a program that it demands is missing, or numbers that were given without gaps
 * would have some.
 */
export async function publishProgram(
  db: Kysely<DB>,
  program: Program,
  publishedBy: string | null,
  files: TemplateFiles = new Map(),
): Promise<{ versionId: string; changed: boolean }> {
  return db.transaction().execute(async (trx) => {
    const institution = await trx
      .selectFrom("institutions")
      .select(["id", "zone"])
      .where("slug", "=", program.institution)
      .executeTakeFirst();
    if (!institution) throw new Error(`there is no institution ${program.institution}; make it first`);
    await checkRequirements(trx, program);
    const programId = await ensureProgram(trx, program, institution.id);
    await makeGapless(trx, programId, program);
    const hash = contentHash(program, hashOfFiles(files));
    const known = await trx
      .selectFrom("program_versions")
      .select("id")
      .where("content_hash", "=", hash)
      .executeTakeFirst();
    const versionId = known?.id ?? (await insertVersion(trx, { programId, hash, program, publishedBy, files }));
    await trx
      .updateTable("programs")
      .set({
        version_id: versionId,
        ...windowColumns(program),
        ...announcementColumns(program),
      })
      .where("id", "=", programId)
      .execute();
    await makeSeries(trx, programId, institution.zone);
    await sql`select schedule_closing(${programId}::uuid), schedule_announcement(${programId}::uuid)`.execute(trx);
    if (!known) {
      await recordAudit(trx, {
        actorId: publishedBy,
        actorKind: publishedBy ? "staff" : "system",
        action: "program.publish",
        institutionId: institution.id,
        subjectKind: "program",
        subjectId: programId,
        data: { hash },
      });
    }
    return { versionId, changed: !known };
  });
}

async function ensureProgram(trx: Kysely<DB>, program: Program, institutionId: string): Promise<string> {
  await trx
    .insertInto("programs")
    .values({
      id: uuidv7(),
      institution_id: institutionId,
      slug: program.program,
      opens_at: windowOf(program.window).opens,
    })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .execute();
  const row = await trx
    .selectFrom("programs")
    .select("id")
    .where("slug", "=", program.program)
    .where("institution_id", "=", institutionId)
    // Held until the end, so that an extension at the same moment is either seen or waits.
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new Error(`another institution has a program ${program.program}`);
  return row.id;
}

async function insertVersion(
  trx: Kysely<DB>,
  input: { programId: string; hash: string; program: Program; publishedBy: string | null; files: TemplateFiles },
): Promise<string> {
  const id = uuidv7();
  await trx
    .insertInto("program_versions")
    .values({
      id,
      program_id: input.programId,
      content_hash: input.hash,
      definition: input.program,
      submit_number_pattern: submitPattern(input.program),
      published_by: input.publishedBy,
    })
    .execute();
  await keepTemplateFiles(trx, id, input.program, input.files);
  await keepRequirements(trx, id, input.program);
  return id;
}

/** The pattern by which the submission itself gives the number. */
function submitPattern({ number }: Program): string | null {
  return number?.given === "submit" && number.kind === "fast" ? number.pattern : null;
}

/** Enters a program whose numbers have no gaps. One that is entered stays so: its series has one giver. */
async function makeGapless(trx: Kysely<DB>, programId: string, { number, program }: Program): Promise<void> {
  if (number?.kind === "gapless") {
    await sql`select make_gapless(${programId}::uuid, ${number.pattern}, ${number.given})`.execute(trx);
  } else if (await isGapless(trx, programId)) {
    throw new Error(`the numbers of ${program} are given without gaps, and this cannot be undone`);
  }
}

async function makeSeries(trx: Kysely<DB>, programId: string, zone: string): Promise<void> {
  for (const ahead of ["0", "1 year"]) {
    await sql`select make_number_series(${programId}::uuid, to_char((app_now() + ${ahead}::interval) at time zone ${zone}, 'YYYY'))`.execute(
      trx,
    );
  }
}

/** The window as the file states it; an extension that reaches further stays in force. */
function windowColumns({ window }: Program) {
  const { opens, closes } = windowOf(window);
  return {
    opens_at: opens,
    file_closes_at: closes,
    closes_at: sql<Date | null>`(select closes_at_of(${closes}::timestamptz, max(e.closes_at))
      from program_extensions e where e.program_id = programs.id and e.application_id is null)`,
    grace_seconds: sql<number>`extract(epoch from ${window.grace ?? "PT0M"}::interval)::integer`,
  };
}

/** The announcement as the file states it; where an officer has set the time, theirs stays in force. */
function announcementColumns({ announcement }: Program) {
  const at = announcementOf(announcement);
  return {
    announces: announcement !== undefined,
    file_announces_at: at,
    announces_at: sql<Date | null>`coalesce((select n.announces_at from program_announcements n
      where n.program_id = programs.id order by n.at desc limit 1), ${at}::timestamptz)`,
  };
}
