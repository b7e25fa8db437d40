import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { type CaseStatus, type Evidence, listEvidence, openCaseKey, wordsContext } from "./case.ts";

interface Services {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}

/** A case as one of its sides sees it; of the other side there is nothing in it. */
export interface OwnCase {
  readonly id: string;
  readonly side: "claimant" | "holder";
  readonly status: CaseStatus;
  readonly institutionId: string;
  readonly institution: { readonly id: string; readonly en: string };
  readonly zone: string;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** Why it was decided so; undefined before it is. */
  readonly reason: string | undefined;
  readonly evidence: readonly Evidence[];
}

/** The latest case of which the account is a side, an open one before all that are closed. */
export async function findOwnCase(services: Services, accountId: string): Promise<OwnCase | undefined> {
  const [row] = await casesOf(services.db, accountId).limit(1).execute();
  return row && openOwn(services, accountId, row);
}

/** All of them. */
export async function listOwnCases(services: Services, accountId: string): Promise<OwnCase[]> {
  const rows = await casesOf(services.db, accountId).execute();
  return Promise.all(rows.map((row) => openOwn(services, accountId, row)));
}

function casesOf(db: Kysely<DB>, accountId: string) {
  return db
    .selectFrom("nik_cases as c")
    .innerJoin("institutions as i", "i.id", "c.institution_id")
    .select(["c.id", "c.claimant_id", "c.status", "c.institution_id", "c.opened_at", "c.closed_at"])
    .select(["c.key_wrapped", "c.reason_sealed", "i.name", "i.zone"])
    .where((eb) => eb.or([eb("c.claimant_id", "=", accountId), eb("c.holder_id", "=", accountId)]))
    .orderBy((eb) => eb("c.closed_at", "is not", null))
    .orderBy("c.begun_at", "desc");
}

type Row = Awaited<ReturnType<ReturnType<typeof casesOf>["execute"]>>[number];

async function openOwn(services: Services, accountId: string, row: Row): Promise<OwnCase> {
  const decided = row.status === "moved" || row.status === "kept";
  const reason =
    decided && row.reason_sealed
      ? open(await openCaseKey(services, row), row.reason_sealed, wordsContext(row.id, "reason")).toString("utf8")
      : undefined;
  return {
    id: row.id,
    side: row.claimant_id === accountId ? "claimant" : "holder",
    status: row.status,
    institutionId: row.institution_id,
    institution: row.name as OwnCase["institution"],
    zone: row.zone,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    reason,
    evidence: await listEvidence(services.db, row.id, accountId),
  };
}
