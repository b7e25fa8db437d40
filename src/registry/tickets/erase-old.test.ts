import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAccount, foreignProgram, publish, reviewWorld, type ReviewWorld } from "../../../test/applications.ts";
import { aCaseOfStrangers } from "../../../test/nik-cases.ts";
import { answerTicket, aTicket } from "../../../test/tickets.ts";
import { BlobMissing, newBlobName } from "../../platform/files/blob-store.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { eraseOldTickets } from "./erase-old.ts";
import { loadTicketFigures } from "./figures.query.ts";
import { rateAnswer } from "./rate.ts";
import { setRetention } from "./retention.ts";

let world: ReviewWorld;
let foreign: string;
beforeAll(async () => {
  world = await reviewWorld();
  foreign = await publish(world, foreignProgram());
});
afterAll(() => world.close());

const erase = () => eraseOldTickets({ db: world.database.worker.kysely, blobs: world.blobs });

let met = 0;
/** A ticket that was answered so long ago, of another person each time. */
async function answered(ago: string, institutionId = world.institutionId): Promise<string> {
  const id = await aTicket(world, institutionId, { email: `penanya.${++met}@contoh.example` });
  await answerTicket(world, id);
  await world.database.owner.sql`update tickets set answered_at = app_now() - ${ago}::interval where id = ${id}`;
  return id;
}

async function left(ids: readonly string[]): Promise<readonly string[]> {
  const rows = await world.database.owner.sql<{ id: string }[]>`select id from tickets where id = any (${[...ids]})`;
  return ids.filter((id) => rows.some((row) => row.id === id));
}

async function aFile(ticketId: string): Promise<readonly string[]> {
  const [sent, page] = [newBlobName(), newBlobName()];
  for (const blob of [sent, page]) await world.blobs.put(blob, Buffer.from("tersegel"));
  const { sql } = world.database.owner;
  const id = uuidv7();
  await sql`
    insert into ticket_documents (id, ticket_id, institution_id, slot, status, name_sealed, media_type, size, sha256, original_blob)
    values (${id}, ${ticketId}, ${world.institutionId}, 'lampiran', 'quarantined', '', 'application/pdf', 8, '', ${sent})`;
  await sql`
    insert into ticket_document_pages (document_id, institution_id, page, blob, media_type, width, height)
    values (${id}, ${world.institutionId}, 1, ${page}, 'image/jpeg', 10, 10)`;
  return [sent, page];
}

function figures() {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const span = { from: day(-2), until: day(2), category: "" };
  return withStaff(world.database.staff.kysely, [world.institutionId], (trx) => loadTicketFigures(trx, span));
}

test("a year after its last answer a ticket goes with key, files and words, what was merged into it too, and figures stay", async () => {
  const { database, blobs, keyring } = world;
  const { sql } = database.owner;
  const old = await answered("13 months");
  const files = await aFile(old);
  await rateAnswer({ db: database.web.kysely, keyring }, { ticketId: old, helped: true, words: "Terima kasih." });
  const merged = await answered("14 months");
  await sql`update tickets set merged_into = ${old} where id = ${merged}`;
  const young = await answered("11 months");
  // Old itself, but what was merged into it was answered in it later.
  const lately = await answered("20 months");
  const mergedLately = await answered("2 months");
  await sql`update tickets set merged_into = ${lately} where id = ${mergedLately}`;
  const open = await aTicket(world, world.institutionId, { email: "terbuka@contoh.example" });
  await sql`update tickets set asked_at = app_now() - interval '3 years', first_due_at = null where id = ${open}`;
  // A worker died after it had erased, and before it had removed this one.
  const owed = newBlobName();
  await blobs.put(owed, Buffer.from("tersegel"));
  await sql`insert into forgotten_blobs (blob) values (${owed})`;
  const before = await figures();

  const counts = await Promise.all([erase(), erase()]);
  expect(counts[0] + counts[1]).toBe(2);
  expect(await left([old, merged, young, lately, mergedLately, open])).toEqual([young, lately, mergedLately, open]);
  for (const blob of [...files, owed]) await expect(blobs.get(blob)).rejects.toThrow(BlobMissing);
  expect(await sql`select from forgotten_blobs`).toEqual([]);
  for (const table of ["ticket_messages", "ticket_documents", "ticket_facts", "ticket_letters", "ticket_ratings"])
    expect(await sql`select from ${sql(table)} where ticket_id in (${old}, ${merged})`, table).toEqual([]);
  expect(await figures()).toEqual(before);
  const records = await sql`
    select actor_kind, institution_id, subject_id from audit_records where action = 'ticket.erase' order by subject_id`;
  const record = (id: string) => ({ actor_kind: "system", institution_id: world.institutionId, subject_id: id });
  expect(records).toEqual([old, merged].toSorted().map(record));
});

