import { sql, type Kysely } from "kysely";
import type { CompiledProgram } from "../../program/compile.ts";
import type { JourneyState, Typed, TypedPage } from "../../program/journey.ts";
import type { Status } from "../../program/workflow.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { open, type Key } from "../../platform/keys/seal.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { notFound } from "../../platform/refusals.ts";
import { openPersonKey } from "../accounts/keys.ts";
import { underLists } from "../email-lists/under-lists.ts";
import type { Catalog } from "../programs/catalog.ts";
import { nikElsewhere, type NikElsewhere } from "./identity.ts";

/** What a reviewer marked at a return. `id` is a field or a document slot. */
export interface Mark {
  readonly id: string;
  readonly kind: "field" | "document";
  readonly reason: string;
}

/** A document as its slot shows it. */
export interface SlotDocument {
  readonly id: string;
  readonly status: "quarantined" | "ready" | "refused";
  readonly problem: string | null;
  readonly mediaType: string;
  readonly size: number;
  readonly pages: number;
  readonly createdAt: Date;
}

/** An application opened for its owner or for staff: everything the engine needs, unsealed. */
export interface Application {
  readonly id: string;
  readonly accountId: string;
  readonly institutionId: string;
  readonly institution: { readonly id: string; readonly en: string };
  /** IANA zone of the institution. */
  readonly zone: string;
  readonly programId: string;
  readonly versionId: string;
  readonly compiled: CompiledProgram;
  readonly status: Status;
  readonly round: number;
  readonly version: number;
  readonly receipt: string;
  readonly number: string | null;
  readonly complete: boolean;
  /** What its program costs by the answers, in whole rupiah; null where it costs nothing or that is not known yet. */
  readonly feeDue: number | null;
  /** What of the money that came counts towards the fee, in whole rupiah. */
  readonly feePaid: number;
  readonly marks: readonly Mark[];
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  /** When its verdict is to be announced, where its program announces and the time is set. */
  readonly announcesAt: Date | null;
  /** Since when its verdict stands on the announcement. */
  readonly announcedAt: Date | null;
  readonly updatedAt: Date;
  /** Its own closing: the program's, or later where it was extended for this application. */
  readonly closesAt: Date | null;
  /** Its deadline stands still for a case about its NIK; then `closesAt` is null. */
  readonly paused: boolean;
  readonly windowOpen: boolean;
  /** Whether what was open at the closing may still be sent: the window, and the grace after it. */
  readonly inGrace: boolean;
  /** When the applicant agreed to be submitted at the closing, and when they declared beforehand. */
  readonly agreedAt: Date | null;
  readonly declaredAt: Date | null;
  /** The NIK answered was proved by another account. */
  readonly identityTaken: boolean;
  /** Another account states the same NIK, and nobody has proved it yet. */
  readonly identityShared: boolean;
  readonly key: Key;
  readonly typed: Typed;
  readonly pageVersions: Readonly<Record<string, number>>;
  /** Pages and items that saved themselves in the middle of typing: nobody has said yet that they are finished. */
  readonly unfinished: ReadonlySet<string>;
  readonly documents: Readonly<Record<string, SlotDocument>>;
  /** While returned: what was submitted in the last round. */
  readonly before: { readonly typed: Typed; readonly documents: JourneyState["documents"] } | undefined;
  readonly now: Date;
}

/** Where a sealed page belongs; it opens nowhere else. */
export function pageContext(applicationId: string, page: string): string {
  return `application_pages|${page}|${applicationId}`;
}

interface Row {
  id: string;
  account_id: string;
  institution_id: string;
  institution: { id: string; en: string };
  zone: string;
  program_id: string;
  version_id: string;
  created_at: Date;
  status: Status;
  round: number;
  version: number;
  receipt: string;
  number: string | null;
  complete: boolean;
  fee_due: number | null;
  fee_paid: number;
  marks: Mark[] | null;
  submitted_at: Date | null;
  decided_at: Date | null;
  announces_at: Date | null;
  announced_at: Date | null;
  updated_at: Date;
  closes_at: Date | null;
  paused: boolean;
  window_open: boolean;
  in_grace: boolean;
  agreed_at: Date | null;
  declared_at: Date | null;
  identity_elsewhere: NikElsewhere | null;
  key_wrapped: Buffer;
  pages: { page: string; version: number; sealed: string; unfinished: boolean }[];
  documents: (Omit<SlotDocument, "mediaType" | "createdAt"> & {
    slot: string;
    media_type: string;
    created_at: string;
  })[];
  before: { pages: Record<string, string>; documents: Record<string, string> } | null;
  now: Date;
}

/**
 * Opens an application in one round trip. `owner` limits it to that account: somebody else's
 * application is as unknown as one that does not exist (404). Without `owner` the connection's
 * row-level security decides.
 */
