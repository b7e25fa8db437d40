import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** What is known of the NIK with which an application was submitted. */
export interface NikStanding {
  /** A source or an officer found that it is the applicant's. */
  readonly proven: boolean;
  /** Another account has proved that it is theirs. */
  readonly held: boolean;
  /** Other accounts state it as well. */
  readonly shared: boolean;
  /** The applicant has applied with another NIK as well. */
  readonly second: boolean;
  /** A case of the applicant about it that is not closed, where the institution decides it. */
  readonly matter: { readonly id: string; readonly sent: boolean } | null;
}

/** The standing of an application's NIK; undefined where its program asks for none. */
export async function findNikStanding(db: Kysely<DB>, applicationId: string): Promise<NikStanding | undefined> {
  const { rows } = await sql<NikStanding>`
    select coalesce(bool_or(i.account_id = a.account_id and i.verified_at is not null), false) as proven,
      coalesce(bool_or(i.account_id <> a.account_id and i.verified_at is not null), false) as held,
      coalesce(bool_or(i.account_id <> a.account_id), false) as shared,
      exists (select from account_identifiers o where o.account_id = a.account_id and o.kind = 'nik'
        and (o.blind_index = a.identity_index or o.blind_index_b = a.identity_index_b) is not true) as second,
      (select jsonb_build_object('id', c.id, 'sent', c.opened_at is not null) from nik_cases c
        where c.closed_at is null and a.account_id in (c.claimant_id, c.holder_id)
          and (c.blind_index = a.identity_index or c.blind_index_b = a.identity_index_b)
        order by c.opened_at limit 1) as matter
    from applications a
    left join account_identifiers i on i.kind = 'nik'
      and (i.blind_index = a.identity_index or i.blind_index_b = a.identity_index_b)
    where a.id = ${applicationId}::uuid and a.identity_sealed is not null
    group by a.id`.execute(db);
  return rows[0];
}
