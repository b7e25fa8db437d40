import { expect, type Page } from "@playwright/test";
import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { paths } from "../src/paths.ts";
import { beginPayment } from "../src/registry/fees/begin-payment.ts";
import { listPayments } from "../src/registry/fees/payments.ts";
import { recordPayment } from "../src/registry/fees/record-payment.ts";
import { publishProgram } from "../src/registry/programs/publish.ts";
import { loadJourney } from "../test/journey.ts";
import { readProgram } from "../test/programs/compiled.ts";
import { takeOff } from "./announcements.ts";
import { aDraft, fillPage, type Application } from "./applications.ts";
import type { Product } from "./product.ts";

const kartuPasien = "programs/kartu-pasien";

/** Records that an application's open order was paid, as a treasurer's word or the gateway's does. */
export async function payOrder(product: Product, applicationId: string): Promise<void> {
  const [order] = await listPayments(product.web.kysely, applicationId);
  if (order?.status !== "waiting") throw new Error("no order waits to be paid");
  await product.web.kysely.transaction().execute((trx) =>
    recordPayment(trx, product.keyring, {
      paymentId: order.id,
      amount: order.amount,
      transactionId: uuidv7(),
      at: new Date(),
      origin: "gateway",
      actorId: null,
    }),
  );
}

async function tellNothing(page: Page): Promise<void> {
  await page.locator('main form[action$="/told"] button').click();
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
}

const made = new WeakMap<Product, ReturnType<typeof makeApplications>>();

/** Three who pay themselves, as far as somebody can be: before an order, with one, and paid. */
async function makeApplications(product: Product) {
  const program = `pasien-berbayar-${randomBytes(4).toString("hex")}`;
  const { checks: _, ...file } = readProgram(kartuPasien);
  await publishProgram(product.owner.kysely, { ...file, program, identity: "simple" }, null);
  const { id } = await product.owner.kysely
    .selectFrom("programs")
    .select("id")
    .where("slug", "=", program)
    .executeTakeFirstOrThrow();
  const [owed, ordered, paid] = await Promise.all([1, 2, 3].map(() => aPatient(product, program)));
  if (!owed || !ordered || !paid) throw new Error("no patients");
  await takeOff(product, { id });
  for (const { id: applicationId, person } of [ordered, paid]) {
    const { accountId } = person;
    await beginPayment(product.web.kysely, { applicationId, accountId, method: "transfer", payWithin: "P1D" });
  }
  await payOrder(product, paid.id);
  return { owed, ordered, paid };
}

async function aPatient(product: Product, program: string): Promise<Application> {
  const application = await aDraft(product, undefined, program);
  for (const step of loadJourney(kartuPasien).paths[0]?.steps ?? []) {
    if (!("page" in step)) continue;
    const own: Record<string, string> =
      step.page === "identitas" ? { nik: product.freshNik() } : { penjamin: "sendiri" };
    await fillPage(product, application, step.page, { ...step.valid, ...own });
  }
  return application;
}

/** The page of a fee in each of its states. */
export async function feePages(product: Product) {
  const applications = made.get(product) ?? makeApplications(product);
  made.set(product, applications);
  const { owed, ordered, paid } = await applications;
  const visit = (name: string, application: Application) => ({
    route: paths.apply.fee(":application"),
    name,
    path: paths.apply.fee(application.id),
    as: application.person,
  });
  return [
    { ...visit("fee, owed", owed), dark: true },
    { ...visit("fee, ordered", ordered), dark: true },
    { ...visit("fee, told wrongly", ordered), act: tellNothing },
    visit("fee, paid", paid),
  ];
}
