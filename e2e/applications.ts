import { expect } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { cookies } from "../src/platform/http/cookies.ts";
import { formToken } from "../src/platform/http/tokens.ts";
import { loadApplication } from "../src/registry/applications/load.query.ts";
import { savePage } from "../src/registry/applications/save-page.ts";
import { startApplication } from "../src/registry/applications/start.ts";
import { submitApplication } from "../src/registry/applications/submit.ts";
import { claimApplication } from "../src/registry/reviews/claim.ts";
import { asForm, loadJourney, type JourneyPath } from "../test/journey.ts";
import { npwpPribadi } from "../test/programs/compiled.ts";
import { ktpJpeg } from "../test/sample-files.ts";
import type { Person, Product } from "./product.ts";

export interface Application {
  readonly id: string;
  readonly person: Person;
}

/** A way through npwp-pribadi, as its journey.yaml has it. */
export function journeyPath(name: "karyawan_lajang" | "istri_berusaha"): JourneyPath {
  const found = loadJourney(npwpPribadi).paths.find(({ path }) => path === name);
  if (!found) throw new Error(`npwp-pribadi has no journey ${name}`);
  return found;
}

/** A draft with nothing in it. */
export async function aDraft(product: Product, person?: Person, program = "npwp-pribadi"): Promise<Application> {
  const owner = person ?? (await product.applicant());
  const services = { db: product.web.kysely, keyring: product.keyring, catalog: product.catalog };
  const { id } = await startApplication(services, { accountId: owner.accountId, program, language: "id" });
  return { id, person: owner };
}

/** Saves one page as its owner would, with what the journey holds and what is given here. */
export async function fillPage(
  product: Product,
  { id, person }: Application,
  page: string,
  values: Readonly<Record<string, string | readonly string[]>>,
): Promise<void> {
  const services = { db: product.web.kysely, keyring: product.keyring, catalog: product.catalog };
  const { pageVersions } = await loadApplication(services, { applicationId: id });
  const seenVersion = pageVersions[page] ?? 0;
  await savePage(services, { accountId: person.accountId, applicationId: id, page, form: asForm(values), seenVersion });
}

/** Saves one item of a repeated page for the first time. */
export async function fillItem(
  product: Product,
  { id, person }: Application,
  at: { readonly page: string; readonly item: number },
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const services = { db: product.web.kysely, keyring: product.keyring, catalog: product.catalog };
  const form = asForm(values);
  await savePage(services, { accountId: person.accountId, applicationId: id, ...at, form, seenVersion: 0 });
}

/** A draft of npwp-pribadi, or of a program with its pages, with every page filled and its document uploaded and rebuilt. */
export async function aCompleteDraft(product: Product, person?: Person, program?: string): Promise<Application> {
  const application = await aDraft(product, person, program);
  for (const step of journeyPath("karyawan_lajang").steps) {
    if ("document" in step) await uploadDocument(product, application, step.document);
    else {
      const identity = { nik: product.freshNik(), nama: application.person.name };
      await fillPage(
        product,
        application,
        step.page,
        step.page === "identitas" ? { ...step.valid, ...identity } : step.valid,
      );
    }
  }
  return application;
}

/** An application that waits in the queue. */
export async function aSubmittedApplication(product: Product, person?: Person, program?: string): Promise<Application> {
  const application = await aCompleteDraft(product, person, program);
  const { id, person: owner } = application;
  const { outcome } = await submitApplication(product.web.kysely, { applicationId: id, accountId: owner.accountId });
  expect(outcome).toBe("submitted");
  return application;
}

/** An application that this member of staff has taken. */
export async function aClaimedApplication(
  product: Product,
  reviewer: Person,
  person?: Person,
  program?: string,
): Promise<Application> {
  const application = await aSubmittedApplication(product, person, program);
  await claim(product, application, reviewer);
  return application;
}

/** Takes an application for a member of staff. */
export async function claim(product: Product, { id }: Application, reviewer: Person): Promise<void> {
  const row = await product.owner.kysely
    .selectFrom("applications")
    .select("institution_id")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const services = { db: product.staff.kysely, keyring: product.keyring, catalog: product.catalog };
  const act = { applicationId: id, institutions: [row.institution_id], actorId: reviewer.accountId };
  await claimApplication(services, act);
}

/** The number on the receipt. */
export async function receiptOf(product: Product, { id }: Application): Promise<string> {
  const row = await product.owner.kysely
    .selectFrom("applications")
    .select("receipt")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.receipt;
}

/** Sends a document over HTTP, since only the product itself rebuilds it, and waits until it has. */
export async function uploadDocument(product: Product, { id, person }: Application, slot: string): Promise<void> {
  const body = new FormData();
  body.append("csrf", formToken(product.keyring.signing, person.session));
  body.append("file", new File([new Uint8Array(await ktpJpeg())], "ktp.jpg", { type: "image/jpeg" }));
  const headers = { cookie: `${cookies.session}=${person.session}` };
  const response = await fetch(product.url + paths.apply.upload(id, slot), { method: "POST", body, headers });
  expect(response.status, "the upload of a document").toBe(200);
  const status = async () => {
    const row = await product.owner.kysely
      .selectFrom("documents")
      .select("status")
      .where("application_id", "=", id)
      .where("slot", "=", slot)
      .where("status", "!=", "removed")
      .executeTakeFirst();
    return row?.status;
  };
  await expect.poll(status, { message: "the check of a document", timeout: 30_000 }).toBe("ready");
}
