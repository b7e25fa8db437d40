import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import type { Program } from "../src/program/definition.ts";
import type { Key } from "../src/platform/keys/seal.ts";
import { seal } from "../src/platform/keys/seal.ts";
import { diskBlobStore, newBlobName, type BlobStore } from "../src/platform/files/blob-store.ts";
import { randomKeyring, type Keyring } from "../src/platform/keys/keyring.ts";
import { nameContext } from "../src/registry/accounts/account.query.ts";
import { newAccountKey } from "../src/registry/accounts/keys.ts";
import type { Role } from "../src/registry/accounts/permissions.ts";
import { loadApplication } from "../src/registry/applications/load.query.ts";
import { refreshProgress } from "../src/registry/applications/refresh.ts";
import { savePage } from "../src/registry/applications/save-page.ts";
import { startApplication } from "../src/registry/applications/start.ts";
import { submitApplication } from "../src/registry/applications/submit.ts";
import type { Place } from "../src/registry/documents/place.ts";
import { sealName, sealPage } from "../src/registry/documents/seals.ts";
import { addEmail } from "../src/registry/identifiers/identifier.ts";
import { catalogOf, type Catalog } from "../src/registry/programs/catalog.ts";
import { ensureInstitution, publishProgram } from "../src/registry/programs/publish.ts";
import { claimApplication } from "../src/registry/reviews/claim.ts";
import { testDatabase, type TestDatabase } from "./database.ts";
import { asForm, loadJourney, type JourneyStep } from "./journey.ts";
import { npwpPribadi, readProgram } from "./programs/compiled.ts";
import { toyRegions } from "./programs/regions.ts";

/** An institution with a published program, as far as the console needs it. */
export interface ReviewWorld {
  readonly database: TestDatabase;
  readonly keyring: Keyring;
  readonly catalog: Catalog;
  readonly blobs: BlobStore;
  /** The institution of npwp-pribadi. */
  readonly institutionId: string;
  close(): Promise<void>;
}

