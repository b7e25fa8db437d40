import { sql, type Kysely } from "kysely";
import type { Program } from "../../program/definition.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { personKey } from "../accounts/keys.ts";
import { openEventNote } from "../reviews/notes.ts";

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly institution_id: string;
  readonly reasons: Program["review"]["reasons"];
  readonly given: readonly string[];
  readonly note_sealed: Buffer | null;
}

/**
 * What a letter of rejection says, read when it is written: verdicts that are announced are told to very many at once,
 * in the database, where nothing can be sealed for a person.
 */
export async function rejectionFacts(db: Kysely<DB>, keyring: Keyring, applicationId: string): Promise<object> {
  const { rows } = await sql<Row>`
    select e.id, a.account_id, a.institution_id, v.definition #> '{review,reasons}' as reasons,
      coalesce(e.data -> 'reasons', '[]') as given, e.note_sealed
    from application_events e
    join applications a on a.id = e.application_id
    join program_versions v on v.id = a.version_id
    where e.application_id = ${applicationId}::uuid and e.kind = 'rejected'
    order by e.at desc, e.id desc limit 1`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`the application ${applicationId} was never rejected`);
  const key = await personKey(db, keyring, { accountId: row.account_id, institutionId: row.institution_id });
  const note = openEventNote(key, row.id, row.note_sealed);
  const reasons = row.reasons.filter(({ reason }) => row.given.includes(reason)).map(({ text }) => text);
  return { lines: note === undefined ? reasons : [...reasons, note] };
}