test("nothing goes while a NIK case or a rights request of its person waits, or they restrict the institution", async () => {
  const { sql } = world.database.owner;
  const ofCase = await answered("2 years");
  const fromCase = await answered("2 years");
  const ofRight = await answered("2 years");
  const elsewhere = await answered("2 years", foreign);
  const caseId = await aCaseOfStrangers(world);
  await sql`update tickets set account_id = (select holder_id from nik_cases where id = ${caseId}) where id = ${ofCase}`;
  await sql`update tickets set nik_case_id = ${caseId} where id = ${fromCase}`;
  // What is begun and never sent keeps nothing.
  const ofUnsent = await answered("2 years");
  const unsent = await aCaseOfStrangers(world);
  await sql`update nik_cases set status = 'gathering', opened_at = null, holder_id = null where id = ${unsent}`;
  await sql`update tickets set nik_case_id = ${unsent} where id = ${ofUnsent}`;
  const asker = await anAccount(world);
  // An agent found whose it is; whether its owner has said so or not.
  await sql`update tickets set linked_account_id = ${asker} where id in (${ofRight}, ${elsewhere})`;
  await sql`insert into rights_requests (id, number, account_id, institution_id, kind)
    values (${uuidv7()}, 'H-CONTOH', ${asker}, ${world.institutionId}, 'restriction')`;
  await erase();
  expect(await left([ofCase, fromCase, ofUnsent, ofRight, elsewhere])).toEqual([ofCase, fromCase, ofRight]);
  await sql`update nik_cases set status = 'withdrawn', closed_at = app_now() where id = ${caseId}`;
  const answer = { answer: "fulfilled", answered_at: new Date(), answered_by: await anAccount(world) };
  await sql`update rights_requests set ${sql(answer)} where account_id = ${asker}`;
  await erase();
  expect(await left([ofCase, fromCase, ofRight])).toEqual([ofRight]);
  await sql`update rights_requests set lifted_at = app_now() where account_id = ${asker}`;
  await erase();
  expect(await left([ofRight])).toEqual([]);
});

test("an institution keeps its own time, and for seven days after it was set nothing is erased there", async () => {
  const { database } = world;
  const { sql } = database.owner;
  const own = await answered("40 days");
  const theirs = await answered("40 days", foreign);
  const actorId = await anAccount(world);
  const act = { actorId, institutions: [world.institutionId], institutionId: world.institutionId, months: 1 };
  await setRetention(database.staff.kysely, act);
  await expect(setRetention(database.staff.kysely, { ...act, institutionId: foreign })).rejects.toMatchObject({
    status: 403,
  });
  await erase();
  expect(await left([own, theirs])).toEqual([own, theirs]);
  await sql`update ticket_retentions set set_at = app_now() - interval '7 days'`;
  await erase();
  expect(await left([own, theirs])).toEqual([theirs]);
  const [record] = await sql`select actor_id, data from audit_records where action = 'tickets.set_retention'`;
  expect(record).toEqual({ actor_id: actorId, data: { months: 1, monthsBefore: 12 } });
});

test("every set is erased, however many there are", async () => {
  const ids: string[] = [];
  const { sql } = world.database.owner;
  for (const _ of Array.from({ length: 3 })) ids.push(await answered("3 years", foreign));
  // Rows alone, so that more than one set is not a matter of minutes.
  await sql`
    insert into tickets (id, institution_id, category, status, language, blind_index, key_wrapped, content_sealed,
      asked_at, received_at, answered_at)
    select gen_random_uuid(), institution_id, category, status, language, sha256(n::text::bytea), key_wrapped,
      content_sealed, asked_at, received_at, answered_at
    from tickets, generate_series(1, 450) n where id = ${ids[0] ?? ""}`;
  expect(await erase()).toBe(453);
});
