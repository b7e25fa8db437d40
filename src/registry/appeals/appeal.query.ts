import { sql, type Kysely } from "kysely";
import type { TypedPage } from "../../program/answers.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { open, seal, type Key } from "../../platform/keys/seal.ts";

/** The newest appeal of an application, opened. */
export interface Appeal {
  readonly id: string;
  readonly typed: TypedPage;
  readonly sentAt: Date;
  readonly answer: "granted" | "denied" | null;
  readonly answeredAt: Date | null;
  /** The words of the answer; undefined while it waits. */
  readonly words: string | undefined;
}

/** Whether a rejected applicant may appeal now, until when, and what they appealed last. */
export interface AppealState {
  readonly isOpen: boolean;
  /** Until when one may or might have appealed; null where the program hears no appeals or nothing was rejected. */
  readonly closesAt: Date | null;
  readonly latest: Appeal | undefined;
}

interface Row {
  closes_at: Date | null;
  is_open: boolean | null;
  id: string | null;
  form_sealed: Buffer;
  sent_at: Date;
  answer: Appeal["answer"];
  answered_at: Date | null;
  event_id: string | null;
  note_sealed: Buffer | null;
}

/** Reads where an application stands with appeals; `key` is the person's at the institution. */
export async function readAppeal(
  db: Kysely<DB>,
  input: { readonly applicationId: string; readonly key: Key },
): Promise<AppealState> {
  const { rows } = await sql<Row>`
    select c.closes_at, a.status = 'rejected' and c.closes_at > app_now() and p.rejection_id is distinct from r.id as is_open,
      p.id, p.form_sealed, p.sent_at, p.answer, p.answered_at,
      e.id as event_id, e.note_sealed
    from applications a
    join program_versions v on v.id = a.version_id
    join institutions i on i.id = a.institution_id
    cross join lateral (select appeal_closes_at(a.decided_at, (v.definition #>> '{review,appeal,within,days}')::integer, i.zone)
      as closes_at) c
    left join lateral (select e.id from application_events e where e.application_id = a.id and e.kind = 'rejected'
      order by e.at desc, e.id desc limit 1) r on true
    left join lateral (select * from application_appeals p where p.application_id = a.id order by p.sent_at desc limit 1) p on true
    left join lateral (select e.id, e.note_sealed from application_events e where e.application_id = a.id
      and e.kind in ('appeal_denied', 'appeal_granted') and e.at >= p.sent_at order by e.at limit 1) e on true
    where a.id = ${input.applicationId}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`there is no application ${input.applicationId}`);
  return {
    isOpen: row.is_open ?? false,
    closesAt: row.closes_at,
    latest: row.id === null ? undefined : openAppeal(input.key, row.id, row),
  };
}

function openAppeal(key: Key, id: string, row: Row): Appeal {
  return {
    id,
    typed: openAppealForm(key, id, row.form_sealed),
    sentAt: row.sent_at,
    answer: row.answer,
    answeredAt: row.answered_at,
    words:
      row.event_id !== null && row.note_sealed !== null
        ? open(key, row.note_sealed, `application_events|note|${row.event_id}`).toString("utf8")
        : undefined,
  };
}

/** Seals what was typed in an appeal. */
export function sealAppeal(key: Key, id: string, typed: TypedPage): Buffer {
  return seal(key, JSON.stringify(typed), formContext(id));
}

/** What was typed in an appeal. */
export function openAppealForm(key: Key, id: string, sealed: Uint8Array): TypedPage {
  return JSON.parse(open(key, sealed, formContext(id)).toString("utf8")) as TypedPage;
}

function formContext(id: string): string {
  return `application_appeals|form|${id}`;
}
