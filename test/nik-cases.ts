import { limitsOn } from "../src/platform/limits.ts";
import { accountKey, ensurePersonKey } from "../src/registry/accounts/keys.ts";
import { submitApplication } from "../src/registry/applications/submit.ts";
import { addIdentifier } from "../src/registry/identifiers/identifier.ts";
import { beginNikCase } from "../src/registry/nik-cases/begin.ts";
import { evidenceSlots } from "../src/registry/nik-cases/case.ts";
import { openNikCase } from "../src/registry/nik-cases/open.ts";
import { proposeVerdict } from "../src/registry/nik-cases/propose.ts";
import { anAccount, anApplication, putDocument, type ReviewWorld, type TestApplication } from "./applications.ts";
import type { TestDatabase } from "./database.ts";
import { aTicket } from "./tickets.ts";

interface World extends Pick<ReviewWorld, "keyring" | "blobs" | "institutionId"> {
  readonly database: Pick<TestDatabase, "owner" | "web" | "staff">;
}

/** Two people with the same NIK: one submitted it first, the other has a complete draft with it. */
export async function twoWithOneNik(
  world: ReviewWorld,
  nik: string,
): Promise<{ claimant: TestApplication; holder: TestApplication }> {
  const claimant = await anApplication(world, { nik, name: "Siti Contoh" }).complete();
  const holder = await anApplication(world, { nik, name: "Budi Contoh" }).complete();
  const db = world.database.web.kysely;
  await submitApplication(db, { applicationId: holder.id, accountId: holder.accountId });
  return { claimant, holder };
}

/** An account that states a NIK. */
export async function stateNik(world: World, accountId: string, nik: string): Promise<void> {
  const { database, keyring } = world;
  const db = database.owner.kysely;
  const key = await accountKey(db, keyring, accountId);
  await addIdentifier(db, keyring, { accountId, key, name: { kind: "nik", value: nik }, verified: false });
}

/** Begins a case of an account about a NIK, as its page does. */
export async function beginCase(world: World, accountId: string, nik: string) {
  const { database, keyring, institutionId } = world;
  const db = database.web.kysely;
  const limits = limitsOn(database.web.sql, keyring);
  return beginNikCase({ db, keyring, limits }, { accountId, staff: false }, { nik, institutionId });
}

/** Gives selfie and scan for a side of its case, checked already; gives the id of the case. */
export async function giveEvidence(world: World, accountId: string): Promise<string> {
  const { database, keyring, institutionId } = world;
  const key = await ensurePersonKey(database.web.kysely, keyring, { accountId, institutionId });
  const { id: nikCaseId } = await database.owner.kysely
    .selectFrom("nik_cases")
    .select("id")
    .where((eb) => eb.or([eb("claimant_id", "=", accountId), eb("holder_id", "=", accountId)]))
    .where("closed_at", "is", null)
    .executeTakeFirstOrThrow();
  for (const slot of evidenceSlots)
    await putDocument(world, key, { accountId, applicationId: null, nikCaseId, institutionId, slot });
  return nikCaseId;
}

/** A case that was sent; gives its id. */
export async function anOpenCase(world: World, accountId: string, nik: string): Promise<string> {
  const begun = await beginCase(world, accountId, nik);
  if (begun !== "begun") throw new Error(`the test case was not begun: ${begun}`);
  const id = await giveEvidence(world, accountId);
  const opened = await openNikCase({ db: world.database.web.kysely, keyring: world.keyring }, accountId);
  if (opened !== "opened") throw new Error(`the test case was not opened: ${opened}`);
  return id;
}

/** A case between two people; with `proposedBy`, an officer, it waits for the second one. Gives its id. */
export async function aNikCase(
  world: World,
  between: { readonly claimant: string; readonly holder: string; readonly nik: string; readonly proposedBy?: string },
): Promise<string> {
  await stateNik(world, between.holder, between.nik);
  const caseId = await anOpenCase(world, between.claimant, between.nik);
  if (between.proposedBy !== undefined) {
    const { database, keyring, institutionId } = world;
    const officer = { actorId: between.proposedBy, institutions: [institutionId] };
    const proposed = { proposal: "move", reason: "Swafoto sesuai dengan KTP." } as const;
    await proposeVerdict({ db: database.staff.kysely, keyring }, { ...officer, caseId, ...proposed });
  }
  return caseId;
}

let met = 0;

/** The same between two new people. */
export async function aCaseOfStrangers(world: ReviewWorld, proposedBy?: string): Promise<string> {
  const nik = `317101170591${String(++met).padStart(4, "0")}`;
  const sides = { claimant: await anAccount(world), holder: await anAccount(world, "Budi Contoh") };
  return aNikCase(world, { ...sides, nik, ...(proposedBy === undefined ? {} : { proposedBy }) });
}

/** The ticket of somebody whose NIK another account states: in their account, without files. */
export async function aTicketOfCase(
  world: World,
  { claimant, holder, nik }: { readonly claimant: string; readonly holder: string; readonly nik: string },
): Promise<string> {
  await stateNik(world, holder, nik);
  const ticket = await aTicket(world, world.institutionId, { nik, category: "nik-didaftarkan-orang-lain" });
  await world.database.owner.kysely
    .updateTable("tickets")
    .set({ account_id: claimant })
    .where("id", "=", ticket)
    .execute();
  return ticket;
}
