import { sql, type Transaction } from "kysely";
import type { CompiledProgram } from "../../program/compile.ts";
import type { Typed } from "../../program/journey.ts";
import type { Status } from "../../program/workflow.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { open, type Key } from "../../platform/keys/seal.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { openPersonKey } from "../accounts/keys.ts";
import { isUuid, openPages } from "../applications/load.query.ts";
import { underLists } from "../email-lists/under-lists.ts";
import type { Catalog } from "../programs/catalog.ts";

/** What was submitted in one round; never what the applicant is changing meanwhile. */
export interface SubmittedRound {
  readonly round: number;
  readonly typed: Typed;
  /** Document id by slot. */
  readonly documents: Readonly<Record<string, string>>;
  readonly submittedAt: Date;
}

/** An application as staff read it. */
export interface SubmittedApplication {
  readonly id: string;
  readonly accountId: string;
  readonly institutionId: string;
  readonly zone: string;
  readonly compiled: CompiledProgram;
  readonly status: Status;
  readonly round: number;
  /** Number on the receipt; every application has one. */
  readonly receipt: string;
  readonly number: string | null;
  readonly name: string;
  readonly claimedBy: string | null;
  readonly decidedAt: Date | null;
  /** Whether its owner has restricted what the institution does with it. */
  readonly restricted: boolean;
  readonly key: Key;
  readonly current: SubmittedRound;
  /** The round before, to compare with. */
  readonly previous: SubmittedRound | undefined;
  readonly now: Date;
}

interface Row {
  id: string;
  account_id: string;
  institution_id: string;
  version_id: string;
  created_at: Date;
  zone: string;
  status: Status;
  round: number;
  receipt: string;
  number: string | null;
  name_sealed: Buffer | null;
  claimed_by: string | null;
  decided_at: Date | null;
  restricted: boolean;
  key_wrapped: Buffer;
  rounds: {
    round: number;
    submitted_at: string;
    pages: { pages: Record<string, string>; documents: Record<string, string> };
  }[];
  corrections: { round: number; page: string; sealed: string }[] | null;
  now: Date;
}

/**
 * Opens what was submitted last, with the round before it, in one round trip. Refuses (404) a draft
 * that was never submitted: it is its owner's alone. `trx` must come from `withStaff`.
 */
export async function loadSubmitted(
  trx: Transaction<DB>,
  services: { readonly keyring: Keyring; readonly catalog: Catalog },
  applicationId: string,
): Promise<SubmittedApplication> {
  const row = isUuid(applicationId) ? await selectRow(trx, applicationId) : undefined;
  if (!row) throw notFound();
  const person = { accountId: row.account_id, institutionId: row.institution_id };
  const key = await openPersonKey(trx, services.keyring, person, row.key_wrapped);
  const rounds = row.rounds.map(({ round, submitted_at, pages }): SubmittedRound => ({
    round,
    typed: openPages(key, row.id, { ...pages.pages, ...correctedIn(row, round) }),
    documents: pages.documents,
    submittedAt: new Date(submitted_at),
  }));
  const current = rounds.find(({ round }) => round === row.round);
  if (!current) throw new Error(`application ${row.id} has no round ${row.round}`);
  return {
    id: row.id,
    accountId: row.account_id,
    institutionId: row.institution_id,
    zone: row.zone,
    compiled: await underLists(trx, await services.catalog.version(row.version_id), {
      institutionId: row.institution_id,
      begunAt: row.created_at,
    }),
    status: row.status,
    round: row.round,
    receipt: row.receipt,
    number: row.number,
    name: openApplicantName(key, row),
    claimedBy: row.claimed_by,
    decidedAt: row.decided_at,
    restricted: row.restricted,
    key,
    current,
    previous: rounds.find(({ round }) => round === row.round - 1),
    now: row.now,
  };
}

/** The same for whoever reviews: refused (409) while its owner has restricted what the institution does with it. */
export async function loadUnrestricted(...args: Parameters<typeof loadSubmitted>): Promise<SubmittedApplication> {
  const application = await loadSubmitted(...args);
  if (application.restricted) throw conflict("restricted");
  return application;
}

/** The applicant's name of an application row; empty when the program does not ask for it. */
export function openApplicantName(
  key: Key,
  row: { readonly id: string; readonly name_sealed: Uint8Array | null },
): string {
  return row.name_sealed ? open(key, row.name_sealed, `applications|name|${row.id}`).toString("utf8") : "";
}

/** The pages of a round that an officer corrected, each as it was corrected last. */
function correctedIn({ corrections }: Row, round: number): Record<string, string> {
  const own = (corrections ?? []).filter((correction) => correction.round === round);
  return Object.fromEntries(own.map(({ page, sealed }) => [page, sealed]));
}

async function selectRow(trx: Transaction<DB>, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select a.id, a.account_id, a.institution_id, a.version_id, a.created_at, i.zone, a.status, a.round, a.receipt, a.number, a.name_sealed,
      a.claimed_by, a.decided_at, k.key_wrapped, app_now() as now, is_restricted(a.account_id, a.institution_id) as restricted,
      (select jsonb_agg(jsonb_build_object('round', r.round, 'submitted_at', r.submitted_at, 'pages', r.pages))
        from application_rounds r where r.application_id = a.id and r.round in (a.round, a.round - 1)) as rounds,
      (select jsonb_agg(jsonb_build_object('round', c.round, 'page', c.page, 'sealed', encode(c.page_sealed, 'base64')) order by c.at, c.id)
        from answer_corrections c where c.application_id = a.id) as corrections
    from applications a
    join institutions i on i.id = a.institution_id
    join person_keys k on k.account_id = a.account_id and k.institution_id = a.institution_id
    where a.id = ${id}::uuid and a.round > 0`.execute(trx);
  return rows[0];
}
