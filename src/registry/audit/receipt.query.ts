import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** What anyone may know of a receipt: nothing of the person, and nothing of the outcome. */
export interface GenuineReceipt {
  readonly receipt: string;
  readonly program: { readonly id: string; readonly en: string };
  readonly institution: { readonly id: string; readonly en: string };
  readonly zone: string;
  readonly submittedAt: Date;
  /** Whether its submission stands in the sealed record already. */
  readonly sealed: boolean;
}

/** A receipt number as people type it, or undefined: letter case, spaces and look-alikes do not matter. */
export function parseReceipt(typed: string): string | undefined {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
  const [, digits = ""] = /^R([0-9A-Z]{10})$/.exec(plain) ?? [];
  const read = digits.replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(read) ? `R-${read.slice(0, 5)}-${read.slice(5)}` : undefined;
}

/** The submitted application of a receipt number; undefined for any other number, that of a draft too. */
export async function findReceipt(db: Kysely<DB>, receipt: string): Promise<GenuineReceipt | undefined> {
  const { rows } = await sql<GenuineReceipt>`
    select a.receipt, v.definition -> 'title' as program, i.name as institution, i.zone, a.submitted_at as "submittedAt",
        exists (select from sealed_submission(a.id)) as sealed
      from applications a
        join program_versions v on v.id = a.version_id
        join institutions i on i.id = a.institution_id
      where a.receipt = ${receipt} and a.submitted_at is not null`.execute(db);
  return rows[0];
}