export async function loadApplication(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly catalog: Catalog },
  input: { readonly applicationId: string; readonly owner?: string },
): Promise<Application> {
  if (!isUuid(input.applicationId)) throw notFound();
  const row = await selectRow(services.db, input);
  if (!row) throw notFound();
  const compiled = await underLists(services.db, await services.catalog.version(row.version_id), {
    institutionId: row.institution_id,
    begunAt: row.created_at,
  });
  const person = { accountId: row.account_id, institutionId: row.institution_id };
  const key = await openPersonKey(services.db, services.keyring, person, row.key_wrapped);
  return {
    id: row.id,
    accountId: row.account_id,
    institutionId: row.institution_id,
    institution: row.institution,
    zone: row.zone,
    programId: row.program_id,
    versionId: row.version_id,
    compiled,
    status: row.status,
    round: row.round,
    version: row.version,
    receipt: row.receipt,
    number: row.number,
    complete: row.complete,
    feeDue: row.fee_due,
    feePaid: row.fee_paid,
    marks: row.marks ?? [],
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
    announcesAt: row.announces_at,
    announcedAt: row.announced_at,
    updatedAt: row.updated_at,
    closesAt: row.closes_at,
    paused: row.paused,
    windowOpen: row.window_open,
    inGrace: row.in_grace,
    agreedAt: row.agreed_at,
    declaredAt: row.declared_at,
    identityTaken: row.identity_elsewhere === "taken",
    identityShared: row.identity_elsewhere === "shared",
    key,
    typed: openPages(key, row.id, Object.fromEntries(row.pages.map(({ page, sealed }) => [page, sealed]))),
    pageVersions: Object.fromEntries(row.pages.map(({ page, version }) => [page, version])),
    unfinished: new Set(row.pages.flatMap(({ page, unfinished }) => (unfinished ? [page] : []))),
    documents: Object.fromEntries(
      row.documents.map(({ slot, media_type, created_at, ...document }) => [
        slot,
        { ...document, mediaType: media_type, createdAt: new Date(created_at) },
      ]),
    ),
    before: row.before
      ? {
          typed: openPages(key, row.id, row.before.pages),
          documents: Object.fromEntries(Object.keys(row.before.documents).map((slot) => [slot, "present" as const])),
        }
      : undefined,
    now: row.now,
  };
}

async function selectRow(db: Kysely<DB>, input: { applicationId: string; owner?: string }): Promise<Row | undefined> {
  const result = await sql<Row>`
    select a.id, a.account_id, a.institution_id, i.name as institution, i.zone, a.program_id, a.version_id, a.created_at, a.status, a.round, a.version, a.receipt, a.number,
      a.complete, a.fee_due, a.fee_paid, a.agreed_at, a.declared_at, a.marks, a.submitted_at, a.decided_at, a.announced_at, a.updated_at,
      case when p.announces then p.announces_at end as announces_at, nullif(closes_at_of(p.closes_at, a.extended_until), 'infinity') as closes_at,
      coalesce(a.extended_until = 'infinity', false) as paused,
      p.opens_at <= app_now() and (p.closes_at is null or closes_at_of(p.closes_at, a.extended_until) > app_now()) as window_open,
      p.opens_at <= app_now() and (p.closes_at is null
        or last_call_of(p.closes_at, a.extended_until, p.grace_seconds) > app_now()) as in_grace,
      (select ${nikElsewhere(sql.ref("a.account_id"))} from account_identifiers i where i.kind = 'nik'
        and (i.blind_index = a.identity_index or i.blind_index_b = a.identity_index_b)) as identity_elsewhere,
      k.key_wrapped, app_now() as now,
      coalesce((select jsonb_agg(jsonb_build_object('page', g.page, 'version', g.version, 'sealed', encode(g.sealed, 'base64'),
          'unfinished', g.unfinished))
        from application_pages g where g.application_id = a.id), '[]') as pages,
      coalesce((select jsonb_agg(jsonb_build_object('slot', d.slot, 'id', d.id, 'status', d.status, 'problem', d.problem,
          'media_type', d.media_type, 'size', d.size, 'created_at', d.created_at,
          'pages', (select count(*) from document_pages dp where dp.document_id = d.id)))
        from documents d where d.application_id = a.id and d.status <> 'removed'), '[]') as documents,
      case when a.status = 'returned' then
        (select r.pages from application_rounds r where r.application_id = a.id and r.round = a.round) end as before
    from applications a
    join programs p on p.id = a.program_id
    join institutions i on i.id = a.institution_id
    join person_keys k on k.account_id = a.account_id and k.institution_id = a.institution_id
    where a.id = ${input.applicationId}::uuid and (${input.owner ?? null}::uuid is null or a.account_id = ${input.owner ?? null}::uuid)
  `.execute(db);
  return result.rows[0];
}

/** Opens sealed pages given in base64, by page id. */
export function openPages(key: Key, applicationId: string, pages: Readonly<Record<string, string>>): Typed {
  return Object.fromEntries(
    Object.entries(pages).map(([page, sealed]) => [
      page,
      JSON.parse(
        open(key, Buffer.from(sealed, "base64"), pageContext(applicationId, page)).toString("utf8"),
      ) as TypedPage,
    ]),
  );
}

/** What the engine walks over: typed pages, and documents that are there or were refused. */
export function journeyState(application: Pick<Application, "typed" | "documents" | "now">): JourneyState {
  return {
    typed: application.typed,
    documents: Object.fromEntries(
      Object.entries(application.documents).map(([slot, { status }]) => [
        slot,
        status === "refused" ? "refused" : "present",
      ]),
    ),
    now: application.now,
  };
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the form of an id, so that junk never reaches the database. */
export function isUuid(text: string): boolean {
  return uuidForm.test(text);
}