/** Makes a `ReviewWorld`; close it in `afterAll`. */
export async function reviewWorld(): Promise<ReviewWorld> {
  const database = await testDatabase();
  const keyring = randomKeyring();
  const folder = await mkdtemp(join(tmpdir(), "review-"));
  const world = {
    database,
    keyring,
    catalog: catalogOf(database.web.kysely, toyRegions()),
    blobs: diskBlobStore(folder),
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return { ...world, institutionId: await publish(world, readProgram(npwpPribadi)) };
}

/** The world of an app in which a program of the institution is published already; the app closes it. */
export function worldOf(app: Pick<ReviewWorld, "database" | "keyring" | "blobs">, institutionId: string): ReviewWorld {
  const { database, keyring, blobs } = app;
  const catalog = catalogOf(database.web.kysely, toyRegions());
  return { database, keyring, catalog, blobs, institutionId, close: () => Promise.resolve() };
}

type Published = Pick<ReviewWorld, "database" | "keyring">;

/** Publishes a program, with its institution; returns the id of the institution. */
export async function publish(world: Published, program: Program): Promise<string> {
  const db = world.database.owner.kysely;
  const name = { id: `Instansi ${program.institution}`, en: `Institution ${program.institution}` };
  const institutionId = await ensureInstitution(db, world.keyring, { slug: program.institution, name });
  await publishProgram(db, program, null);
  return institutionId;
}

/** npwp-pribadi as another institution would run it. */
export function foreignProgram(): Program {
  return {
    ...readProgram(npwpPribadi),
    program: "npwp-lain",
    institution: "instansi-lain",
    number: { pattern: "LAIN-{year}-{sequence:6}", given: "accept", kind: "fast" },
  };
}

let met = 0;

/** An active account without a password, to act in the registry. */
export async function anAccount(
  world: Published,
  name = "Siti Contoh",
  email = `orang${++met}@contoh.example`,
): Promise<string> {
  const id = uuidv7();
  const { key, wrapped } = newAccountKey(world.keyring, id);
  const db = world.database.owner.kysely;
  await db
    .insertInto("accounts")
    .values({ id, status: "active", key_wrapped: wrapped, name_sealed: seal(key, name, nameContext(id)) })
    .execute();
  await addEmail(db, world.keyring, { accountId: id, key, email, verified: true });
  return id;
}

/** A member of staff with roles in an institution. */
export async function aReviewer(
  world: Published,
  institutionId: string,
  roles: readonly Role[] = ["reviewer"],
  name = "Rina Contoh",
): Promise<string> {
  const id = await anAccount(world, name);
  for (const role of roles) {
    await world.database.owner.kysely
      .insertInto("staff_roles")
      .values({ account_id: id, institution_id: institutionId, role })
      .execute();
  }
  return id;
}

export interface TestApplication {
  readonly id: string;
  readonly accountId: string;
}

interface Maker {
  /** Every page and document there, not submitted. */
  complete(): Promise<TestApplication>;
  submitted(): Promise<TestApplication>;
  /** Submitted, and under review by this member of staff. */
  claimedBy(reviewer: string): Promise<TestApplication>;
}

interface Details {
  readonly name?: string;
  readonly nik?: string;
  readonly program?: string;
  readonly accountId?: string;
  /** Folder of the program whose journey is played; that of npwp-pribadi where none is named. */
  readonly folder?: string;
}

/** Makers of applications: `await anApplication(world, { name: "Siti Contoh" }).submitted()`. */
export function anApplication(world: ReviewWorld, details: Details = {}): Maker {
  const maker: Maker = {
    complete: () => fill(world, details),
    async submitted() {
      const application = await maker.complete();
      await submit(world, application);
      return application;
    },
    async claimedBy(reviewer) {
      const application = await maker.submitted();
      const { institution_id } = await world.database.owner.kysely
        .selectFrom("applications")
        .select("institution_id")
        .where("id", "=", application.id)
        .executeTakeFirstOrThrow();
      const services = { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
      await claimApplication(services, {
        applicationId: application.id,
        institutions: [institution_id],
        actorId: reviewer,
      });
      return application;
    },
  };
  return maker;
}

/** Submits an application as its owner does. */
export async function submit(world: ReviewWorld, application: TestApplication): Promise<void> {
  const submitted = await submitApplication(world.database.web.kysely, {
    applicationId: application.id,
    accountId: application.accountId,
  });
  if (submitted.outcome !== "submitted")
    throw new Error(`the test application was not submitted: ${submitted.outcome}`);
}

/** Saves a page of the journey anew, with some answers changed. Who has just begun needs no look at what stands there. */
export async function change(
  world: ReviewWorld,
  application: TestApplication,
  page: string,
  answers: Readonly<Record<string, string | readonly string[]>>,
  just: { readonly begun: boolean; readonly folder?: string | undefined } = { begun: false },
): Promise<void> {
  const services = { db: world.database.web.kysely, keyring: world.keyring, catalog: world.catalog };
  const versions = just.begun ? {} : (await loadApplication(services, { applicationId: application.id })).pageVersions;
  const saved = await savePage(services, {
    accountId: application.accountId,
    applicationId: application.id,
    page,
    form: asForm({ ...journeyPage(page, just.folder), ...answers }),
    seenVersion: versions[page] ?? 0,
  });
  if (saved.kind !== "saved" || saved.errors.length > 0) {
    const problem = saved.kind === "saved" ? saved.errors : saved.kind;
    throw new Error(`the test page ${page} was not saved: ${JSON.stringify(problem)}`);
  }
}

const known = new Map<string, readonly JourneyStep[]>();
function journeySteps(folder = npwpPribadi): readonly JourneyStep[] {
  const steps = known.get(folder) ?? loadJourney(folder).paths[0]?.steps ?? [];
  known.set(folder, steps);
  return steps;
}

function journeyPage(page: string, folder?: string): Readonly<Record<string, string | readonly string[]>> {
  for (const step of journeySteps(folder)) if ("page" in step && step.page === page) return step.valid;
  throw new Error(`the journey has no page ${page}`);
}

async function fill(world: ReviewWorld, details: Details): Promise<TestApplication> {
  const services = { db: world.database.web.kysely, keyring: world.keyring, catalog: world.catalog };
  const accountId = details.accountId ?? (await anAccount(world, details.name));
  const program = details.program ?? "npwp-pribadi";
  const { id } = await startApplication(services, { accountId, program, language: "id" });
  const application = { id, accountId };
  // No database has ten thousand of them, but a process makes the people of many.
  const nik = details.nik ?? `317101170590${String(1 + (met++ % 9999)).padStart(4, "0")}`;
  for (const step of journeySteps(details.folder)) {
    if ("document" in step) await addDocument(world, application, step.document);
    else {
      const isOwn = step.page === "identitas" && details.folder === undefined;
      const who: Record<string, string> = isOwn ? { nik, nama: details.name ?? "Siti Contoh" } : {};
      await change(world, application, step.page, who, { begun: false, folder: details.folder });
    }
  }
  await refreshProgress(services, id);
  return application;
}

/** A document that passed its check, in place of the one before it: one rebuilt page with some bytes. */
export async function addDocument(world: ReviewWorld, application: TestApplication, slot: string): Promise<string> {
  const { key, institutionId } = await keyOf(world, application);
  await world.database.web.kysely
    .updateTable("documents")
    .set({ status: "removed", removed_at: new Date() })
    .where("application_id", "=", application.id)
    .where("slot", "=", slot)
    .execute();
  const { id: applicationId, accountId } = application;
  return putDocument(world, key, { accountId, applicationId, institutionId, slot });
}

/** A document with one rebuilt page in an empty place, as if its check had passed. */
export async function putDocument(
  world: Pick<ReviewWorld, "blobs"> & { readonly database: Pick<TestDatabase, "web"> },
  key: Key,
  place: Place & { readonly institutionId: string },
): Promise<string> {
  const { institutionId, slot } = place;
  const id = uuidv7();
  const [original, blob] = [newBlobName(), newBlobName()];
  await world.blobs.put(blob, sealPage(key, id, 1, Buffer.from("a rebuilt page")));
  const db = world.database.web.kysely;
  await db
    .insertInto("documents")
    .values({
      id,
      account_id: place.accountId,
      application_id: place.applicationId,
      nik_case_id: place.nikCaseId ?? null,
      institution_id: institutionId,
      slot,
      status: "ready",
      name_sealed: sealName(key, id, `${slot}.jpg`),
      media_type: "image/jpeg",
      size: 184_000,
      sha256: Buffer.alloc(32),
      original_blob: original,
    })
    .execute();
  await db
    .insertInto("document_pages")
    .values({
      document_id: id,
      institution_id: institutionId,
      page: 1,
      blob,
      media_type: "image/jpeg",
      width: 860,
      height: 540,
    })
    .execute();
  return id;
}

async function keyOf(world: ReviewWorld, application: TestApplication): Promise<{ key: Key; institutionId: string }> {
  const services = { db: world.database.web.kysely, keyring: world.keyring, catalog: world.catalog };
  return loadApplication(services, { applicationId: application.id });
}
