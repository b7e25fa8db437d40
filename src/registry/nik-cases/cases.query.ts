import type { Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { notFound } from "../../platform/refusals.ts";
import { accountKey } from "../accounts/keys.ts";
import { getName } from "../accounts/name.query.ts";
import { isUuid } from "../applications/load.query.ts";
import { identifierContext } from "../identifiers/identifier.ts";
import { type CaseStatus, type Evidence, listEvidence, openCaseKey, type Proposal, wordsContext } from "./case.ts";

/** A case in the officers' list. */
export interface ListedCase {
  readonly id: string;
  readonly status: CaseStatus;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly zone: string;
  readonly institution: { readonly id: string; readonly en: string };
}

/** One side of a case, as officers compare it with the other. */
export interface Side {
  readonly accountId: string;
  readonly name: string;
  /** As it stands at the account, for comparing it with the KTP; undefined where it stands there no more. */
  readonly nik: string | undefined;
  /** When the NIK was written at the account first. */
  readonly statedAt: Date | null;
  readonly provenAt: Date | null;
  /** Applications of this NIK that the officer may see, submitted ones only. */
  readonly applications: readonly { readonly id: string; readonly receipt: string }[];
  readonly evidence: readonly Evidence[];
}

/** Everything that two officers decide by. */
export interface CaseView extends ListedCase {
  readonly institutionId: string;
  readonly claimant: Side;
  readonly holder: Side;
  readonly proposal: Proposal | null;
  readonly proposedBy: string | null;
  /** Name of the officer who proposed. */
  readonly proposer: string | undefined;
  readonly reason: string | undefined;
  /** Why the second officer did not agree the last time. */
  readonly remark: string | undefined;
}

/** How many are listed; the oldest open ones first, then those that were closed last. */
const MOST = 100;

/** Cases that were sent, of the institutions that the transaction sees. */
export async function listCases(trx: Transaction<DB>): Promise<ListedCase[]> {
  const rows = await sent(trx)
    .orderBy((eb) => eb("c.closed_at", "is not", null))
    .orderBy("c.closed_at", "desc")
    .orderBy("c.opened_at")
    .limit(MOST)
    .execute();
  return rows.map(({ opened, name, ...row }) => ({ ...row, openedAt: opened, institution: nameOf(name) }));
}

/** One of them with both sides. Throws (404) what the transaction's institutions do not have. */
export async function getCase(trx: Transaction<DB>, keyring: Keyring, id: string): Promise<CaseView> {
  const row = isUuid(id)
    ? await sent(trx)
        .select(["c.institution_id", "c.claimant_id", "c.holder_id", "c.blind_index", "c.blind_index_b"])
        .select(["c.key_wrapped", "c.proposal", "c.proposed_by", "c.reason_sealed", "c.remark_sealed"])
        .where("c.id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (!row?.holder_id) throw notFound();
  const key = await openCaseKey({ db: trx, keyring }, row);
  const words = (sealed: Buffer | null, whose: "reason" | "remark") =>
    sealed === null ? undefined : open(key, sealed, wordsContext(id, whose)).toString("utf8");
  const { id: caseId, status, closedAt, zone } = row;
  return {
    id: caseId,
    status,
    closedAt,
    zone,
    openedAt: row.opened,
    institution: nameOf(row.name),
    institutionId: row.institution_id,
    claimant: await readSide(trx, keyring, row, row.claimant_id),
    holder: await readSide(trx, keyring, row, row.holder_id),
    proposal: row.proposal,
    proposedBy: row.proposed_by,
    proposer: row.proposed_by === null ? undefined : await getName(trx, keyring, row.proposed_by),
    reason: words(row.reason_sealed, "reason"),
    remark: words(row.remark_sealed, "remark"),
  };
}

function sent(trx: Transaction<DB>) {
  return trx
    .selectFrom("nik_cases as c")
    .innerJoin("institutions as i", "i.id", "c.institution_id")
    .select(["c.id", "c.status", "c.closed_at as closedAt", "i.zone", "i.name"])
    .select((eb) => eb.ref("c.opened_at").$notNull().as("opened"))
    .where("c.opened_at", "is not", null);
}

function nameOf(name: unknown): ListedCase["institution"] {
  return name as ListedCase["institution"];
}

interface Nik {
  readonly id: string;
  readonly blind_index: Buffer | null;
  readonly blind_index_b: Buffer | null;
}

async function readSide(trx: Transaction<DB>, keyring: Keyring, nik: Nik, accountId: string): Promise<Side> {
  const claim = await trx
    .selectFrom("account_identifiers")
    .select(["id", "sealed", "created_at", "verified_at"])
    .where("account_id", "=", accountId)
    .where("kind", "=", "nik")
    .where((eb) => eb.or([eb("blind_index", "=", nik.blind_index), eb("blind_index_b", "=", nik.blind_index_b)]))
    .executeTakeFirst();
  const applications = await trx
    .selectFrom("applications")
    .select(["id", "receipt"])
    .where("account_id", "=", accountId)
    .where("round", ">", 0)
    .where((eb) => eb.or([eb("identity_index", "=", nik.blind_index), eb("identity_index_b", "=", nik.blind_index_b)]))
    .orderBy("created_at")
    .execute();
  const key = await accountKey(trx, keyring, accountId);
  return {
    accountId,
    nik: claim && open(key, claim.sealed, identifierContext("nik", claim.id)).toString("utf8"),
    name: await getName(trx, keyring, accountId),
    statedAt: claim?.created_at ?? null,
    provenAt: claim?.verified_at ?? null,
    applications,
    evidence: await listEvidence(trx, nik.id, accountId),
  };
}
