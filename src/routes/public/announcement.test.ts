import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer, type TestApplication } from "../../../test/applications.ts";
import { signIn } from "../../../test/people.ts";
import { readPdf } from "../../../test/read-pdf.ts";
import { daysFromNow, publishFrom } from "../../../test/seed.ts";
import { securityWorld, type SecurityWorld } from "../../../test/security/world.ts";
import { paths } from "../../paths.ts";
import { announceVerdicts } from "../../registry/announcements/announce.ts";
import { acceptApplication } from "../../registry/reviews/accept.ts";
import { rejectApplication } from "../../registry/reviews/reject.ts";

let world: SecurityWorld;
let rina: string;
let programId: string;
const folder = "programs/npwp-pribadi";
const at = paths.announcement("npwp-pribadi");
beforeAll(async () => {
  world = await securityWorld();
  await publishFrom(world.app, folder, { announcement: { at: daysFromNow(5) } });
  rina = await aReviewer(world.reviews, world.reviews.institutionId);
  ({ id: programId } = await owner().selectFrom("programs").select("id").executeTakeFirstOrThrow());
});
afterAll(() => world.close());

function owner() {
  return world.app.database.owner.kysely;
}

function staff() {
  return { db: world.app.database.staff.kysely, keyring: world.app.keyring, catalog: world.reviews.catalog };
}

function act({ id }: TestApplication) {
  return { applicationId: id, institutions: [world.reviews.institutionId], actorId: rina, round: 1 };
}

async function decided(verdict: "accepted" | "rejected"): Promise<TestApplication> {
  const application = await anApplication(world.reviews).claimedBy(rina);
  if (verdict === "accepted") await acceptApplication(staff(), act(application));
  else await rejectApplication(staff(), { ...act(application), reasons: ["kedaluwarsa"], note: "KTP lama." });
  return application;
}

function rowOf({ id }: TestApplication) {
  return owner()
    .selectFrom("applications")
    .select(["receipt", "number"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

/** Everything that somebody may ask for of their own application, as text in which only the verdict could differ. */
async function everythingOf(application: TestApplication): Promise<Record<string, string>> {
  const browser = await signIn(world.app, application.accountId, "applicant");
  const { receipt } = await rowOf(application);
  const { apply } = paths;
  const ways = [apply.tasks, apply.status, apply.receipt, apply.check, apply.withdraw, apply.letter, apply.closing];
  const addresses = [
    ...ways.map((way) => way(application.id)),
    apply.step(application.id, "identitas"),
    paths.account.home,
    paths.program("npwp-pribadi"),
    at,
    `${at}?number=${receipt}`,
    paths.checkReceipt(receipt),
  ];
  const found: Record<string, string> = {};
  for (const [index, address] of addresses.entries()) {
    const { status, html } = await browser.get(address);
    found[`${index} ${status}`] = html
      .replaceAll(application.id, "ID")
      .replaceAll(receipt, "RECEIPT")
      .replaceAll(/name="csrf" value="[^"]*"/g, "")
      .replaceAll(/317101170590\d{4}/g, "NIK")
      .replaceAll(/\d{2}\.\d{2}(?:\.\d{2})?/g, "TIME")
      .replaceAll(/<svg[\s\S]*?<\/svg>/g, "")
      .replaceAll(/value="\d+"/g, "")
      .replaceAll(/documents\/[^"]+/g, "");
  }
  return found;
}

test("until the moment an accepted and a rejected applicant see the very same on every page of theirs", async () => {
  const [yes, no] = [await decided("accepted"), await decided("rejected")];
  const seen = await everythingOf(yes);
  expect(await everythingOf(no)).toEqual(seen);
  const all = Object.values(seen).join("\n");
  expect(all).toContain("Menunggu pengumuman");
  expect(all).toContain("Hasil diumumkan");
  expect(Object.keys(seen)).toContain("5 404");
  const { number } = await owner()
    .selectFrom("held_verdicts")
    .select("number")
    .where("application_id", "=", yes.id)
    .executeTakeFirstOrThrow();
  expect(number).toMatch(/\d/);
  for (const told of [number ?? "", "KTP lama", "Diterima", "Ditolak"]) expect(all).not.toContain(told);
  const mine = await signIn(world.app, yes.accountId, "applicant");
  await mine.get(paths.apply.status(yes.id));
  // A tab from before leads where it led then.
  const again = await mine.post(paths.apply.submit(yes.id), { declaration: "yes" });
  expect(again.url).toContain(paths.apply.receipt(yes.id));
  expect((await mine.post(paths.apply.withdraw(yes.id), {})).status).toBe(409);
  expect((await world.app.browser().get(paths.announcementPaper("npwp-pribadi", 1))).status).toBe(404);
});

test("from then on everybody can look numbers up, read nothing but verdicts, and keep the paper", async () => {
  const [yes, no] = [await decided("accepted"), await decided("rejected")];
  await sql`update programs set announces_at = app_now() - interval '1 second'`.execute(owner());
  await announceVerdicts(world.app.database.worker.kysely, programId);
  const [accepted, rejected] = [await rowOf(yes), await rowOf(no)];
  const anyone = world.app.browser();
  const page = await anyone.get(at);
  expect(page.html).toContain(accepted.number);
  expect(page.html).toContain(rejected.receipt);
  expect(page.html).not.toContain(accepted.receipt);
  for (const secret of ["Siti Contoh", "KTP lama", "kedaluwarsa"]) expect(page.html).not.toContain(secret);
  const one = await anyone.get(`${at}?number=${accepted.number?.toLowerCase()}`);
  expect(one.html).toContain("Diterima");
  expect(one.html).not.toContain(rejected.receipt);
  expect((await anyone.get(`${at}?number=${accepted.receipt}`)).html).toContain(accepted.number);
  expect((await anyone.get(`${at}?number=%00<b>%27`)).html).toContain("tidak ada dalam pengumuman");
  expect((await anyone.get(`${at}?page=999`)).status).toBe(200);

  const pdf = await fetch(world.app.origin + paths.announcementPaper("npwp-pribadi", 1));
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  const { text, raw } = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
  for (const said of [accepted.number ?? "?", rejected.receipt, "Tidak diterima", world.app.origin + at])
    expect(text).toContain(said);
  expect(text).not.toContain("Siti Contoh");
  for (const part of ["/S /Table", "/S /TR", "/Scope /Column", "/Scope /Row", "/MarkInfo", "/Lang (id-ID)"])
    expect(raw).toContain(part);
  expect((await fetch(world.app.origin + paths.announcementPaper("npwp-pribadi", 2))).status).toBe(404);

  const mine = await signIn(world.app, no.accountId, "applicant");
  const status = (await mine.get(paths.apply.status(no.id))).html;
  for (const said of ["Ditolak", "KTP lama.", at, "letter.pdf"]) expect(status).toContain(said);
});

test("what is decided later is told at once and marked as a change", async () => {
  const late = await decided("rejected");
  const { receipt } = await rowOf(late);
  const found = await world.app.browser().get(`${at}?number=${receipt}`);
  expect(found.html).toContain("Berubah pada");
});

test("a program that tells verdicts one by one has no such page", async () => {
  await publishFrom(world.app, "programs/seminar-k3");
  expect((await world.app.browser().get(paths.announcement("seminar-k3"))).status).toBe(404);
});
