import { sql, type Kysely } from "kysely";
import { bytesOf, type DocumentSlot, type Text } from "../../program/definition.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { mediaTypeOf } from "../../platform/files/detect.ts";
import type { Catalog } from "../programs/catalog.ts";

/** A document of the same person that passed its check in another application, and fits a slot here. */
export interface Reusable {
  readonly id: string;
  /** Where it is: the application and its slot, as the address of its pages needs them. */
  readonly applicationId: string;
  readonly slot: string;
  readonly program: Text;
  readonly institution: { readonly id: string; readonly en: string };
  /** IANA zone of the institution it was given to. */
  readonly zone: string;
  readonly givenAt: Date;
  /** Bytes as sent. */
  readonly size: number;
  readonly pages: number;
}

interface Row extends Omit<Reusable, "program" | "applicationId"> {
  application_id: string;
  version_id: string;
  media_type: string;
  hash: string;
}

/** Offering more would ask people to remember; the latest are the likeliest to be right. */
const mostOffered = 5;

/**
 * What a person may use again in a slot, the latest first: of the kind that the slot says, ready, within its formats,
 * size and pages. The same file is offered once, however often it was given.
 */
export async function listReusable(
  services: { readonly db: Kysely<DB>; readonly catalog: Catalog },
  input: { readonly accountId: string; readonly applicationId: string; readonly slot: DocumentSlot },
): Promise<readonly Reusable[]> {
  const { slot } = input;
  if (slot.reuse === undefined) return [];
  const { rows } = await sql<Row>`
    select d.id, d.application_id, d.slot, d.media_type, d.size, d.created_at as "givenAt", encode(d.sha256, 'hex') as hash,
      a.version_id, i.name as institution, i.zone,
      (select count(*)::integer from document_pages g where g.document_id = d.id) as pages
    from applications a
    join documents d on d.application_id = a.id and d.account_id = a.account_id
    join institutions i on i.id = a.institution_id
    where a.account_id = ${input.accountId}::uuid and d.status = 'ready' and a.id <> ${input.applicationId}::uuid
      and d.size <= ${bytesOf(slot.max)} and d.media_type = any (${slot.formats.map((format) => mediaTypeOf(format))}::text[])
    order by d.created_at desc, d.id
    limit 100`.execute(services.db);
  const found = new Map<string, Reusable>();
  for (const { version_id, application_id, media_type: _, hash, ...row } of rows) {
    const { program, stepsById } = await services.catalog.version(version_id);
    const step = stepsById.get(row.slot)?.step;
    const fits =
      step?.kind === "document" && step.slot.reuse === slot.reuse && row.pages >= 1 && row.pages <= slot.pages;
    if (fits && !found.has(hash)) found.set(hash, { ...row, applicationId: application_id, program: program.title });
    if (found.size === mostOffered) break;
  }
  return [...found.values()];
}
