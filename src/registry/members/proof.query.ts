import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { notFound } from "../../platform/refusals.ts";
import { getName } from "../accounts/name.query.ts";
import { personKey } from "../accounts/keys.ts";
import { openStated, type Stated } from "./stated.ts";

/** A statement that waits for the secretariat. */
export interface AskedProof {
  readonly id: string;
  readonly accountId: string;
  readonly institutionId: string;
  readonly program: { readonly id: string; readonly slug: string; readonly title: { id: string; en: string } };
  readonly askedAt: Date;
  readonly zone: string;
  /** Name of the account that states it. */
  readonly name: string;
  readonly stated: Stated;
}

const MOST = 200;

function asked(trx: Kysely<DB>) {
  return trx
    .selectFrom("number_proofs as n")
    .innerJoin("programs as p", "p.id", "n.program_id")
    .innerJoin("program_versions as v", "v.id", "p.version_id")
    .innerJoin("institutions as i", "i.id", "n.institution_id")
    .select(["n.id", "n.account_id", "n.institution_id", "n.program_id", "n.stated_sealed", "p.slug", "i.zone"])
    .select(sql<{ id: string; en: string }>`v.definition -> 'title'`.as("title"))
    .select(sql<Date>`n.asked_at`.as("asked_at"))
    .where("n.asked_at", "is not", null);
}

/** What waits for the secretariat, the oldest first. `trx` must come from `withStaff`. */
export async function listAskedProofs(trx: Kysely<DB>, keyring: Keyring): Promise<AskedProof[]> {
  const rows = await asked(trx).orderBy("n.asked_at").limit(MOST).execute();
  const proofs: AskedProof[] = [];
  for (const row of rows) proofs.push(await openRow(trx, keyring, row));
  return proofs;
}

/** One of them; refuses (404) what does not wait there. `trx` must come from `withStaff`. */
export async function readAskedProof(trx: Kysely<DB>, keyring: Keyring, id: string): Promise<AskedProof> {
  const row = await asked(trx).where("n.id", "=", id).executeTakeFirst();
  if (!row) throw notFound();
  return openRow(trx, keyring, row);
}

type Row = Awaited<ReturnType<ReturnType<typeof asked>["execute"]>>[number];

async function openRow(trx: Kysely<DB>, keyring: Keyring, row: Row): Promise<AskedProof> {
  const key = await personKey(trx, keyring, { accountId: row.account_id, institutionId: row.institution_id });
  return {
    id: row.id,
    accountId: row.account_id,
    institutionId: row.institution_id,
    program: { id: row.program_id, slug: row.slug, title: row.title },
    askedAt: row.asked_at,
    zone: row.zone,
    name: await getName(trx, keyring, row.account_id),
    stated: openStated(key, row.id, row.stated_sealed),
  };
}
