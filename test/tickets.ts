import { randomInt } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { paths } from "../src/paths.ts";
import { createStaff } from "../src/registry/accounts/create.ts";
import { actOnTicket } from "../src/registry/tickets/act.ts";
import { writeTicket } from "../src/registry/tickets/ask.ts";
import type { TicketContent } from "../src/registry/tickets/ticket.ts";
import { openTicketKey } from "../src/registry/tickets/ticket.ts";
import { sealName, sealPage } from "../src/registry/documents/seals.ts";
import { type BlobStore, newBlobName } from "../src/platform/files/blob-store.ts";
import type { Keyring } from "../src/platform/keys/keyring.ts";
import type { Browser, Page, TestApp } from "./app.ts";
import type { TestDatabase } from "./database.ts";
import { answerAsHuman, hashedPassword } from "./people.ts";

/** Everything that the forms of categories ask, filled in for one person. */
export const ticketFields = {
  instansi: "djp",
  nama: "Siti Contoh",
  nik: "3171015705900001",
  nomor_kk: "3171010101100001",
  tempat_lahir: "Jakarta",
  "tanggal_lahir.day": "17",
  "tanggal_lahir.month": "5",
  "tanggal_lahir.year": "1990",
  nama_masuk: "siti@contoh.example",
  surel_baru: "baru@contoh.example",
  pertanyaan: "Permohonan saya tidak dijawab.",
  kontak_surel: "siti@contoh.example",
  kontak_telepon: "",
};

/** The answer to the question of the form that stands on a page. */
export function humanAnswer(html: string): string {
  const asked = /(?:Berapa|Mana|Apa|Hari)[^<]*\?/.exec(html.slice(html.indexOf('for="human"')))?.[0] ?? "";
  return answerAsHuman(asked.replaceAll("&quot;", '"'));
}

let serial = randomInt(9999);

/** A NIK of somebody who was born on the day of `ticketFields`, and who has asked nothing before. */
export function anotherNik(): string {
  serial = (serial % 9999) + 1;
  return `317101570590${String(serial).padStart(4, "0")}`;
}

/** Sends the form of a category as a browser without scripts does; fields given replace those of `ticketFields`. */
export async function sendTicket(
  browser: Browser,
  fields: Readonly<Record<string, string>> = {},
  category = "pengaduan-ke-instansi",
): Promise<Page> {
  const { html } = await browser.get(paths.helpdesk.ask(category));
  const human = humanAnswer(html);
  return browser.post(paths.helpdesk.ask(category), {
    ...ticketFields,
    nik: anotherNik(),
    ticket: browser.hidden("ticket"),
    human,
    ...fields,
  });
}

/** When the person of `ticketFields` was born, as the form that finds a ticket asks it; and another day. */
export const born = { "lahir.day": "17", "lahir.month": "5", "lahir.year": "1990" };
export const otherDay = { ...born, "lahir.day": "18" };

/** Looks a ticket up in a fresh browser, by its number and the facts given. */
export async function lookUp(
  app: Pick<TestApp, "browser">,
  nomor: string,
  fact: Readonly<Record<string, string>>,
): Promise<Page> {
  const browser = app.browser();
  await browser.get(paths.helpdesk.tickets);
  const none = { "lahir.day": "", "lahir.month": "", "lahir.year": "", surel: "" };
  return browser.post(paths.helpdesk.tickets, { nomor, ...none, ...fact });
}

/** The ticket number on a page. */
export function numberOn({ html }: Pick<Page, "html">): string {
  const [number] = /T(?:-[0-9A-Z]{4}){3}/.exec(html) ?? [];
  if (number === undefined) throw new Error("no ticket number stands on the page");
  return number;
}

/** What differs from the ticket of Siti. */
interface TicketDetails {
  readonly nik?: string;
  readonly name?: string;
  readonly email?: string;
  readonly category?: string;
  /** What sources are to be asked. */
  readonly checks?: TicketContent["checks"];
}

/** A ticket at an institution, past the form; returns its id. */
export function aTicket(
  { database, keyring }: { readonly database: Pick<TestDatabase, "web">; readonly keyring: Keyring },
  institutionId: string,
  details: TicketDetails = {},
): Promise<string> {
  const { nik, name = "Siti Contoh", email = "siti@contoh.example", category = "pengaduan-ke-instansi" } = details;
  return database.web.kysely.transaction().execute((trx) =>
    writeTicket(
      { db: trx, keyring },
      {
        institutionId,
        category,
        language: "id",
        nik,
        content: {
          name,
          birthDate: "1990-05-17",
          email,
          ...(details.checks ? { checks: details.checks } : {}),
          answers: [{ label: { id: "Aduan", en: "Complaint" }, shown: "Permohonan saya tidak dijawab." }],
        },
      },
    ),
  );
}

/** A file with one rebuilt picture on a ticket, as if its check had passed. */
export async function putTicketFile(
  world: { readonly database: Pick<TestDatabase, "owner">; readonly keyring: Keyring; readonly blobs: BlobStore },
  ticketId: string,
  slot: string,
): Promise<void> {
  const db = world.database.owner.kysely;
  const row = await db
    .selectFrom("tickets")
    .select(["id", "institution_id", "key_wrapped"])
    .where("id", "=", ticketId)
    .executeTakeFirstOrThrow();
  const key = await openTicketKey({ db, keyring: world.keyring }, row);
  const [id, blob, institution_id] = [uuidv7(), newBlobName(), row.institution_id];
  await world.blobs.put(blob, sealPage(key, id, 1, Buffer.from(`a rebuilt page of ${slot}`)));
  await db
    .insertInto("ticket_documents")
    .values({
      id,
      ticket_id: ticketId,
      institution_id,
      slot,
      status: "ready",
      name_sealed: sealName(key, id, `${slot}.pdf`),
      media_type: "application/pdf",
      size: 184_000,
      sha256: Buffer.alloc(32),
      checked_at: new Date(),
    })
    .execute();
  await db
    .insertInto("ticket_document_pages")
    .values({ document_id: id, institution_id, page: 1, blob, media_type: "image/jpeg", width: 860, height: 540 })
    .execute();
}

/** Forgets what was counted, so that a test that sends much is no flood. */
export async function forgetLimits({ database }: Pick<TestApp, "database">): Promise<void> {
  await database.owner.kysely.deleteFrom("rate_limits").execute();
}

/** An account that answers tickets at an institution. */
export async function anAgent(
  { database, keyring }: { readonly database: Pick<TestDatabase, "owner">; readonly keyring: Keyring },
  institutionId: string,
): Promise<string> {
  return createStaff(database.owner.kysely, keyring, {
    email: `agen.${uuidv7()}@contoh.example`,
    name: "Agung Contoh",
    password: await hashedPassword(keyring),
    roles: [{ institutionId, role: "agent" }],
  });
}

/** Answers a ticket as an agent of its institution, who leaves a note for colleagues as well. */
export async function answerTicket(app: Pick<TestApp, "database" | "keyring">, ticketId: string, text = "Sudah.") {
  const { institution_id: institutionId } = await app.database.owner.kysely
    .selectFrom("tickets")
    .select("institution_id")
    .where("id", "=", ticketId)
    .executeTakeFirstOrThrow();
  const acting = { ticketId, actorId: await anAgent(app, institutionId), institutions: [institutionId] };
  const services = { db: app.database.staff.kysely, keyring: app.keyring };
  await actOnTicket(services, { ...acting, act: "note", text: "Sudah saya telepon." });
  await actOnTicket(services, { ...acting, act: "answer", text });
}
