import { type Kysely, sql } from "kysely";
import type { DB } from "../../../platform/db/generated/schema.ts";
import { inLanguage, type Language } from "../../../program/definition.ts";
import type { Status } from "../../../program/workflow.ts";
import { listProfiles } from "../../../registry/accounts/account.query.ts";
import { may } from "../../../registry/accounts/permissions.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { type CannedAnswer, listFitting } from "../../../registry/canned/canned.query.ts";
import { listInstitutionNames } from "../../../registry/desk/institution-name.query.ts";
import type { ReviewServices } from "../../../registry/reviews/act.ts";
import { listColleagues, listHelpdesks } from "../../../registry/tickets/receivers.query.ts";
import { listRelated, type RelatedTicket } from "../../../registry/tickets/related.query.ts";
import { findLinkedAccount, type LinkedAccount } from "../../../registry/tickets/linked-account.query.ts";
import type { Ticket } from "../../../registry/tickets/ticket.ts";
import { type CaseStanding, makeAccount, standingOf } from "./case-standing.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What stands around a ticket for an agent: where it can go, and what it belongs to. */
export interface Further {
  readonly related: readonly RelatedTicket[];
  /** Tickets that were merged into this one, by their numbers. */
  readonly mergedHere: readonly string[];
  /** The number of the ticket in which this one is answered. */
  readonly mergedInto: string | undefined;
  /** Who else may answer it where it is. */
  readonly colleagues: readonly Named[];
  /** Other institutions with a helpdesk. */
  readonly helpdesks: readonly Named[];
  readonly application: LinkedApplication | undefined;
  /** The program whose page led to the question, and the title of that page where it is a step of its file. */
  readonly cameFrom: CameFromPage | undefined;
  /** Of whoever asked. */
  readonly account: LinkedAccount | undefined;
  /** What can be done about the NIK; undefined for categories without cases. */
  readonly nikCase: CaseStanding | undefined;
  /** Answers that fit this ticket. */
  readonly canned: readonly CannedAnswer[];
  /** The institution's name, its zone, and the time by which things are late. */
  readonly institution: Readonly<Record<Language, string>>;
  readonly zone: string;
  readonly now: Date;
}

interface CameFromPage {
  readonly title: string;
  readonly slug: string;
  readonly page: string | null;
  readonly step: string | undefined;
}

interface LinkedApplication {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: Status;
  /** Whether the agent has the right to open it. */
  readonly opens: boolean;
}

interface Wanted {
  readonly ticket: Ticket;
  readonly actorId: string;
  readonly language: Language;
}

/** Loads it; `services.db` must come from `withStaff`. */
export async function loadFurther(
  services: Pick<ReviewServices, "db" | "keyring" | "catalog">,
  { ticket, actorId, language }: Wanted,
): Promise<Further> {
  const { db, keyring } = services;
  const related = await listRelated({ db, keyring }, ticket.id);
  const merged = new Set(await listMergedInto(db, ticket.id));
  const others = (await listColleagues(db, ticket.institutionId)).filter((id) => id !== actorId);
  const colleagues = await listProfiles(db, keyring, new Set(others));
  const nikCase = standingOf(ticket, (await listStaffRoles(db, actorId)).get(ticket.institutionId) ?? []);
  const { name, ...clock } = await db
    .selectFrom("institutions")
    .select(["name", "zone", sql<Date>`app_now()`.as("now")])
    .where("id", "=", ticket.institutionId)
    .executeTakeFirstOrThrow();
  return {
    ...clock,
    institution: name as Record<Language, string>,
    canned: [...(nikCase?.lacksAccount ? [makeAccount(ticket)] : []), ...(await listFitting(db, ticket))],
    related,
    mergedHere: related.filter(({ id }) => merged.has(id)).map(({ number }) => number),
    mergedInto: related.find(({ id }) => id === ticket.mergedInto)?.number,
    colleagues: [...colleagues].map(([id, { name: its }]) => ({ id, name: its })),
    helpdesks: await listOthers(db, ticket.institutionId, language),
    application: await findLinked(services, { ticket, actorId, language }),
    cameFrom: await findPage(services.catalog, ticket, language),
    account: await findLinkedAccount({ db, keyring }, ticket),
    nikCase,
  };
}

/** Undefined where the program is listed no more. */
async function findPage(
  catalog: ReviewServices["catalog"],
  { program: slug, programPage: page }: Ticket,
  language: Language,
): Promise<CameFromPage | undefined> {
  const found = slug === null ? undefined : (await catalog.list()).find((one) => one.slug === slug);
  if (!found || slug === null) return undefined;
  const step = page === null ? undefined : found.compiled.stepsById.get(page)?.step;
  const title = inLanguage(found.compiled.program.title, language);
  return { slug, page, title, step: step && inLanguage(step.title, language) };
}

async function listMergedInto(db: Kysely<DB>, ticketId: string): Promise<string[]> {
  const rows = await db.selectFrom("tickets").select("id").where("merged_into", "=", ticketId).execute();
  return rows.map(({ id }) => id);
}

async function listOthers(db: Kysely<DB>, own: string, language: Language): Promise<Named[]> {
  const ids = (await listHelpdesks(db)).filter((id) => id !== own);
  return [...(await listInstitutionNames(db, ids))]
    .map(([id, name]) => ({ id, name: name[language] }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "id"));
}

async function findLinked(
  { db, catalog }: Pick<ReviewServices, "db" | "catalog">,
  { ticket, actorId, language }: Wanted,
): Promise<LinkedApplication | undefined> {
  const row =
    ticket.applicationId === null
      ? undefined
      : await db
          .selectFrom("applications")
          .select(["id", "institution_id", "version_id", "number", "receipt", "status"])
          .where("id", "=", ticket.applicationId)
          .executeTakeFirst();
  if (!row) return undefined;
  const roles = await listStaffRoles(db, actorId);
  return {
    id: row.id,
    number: row.number ?? row.receipt,
    title: inLanguage((await catalog.version(row.version_id)).program.title, language),
    status: row.status,
    opens: may(roles.get(row.institution_id) ?? [], "review"),
  };
}
